"""Periods that come back every week, month or year, and which of them is meant."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from typing import ClassVar, Protocol, runtime_checkable

from .units import NotDated, add_days, add_months, day_in
from .windows import Named, Period, Said, Window

_YEARS_AROUND = 9  # a leap day comes back within eight years, but for 1900 and its like
RECURRING: tuple[str, ...] = ("RECURRING", "PERIOD")


class Which(IntEnum):
    """The words that choose one of several: last, this, next."""

    LAST = -1
    THIS = 0
    NEXT = 1
    COMING = 2  # "the coming Friday": the first to come, not the one of next week


@runtime_checkable
class Recurring(Period, Protocol):
    """A period that comes back, from which "next", "last" or nothing at all choose one."""

    def chosen(self, which: Which | None, said: Said) -> Window:
        """Return the one meant; None is the bare word."""


@dataclass(frozen=True, slots=True)
class Yearly(Named):
    """Base of what comes once a year; `of` is the year where the words name one."""

    of: Period | None
    keys: ClassVar[tuple[str, ...]] = RECURRING

    def in_year(self, year: int, said: Said) -> Window | None:
        """Return the one of this year; None where the year has none (29 February)."""
        raise NotImplementedError

    def on(self, said: Said) -> Window:
        """Return the one of the year named, else the next one not yet over."""
        if self.of is None:
            return self.chosen(None, said)
        year = self.of.on(said)
        found = self.in_year(year.first.year, said)
        if found is None:
            raise NotDated("no such day", "The year named has no such day.")
        return replace(found, pinned=True, starts_anew=False)

    def chosen(self, which: Which | None, said: Said) -> Window:
        """Return the one that "this", "next", "last" or the bare word means."""
        found = choose(self._around(which, said), which, said)
        return found if which or found.pinned else replace(found, starts_anew=True)

    def _around(self, which: Which | None, said: Said) -> Iterator[Window]:
        """Give this one of every year that may matter, inside the calendar."""
        looks_back = said.of_the_past or which is Which.LAST
        year, back = said.stated_on.year, _YEARS_AROUND if looks_back else 1
        for number in range(max(1, year - back), min(date.max.year, year + _YEARS_AROUND) + 1):
            found = self.in_year(number, said)
            if found:
                yield found


def choose(windows: Iterator[Window], which: Which | None, said: Said) -> Window:
    """Choose from windows in order of time by the word before them."""
    if which is Which.LAST or (said.of_the_past and which is None):
        return _last_before(windows, said, is_running_one_meant=which is None)
    if which is Which.NEXT:
        return _next_to_begin(windows, said)
    return _first_not_over(windows, said)


def _first_not_over(windows: Iterator[Window], said: Said) -> Window:
    window = None
    for window in windows:
        if window.due >= said.stated_on:
            return window
    if window is None:
        raise NotDated("no such day", "The calendar has no such day.")
    raise NotDated("outside the calendar", "No later one lies inside the calendar.")


def _last_before(windows: Iterator[Window], said: Said, *, is_running_one_meant: bool) -> Window:
    """Return the nearest before; "failed in April" may be the running one, "last April" not."""
    found = None
    for window in windows:
        begun_or_over = window.first if is_running_one_meant else window.due
        if begun_or_over >= said.stated_on:
            break
        found = window
    if found is None:
        raise NotDated("outside the calendar", "No earlier one lies inside the calendar.")
    why = "The nearest one before the day it was said, since the sentence tells of the past."
    return replace(found, pinned=True, starts_anew=False, rule=f"past: {found.rule}", why=why)


def _next_to_begin(windows: Iterator[Window], said: Said) -> Window:
    """Return the next to begin; where that is still this year, next year's as an alternative."""
    ahead = [window for window in windows if window.first > said.stated_on][:2]
    if not ahead:
        raise NotDated("outside the calendar", "No later one lies inside the calendar.")
    found = replace(ahead[0], rule=f"next {ahead[0].rule.removeprefix('a ')}", starts_anew=False)
    if len(ahead) == 2 and found.first.year == said.stated_on.year:
        return found.with_alternative(ahead[1], "The one of next year.")
    return found


@dataclass(frozen=True, slots=True)
class Chosen(Named):
    """A recurring period with the word that chooses it: "next April", "this Friday"."""

    which: Which
    period: Recurring
    keys: ClassVar[tuple[str, ...]] = ("CHOSEN", "PERIOD")

    def on(self, said: Said) -> Window:
        """Return the one chosen."""
        return self.period.chosen(self.which, said)


def months_around(said: Said, back: int = 13, ahead: int = 13) -> Iterator[date]:
    """Give the first of each month around the day said, inside the calendar."""
    for count in range(-back, ahead):
        try:
            yield add_months(said.stated_on.replace(day=1), count)
        except NotDated:
            continue


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none."""
    try:
        return day_in(year, month, day)
    except NotDated:
        return None


def weekday_after(day: date, weekday: int) -> date:
    """Return the first such weekday after `day`, never the day itself."""
    return add_days(day, (weekday - day.weekday() - 1) % 7 + 1)
