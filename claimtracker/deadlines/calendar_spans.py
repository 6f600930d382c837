"""The calendar unit around a day: its week, month, quarter, year, decade."""

from calendar import monthrange
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
    add_months,
    day_in,
    shift,
)  # fmt: skip

Days = tuple[date, date]


def calendar_unit(unit: Unit, day: date, offset: int, policy: Policy) -> Days | None:
    """Return the unit around `day`, `offset` units on; None if the calendar has none."""
    find = _FINDERS.get(unit.name)
    return find(day, offset, policy) if find else None


def week_of(day: date, offset: int, policy: Policy) -> Days:
    """Return the week around a day; weeks begin on the policy's weekday."""
    back = (day.weekday() - policy.week_starts_on) % 7
    first = add_days(day, 7 * offset - back)
    return first, add_days(first, 6)


def months_from(year: int, month: int, count: int) -> Days:
    """Return so many whole months from the first of this one."""
    first = day_in(year, month, 1)
    last = add_months(first, count - 1)
    return first, last.replace(day=monthrange(last.year, last.month)[1])


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
    saturday = add_days(day, 5 - day.weekday() + 7 * offset)
    return saturday, add_days(saturday, 1)


def _fortnight(day: date, offset: int, policy: Policy) -> Days:
    first, _ = week_of(day, 2 * offset - (offset > 0), policy)
    return first, add_days(first, 13)


def _months(count: int) -> Callable[[date, int, Policy], Days]:
    def block(day: date, offset: int, policy: Policy) -> Days:
        number = (day.year * 12 + day.month - 1) // count * count + offset * count
        return months_from(number // 12, number % 12 + 1, count)

    return block


_FINDERS: dict[str, Callable[[date, int, Policy], Days]] = {
    DAY.name: _day,
    WORKING_DAY.name: _working_day,
    WEEK.name: week_of,
    WORKING_WEEK.name: _working_week,
    WEEKEND.name: _weekend,
    FORTNIGHT.name: _fortnight,
    MONTH.name: _months(1),
    QUARTER.name: _months(3),
    HALF.name: _months(6),
    YEAR.name: _months(12),
    DECADE.name: _months(120),
    CENTURY.name: _months(1200),
}


def has_place(unit: Unit) -> bool:
    """Whether the calendar has this unit: a week, not an hour."""
    return unit.name in _FINDERS
