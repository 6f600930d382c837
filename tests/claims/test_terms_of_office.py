"""Terms of office: one a line as they are written, and which one words of a day mean."""

from datetime import date

import pytest

from claimtracker.claims.claimants import ClaimantDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.terms_of_office import read_terms, stored_terms, term_on, written
from claimtracker.deadlines import Term

FIRST = (date(2017, 1, 20), date(2021, 1, 20))
BEFORE = (date(2009, 3, 1), date(2013, 3, 1))
BEGAN = date(2025, 1, 20)


@pytest.mark.parametrize(
    "line",
    [
        "2017-01-20 – 2021-01-20",
        "2017-01-20 - 2021-01-20",
        "2017-01-20—2021-01-20",
        "2017-01-20/2021-01-20",
        "2017-01-20, 2021-01-20",
        "  2017-01-20 to 2021-01-20  ",
        "2017-01-20 until 2021-01-20",
        "2017-01-20 2021-01-20",
    ],
)
def test_an_earlier_term_is_two_days_on_a_line(line: str) -> None:
    assert read_terms(line) == (FIRST,)


def test_the_earliest_comes_first_and_empty_lines_are_nothing() -> None:
    assert read_terms(f"\n{written([FIRST])}\n\n{written([BEFORE])}\n") == (BEFORE, FIRST)
    assert read_terms(" \n") == ()


def test_what_is_written_is_read_as_it_was() -> None:
    assert read_terms(written([BEFORE, FIRST])) == (BEFORE, FIRST)


@pytest.mark.parametrize(
    "line", ["2017", "2017-01-20", "2017-02-30 – 2021-01-20", "2017-01-20 – 2021-01-20 – x"]
)
def test_another_line_is_refused_with_an_example(line: str) -> None:
    with pytest.raises(ClaimTrackerError, match=r"needs two days, such as 2017-01-20 – 2021"):
        read_terms(line)


def test_a_term_may_begin_on_the_day_on_which_the_one_before_ends() -> None:
    following = (FIRST[1], BEGAN)
    draft = ClaimantDraft.of(name="Ada", earlier_terms=(FIRST, following), term_began_on=BEGAN)
    assert [term.began_on for term in draft.terms] == [FIRST[0], FIRST[1], BEGAN]


@pytest.mark.parametrize(
    "wrong",
    [
        {"earlier_terms": (FIRST[::-1],)},
        {"earlier_terms": (FIRST, (date(2020, 1, 1), date(2022, 1, 1)))},
        {"earlier_terms": (FIRST,), "term_began_on": date(2020, 1, 1)},
        {"earlier_terms": (FIRST,), "term_ended_on": date(2020, 1, 1)},
    ],
)
def test_terms_that_overlap_or_end_before_they_begin_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ClaimTrackerError, match="A term of office cannot"):
        ClaimantDraft.of(name="Ada", **wrong)


TERMS = (Term(*BEFORE), Term(*FIRST), Term(BEGAN))


@pytest.mark.parametrize(
    ("day", "began_on"),
    [
        (date(2008, 1, 1), BEFORE[0]),  # before the first: in "my first 100 days" it is meant
        (BEFORE[0], BEFORE[0]),
        (date(2013, 2, 28), BEFORE[0]),
        (BEFORE[1], FIRST[0]),  # the day it ends belongs to what comes
        (date(2018, 5, 5), FIRST[0]),
        (date(2030, 1, 1), BEGAN),
    ],
)
def test_words_mean_the_term_of_their_day_else_the_next(day: date, began_on: date) -> None:
    found = term_on(TERMS, day)
    assert found is not None and found.began_on == began_on


def test_of_several_terms_none_is_meant_on_no_day_and_after_the_last() -> None:
    assert term_on(TERMS, None) is None
    assert term_on(TERMS[:2], date(2022, 1, 1)) is None
    assert term_on(TERMS[:1], None) == TERMS[0]


def test_of_terms_that_are_stored_a_damaged_line_is_left_out() -> None:
    assert stored_terms(f"2009-03-01 \ufffd 2013-03-01x\n{written([FIRST])}") == (FIRST,)
    assert stored_terms("") == ()
