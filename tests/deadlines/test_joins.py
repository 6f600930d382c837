"""Two periods joined: alternatives and spans, and which year each of them means."""

from datetime import date

import pytest

from claimtracker.deadlines import read
from tests.deadlines.cases import FRIDAY, Case, check

ALTERNATIVES: tuple[Case, ...] = (
    ("May or June", "05-01 05-31 06-30", "due at the end of A, latest of B"),
    ("by May or June", "04-18 05-31 06-30", "by opens on the day said"),
    ("before May or June", "04-18 04-30 05-31", "the day before each begins"),
    ("in May or in June", "05-01 05-31 06-30", "a bound on either side"),
    ("by the end of May or June", "04-18 05-31 06-30", "the end of each"),
    ("before the end of May or June", "04-18 05-31 06-30", "before an end is by that end"),
    ("this month or next", "04-18 04-30 05-31", "next takes its unit from A"),
    ("this year or next year", "04-18 12-31 2026-12-31", "both named"),
    ("late this year or early next", "09-01 12-31 2026-03-31", "next takes its unit from A"),
    ("today or tomorrow", "04-18 04-18 04-19", "days"),
    ("Monday or Tuesday", "04-21 04-21 04-22", "weekdays"),
    ("Friday or Monday", "04-25 04-25 04-28", "B is the next one after A"),
    ("9 or 12 June", "06-09 06-09 06-12", "a month named once counts for both"),
    ("June or December 2026", "2026-06-01 2026-06-30 2026-12-31", "a year named once counts twice"),
    ("November or January 2027", "2026-11-01 2026-11-30 2027-01-31", "A is the one before B"),
    ("by 2026 or 2027", "04-18 2026-12-31 2027-12-31", "bare years where a bound says so"),
    ("summer or autumn", "06-01 08-31 12-21", "strict end of A, generous of B"),
    ("mid to late May", "05-11 05-15 05-31", "two parts of one month"),
    ("early or mid May", "05-01 05-10 05-20", "strict end of A, generous of B"),
    ("May-June", "05-01 06-30 06-30", "a dash between months is a span"),
)
SPANS: tuple[Case, ...] = (
    ("from May to July", "05-01 07-31 07-31", "due and latest at the end of B"),
    ("between May and July", "05-01 07-31 07-31", "months span"),
    ("from Monday until Wednesday", "04-21 04-23 04-23", "weekdays span"),
    ("Friday to Monday", "04-25 04-28 04-28", "B is the next one after A"),
    ("9 to 12 June", "06-09 06-12 06-12", "a month named once counts for both"),
    ("June 9 to 12", "06-09 06-12 06-12", "American order"),
    ("June 9-12, 2026", "2026-06-09 2026-06-12 2026-06-12", "with a year"),
    ("from 2026 to 2028", "2026-01-01 2028-12-31 2028-12-31", "years span"),
    ("November to February", "11-01 2026-02-28 2026-02-28", "over the end of the year"),
    ("December 2025 to February 2026", "12-01 2026-02-28 2026-02-28", "both with a year"),
    ("today to Tuesday", "04-18 04-22 04-22", "from the day said"),
    ("March to May", "04-18 05-31 05-31", "running: A is over, the span is not"),
    ("early to mid May", "05-01 05-10 05-20", "parts are alternatives, not a span"),
)


@pytest.mark.parametrize("case", ALTERNATIVES, ids=lambda case: case[0])
def test_of_alternatives_the_first_is_strict_and_the_second_generous(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", SPANS, ids=lambda case: case[0])
def test_a_span_runs_to_the_end_of_its_second_part(case: Case) -> None:
    check(case)


def test_a_winter_span_that_is_running_is_not_put_off_a_year() -> None:
    case = ("December to February", "01-10 02-28 02-28", "begun in December")
    check(case, said=date(2025, 1, 10))


def test_a_span_that_is_over_is_the_next_one() -> None:
    check(("January to March", "2026-01-01 2026-03-31 2026-03-31", "over since 31 March"))


@pytest.mark.parametrize(
    ("wording", "said", "expected"),
    [
        ("between December and June", "2025-05-24", "12-01 2026-06-30 2026-06-30"),
        ("between April and June", "2025-05-02", "05-02 06-30 06-30"),
        ("between 5 and 20 May", "2025-05-19", "05-19 05-20 05-20"),  # the next is a year off
    ],
)
def test_a_span_with_more_over_than_to_come_is_the_next_one(
    wording: str, said: str, expected: str
) -> None:
    check((wording, expected, "the next, if soon enough"), said=date.fromisoformat(said))


def test_a_span_that_ends_before_it_begins_has_no_dates() -> None:
    found = read("from 5 May 2026 to 3 April 2026", FRIDAY)
    assert not found.is_dated
    assert found.rule == "ends before it begins"


@pytest.mark.parametrize("wording", ["April or", "or May", "from to May", "between May"])
def test_half_a_join_never_raises(wording: str) -> None:
    assert read(wording, FRIDAY).rule
