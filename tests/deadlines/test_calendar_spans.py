"""The calendar unit around a day, and those before and after it."""

from datetime import date

import pytest

from claimtracker.deadlines import Policy
from claimtracker.deadlines.calendar_spans import calendar_unit, has_place, months_from, week_of
from claimtracker.deadlines.units import (
    CENTURY,
    DAY,
    DECADE,
    FORTNIGHT,
    HALF,
    HOUR,
    MONTH,
    QUARTER,
    WEEK,
    WEEKEND,
    WORKING_DAY,
    WORKING_WEEK,
    YEAR,
    NotDated,
    Unit,
)
from tests.deadlines.cases import FRIDAY

PLAIN = Policy()


def days(text: str) -> tuple[date, date]:
    """Return the first and last day of "2025-04-14 2025-04-20"."""
    first, last = text.split()
    return date.fromisoformat(first), date.fromisoformat(last)


@pytest.mark.parametrize(
    ("unit", "offset", "expected"),
    [
        (DAY, 0, "2025-04-18 2025-04-18"),
        (DAY, 1, "2025-04-19 2025-04-19"),
        (WORKING_DAY, 1, "2025-04-21 2025-04-21"),
        (WEEK, 0, "2025-04-14 2025-04-20"),
        (WEEK, -1, "2025-04-07 2025-04-13"),
        (WEEK, 2, "2025-04-28 2025-05-04"),
        (WORKING_WEEK, 1, "2025-04-21 2025-04-25"),
        (WEEKEND, 0, "2025-04-19 2025-04-20"),
        (WEEKEND, 1, "2025-04-26 2025-04-27"),
        (FORTNIGHT, 0, "2025-04-14 2025-04-27"),
        (FORTNIGHT, 1, "2025-04-21 2025-05-04"),  # two weeks from the next Monday
        (MONTH, 0, "2025-04-01 2025-04-30"),
        (MONTH, -3, "2025-01-01 2025-01-31"),
        (MONTH, 9, "2026-01-01 2026-01-31"),
        (QUARTER, 0, "2025-04-01 2025-06-30"),
        (QUARTER, 3, "2026-01-01 2026-03-31"),
        (QUARTER, -2, "2024-10-01 2024-12-31"),
        (HALF, 0, "2025-01-01 2025-06-30"),
        (HALF, 1, "2025-07-01 2025-12-31"),
        (YEAR, 0, "2025-01-01 2025-12-31"),
        (YEAR, -1, "2024-01-01 2024-12-31"),
        (DECADE, 0, "2020-01-01 2029-12-31"),
        (DECADE, 1, "2030-01-01 2039-12-31"),
        (CENTURY, 0, "2000-01-01 2099-12-31"),
    ],
)
def test_a_unit_is_the_one_around_the_day(unit: Unit, offset: int, expected: str) -> None:
    assert calendar_unit(unit, FRIDAY, offset, PLAIN) == days(expected)


@pytest.mark.parametrize(
    ("day", "starts_on", "expected"),
    [
        ("2025-04-20", 0, "2025-04-14 2025-04-20"),  # Sunday ends the week
        ("2025-04-21", 0, "2025-04-21 2025-04-27"),  # Monday begins it
        ("2025-04-20", 6, "2025-04-20 2025-04-26"),  # by the policy Sunday begins it
        ("2025-04-19", 6, "2025-04-13 2025-04-19"),
        ("2025-12-31", 0, "2025-12-29 2026-01-04"),  # over the end of the year
    ],
)
def test_a_week_begins_on_the_day_of_the_policy(day: str, starts_on: int, expected: str) -> None:
    found = week_of(date.fromisoformat(day), 0, Policy(week_starts_on=starts_on))
    assert found == days(expected)


@pytest.mark.parametrize("day", ["2025-04-14", "2025-04-19", "2025-04-20"])
def test_the_weekend_is_that_of_the_week_even_on_its_last_day(day: str) -> None:
    found = calendar_unit(WEEKEND, date.fromisoformat(day), 0, PLAIN)
    assert found == days("2025-04-19 2025-04-20")


@pytest.mark.parametrize(
    ("month", "count", "expected"),
    [
        (2, 1, "2025-02-01 2025-02-28"),
        (12, 3, "2025-12-01 2026-02-28"),
        (1, 12, "2025-01-01 2025-12-31"),
    ],
)
def test_months_end_on_their_last_day(month: int, count: int, expected: str) -> None:
    assert months_from(2025, month, count) == days(expected)


def test_an_hour_has_no_place_in_the_calendar() -> None:
    assert not has_place(HOUR)
    assert calendar_unit(HOUR, FRIDAY, 0, PLAIN) is None


@pytest.mark.parametrize("unit", [DAY, WEEK, WEEKEND, MONTH, QUARTER, YEAR, DECADE])
@pytest.mark.parametrize(("day", "offset"), [(date.min, -2), (date.max, 2)])
def test_a_unit_beyond_the_calendar_has_no_days(unit: Unit, day: date, offset: int) -> None:
    with pytest.raises(NotDated):
        calendar_unit(unit, day, offset, PLAIN)
