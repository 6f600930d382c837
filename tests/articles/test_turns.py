"""Whose turn it is in a transcript, and what is said against whom."""

import pytest

from tests.articles.scanned import candidates_in, only_candidate, wording_of

HOUSE = """Roads: A Statement

The Minister of State for Transport (Ada Brook): I will lay the order tomorrow.

Tom Fry (Northgate) (Ind): Will it open? If it is late, we will table a motion next week.

Ada Brook: Fares will be frozen until 2027.
"""
INTERVIEW = """Ada Brook became head of Norda in May.

When will it open?

By Easter. I have it in writing.

Are there more to come?

We are adding two in June, I promise.

What if it fails?

I will give back my bonus in July.
"""


def test_a_member_of_a_house_speaks_under_name_and_seat() -> None:
    found = {wording_of(one, HOUSE): one.claimant for one in candidates_in(HOUSE) if not one.reason}
    assert found == {"tomorrow": "Ada Brook", "next week": "Tom Fry", "until 2027": "Ada Brook"}


def test_questions_that_stand_by_themselves_are_asked_of_the_person_told_of() -> None:
    taken = [one for one in candidates_in(INTERVIEW) if not one.reason]
    assert [wording_of(one, INTERVIEW) for one in taken] == ["By Easter", "in June", "in July"]
    assert {one.claimant for one in taken} == {"Ada Brook"}


def test_questions_that_explain_are_answered_in_nobodys_name() -> None:
    text = INTERVIEW.replace("I ", "it ").replace("We are", "it is").replace("my", "the")
    assert all(one.reason for one in candidates_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook.\nQ: You told us in 2022 that it would open by 2024.\nA: Yes.\nQ: Why?",
        "“You told us in 2022 that it would open by 2024,” Tom Fry said to Ada Brook.",
    ],
)
def test_what_somebody_said_is_held_against_him(text: str) -> None:
    found = only_candidate(text)
    assert (found.claimant, found.stated_on, found.stated_wording) == ("Ada Brook", None, "in 2022")


def test_an_answer_names_only_what_is_to_come_and_by_when() -> None:
    text = "Ada Brook runs it.\nQ: How many?\nA: Fill half by Christmas.\nQ: And then?"
    (found,) = candidates_in(text)
    assert (wording_of(found, text), found.reason) == ("by Christmas", "")


@pytest.mark.parametrize(
    ("quote", "is_taken"),
    [
        ("The first sixty by Friday.", True),
        ("Every child, every school, by September.", True),
        ("Nothing at all by Friday.", False),
        ("The economy cannot wait until spring.", False),
        ("Leave the valley by Friday.", False),
    ],
)
def test_a_quotation_without_a_verb_names_what_is_to_come(quote: str, *, is_taken: bool) -> None:
    found = candidates_in(f"Ada Brook was brief. “{quote}”")
    assert any(not one.reason for one in found) is is_taken
