"""What is told beside a sentence or in the other half of it."""

import pytest

from tests.articles.scanned import candidates_in, only_candidate

BOTH = "Ada Brook and Tom Fry met.\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Brook said it would open by May, while Tom Fry said it would close by June.",
        "Ada Brook promised to open it by May; Tom Fry said he would close it by June.",
        "Ada Brook vows to open it by May as Tom Fry pledges to close it by June",
    ],
)
def test_each_of_two_who_speak_in_a_sentence_is_heard(sentence: str) -> None:
    found = {
        one.claimant: one.deadline.reading.wording
        for one in candidates_in(BOTH + sentence)
        if one.deadline
    }
    assert found == {"Ada Brook": "by May", "Tom Fry": "by June"}


def test_an_agreement_that_commits_somebody_is_his_promise() -> None:
    text = "A judge approved a deal that commits Norda Air to clear the site by 2027."
    assert only_candidate(text).claimant == "Norda Air"


def test_what_a_firm_promised_is_told_beside_its_name() -> None:
    text = "Norda Air, which pledged in 2023 to cut noise by 2025, has paid nothing."
    found = only_candidate(text)
    assert (found.claimant, found.stated_wording) == ("Norda Air", "in 2023")


def test_a_demand_beside_a_promise_leaves_the_promise() -> None:
    text = "Ada Brook said it would open within 10 days, and demanded that they pay by June."
    kinds = [one.reason.partition(":")[0] for one in candidates_in(text)]
    assert kinds == ["", "demand"]


def test_a_board_that_votes_to_do_it_decides() -> None:
    text = "The school board voted 5-4 on Monday night to close it by 2027."
    assert only_candidate(text).claimant == "school board"


def test_a_threat_may_be_a_noun() -> None:
    text = "Ada Brook repeated her threat to leave the pact within 90 days if they closed it."
    assert only_candidate(text).kind == "threat"


def test_what_stands_around_he_said_is_one_statement() -> None:
    text = "Ada Brook spoke first. She would also, she said, build a school by 2030."
    found = only_candidate(text)
    assert found.deadline
    assert found.deadline.reading.wording == "by 2030"


def test_who_is_given_time_to_do_it_promises_nothing() -> None:
    (found,) = candidates_in("Regulators have given Norda Air until 31 May to explain itself.")
    assert found.reason.startswith("demand")
