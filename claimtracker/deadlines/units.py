"""Units of time and the arithmetic of adding so many of them to a day."""

from calendar import isleap
from dataclasses import dataclass
from datetime import date
from math import ceil

from .policy import Policy
from .public_holidays import days_off, years_known
from .reading import Alternative, Precision

_DAYS_IN_MONTH_PART = 30  # "a month and a half" is a month and 15 days
_FARTHEST = 10_000 * 366  # more days than the calendar has
_LAST = date.max.toordinal()


class NotDated(Exception):
    """The words name no day; carries the rule and the reason."""

    def __init__(
        self, rule: str, explanation: str, alternatives: tuple[Alternative, ...] = ()
    ) -> None:
        super().__init__(rule)
        self.rule = rule
        self.explanation = explanation
        self.alternatives = alternatives


def outside_calendar() -> NotDated:
    """Return the reason for a date before year 1 or after year 9999."""
    return NotDated("outside the calendar", "The date would lie outside the years 1 to 9999.")


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A unit of time: how far one of it reaches, in months or else in days."""

    name: str
    days: float = 0
    months: int = 0
    precision: Precision = Precision.DAY


MINUTE = Unit("minute", days=1 / 1440)
HOUR = Unit("hour", days=1 / 24)
DAY = Unit("day", days=1)
WORKING_DAY = Unit("working day", days=1)
WEEKEND = Unit("weekend", days=7, precision=Precision.WEEKEND)
WEEK = Unit("week", days=7, precision=Precision.WEEK)
WORKING_WEEK = Unit("working week", days=7, precision=Precision.WEEK)
FORTNIGHT = Unit("fortnight", days=14, precision=Precision.WEEK)
MONTH = Unit("month", months=1, precision=Precision.MONTH)
QUARTER = Unit("quarter", months=3, precision=Precision.QUARTER)
HALF = Unit("half", months=6, precision=Precision.HALF)
YEAR = Unit("year", months=12, precision=Precision.YEAR)
DECADE = Unit("decade", months=120, precision=Precision.DECADE)
CENTURY = Unit("century", months=1200, precision=Precision.CENTURY)

SITTING_DAY = Unit("sitting day", days=1)
QUARTER_CENTURY = Unit("quarter century", months=300, precision=Precision.YEAR)

BY_NAME = {
    unit.name: unit
    for unit in (
        MINUTE, HOUR, DAY, WORKING_DAY, WEEKEND, WEEK, WORKING_WEEK, FORTNIGHT, MONTH, QUARTER,
        HALF, YEAR, DECADE, CENTURY, SITTING_DAY,
        QUARTER_CENTURY,
    )
}  # fmt: skip


def shift(day: date, amount: float, unit: Unit, policy: Policy) -> date:
    """Return the day so many units later; parts of a day count as a whole one, month ends clip."""
    if unit is SITTING_DAY:
        why = "Sitting days are those of a parliament's own calendar; fill in the last of them."
        raise NotDated("event not dated: sitting days", why)
    if unit is WORKING_DAY:
        return _after_working_days(day, ceil(amount), policy)
    if not unit.months:
        return add_days(day, _up(amount * unit.days))
    months = amount * unit.months
    whole = int(months // 1)
    found = add_months(day, whole)
    return (
        found if months == whole else add_days(found, _up((months - whole) * _DAYS_IN_MONTH_PART))
    )


def add_days(day: date, days: int) -> date:
    """Return the day so many days later, or raise NotDated beyond the calendar."""
    number = day.toordinal() + days
    if 1 <= number <= _LAST:
        return date.fromordinal(number)
    raise outside_calendar()


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, clipped to the end of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    if not 1 <= year <= date.max.year:
        raise outside_calendar()
    number = day.day
    return date(year, month, number if number <= 28 else min(number, days_in_month(year, month)))


def day_in(year: int, month: int, day: int) -> date:
    """Return this day of the calendar, or raise NotDated where there is none."""
    found = day_or_none(year, month, day)
    if found:
        return found
    if not 1 <= year <= date.max.year:
        raise outside_calendar()
    raise NotDated("no such day", "The calendar has no such day.")


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has; the calendar's own answer works out weekdays too."""
    return 29 if month == _FEBRUARY and isleap(year) else _DAYS_IN_MONTH[month - 1]


_FEBRUARY = 2
_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _up(days: float) -> int:
    """Round up to whole days, forgiving the rounding of fractions like 24/24."""
    return ceil(days - 1e-9)


def _after_working_days(day: date, count: int, policy: Policy) -> date:
    """Count working days from `day`, which is day 0; each day off met on the way costs another."""
    found = _leap(day, count, policy)
    skipped = 0
    while (off := _days_off(day, found, policy)) != skipped:
        skipped = off
        found = _leap(day, count + (off if count >= 0 else -off), policy)
    return found


def _days_off(day: date, until: date, policy: Policy) -> int:
    """Count the public holidays on working days after `day`, to `until` and with it."""
    if not policy.country:
        return 0
    first, last = (day, until) if day <= until else (until, add_days(day, -1))
    return sum(
        (first < off if day <= until else first <= off)
        and off <= last
        and off.weekday() in policy.working_days
        for year in years_known(first, last)
        for off in days_off(policy.country, year)
    )


def _leap(day: date, count: int, policy: Policy) -> date:
    """Count weekdays only; whole weeks at once, so that the size of the number costs nothing."""
    if not policy.working_days or abs(count) > _FARTHEST:
        raise outside_calendar()
    step = 1 if count >= 0 else -1
    weeks, left = divmod(abs(count), len(policy.working_days))
    found = add_days(day, 7 * weeks * step)
    while left:
        found = add_days(found, step)
        left -= found.weekday() in policy.working_days
    while found.weekday() not in policy.working_days and count:  # whole weeks from a Saturday
        found = add_days(found, -step)
    return found
