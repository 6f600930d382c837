"""Occurrences: the same said again by the same speaker is one claim, said twice."""

from dataclasses import replace
from datetime import date

import pytest

from claimtracker.articles.candidate import Candidate, FoundDeadline, Kind
from claimtracker.articles.occurrences import with_occurrences
from claimtracker.deadlines import read
from tests.articles.scanned import FRIDAY, candidates_in

WORDING = "in May"
SENTENCE = f"We will open the old pool {WORDING}."


def said(sentence: str = SENTENCE, start: int = 0, wording: str = WORDING) -> Candidate:
    deadline = None
    if wording:
        place = start + sentence.index(wording)
        deadline = FoundDeadline(place, place + len(wording), read(wording, FRIDAY))
    end = start + len(sentence)
    return Candidate(Kind.COMMITMENT, sentence, start, end, "Ada Brook", FRIDAY, deadline=deadline)


FIRST, AGAIN = said(), said(start=100)


def occurrences(*found: Candidate) -> list[int | None]:
    return [candidate.occurrence_of for candidate in with_occurrences(list(found))]


def test_the_same_words_again_are_an_occurrence_of_the_first() -> None:
    assert occurrences(FIRST, AGAIN, said(start=200)) == [None, 0, 0]


def test_words_that_mean_the_same_by_the_same_days_are_an_occurrence() -> None:
    other = said("The old pool would open in May, it was said.", 100)
    assert occurrences(FIRST, other) == [None, 0]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(AGAIN, claimant="Tom Reed"), id="another speaker"),
        pytest.param(replace(AGAIN, claimant=""), id="nobody named"),
        pytest.param(replace(AGAIN, stated_on=date(2025, 4, 14)), id="another day"),
        pytest.param(replace(AGAIN, stated_on=None), id="a day not known"),
        pytest.param(replace(AGAIN, kind=Kind.NOT_TAKEN), id="not taken"),
        pytest.param(said("We will open the old pool in June.", 100, "in June"), id="other days"),
        pytest.param(said("Each teacher will earn much more in May.", 100), id="another thing"),
        pytest.param(replace(AGAIN, start=0), id="another clause of one sentence"),
    ],
)
def test_anything_else_is_a_claim_of_its_own(other: Candidate) -> None:
    assert occurrences(FIRST, other) == [None, None]


def test_what_is_not_taken_is_never_the_first() -> None:
    assert occurrences(replace(FIRST, kind=Kind.NOT_TAKEN), AGAIN) == [None, None]


def test_undated_words_must_be_more_alike() -> None:
    first = said("We will open the old pool.", wording="")
    again = said("We will open the old pool soon.", 100, wording="")
    other = said("We will sell the old bus.", 200, wording="")
    assert occurrences(first, again, other) == [None, 0, None]


def test_an_occurrence_already_known_is_kept() -> None:
    assert occurrences(FIRST, replace(AGAIN, claimant="Tom Reed", occurrence_of=0)) == [None, 0]


def test_nothing_found_is_nothing_said_again() -> None:
    assert with_occurrences([]) == ()


def test_all_else_of_a_candidate_stays() -> None:
    one, other = with_occurrences([FIRST, AGAIN])
    assert (one, replace(other, occurrence_of=None)) == (FIRST, AGAIN)


def test_a_text_that_says_it_twice_has_one_claim() -> None:
    text = (
        "“We will open the pool in May,” Ada Brook said. Tom Reed swam.\n\n"
        "Brook repeated that the pool would open in May."
    )
    assert [one.occurrence_of for one in candidates_in(text)] == [None, 0]


def test_a_deadline_moved_in_the_same_text_is_another_claim() -> None:
    text = (
        "Ada Brook said on Monday that the pool would open in May. "
        "On Thursday she said that the pool would open in June."
    )
    assert [one.occurrence_of for one in candidates_in(text)] == [None, None]


def test_days_that_may_be_one_tell_the_same_of_like_words() -> None:
    first = said("We will open the old pool near the harbour within days.", wording="within days")
    again = said("The old pool near the harbour will open on Monday.", 100, "on Monday")
    other = said("The old pool near the harbour will open in June.", 200, "in June")
    assert occurrences(first, again, other) == [None, 0, None]


def test_what_is_like_a_later_telling_is_the_claim_too() -> None:
    first = said("A new hall in May.")
    second = said("A new hall for the dancers will stand in May.", 100)
    third = said("The dancers will stand in it in May.", 200)
    assert occurrences(first, second, third) == [None, 0, 0]
