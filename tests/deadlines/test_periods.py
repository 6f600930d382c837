"""Calendar periods: this and next, early and late, by and before, one or the other."""

from datetime import date

import pytest

from claimtracker.deadlines import read
from tests.deadlines.cases import FRIDAY, Case, check

NEAR: tuple[Case, ...] = (
    ("today", "04-18 04-18 04-18", "the day said"),
    ("tonight", "04-18 04-18 04-18", "the day said"),
    ("overnight", "04-19 04-19 04-19", "the next day"),
    ("tomorrow", "04-19 04-19 04-19", "the next day"),
    ("the day after tomorrow", "04-20 04-20 04-20", "two days on"),
    ("next week", "04-21 04-27 04-27", "Monday to Sunday of the week after"),
    ("the week after next", "04-28 05-04 05-04", "the second week after"),
    ("this week", "04-18 04-20 04-20", "its last day"),
    ("later this week", "04-18 04-18 04-20", "Friday, latest Sunday"),
    ("next month", "05-01 05-31 05-31", "the whole month after"),
    ("this month", "04-18 04-30 04-30", "its last day"),
    ("next quarter", "07-01 09-30 09-30", "calendar quarters"),
    ("this year", "04-18 12-31 12-31", "its last day"),
    ("next year", "2026-01-01 2026-12-31 2026-12-31", "the whole year after"),
    ("this weekend", "04-19 04-19 04-20", "due Saturday, latest Sunday"),
    ("next weekend", "04-26 04-26 04-27", "the one of next week"),
    ("this decade", "04-18 2029-12-31 2029-12-31", "its last day"),
)
BOUNDED: tuple[Case, ...] = (
    ("by tomorrow", "04-18 04-19 04-19", "open on the day said"),
    ("by the end of the week", "04-18 04-18 04-20", "due Friday, latest Sunday"),
    ("by the end of the month", "04-18 04-30 04-30", "its last day"),
    ("before the month is out", "04-18 04-30 04-30", "before its end is by its end"),
    ("before the end of July", "04-18 07-31 07-31", "before its end is by its end"),
    ("before the year is out", "04-18 12-31 12-31", "before its end is by its end"),
    ("by year's end", "04-18 12-31 12-31", "the end of this year"),
    ("by EOY", "04-18 12-31 12-31", "the end of this year"),
    ("by the weekend", "04-18 04-18 04-20", "due before it begins, latest its last day"),
    ("before the weekend", "04-18 04-18 04-18", "the day before it begins"),
    ("by summer", "04-18 05-31 09-22", "due before it begins, latest its last day"),
    ("before the summer", "04-18 05-31 06-20", "before the strict and the generous beginning"),
    ("by the 2030s", "04-18 2029-12-31 2039-12-31", "due before it begins, latest its last day"),
    ("by the end of the decade", "04-18 2029-12-31 2029-12-31", "the end is exact"),
    ("by 2030", "04-18 2030-12-31 2030-12-31", "by a year is its last day"),
    ("before 2027", "04-18 2026-12-31 2026-12-31", "the day before it begins"),
    ("before July", "04-18 06-30 06-30", "the day before it begins"),
    ("until June", "04-18 06-30 06-30", "due on its last day"),
    ("after Easter", "04-21 - -", "opens the day after"),
    ("not before June", "06-01 - -", "opens then"),
    ("will not be signed before June", "06-01 - -", "not ... before opens then"),
    ("won't be signed until June", "06-01 - -", "what happens not until then opens then"),
    ("as of July", "07-01 - -", "opens then"),
    ("as early as next week", "04-21 - -", "opens then"),
    ("by the end of next month", "04-18 05-31 05-31", "parts of a running unit"),
    ("by end June", "04-18 06-30 06-30", "end without of"),
)
PARTS: tuple[Case, ...] = (
    ("early May", "05-01 05-10 05-10", "early month: the 10th"),
    ("by mid-May", "04-18 05-15 05-20", "mid month: the 15th, latest the 20th"),
    ("late May", "05-21 05-31 05-31", "late month: its last day"),
    ("the beginning of May", "05-01 05-10 05-10", "the beginning is early"),
    ("early next week", "04-21 04-22 04-23", "early week: Tuesday, latest Wednesday"),
    ("mid next week", "04-21 04-23 04-24", "mid week: Wednesday, latest Thursday"),
    ("late next week", "04-25 04-25 04-27", "late week: Friday, latest Sunday"),
    ("early next year", "2026-01-01 2026-03-31 2026-03-31", "early year: the end of March"),
    ("mid-2026", "2026-04-01 2026-06-30 2026-08-31", "mid year: end of June, latest August"),
    ("early in the new year", "2026-01-01 2026-03-31 2026-03-31", "early next year"),
    ("early summer", "06-01 06-30 06-30", "the first third of the season"),
    ("first half of May", "05-01 05-15 05-15", "a month splits after the 15th"),
    ("second half of May", "05-16 05-31 05-31", "a month splits after the 15th"),
    ("in the second half of the year", "07-01 12-31 12-31", "six months"),
    ("H1 2026", "2026-01-01 2026-06-30 2026-06-30", "six months"),
    ("in Q3", "07-01 09-30 09-30", "the next one not yet over"),
    ("by the second quarter", "04-18 06-30 06-30", "the running one is not yet over"),
    ("in the third quarter of 2026", "2026-07-01 2026-09-30 2026-09-30", "calendar quarters"),
    ("this summer", "06-01 08-31 09-22", "meteorological, latest astronomical"),
    ("the winter of 2026", "2026-12-01 2027-02-28 2027-03-20", "begins in December 2026"),
    ("in the first week of June", "06-02 06-08 06-08", "the first week to begin in it"),
    ("the last Friday of May", "05-30 05-30 05-30", "counted from its end"),
)
JOINED: tuple[Case, ...] = (
    ("April or May", "04-18 04-30 05-31", "due at the end of A, latest of B"),
    ("May or June 2026", "2026-05-01 2026-05-31 2026-06-30", "a year named once counts for both"),
    ("December or January 2026", "12-01 12-31 2026-01-31", "A is the one before B"),
    ("by 2030 or 2031", "04-18 2030-12-31 2031-12-31", "due at the end of A, latest of B"),
    ("this week or next", "04-18 04-20 04-27", "next takes its unit from A"),
    ("between May and July", "05-01 07-31 07-31", "months span"),
    ("from June until August", "06-01 08-31 08-31", "from A until B spans"),
    ("from Monday to Friday", "04-21 04-25 04-25", "weekdays span"),
)


@pytest.mark.parametrize("case", NEAR, ids=lambda case: case[0])
def test_a_running_period_ends_on_its_last_day(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", BOUNDED, ids=lambda case: case[0])
def test_a_bound_sets_the_days_of_its_period(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", PARTS, ids=lambda case: case[0])
def test_a_part_of_a_period_follows_the_table(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", JOINED, ids=lambda case: case[0])
def test_one_or_the_other_is_due_at_the_first_and_latest_at_the_second(case: Case) -> None:
    check(case)


def test_next_week_said_on_a_thursday_is_the_calendar_week_after() -> None:
    check(("next week", "04-21 04-27 04-27", "Monday to Sunday"), said=date(2025, 4, 17))


def test_by_april_or_may_said_in_january_opens_on_the_day_said() -> None:
    case = ("by April or May", "01-20 04-30 05-31", "99 and 130 days after 21 January")
    check(case, said=date(2025, 1, 20))


def test_next_month_by_name_in_the_same_year_offers_the_one_of_next_year() -> None:
    found = read("next May", FRIDAY)
    assert found.latest_on == date(2025, 5, 31)
    assert [other.latest_on for other in found.alternatives] == [date(2026, 5, 31)]


def test_next_weekend_offers_the_coming_one() -> None:
    found = read("next weekend", FRIDAY)
    assert [other.latest_on for other in found.alternatives] == [date(2025, 4, 20)]


def test_a_part_that_is_over_gives_way_to_that_of_the_next_period() -> None:
    check(("early April", "2026-04-01 2026-04-10 2026-04-10", "10 April 2025 is over"))


def test_a_part_of_this_month_that_is_over_has_no_dates() -> None:
    found = read("early this month", FRIDAY)
    assert not found.is_dated
    assert found.rule == "already over"
