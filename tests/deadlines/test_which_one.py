"""Which of several is meant: this, next, last, the coming one, the nth, or the bare word."""

from datetime import date

import pytest

from claimtracker.deadlines import read
from tests.deadlines.cases import Case, check

WEDNESDAY = date(2025, 4, 16)
SUNDAY = date(2025, 4, 20)
ON_WEDNESDAY: tuple[Case, ...] = (
    ("Wednesday", "04-23 04-23 04-23", "bare: never the day said"),
    ("this Wednesday", "04-16 04-16 04-16", "this may be today"),
    ("Friday", "04-18 04-18 04-18", "the next one after the day said"),
    ("this Friday", "04-18 04-18 04-18", "the next one"),
    ("the coming Friday", "04-18 04-18 04-18", "the first to come"),
    ("next Friday", "04-25 04-25 04-25", "the coming days hold one, but in this week"),
    ("next Monday", "04-21 04-21 04-21", "the coming one falls in next week"),
    ("this Monday", "04-21 04-21 04-21", "the one of this week is over"),
    ("last Friday", "04-11 04-11 04-11", "the nearest one before"),
    ("Friday week", "04-25 04-25 04-25", "seven days after the coming one"),
    ("a week on Friday", "04-25 04-25 04-25", "seven days after the coming one"),
    ("Friday of this week", "04-18 04-18 04-18", "by its week"),
    ("next week on Friday", "04-25 04-25 04-25", "by its week"),
    ("this weekend", "04-19 04-19 04-20", "the coming one"),
    ("next weekend", "04-26 04-26 04-27", "the one of next week"),
    ("early this week", "04-16 04-16 04-16", "no day before the day said"),
    ("later this week", "04-16 04-18 04-20", "from the day said"),
)
ON_SUNDAY: tuple[Case, ...] = (
    ("this week", "04-20 04-20 04-20", "Sunday is its last day"),
    ("next week", "04-21 04-27 04-27", "it begins on the morrow"),
    ("this weekend", "04-20 04-20 04-20", "the running one, not before the day said"),
    ("next weekend", "04-26 04-26 04-27", "the one of next week"),
    ("by Sunday", "04-20 04-27 04-27", "a week later"),
    ("within the week", "04-20 04-20 04-27", "the running one ends today, latest one on"),
    ("later this week", "04-20 04-20 04-20", "one day is left"),
)
BY_NAME: tuple[Case, ...] = (
    ("April", "04-16 04-30 04-30", "bare: the running one is not yet over"),
    ("this April", "04-16 04-30 04-30", "the running one"),
    ("next April", "2026-04-01 2026-04-30 2026-04-30", "the next to begin"),
    ("last April", "2024-04-01 2024-04-30 2024-04-30", "the nearest one before"),
    ("March", "2026-03-01 2026-03-31 2026-03-31", "the one of this year is over"),
    ("April 15", "2026-04-15 2026-04-15 2026-04-15", "yesterday's date is a year ahead"),
    ("April 16", "04-16 04-16 04-16", "the day said is not yet over"),
    ("next summer", "06-01 08-31 09-22", "the next to begin"),
    ("next Christmas", "12-25 12-25 12-25", "the next to begin"),
    ("the summer of next year", "2026-06-01 2026-08-31 2026-09-22", "by its year"),
)
NTH: tuple[Case, ...] = (
    ("the first Monday of June", "06-02 06-02 06-02", "counted from its beginning"),
    ("the third Thursday in May", "05-15 05-15 05-15", "counted from its beginning"),
    ("the last Friday of May", "05-30 05-30 05-30", "counted from its end"),
    ("the first week of June", "06-02 06-08 06-08", "the first week to begin in it"),
    ("the second week of June", "06-09 06-15 06-15", "the next one"),
    ("the last week of May", "05-25 05-31 05-31", "its last seven days"),
    ("the final week of 2025", "12-25 12-31 12-31", "its last seven days"),
    ("the last month of the year", "12-01 12-31 12-31", "a calendar month"),
    ("the first month of 2026", "2026-01-01 2026-01-31 2026-01-31", "a calendar month"),
    ("the third day of May", "05-03 05-03 05-03", "a day by its number"),
    ("week 3 of 2026", "2026-01-12 2026-01-18 2026-01-18", "ISO 8601"),
    ("the week of 5 May", "05-05 05-11 05-11", "the calendar week around the day"),
)


@pytest.mark.parametrize("case", ON_WEDNESDAY, ids=lambda case: case[0])
def test_a_day_of_the_week_is_counted_from_the_day_said(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize("case", ON_SUNDAY, ids=lambda case: case[0])
def test_the_last_day_of_a_week_still_belongs_to_it(case: Case) -> None:
    check(case, said=SUNDAY)


@pytest.mark.parametrize("case", BY_NAME, ids=lambda case: case[0])
def test_a_name_that_comes_back_is_the_next_one_not_yet_over(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize("case", NTH, ids=lambda case: case[0])
def test_the_nth_is_counted_inside_its_period(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize(
    "wording", ["the fifth Friday of June", "the sixth week of May", "week 54 of 2026"]
)
def test_an_nth_that_the_period_does_not_have_gives_no_date(wording: str) -> None:
    assert read(wording, WEDNESDAY).rule == "no such day"


@pytest.mark.parametrize(
    ("wording", "other"),
    [("next June", "2026-06-30"), ("next summer", "2026-09-22"), ("next weekend", "2025-04-20")],
)
def test_next_that_people_read_in_two_ways_offers_the_other(wording: str, other: str) -> None:
    (offered,) = read(wording, WEDNESDAY).alternatives
    assert str(offered.latest_on) == other
    assert offered.reason.endswith(".")


def test_a_past_tense_turns_a_bare_day_back_but_no_promise() -> None:
    told = "the talks collapsed in February"
    check((told, "02-01 02-28 02-28", "the nearest one before"), said=WEDNESDAY)
    promised = "talks collapsed, but a deal will be signed in February"
    check((promised, "2026-02-01 2026-02-28 2026-02-28", "it looks ahead"), said=WEDNESDAY)


@pytest.mark.parametrize("wording", ["early this month", "the first week of April"])
def test_what_is_over_is_not_moved_to_another_period_by_itself(wording: str) -> None:
    found = read(wording, WEDNESDAY)
    assert found.latest_on is None or found.latest_on >= WEDNESDAY


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("by the first of the month", "04-16 05-01 05-01"),
        ("on the 16th of the month", "04-16 04-16 04-16"),
        ("the first Monday of the month", "05-05 05-05 05-05"),
        ("early in the month", "05-01 05-10 05-10"),
        ("in the first quarter of the year", "2026-01-01 2026-03-31 2026-03-31"),
    ],
)
def test_a_day_or_part_of_the_month_is_the_next_one_not_over(wording: str, expected: str) -> None:
    check((wording, expected, "as a bare one is"), said=WEDNESDAY)
