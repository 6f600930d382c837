"""The edges of the calendar: month ends, leap days, year ends, weekends, every day of the week."""

from datetime import date, timedelta

import pytest

from claimtracker.deadlines import read
from tests.deadlines.cases import Case, check

ON_31_JANUARY: tuple[Case, ...] = (
    ("in a month", "02-28 02-28 02-28", "month ends clip"),
    ("within one month", "01-31 02-28 02-28", "month ends clip"),
    ("in two months", "03-31 03-31 03-31", "March has a 31st"),
    ("in three months", "04-30 04-30 04-30", "month ends clip"),
    ("in 13 months", "2026-02-28 2026-02-28 2026-02-28", "month ends clip"),
    ("in a month and a day", "03-01 03-01 03-01", "the month first, then the day"),
    ("tomorrow", "02-01 02-01 02-01", "the next month"),
    ("this month", "01-31 01-31 01-31", "its last day"),
    ("by the end of the month", "01-31 01-31 01-31", "its last day"),
    ("next month", "02-01 02-28 02-28", "the whole next"),
    ("by the 31st", "01-31 01-31 01-31", "the day said is not yet over"),
    ("by the 30th", "01-31 03-30 03-30", "February has no 30th"),
    ("by the 29th", "01-31 03-29 03-29", "February 2025 has no 29th"),
    ("within the month", "01-31 01-31 02-28", "the running one ends today, latest one on"),
    ("late this month", "01-31 01-31 01-31", "its last day"),
    ("within a quarter", "01-31 04-30 04-30", "month ends clip"),
)
ON_29_FEBRUARY: tuple[Case, ...] = (
    ("today", "02-29 02-29 02-29", "the leap day"),
    ("in a year", "2025-02-28 2025-02-28 2025-02-28", "month ends clip"),
    ("in four years", "2028-02-29 2028-02-29 2028-02-29", "another leap year"),
    ("in a month", "03-29 03-29 03-29", "the same day of the next"),
    ("in 365 days", "2025-02-28 2025-02-28 2025-02-28", "the day before the anniversary"),
    ("by the end of the month", "02-29 02-29 02-29", "its last day"),
    ("in February", "02-29 02-29 02-29", "the running one is not yet over"),
    ("on February 29", "02-29 02-29 02-29", "the day said is not yet over"),
    ("by the 29th", "02-29 02-29 02-29", "the day said is not yet over"),
    ("next February", "2025-02-01 2025-02-28 2025-02-28", "the next to begin"),
    ("the end of next February", "2025-02-21 2025-02-28 2025-02-28", "the next to begin"),
    ("by February 2028", "02-29 2028-02-29 2028-02-29", "a leap year"),
    ("winter", "02-29 02-29 03-20", "the running one ends on the leap day"),
)
ON_1_MARCH_2024: tuple[Case, ...] = (
    ("on February 29", "2028-02-29 2028-02-29 2028-02-29", "the next year that has one"),
    ("by February", "03-01 2025-02-28 2025-02-28", "that of this year is over"),
    ("in a year", "2025-03-01 2025-03-01 2025-03-01", "the same day"),
    ("in 366 days", "2025-03-02 2025-03-02 2025-03-02", "no leap day on the way"),
)
ON_31_DECEMBER: tuple[Case, ...] = (
    ("tomorrow", "2026-01-01 2026-01-01 2026-01-01", "the next year"),
    ("this year", "12-31 12-31 12-31", "its last day"),
    ("by the end of the year", "12-31 12-31 12-31", "its last day"),
    ("next year", "2026-01-01 2026-12-31 2026-12-31", "the whole next"),
    ("within the year", "12-31 12-31 2026-12-31", "the running one ends today, latest one on"),
    ("next month", "2026-01-01 2026-01-31 2026-01-31", "in the next year"),
    ("this week", "12-31 2026-01-04 2026-01-04", "it ends in the next year"),
    ("next week", "2026-01-05 2026-01-11 2026-01-11", "Monday to Sunday"),
    ("by Friday", "12-31 2026-01-02 2026-01-02", "in the next year"),
    ("this weekend", "2026-01-03 2026-01-03 2026-01-04", "in the next year"),
    ("this quarter", "12-31 12-31 12-31", "its last day"),
    ("next quarter", "2026-01-01 2026-03-31 2026-03-31", "in the next year"),
    ("by New Year", "12-31 12-31 2026-01-01", "due before it, latest on it"),
    ("in a month", "2026-01-31 2026-01-31 2026-01-31", "the same day"),
    ("in two months", "2026-02-28 2026-02-28 2026-02-28", "month ends clip"),
    ("early next year", "2026-01-01 2026-03-31 2026-03-31", "March"),
    ("by January", "12-31 2026-01-31 2026-01-31", "the next one"),
    ("before January", "12-31 12-31 12-31", "the day before it begins"),
    ("by December", "12-31 12-31 12-31", "the running one is not yet over"),
    ("next December", "2026-12-01 2026-12-31 2026-12-31", "the next to begin"),
    ("by the end of the decade", "12-31 2029-12-31 2029-12-31", "its last day"),
    ("in H1", "2026-01-01 2026-06-30 2026-06-30", "the next one not yet over"),
    ("week 1 of next year", "2025-12-29 2026-01-04 2026-01-04", "ISO 8601"),
)
ON_1_JANUARY: tuple[Case, ...] = (
    ("this year", "01-01 12-31 12-31", "the whole of it"),
    ("by December", "01-01 12-31 12-31", "its last month"),
    ("next year", "2027-01-01 2027-12-31 2027-12-31", "the one after"),
    ("in a week", "01-08 01-08 01-08", "seven days"),
    ("by the end of the week", "01-01 01-02 01-04", "Friday, latest Sunday"),
    ("this month", "01-01 01-31 01-31", "the whole of it"),
    ("January", "01-01 01-31 01-31", "the running one"),
    ("next January", "2027-01-01 2027-01-31 2027-01-31", "this year's has begun"),
    ("this quarter", "01-01 03-31 03-31", "the whole of it"),
    ("by spring", "01-01 02-28 06-20", "due before it begins"),
)
ON: tuple[tuple[date, tuple[Case, ...]], ...] = (
    (date(2025, 1, 31), ON_31_JANUARY),
    (date(2024, 2, 29), ON_29_FEBRUARY),
    (date(2024, 3, 1), ON_1_MARCH_2024),
    (date(2025, 12, 31), ON_31_DECEMBER),  # a Wednesday
    (date(2026, 1, 1), ON_1_JANUARY),  # a Thursday
    (date(2029, 12, 31), (("next decade", "2030-01-01 2039-12-31 2039-12-31", "the next day"),)),
    (date(2099, 12, 31), (("this century", "12-31 12-31 12-31", "its last day"),)),
)


@pytest.mark.parametrize(
    ("said", "case"),
    [pytest.param(said, case, id=f"{case[0]} on {said}") for said, cases in ON for case in cases],
)
def test_a_wording_said_on_an_edge_of_the_calendar(said: date, case: Case) -> None:
    check(case, said=said)


MONDAY = date(2025, 4, 14)
BY_DAY: tuple[tuple[str, str, str], ...] = (
    ("tomorrow", "15 16 17 18 19 20 21", "the next day"),
    ("by Monday", "21 21 21 21 21 21 21", "the next one after the day said"),
    ("by Wednesday", "16 16 23 23 23 23 23", "the next one after the day said"),
    ("by Friday", "18 18 18 18 25 25 25", "the next one after the day said"),
    ("by Sunday", "20 20 20 20 20 20 27", "the next one after the day said"),
    ("this Monday", "14 21 21 21 21 21 21", "it may be the day said"),
    ("this Friday", "18 18 18 18 18 25 25", "it may be the day said"),
    ("this Sunday", "20 20 20 20 20 20 20", "it may be the day said"),
    ("next Monday", "21 21 21 21 21 21 21", "the one of next week"),
    ("next Friday", "25 25 25 25 25 25 25", "the one of next week"),
    ("next Sunday", "27 27 27 27 27 27 27", "the one of next week"),
    ("the coming Friday", "18 18 18 18 25 25 25", "the first to come"),
    ("Friday of next week", "25 25 25 25 25 25 25", "by its week"),
    ("a week on Tuesday", "22 29 29 29 29 29 29", "seven days after the coming one"),
    ("Tuesday week", "22 29 29 29 29 29 29", "seven days after the coming one"),
    ("next week", "27 27 27 27 27 27 27", "to Sunday"),
    ("this week", "20 20 20 20 20 20 20", "to Sunday"),
    ("this weekend", "20 20 20 20 20 20 20", "to Sunday"),
    ("by the weekend", "20 20 20 20 20 20 20", "latest on its last day"),
    ("next weekend", "27 27 27 27 27 27 27", "that of next week"),
    ("the end of the week", "20 20 20 20 20 20 20", "latest on Sunday"),
    ("late next week", "27 27 27 27 27 27 27", "latest on Sunday"),
    ("early next week", "23 23 23 23 23 23 23", "latest on Wednesday"),
    ("in a week", "21 22 23 24 25 26 27", "seven days"),
    ("within the week", "21 22 23 24 25 26 27", "latest one week on"),
    ("in the next week", "21 22 23 24 25 26 27", "one week from the day said"),
    ("in three working days", "17 18 21 22 23 23 23", "Monday to Friday"),
)
"""What is latest when said on each day from Monday, 14, to Sunday, 20 April 2025."""


@pytest.mark.parametrize("number", range(7), ids=lambda number: f"April {14 + number}")
@pytest.mark.parametrize("row", BY_DAY, ids=lambda row: row[0])
def test_a_wording_said_on_each_day_of_the_week(row: tuple[str, str, str], number: int) -> None:
    wording, latest, why = row
    found = latest_of(wording, MONDAY + timedelta(days=number))
    assert found == date(2025, 4, int(latest.split()[number])), why


def latest_of(wording: str, said: date) -> date | None:
    """Return the generous day of a wording, which is never before the strict one."""
    found = read(wording, said)
    assert found.opens_on is not None
    assert found.due_on is not None
    assert found.latest_on is not None
    assert said <= found.opens_on <= found.due_on <= found.latest_on
    return found.latest_on
