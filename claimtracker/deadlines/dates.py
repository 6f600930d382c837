"""Days and months as people write them: 1 July, July 2026, the 3rd, Friday, 01/02/2026."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from .calendar_spans import months_from, week_of
from .reading import Precision
from .recurring import RECURRING, Which, Yearly, choose, day_or_none, months_around, weekday_after
from .units import NotDated, add_days, day_in
from .windows import Named, Period, Said, Window, span

DATED: tuple[str, ...] = ("DATED", "RECURRING", "PERIOD")
_NEXT_NOT_OVER = "A bare {} is the next one not yet over."


def one_day(day: date, rule: str, why: str, *, pinned: bool = False) -> Window:
    """Return the window of a single day."""
    return span(day, day, Precision.DAY, rule, why, pinned=pinned)


@dataclass(frozen=True, slots=True)
class Year(Named):
    """A calendar year by its number."""

    year: int
    keys: ClassVar[tuple[str, ...]] = ("YEARLY",)

    def on(self, said: Said) -> Window:
        """Return the whole year."""
        first, last = day_in(self.year, 1, 1), day_in(self.year, 12, 31)
        return span(first, last, Precision.YEAR, "a year", "The calendar year named.", pinned=True)


@dataclass(frozen=True, slots=True)
class Month(Yearly):
    """A month, of a year or the next one not yet over."""

    month: int = 1
    keys: ClassVar[tuple[str, ...]] = ("MONTHLY", *RECURRING)

    def in_year(self, year: int, said: Said) -> Window:
        """Return the whole month."""
        first, last = months_from(year, self.month, 1)
        return span(first, last, Precision.MONTH, "a month", _NEXT_NOT_OVER.format("month"))


@dataclass(frozen=True, slots=True)
class MonthDay(Yearly):
    """A day of a month, of a year or the next one."""

    month: int = 1
    day: int = 1
    keys: ClassVar[tuple[str, ...]] = DATED

    def in_year(self, year: int, said: Said) -> Window | None:
        """Return the day; None where the year has none."""
        day = day_or_none(year, self.month, self.day)
        return one_day(day, "a date", _NEXT_NOT_OVER.format("date")) if day else None


@dataclass(frozen=True, slots=True)
class DayOf(Named):
    """A day of a month that is named by its place: "the 20th of next month"."""

    day: int
    month: Period
    keys: ClassVar[tuple[str, ...]] = ("DATED", "PERIOD")

    def on(self, said: Said) -> Window:
        """Return the day."""
        found = self.month.on(said)
        if found.precision is not Precision.MONTH:
            raise NotDated("no such day", "Only a month has days by number.")
        day = day_in(found.first.year, found.first.month, self.day)
        return replace(found, first=day, due=day, latest=day, precision=Precision.DAY)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of an unnamed month: "the 3rd", "Monday the 13th"."""

    day: int
    weekday: int | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """A bare "the second" is a day only where the words around it say so."""
        sure = "FIGURES" if self.weekday is None else "PERIOD"
        return ("DAY_OF_MONTH", "RECURRING", sure)

    def on(self, said: Said) -> Window:
        """Return the next such day."""
        return self.chosen(None, said)

    def chosen(self, which: Which | None, said: Said) -> Window:
        """Return the one that the word before it means."""
        return choose(self._around(said), which, said)

    def _around(self, said: Said) -> Iterator[Window]:
        why = _NEXT_NOT_OVER.format("day of the month")
        for first in months_around(said, ahead=13 if self.weekday is None else 60):
            day = day_or_none(first.year, first.month, self.day)
            if day and self.weekday in (None, day.weekday()):
                yield one_day(day, "a day of the month", why)


@dataclass(frozen=True, slots=True)
class Weekday(Named):
    """A weekday; bare it is the next one after the day said."""

    weekday: int
    keys: ClassVar[tuple[str, ...]] = ("WEEKDAY", *RECURRING)

    def on(self, said: Said) -> Window:
        """Return the one after the day said, or before it where the sentence tells of the past."""
        return self.chosen(Which.LAST if said.of_the_past else None, said)

    def chosen(self, which: Which | None, said: Said) -> Window:
        """Return the one that the word before it means."""
        coming = weekday_after(said.stated_on, self.weekday)
        if which is Which.NEXT:
            monday = week_of(said.stated_on, 1, said.policy)[0]
            day = weekday_after(add_days(monday, -1), self.weekday)
            return one_day(day, "next weekday", "The one in the calendar week after this one.")
        if which is Which.THIS:
            day = weekday_after(add_days(said.stated_on, -1), self.weekday)
            return one_day(day, "this weekday", "The next such day; it may be the day it was said.")
        if which is Which.LAST:
            why = "The nearest one before the day it was said."
            day = add_days(weekday_after(add_days(said.stated_on, -1), self.weekday), -7)
            return one_day(day, "past: a weekday", why, pinned=True)
        return one_day(coming, "a weekday", "A bare weekday is the next one after the day said.")


@dataclass(frozen=True, slots=True)
class Relative(Named):
    """A day counted from the day said: today, tomorrow, the day after tomorrow."""

    days: int
    keys: ClassVar[tuple[str, ...]] = ("DATED", "PERIOD")

    def on(self, said: Said) -> Window:
        """Return the day."""
        day = add_days(said.stated_on, self.days)
        rule = _RELATIVE_RULES.get(self.days, "a day near the day said")
        return one_day(day, rule, "Counted from the day it was said.", pinned=self.days < 0)


_RELATIVE_RULES = {-1: "yesterday", 0: "today", 1: "tomorrow", 2: "the day after tomorrow"}


@dataclass(frozen=True, slots=True)
class Numeric(Yearly):
    """A date in figures, "01/02/2026": the policy says which figure is the day."""

    first: int = 1
    second: int = 1
    keys: ClassVar[tuple[str, ...]] = DATED

    def in_year(self, year: int, said: Said) -> Window | None:
        """Return the day, with the other order as an alternative where both are days."""
        orders = [(self.first, self.second), (self.second, self.first)]
        if said.policy.day_first:
            orders.reverse()
        found = [day for month, number in orders if (day := day_or_none(year, month, number))]
        if not found:
            return None
        window = one_day(found[0], "a date", "A date in figures, in the order of the policy.")
        if len(found) == 1 or found[0] == found[1]:
            return window
        other = one_day(found[1], "a date", "")
        return window.with_alternative(other, "The day and the month the other way round.")


def two_digit_year(number: int) -> Year:
    """Return the year meant by two figures: of this century below 70."""
    return Year(number if number >= 100 else number + (2000 if number < 70 else 1900))
