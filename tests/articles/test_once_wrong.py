"""Texts that a scan once read wrongly, or was too slow for."""

from datetime import date

import pytest

from claimtracker.articles.candidate import Kind
from claimtracker.articles.conditions import condition_in
from tests.articles.scanned import candidates_in, days_of, only_candidate, wording_of


@pytest.mark.parametrize("odd", ["\ud800", "\udfff"])
def test_a_lone_surrogate_does_no_harm(odd: str) -> None:
    candidates_in(f"“We will open the pool {odd}in May,” Ada Brook said.")


@pytest.mark.parametrize(
    "named", ["A Northgate Council spokeswoman", "A spokeswoman of Northgate Council"]
)
def test_a_nameless_spokeswoman_gives_the_organisation(named: str) -> None:
    assert only_candidate(f"{named} said it would open.").claimant == "Northgate Council"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook demanded that the council pay by Friday or face legal action.",
        "Ada Brook urged the council to pay by Friday or face sanctions.",
        "“Pay by Friday or face legal action,” Ada Brook said.",
    ],
)
def test_a_demand_with_its_consequence_is_a_threat(text: str) -> None:
    found = only_candidate(text)
    assert found.kind is Kind.THREAT
    assert wording_of(found, text) == "by Friday"
    assert "by Friday" in found.condition


@pytest.mark.parametrize(
    "text",
    ["She would do what she should do by Friday.", "The council should pay by Friday."],
)
def test_should_in_the_middle_is_an_obligation(text: str) -> None:
    assert condition_in(text) is None


def test_nobody_is_no_claimant() -> None:
    found = only_candidate("Nobody said the pool would open by June.")
    assert found.kind is Kind.NOT_TAKEN
    assert found.reason.startswith("denied")


@pytest.mark.parametrize("bullet", ["1. ", "2. "])
def test_a_number_is_no_item(bullet: str) -> None:
    text = f"Northgate Council press release\n\nWe will:\n\n{bullet}Open the pool by June\n"
    assert only_candidate(text).sentence in (
        f"{bullet}Open the pool by June",
        "Open the pool by June",
    )


def test_asked_whether_is_a_question() -> None:
    found = only_candidate("Ada Brook asked whether the pool would open in May.")
    assert found.reason.startswith("question")


def test_a_headlines_deadline_counts_from_the_day_of_its_story() -> None:
    text = (
        "Pool to open within two weeks\n\n"
        "Ada Brook said on Monday the pool would open within two weeks."
    )
    headline, body = candidates_in(text)
    assert headline.stated_on == body.stated_on == date(2025, 4, 14)
    assert days_of(headline) == days_of(body)


def test_a_headlines_deadline_is_null_where_the_day_of_its_story_is_not_known() -> None:
    text = (
        "Pool to open by June\n\nAda Brook promised during the campaign to open the pool by June."
    )
    headline, body = candidates_in(text)
    assert days_of(headline) == days_of(body) == (None, None, None)


def test_a_headline_that_the_story_does_not_bear_out_is_left_out() -> None:
    text = (
        "Minister promises to repair every bridge by June\n\nThe weather was fine. Tom Reed swam."
    )
    assert not [one for one in candidates_in(text) if one.kind is not Kind.NOT_TAKEN]


def test_a_commitment_of_nobody_named_is_not_taken() -> None:
    for one in candidates_in("The mayor met farmers, promising to lower fees by June."):
        assert one.claimant or one.kind is Kind.NOT_TAKEN


def test_we_have_plans_is_no_promise_of_nobody() -> None:
    text = (
        "Northgate Council\n\n"
        "We will open the pool by June. We have plans for the park.\nWe will mend the road."
    )
    assert {one.claimant for one in candidates_in(text)} == {"Northgate Council"}


def test_we_is_no_issuer() -> None:
    text = "We will open the pool in May.\nWe will mend the road.\nWe are proud."
    found = candidates_in(text, publisher="Northgate Trust")
    assert {one.claimant for one in found} == {"Northgate Trust"}


def test_a_statement_by_a_ministry_is_its_own_text() -> None:
    text = "Statement by the Ministry of Transport\n\nThe road will open in May."
    assert only_candidate(text).claimant == "Ministry of Transport"


def test_a_name_with_a_joining_word_is_made_full() -> None:
    text = "Ursula von der Leyen arrived. Von der Leyen said the pool would open in May."
    assert candidates_in(text)[-1].claimant == "Ursula von der Leyen"


def test_an_initial_beside_a_surname_decides() -> None:
    text = "Tom Brook and Ada Brook came. T. Brook said the pool would open in May."
    assert candidates_in(text)[-1].claimant == "Tom Brook"


def test_lifting_something_unwelcome_is_a_commitment() -> None:
    found = only_candidate("“We will withdraw the ban if the council agrees,” Ada Brook said.")
    assert found.kind is Kind.COMMITMENT


def test_never_forget_promises_no_act() -> None:
    assert candidates_in("“We will never forget it,” Ada Brook said.") == ()


def test_a_quotation_of_nobody_named_is_not_taken() -> None:
    text = "The pool is old.\n\n“We will open the pool in May.”"
    assert all(one.kind is Kind.NOT_TAKEN for one in candidates_in(text))


@pytest.mark.parametrize(
    ("text", "wordings"),
    [
        ("“We fly on 9 September,” Ada Brook said.", ["on 9 September"]),
        ("“The roofers start on 28 July,” Ada Brook said.", ["on 28 July"]),
        (
            "The pool will close on 2 June and open again on 11 August, Ada Brook said.",
            ["on 2 June", "on 11 August"],
        ),
        ("Ada Brook said the pool would open in May and June.", ["in May and June"]),
    ],
)
def test_plans_in_the_present_and_what_follows_are_taken(text: str, wordings: list[str]) -> None:
    found = candidates_in(text)
    assert {one.kind for one in found} == {Kind.COMMITMENT}
    assert [wording_of(one, text) for one in found] == wordings


def test_what_a_speaker_tells_of_the_past_is_no_plan() -> None:
    assert candidates_in("“We opened the pool in March,” Ada Brook said.") == ()


@pytest.mark.parametrize("office", ["the former mayor", "the other minister"])
def test_another_office_is_not_the_last_who_spoke(office: str) -> None:
    text = f"Mayor Tom Reed said it will open by June. In 2019 {office} pledged a tram."
    first, *others = [one.claimant for one in candidates_in(text)]
    assert first == "Tom Reed"
    assert "Tom Reed" not in others


def test_a_time_in_the_condition_is_no_deadline_of_a_threat() -> None:
    text = "Ada Brook threatened to resign if the ferry is delayed beyond July."
    assert only_candidate(text).deadline is None


def test_a_condition_belongs_to_its_own_clause() -> None:
    text = "“We will plant by May, and if the council agrees, we will build next year,” Reed said."
    planted, built = candidates_in(text)
    assert (planted.condition, built.condition) == ("", "if the council agrees")


def test_the_writer_of_an_article_is_not_whom_it_tells_of() -> None:
    text = "By Solène Kerbrat\n\nThe minister, Ada Brook, arrived. She said it would open in May."
    assert only_candidate(text).claimant == "Ada Brook"


def test_what_is_told_sentence_after_sentence_is_of_the_same_speaker() -> None:
    text = "Ada Brook said fees would fall by May. Those billed would be repaid by 1 June."
    assert [(one.claimant, wording_of(one, text)) for one in candidates_in(text)] == [
        ("Ada Brook", "by May"),
        ("Ada Brook", "by 1 June"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "She would not be drawn on the cost by May.",  # says nothing
        "That could cost millions by May.",  # the reporter's own
    ],
)
def test_what_the_reporter_adds_is_not_the_speakers(sentence: str) -> None:
    taken = [
        one
        for one in candidates_in(f"Ada Brook said fees would fall by June. {sentence}")
        if one.kind is not Kind.NOT_TAKEN
    ]
    assert len(taken) == 1
