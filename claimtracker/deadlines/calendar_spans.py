"""The calendar unit around a day: its week, month, quarter, year, decade."""

from collections.abc import Callable
from datetime import date

from .policy import Policy
from .units import (
    CENTURY,
    DAY,
    DECADE,
    FORTNIGHT,
    HALF,
    MONTH,
    QUARTER,
    WEEK,
    WEEKEND,
    WORKING_DAY,
    WORKING_WEEK,
    YEAR,
    Unit,
    add_days,
    day_in,
    days_in_month,
    shift,
)  # fmt: skip

Days = tuple[date, date]
Finder = Callable[[date, int, Policy], Days]


def calendar_unit(unit: Unit, day: date, offset: int, policy: Policy) -> Days | None:
    """Return the unit around `day`, `offset` units on; None if the calendar has none."""
    find = _FINDERS.get(unit)
    return find(day, offset, policy) if find else None


def has_place(unit: Unit) -> bool:
    """Whether the calendar has this unit: a week, not an hour."""
    return unit in _FINDERS


def week_of(day: date, offset: int, policy: Policy) -> Days:
    """Return the week around a day; weeks begin on the policy's weekday."""
    back = (day.weekday() - policy.week_starts_on) % 7
    first = add_days(day, 7 * offset - back)
    return first, add_days(first, 6)


def months_from(year: int, month: int, count: int) -> Days:
    """Return so many whole months from the first of this one."""
    first = day_in(year, month, 1)
    year, month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return first, day_in(year, month, days_in_month(year, month))


def weekday_after(day: date, weekday: int) -> date:
    """Return the first such weekday after `day`, never the day itself."""
    return add_days(day, (weekday - day.weekday() - 1) % 7 + 1)


def _day(day: date, offset: int, policy: Policy) -> Days:
    found = add_days(day, offset)
    return found, found


def _working_day(day: date, offset: int, policy: Policy) -> Days:
    found = shift(day, offset, WORKING_DAY, policy)
    return found, found


def _working_week(day: date, offset: int, policy: Policy) -> Days:
    first, _ = week_of(day, offset, policy)
    return first, add_days(first, 4)


def _weekend(day: date, offset: int, policy: Policy) -> Days:
    """Return the weekend of the week around a day, or so many weeks on."""
    first, last = policy.weekend
    begin = add_days(day, first - day.weekday() + 7 * offset)
    return begin, add_days(begin, max(0, last - first))


def _fortnight(day: date, offset: int, policy: Policy) -> Days:
    first, _ = week_of(day, 2 * offset - (offset > 0), policy)
    return first, add_days(first, 13)


def _months(count: int) -> Finder:
    def block(day: date, offset: int, policy: Policy) -> Days:
        number = (day.year * 12 + day.month - 1) // count * count + offset * count
        return months_from(number // 12, number % 12 + 1, count)

    return block


def _years(count: int) -> Finder:
    """Return the blocks of years that begin with a round number: 2020, not 2021."""

    def block(day: date, offset: int, policy: Policy) -> Days:
        year = day.year // count * count + offset * count
        return day_in(max(year, 1) if year > -count else 0, 1, 1), day_in(year + count - 1, 12, 31)

    return block


_FINDERS: dict[Unit, Finder] = {
    DAY: _day,
    WORKING_DAY: _working_day,
    WEEK: week_of,
    WORKING_WEEK: _working_week,
    WEEKEND: _weekend,
    FORTNIGHT: _fortnight,
    MONTH: _months(1),
    QUARTER: _months(3),
    HALF: _months(6),
    YEAR: _months(12),
    DECADE: _years(10),
    CENTURY: _years(100),
}
