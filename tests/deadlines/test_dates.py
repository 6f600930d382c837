"""Days and months as people write them."""

from datetime import date

import pytest

from claimtracker.deadlines import Policy, read
from tests.deadlines.cases import FRIDAY, Case, check

DAYS: tuple[Case, ...] = (
    ("by May 1", "04-18 05-01 05-01", "month and day"),
    ("by 1 May", "04-18 05-01 05-01", "day and month"),
    ("on the 1st of May, 2026", "2026-05-01 2026-05-01 2026-05-01", "with a year"),
    ("July 1, 2026", "2026-07-01 2026-07-01 2026-07-01", "with a year"),
    ("2026-02-01", "2026-02-01 2026-02-01 2026-02-01", "ISO 8601"),
    ("2026/sep/23", "2026-09-23 2026-09-23 2026-09-23", "a month in letters"),
    ("1.2.2026", "2026-02-01 2026-02-01 2026-02-01", "with dots the day comes first"),
    ("13/02/2026", "2026-02-13 2026-02-13 2026-02-13", "only one order is possible"),
    ("on March 3", "2026-03-03 2026-03-03 2026-03-03", "the next one not yet over"),
    ("on February 29", "2028-02-29 2028-02-29 2028-02-29", "the next year that has one"),
    ("by the 3rd", "04-18 05-03 05-03", "the next one not yet over"),
    ("by the 18th", "04-18 04-18 04-18", "the day said is not yet over"),
    ("by the 31st", "04-18 05-31 05-31", "the next month that has one"),
    ("by the 20th of next month", "04-18 05-20 05-20", "a day of a running month"),
    ("Monday the 13th", "10-13 10-13 10-13", "the next 13th that is a Monday"),
    ("Friday, 2 May", "05-02 05-02 05-02", "the weekday adds nothing"),
    ("by Friday", "04-18 04-25 04-25", "said on a Friday: a week later"),
    ("this Friday", "04-18 04-18 04-18", "this Friday may be today"),
    ("next Friday", "04-25 04-25 04-25", "Friday of next week"),
    ("this Monday", "04-21 04-21 04-21", "the next one"),
    ("Friday week", "05-02 05-02 05-02", "seven days after the coming one"),
    ("a week on Friday", "05-02 05-02 05-02", "seven days after the coming one"),
    ("Friday of next week", "04-25 04-25 04-25", "a day of a running week"),
    ("by Wednesday or Thursday", "04-18 04-23 04-24", "due on A, latest on B"),
    ("on or before 1 July", "04-18 07-01 07-01", "by"),
    ("no later than 1 July", "04-18 07-01 07-01", "by"),
    ("Monday at the latest", "04-18 04-21 04-21", "by"),
    ("after 1 July", "07-02 - -", "a day later"),
    ("from 1 July", "07-01 - -", "opens then"),
    ("starting 1 July", "07-01 - -", "opens then"),
    ("as soon as 1 July", "07-01 - -", "opens then"),
    ("in May", "05-01 05-31 05-31", "the whole month"),
    ("by May next year", "04-18 2026-05-31 2026-05-31", "a month of a running year"),
    ("between 1 and 15 May", "05-01 05-15 05-15", "a span of days"),
    ("5 April to 8 May", "04-18 05-08 05-08", "A is over, but the span is not"),
    ("by 5pm Friday", "04-18 04-25 04-25", "a clock time never moves the day"),
    ("by 11:59 p.m. on June 30", "04-18 06-30 06-30", "a clock time never moves the day"),
    ("by midnight on Friday", "04-18 04-25 04-25", "midnight on X is the end of X"),
    ("by midnight", "04-18 04-18 04-18", "the end of the day said"),
)
HOLIDAYS: tuple[Case, ...] = (
    ("by Christmas", "04-18 12-25 12-25", "the 25th"),
    ("before Easter", "04-18 04-19 04-19", "Easter Sunday is 20 April"),
    ("by Easter 2026", "04-18 2026-04-05 2026-04-05", "Easter Sunday"),
    ("by New Year", "04-18 12-31 2026-01-01", "due the day before, latest on it"),
    ("by the turn of the year", "04-18 12-31 2026-01-01", "alike"),
    ("by Thanksgiving", "04-18 11-27 11-27", "of the United States without a country"),
    ("two weeks before Christmas", "12-11 12-11 12-11", "counted back"),
    ("three days after Easter", "04-23 04-23 04-23", "counted on"),
)


@pytest.mark.parametrize("case", DAYS, ids=lambda case: case[0])
def test_a_day_is_the_next_one_not_yet_over(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", HOLIDAYS, ids=lambda case: case[0])
def test_a_holiday_known_everywhere_has_its_day(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("day_first", "day", "other"),
    [(False, date(2026, 1, 2), date(2026, 2, 1)), (True, date(2026, 2, 1), date(2026, 1, 2))],
)
def test_figures_in_either_order_follow_the_policy(day_first: bool, day: date, other: date) -> None:
    found = read("01/02/2026", FRIDAY, policy=Policy(day_first=day_first))
    assert found.due_on == day
    assert [alternative.due_on for alternative in found.alternatives] == [other]


def test_a_holiday_of_a_country_needs_the_country() -> None:
    found = read("by Independence Day", FRIDAY)
    assert not found.is_dated
    assert found.rule == "holiday not known: independence day"
    known = read("by Independence Day", FRIDAY, policy=Policy(country="US"))
    assert known.due_on == date(2025, 7, 4)


@pytest.mark.parametrize("wording", ["by February 30", "31 April 2026", "2026-13-45"])
def test_a_day_that_no_calendar_has_gives_no_date(wording: str) -> None:
    assert not read(wording, FRIDAY).is_dated


@pytest.mark.parametrize(
    "wording", ["in 99999999999 years", "within 9000 years", "in 9999999 days"]
)
def test_a_date_outside_the_calendar_gives_the_reason(wording: str) -> None:
    found = read(wording, FRIDAY)
    assert not found.is_dated
    assert found.rule == "outside the calendar"


@pytest.mark.parametrize("said", [date.min, date.max])
@pytest.mark.parametrize("wording", ["last month", "next week", "by Friday", "this summer", "May"])
def test_the_ends_of_the_calendar_are_no_error(wording: str, said: date) -> None:
    read(wording, said)


def test_a_past_tense_turns_a_bare_month_back() -> None:
    check(("an attempt in February", "02-01 02-28 02-28", "the nearest one before"))


def test_a_weekday_on_which_something_was_said_lies_behind() -> None:
    check(("said on Thursday", "04-17 04-17 04-17", "the nearest one before"))


def test_a_bound_goes_before_the_day_of_something_else() -> None:
    wording = "after meeting leaders on Monday he suggested a deal by April or May"
    check((wording, "04-18 04-30 05-31", "by is surer than on"))


def test_reported_speech_looks_forward() -> None:
    wording = "said on Thursday he expected to sign a deal next week"
    check((wording, "04-21 04-27 04-27", "the day of speaking is no deadline"))
