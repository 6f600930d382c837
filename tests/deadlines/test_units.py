"""The arithmetic of units: how far one reaches, and what happens at the edges of the calendar."""

from calendar import monthrange
from datetime import date

import pytest

from claimtracker.deadlines import Policy
from claimtracker.deadlines.units import (
    CENTURY,
    DAY,
    DECADE,
    FORTNIGHT,
    HOUR,
    MINUTE,
    MONTH,
    QUARTER,
    WEEK,
    WORKING_DAY,
    YEAR,
    NotDated,
    Unit,
    add_days,
    add_months,
    day_in,
    days_in_month,
    shift,
)
from tests.deadlines.cases import FRIDAY

PLAIN = Policy()


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (1, MINUTE, "2025-04-19"),  # parts of a day count as a whole one
        (24, HOUR, "2025-04-19"),  # a day of hours is one day, not two by rounding
        (25, HOUR, "2025-04-20"),
        (72, HOUR, "2025-04-21"),
        (0, DAY, "2025-04-18"),
        (1.5, DAY, "2025-04-20"),
        (2, WEEK, "2025-05-02"),
        (1, FORTNIGHT, "2025-05-02"),
        (1, MONTH, "2025-05-18"),
        (1.5, MONTH, "2025-06-02"),  # half a month is 15 days
        (2, QUARTER, "2025-10-18"),
        (1, YEAR, "2026-04-18"),
        (0.5, YEAR, "2025-10-18"),
        (1, DECADE, "2035-04-18"),
        (1, CENTURY, "2125-04-18"),
        (-2, WEEK, "2025-04-04"),
        (-1, MONTH, "2025-03-18"),
    ],
)
def test_a_unit_reaches_as_far_as_the_calendar_says(
    amount: float, unit: Unit, expected: str
) -> None:
    assert shift(FRIDAY, amount, unit, PLAIN) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),  # a leap year
        ("2025-03-31", -1, "2025-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-12-31", 1, "2026-01-31"),  # over the end of the year
        ("2025-01-15", -1, "2024-12-15"),
    ],
)
def test_month_ends_clip(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("said", "count", "expected"),
    [
        ("2025-04-18", 0, "2025-04-18"),  # the day said is day 0
        ("2025-04-18", 1, "2025-04-21"),  # Friday, so Monday
        ("2025-04-19", 1, "2025-04-21"),  # Saturday, so Monday
        ("2025-04-19", 5, "2025-04-25"),  # a whole week from a Saturday ends on Friday
        ("2025-04-16", 10, "2025-04-30"),
        ("2025-04-21", -1, "2025-04-18"),  # Monday back to Friday
    ],
)
def test_working_days_are_monday_to_friday(said: str, count: int, expected: str) -> None:
    day = shift(date.fromisoformat(said), count, WORKING_DAY, PLAIN)
    assert day == date.fromisoformat(expected)


def test_a_day_off_met_on_the_way_costs_another_day() -> None:
    german = Policy(country="DE")  # Good Friday and Easter Monday are off
    assert shift(date(2025, 4, 17), 1, WORKING_DAY, german) == date(2025, 4, 22)
    assert shift(date(2025, 4, 17), 1, WORKING_DAY, PLAIN) == FRIDAY


def test_days_off_count_backwards_too() -> None:
    assert shift(date(2025, 4, 22), -1, WORKING_DAY, Policy(country="DE")) == date(2025, 4, 17)


def test_a_country_that_nobody_knows_has_no_days_off() -> None:
    assert shift(date(2025, 4, 17), 1, WORKING_DAY, Policy(country="ZZ")) == FRIDAY


def test_a_day_off_at_the_weekend_costs_nothing() -> None:
    independence_day = date(2026, 7, 4)  # a Saturday; the day off is Friday
    assert shift(independence_day, 1, WORKING_DAY, Policy(country="US")) == date(2026, 7, 6)


def test_working_days_may_be_others() -> None:
    sunday_to_thursday = Policy(working_days=(6, 0, 1, 2, 3))
    assert shift(FRIDAY, 1, WORKING_DAY, sunday_to_thursday) == date(2025, 4, 20)


def test_without_working_days_nothing_can_be_counted() -> None:
    with pytest.raises(NotDated):
        shift(FRIDAY, 1, WORKING_DAY, Policy(working_days=()))


@pytest.mark.parametrize("unit", [DAY, WEEK, WORKING_DAY, MONTH, YEAR, CENTURY])
@pytest.mark.parametrize("amount", [1e9, -1e9])
def test_beyond_the_calendar_is_a_reason_not_an_error(amount: float, unit: Unit) -> None:
    with pytest.raises(NotDated) as reason:
        shift(FRIDAY, amount, unit, PLAIN)
    assert reason.value.rule == "outside the calendar"


def test_the_ends_of_the_calendar_are_inside_it() -> None:
    assert add_days(date.min, 0) == date.min
    assert add_days(date.max, 0) == date.max
    assert add_months(date(9999, 11, 30), 1) == date(9999, 12, 30)


@pytest.mark.parametrize("step", [(date.min, -1), (date.max, 1)])
def test_a_step_over_the_end_is_outside(step: tuple[date, int]) -> None:
    with pytest.raises(NotDated):
        add_days(*step)
    with pytest.raises(NotDated):
        add_months(*step)


@pytest.mark.parametrize(
    ("numbers", "rule"),
    [
        ((2025, 2, 29), "no such day"),
        ((2025, 13, 1), "no such day"),
        ((2025, 4, 0), "no such day"),
        ((0, 1, 1), "outside the calendar"),
        ((10_000, 1, 1), "outside the calendar"),
    ],
)
def test_a_day_that_no_calendar_has_is_named(numbers: tuple[int, int, int], rule: str) -> None:
    with pytest.raises(NotDated) as reason:
        day_in(*numbers)
    assert reason.value.rule == rule


@pytest.mark.parametrize("year", [1, 4, 100, 400, 1900, 2000, 2023, 2024, 9999])
def test_a_month_has_as_many_days_as_in_the_calendar(year: int) -> None:
    months = range(1, 13)
    assert [days_in_month(year, month) for month in months] == [
        monthrange(year, month)[1] for month in months
    ]
