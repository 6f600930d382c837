"""Days and months as people write them: 1 July, July 2026, the 3rd, Friday, 01/02/2026."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from .calendar_spans import months_from, week_of, weekday_after
from .items import kinds
from .reading import Precision
from .recurring import RECURRING, Which, Yearly, choose, months_from_now
from .units import NotDated, add_days, day_in, day_or_none
from .windows import Period, Said, Window, span

DATED = kinds("DATED", "RECURRING", "PERIOD")
_MONTHS_AROUND, _MONTHS_WITH_WEEKDAY = 13, 60
_NEXT_NOT_OVER = "A bare {} is the next one not yet over."


def one_day(day: date, rule: str, why: str, *, pinned: bool = False) -> Window:
    """Return the window of a single day."""
    return span(day, day, Precision.DAY, rule, why, pinned=pinned)


_YEAR, _YEAR_SAID = kinds("YEARLY", "FIGURES", "YEAR"), kinds("YEARLY", "PERIOD")


class Year(NamedTuple):
    """A calendar year by its number."""

    year: int
    is_said: bool = False  # "the year 2040": no other number

    @property
    def keys(self) -> tuple[str, ...]:
        """A bare number is a year only where the words around it say so."""
        return _YEAR_SAID if self.is_said else _YEAR

    def on(self, said: Said) -> Window:
        """Return the whole year."""
        first, last = day_in(self.year, 1, 1), day_in(self.year, 12, 31)
        return span(first, last, Precision.YEAR, "a year", "The calendar year named.", pinned=True)


@dataclass(frozen=True, slots=True)
class Month(Yearly):
    """A month, of a year or the next one not yet over."""

    month: int = 1
    keys: ClassVar[tuple[str, ...]] = kinds("MONTHLY", *RECURRING)

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


_DAY_OF = kinds("DATED", "PERIOD")


class DayOf(NamedTuple):
    """A day of a month that is named by its place: "the 20th of next month"."""

    day: int
    month: Period

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _DAY_OF

    def on(self, said: Said) -> Window:
        """Return the day."""
        found = self.month.on(said)
        if found.precision is not Precision.MONTH:
            raise NotDated("no such day", "Only a month has days by number.")
        day = day_in(found.first.year, found.first.month, self.day)
        return found._replace(first=day, due=day, latest=day, precision=Precision.DAY)


_DAY_OF_MONTH = kinds("DAY_OF_MONTH", "RECURRING", "FIGURES")
_DAY_OF_MONTH_SURE = kinds("DAY_OF_MONTH", *RECURRING)


class DayOfMonth(NamedTuple):
    """A day of an unnamed month: "the 3rd", "Monday the 13th"."""

    day: int
    weekday: int | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """A bare "the second" is a day only where the words around it say so."""
        return _DAY_OF_MONTH if self.weekday is None else _DAY_OF_MONTH_SURE

    def on(self, said: Said) -> Window:
        """Return the next such day."""
        return self.chosen(None, said)

    def chosen(self, which: Which | None, said: Said) -> Window:
        """Return the one that the word before it means."""
        return choose(self._ahead, self._back, which, said)

    def _ahead(self, said: Said) -> Iterator[Window]:
        return self._in(range(self._most), said)

    def _back(self, said: Said) -> Iterator[Window]:
        return self._in(range(0, -self._most, -1), said)

    @property
    def _most(self) -> int:
        return _MONTHS_AROUND if self.weekday is None else _MONTHS_WITH_WEEKDAY

    def _in(self, months: Iterable[int], said: Said) -> Iterator[Window]:
        why = _NEXT_NOT_OVER.format("day of the month")
        for first in months_from_now(said, months):
            day = day_or_none(first.year, first.month, self.day)
            if day and self.weekday in (None, day.weekday()):
                yield one_day(day, "a day of the month", why)


_WEEKDAY = kinds("WEEKDAY", *RECURRING)


class Weekday(NamedTuple):
    """A weekday; bare it is the next one after the day said."""

    weekday: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _WEEKDAY

    def on(self, said: Said) -> Window:
        """Return the one after the day said, or before it where the sentence tells of the past."""
        return self.chosen(None, said)

    def chosen(self, which: Which | None, said: Said) -> Window:
        """Return the one that the word before it means."""
        day, policy = said.stated_on, said.policy
        if which is None and said.of_the_past:  # told on a Friday, "Friday" is that day
            found = add_days(weekday_after(day, self.weekday), -7)
            return one_day(found, "past: a weekday", _NEAREST_BEFORE, pinned=True)
        if which is Which.LAST:
            found = add_days(weekday_after(add_days(day, -1), self.weekday), -7)
            return one_day(found, "past: a weekday", _NEAREST_BEFORE, pinned=True)
        if which is Which.NEXT and not policy.next_weekday_is_coming:
            return self._of_next_week(said)
        if which is Which.THIS or (which is None and policy.weekday_may_be_today):
            found = weekday_after(add_days(day, -1), self.weekday)
            rule = "this weekday" if which is Which.THIS else "a weekday"
            return one_day(found, rule, "The next such day; it may be the day it was said.")
        why = "A bare weekday is the next one after the day said."
        return one_day(weekday_after(day, self.weekday), "a weekday", why)

    def _of_next_week(self, said: Said) -> Window:
        monday = week_of(said.stated_on, 1, said.policy)[0]
        day = weekday_after(add_days(monday, -1), self.weekday)
        found = one_day(
            day, "next weekday", "The one in the calendar week after that in which it was said."
        )
        coming = weekday_after(said.stated_on, self.weekday)
        if coming == day:
            return found
        return found.with_alternative(one_day(coming, "", ""), "The first such day to come.")


_NEAREST_BEFORE = "The nearest one before the day it was said."


_RELATIVE = kinds("RELATIVE", "PERIOD")


class Relative(NamedTuple):
    """A day counted from the day said: today, tomorrow, the day after tomorrow."""

    days: int
    told: int | None = None  # the days where the past is told: "struck overnight"

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _RELATIVE

    def on(self, said: Said) -> Window:
        """Return the day."""
        days = self.days if self.told is None or not said.of_the_past else self.told
        day = add_days(said.stated_on, days)
        rule = _RELATIVE_RULES.get(days, "a day near the day said")
        return one_day(day, rule, "Counted from the day it was said.", pinned=days < 0)


OVERNIGHT = Relative(1, told=0)
"""Rather how long something takes than when it happens."""
_RELATIVE_RULES = {
    -2: "the day before yesterday",
    -1: "yesterday",
    0: "today",
    1: "tomorrow",
    2: "the day after tomorrow",
}


_DATED_DAY = kinds("DATED", "PERIOD")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class OnWeekday(NamedTuple):
    """A date with its weekday: "Friday, 5 May"; where they disagree the reading says so."""

    weekday: int
    dated: Period

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _DATED_DAY

    def on(self, said: Said) -> Window:
        """Return the date; the nearest such weekday is the alternative where it is another one."""
        found = self.dated.on(said)
        actual = found.first.weekday()
        if found.precision is not Precision.DAY or actual == self.weekday:
            return found
        nearest = add_days(found.first, (self.weekday - actual + 3) % 7 - 3)
        why = f"That day is a {_WEEKDAYS[actual]}, not a {_WEEKDAYS[self.weekday]}."
        named = one_day(nearest, "a date", "")
        return found._replace(why=f"{found.why} {why}").with_alternative(named, why)


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
        window = one_day(
            found[0], "a date", "A date in figures, in the order that the conventions set."
        )
        if len(found) == 1 or found[0] == found[1]:
            return window
        other = one_day(found[1], "a date", "")
        return window.with_alternative(other, "The day and the month the other way round.")


def two_digit_year(number: int) -> Year:
    """Return the year meant by two figures: of this century below 70."""
    return Year(number if number >= 100 else number + (2000 if number < 70 else 1900))
