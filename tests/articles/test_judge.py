"""What a clause is: a commitment, a threat, nothing, or not taken and why."""

import pytest

from claimtracker.articles.candidate import Kind
from claimtracker.articles.judgement import Judgement
from tests.articles.scanned import candidates_in, only_candidate, wording_of


@pytest.mark.parametrize(
    "text",
    [
        "“We will open the pool in May,” Ada Brook said.",
        "“I will open the pool,” Ada Brook said.",
        "“We are going to open the pool,” Ada Brook said.",
        "“We won’t close the pool before May,” Ada Brook said.",
        "“I promise to open the pool,” Ada Brook said.",
        "“We plan to open the pool in May,” Ada Brook said.",
        "“Our target is to open the pool in May,” Ada Brook said.",
        "“We are committed to opening the pool,” Ada Brook said.",
        "“We must open the pool by June,” Ada Brook said.",
        "Ada Brook said the pool would open in May.",
        "Ada Brook said she expected to open the pool in May.",
        "Ada Brook promised to open the pool.",
        "Ada Brook vowed to open the pool by June.",
        "Ada Brook plans to open the pool by June.",
        "Ada Brook gave an undertaking to open the pool by June.",
        "Ada Brook met farmers, promising to open the pool by June.",
        "The pool will open in May, according to Ada Brook.",
        "“We will close the pool for repairs in May,” Ada Brook said.",  # a threat to nobody
        "“We will open it in May if the city pays,” Ada Brook said.",
    ],
)  # fmt: skip
def test_what_a_named_speaker_says_will_be_done_is_a_commitment(text: str) -> None:
    found = only_candidate(text)
    assert (found.kind, found.claimant, found.reason) == (Kind.COMMITMENT, "Ada Brook", "")
    assert 0 < found.score <= 1
    assert found.score_reasons


@pytest.mark.parametrize(
    ("text", "condition", "wording"),
    [
        ("“If you do not pay, we will sue in May,” Ada Brook said.", "If you do not pay", "in May"),
        ("“We will sue in May unless they pay,” Ada Brook said.", "unless they pay", "in May"),
        ("“Either they pay, or we will sue in May,” Ada Brook said.", "Either they pay", "in May"),
        ("Ada Brook threatened to close the road in May.", "", "in May"),
        ("Ada Brook threatened to close the road.", "", None),
        ("Ada Brook left, threatening to sue in May.", "", "in May"),
        ("Ada Brook warned she would sue in May unless they paid.", "unless they paid", "in May"),
    ],
)  # fmt: skip
def test_something_unwelcome_announced_to_make_another_act_is_a_threat(
    text: str, condition: str, wording: str | None
) -> None:
    found = only_candidate(text)
    assert (found.kind, found.condition) == (Kind.THREAT, condition)
    assert wording_of(found, text) == wording


@pytest.mark.parametrize(
    ("text", "condition", "wording"),
    [
        pytest.param(
            "“Pay by Friday or we will sue on 5 May,” Ada Brook said.",
            "Pay by Friday",
            "on 5 May",
            id="the consequence has a date",
        ),
        pytest.param(
            "“Pay by Friday or we will sue,” Ada Brook said.",
            "Pay by Friday",
            "by Friday",
            id="the demand has the only date",
        ),
        pytest.param(
            "“Unless they pay by Friday, we will sue,” Ada Brook said.",
            "Unless they pay by Friday",
            "by Friday",
            id="as a condition",
        ),
        pytest.param(
            "“The council must pay by Friday or we will sue,” Ada Brook said.",
            "The council must pay by Friday",
            "by Friday",
            id="with must",
        ),
    ],
)
def test_a_demand_with_its_consequence_is_a_threat_on_the_condition_demanded(
    text: str, condition: str, wording: str
) -> None:
    found = only_candidate(text)
    assert (found.kind, found.condition) == (Kind.THREAT, condition)
    assert wording_of(found, text) == wording


NOT_TAKEN = [
    ("denied", "Ada Brook denied that the pool would open by June."),
    ("denied", "Ada Brook rejected reports that the pool would close by June."),
    ("denied", "“I did not promise to open the pool by June,” Ada Brook said."),
    ("denied", "“Nobody promised that the pool would open by June,” Ada Brook said."),
    ("no measure", "“We will act within the period of time we have in mind,” Ada Brook said."),
    ("no measure", "“We will wait for a certain period of time,” Ada Brook said."),
    ("speculation", "Ada Brook said the pool could open in May."),
    ("speculation", "Ada Brook said the pool may open in May."),
    ("speculation", "The pool could open in May."),
    ("speculation", "The pool is expected to open in May."),
    ("speculation", "Analysts said the pool would open in May."),
    ("demand", "“You must pay by Friday,” Ada Brook said."),
    ("demand", "Ada Brook said the council should pay by Friday."),
    ("demand", "Ada Brook demanded that the council pay by Friday."),
    ("demand", "Ada Brook said the council will have to pay by Friday."),
    ("demand", "Ada Brook urged the council to pay by Friday."),
    ("demand", "Ada Brook wants Tom Reed to resign by Friday."),
    ("demand", "The council must pay by Friday."),
    ("history", "Ada Brook had hoped to open the pool by May."),
    ("history", "The pool deal collapsed last year."),
    ("question", "Will the pool open in May?"),
    ("question", "Will the pool open?"),
    ("question", "“Will the pool open in May?” Ada Brook said."),
    ("schedule", "The council meets on Monday."),
    ("schedule", "The pool is due to open on Monday."),
    ("schedule", "Officials are scheduled to meet on Monday."),
]


@pytest.mark.parametrize(("reason", "text"), NOT_TAKEN)
def test_what_is_not_taken_says_why(reason: str, text: str) -> None:
    found = only_candidate(text)
    assert found.kind is Kind.NOT_TAKEN
    assert found.reason.startswith(f"{reason}:")
    assert (found.score, found.score_reasons) == (0, ())


def test_the_future_without_a_speaker_is_not_taken() -> None:
    assert only_candidate("The pool will open in May.").kind is Kind.NOT_TAKEN


def test_what_the_interviewer_asks_is_a_question_and_the_answer_a_commitment() -> None:
    asked, answered = candidates_in(
        "Q: Will it open in May?\nADA BROOK: We will open it in May.\n"
        "Q: Is it old?\nADA BROOK: It is old.\n"
    )
    assert (asked.kind, asked.reason.split(":")[0]) == (Kind.NOT_TAKEN, "question")
    assert (answered.kind, answered.claimant) == (Kind.COMMITMENT, "Ada Brook")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook swims.",
        "Ada Brook said the pool was old.",
        "“The pool is old and cold,” Ada Brook said.",
        pytest.param("“It will be very hard,” Ada Brook said.", id="promises no act"),
        pytest.param("“I will remember that day,” Ada Brook said.", id="an idle future"),
        pytest.param("“We would love to see it all,” Ada Brook said.", id="would in own words"),
        "The pool opened.",
        "",
    ],
)
def test_what_says_nothing_of_what_will_be_done_is_no_candidate(text: str) -> None:
    assert candidates_in(text) == ()


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param(
            "“We will open the pool in May,” Ada Brook said.",
            "“We will open the pool,” Ada Brook said.",
            id="with a time",
        ),
        pytest.param(
            "“We will open the pool in May,” Ada Brook said.",
            "Ada Brook said the pool would open in May.",
            id="in the first person",
        ),
        pytest.param(
            "“We will open the pool if it rains,” Ada Brook said.",
            "“We will open the pool,” Ada Brook said.",
            id="with its condition",
        ),
    ],
)
def test_what_can_be_checked_better_scores_higher(more: str, less: str) -> None:
    assert only_candidate(more).score > only_candidate(less).score


def test_a_score_is_the_sum_of_its_weights_and_one_at_most() -> None:
    assert Judgement(Kind.COMMITMENT).score == 0
    assert Judgement(Kind.COMMITMENT, "", (("a", 0.3), ("b", 0.25))).score == 0.55
    assert Judgement(Kind.COMMITMENT, "", (("a", 0.8), ("b", 0.7))).score == 1


def test_a_score_says_what_it_is_made_of() -> None:
    found = only_candidate("“We will open the pool in May if it rains,” Ada Brook said.")
    assert set(found.score_reasons) >= {
        "in the first person",
        "names a time",
        "can be asked of Ada Brook",
        "on a condition",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook said the council was on course to open the pool by June.",
        "Ada Brook said her party had won a pledge to open the pool by June.",
        "The pool is now expected to open by June, Ada Brook told reporters.",
        "“We stand ready to open the pool by June,” Ada Brook said.",
        "“The plan is for the pool to be open by June,” Ada Brook said.",
        "“I’m gone by June,” Ada Brook said.",
        "Ada Brook said the pool should be ready by June.",
        "Ada Brook promised $30 million by June.",
    ],
)
def test_what_a_speaker_says_is_intended_by_a_day_is_taken(text: str) -> None:
    found = only_candidate(text)
    assert (found.kind, found.claimant) == (Kind.COMMITMENT, "Ada Brook")


@pytest.mark.parametrize(
    "text",
    [
        "“In 2023 it was going to be open by the summer,” Ada Brook said.",
        "Ada Brook said the pool might be expected to open by June.",
        "“We need to see this list by June,” Ada Brook said.",
    ],
)
def test_what_was_to_be_or_is_unsure_is_not_taken(text: str) -> None:
    assert [one for one in candidates_in(text) if one.kind is not Kind.NOT_TAKEN] == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook said that would depend on the winter.",
        "“I have never said when the pool would open,” Ada Brook said.",
        "“I haven’t said I’ll run,” Ada Brook said.",
    ],
)
def test_what_is_left_open_is_nothing(text: str) -> None:
    assert [one for one in candidates_in(text) if one.kind is not Kind.NOT_TAKEN] == []


def test_a_plan_of_the_issuer_himself_is_a_commitment() -> None:
    text = (
        "PRESS RELEASE\n\nNorthgate Council announced a new ship. "
        "It is scheduled for delivery in May 2026."
    )
    taken = [one for one in candidates_in(text) if one.kind is Kind.COMMITMENT]
    assert [wording_of(one, text) for one in taken] == ["in May 2026"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Asked whether she would go next year, Ada Brook laughed.", "question"),
        ("“Nobody here has told you it will open by May,” Ada Brook said.", "denied"),
        ("“I am not going to tell anybody it will open by May,” Ada Brook said.", "denied"),
        ("The weather office said the cold would last until Sunday.", "speculation"),
    ],
)
def test_what_is_asked_denied_or_forecast_is_not_taken(text: str, reason: str) -> None:
    assert [one.reason.partition(":")[0] for one in candidates_in(text)] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "Rivals trade promises on bills\n\nAda Brook and Tom Fry met. Fry said he would pay bills.",
        "Ada Brook said it would go. The bill would raise the age, and cap it.",
        "“They won’t,” Ada Brook said of the two sides.",
    ],
)
def test_what_tells_of_a_bill_or_of_nothing_is_no_promise(text: str) -> None:
    assert not any(
        one.sentence.startswith(("Rivals", "The bill", "“They")) for one in candidates_in(text)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook vowed promotion within two years.",
        "Ada Brook said they were set to introduce a bill in May.",
        "Ada Brook said the union had also agreed to give notice until May.",
        "Ada Brook said a mended version was coming in May.",
    ],
)
def test_what_is_vowed_agreed_or_set_to_come_is_taken(text: str) -> None:
    (found,) = candidates_in(text)
    assert not found.reason
    assert found.deadline
