"""Periods that come back every week, month or year, and which of them is meant."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import ClassVar, NamedTuple, Protocol, runtime_checkable

from .items import kinds
from .units import NotDated, add_months
from .windows import Period, Said, Window

_AROUND = 9  # years; a leap day comes back within eight years, but for 1900 and its like
_LAST = date.max.year
RECURRING = kinds("RECURRING", "PERIOD")


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
class Yearly:
    """Base of what comes once a year; `of` is the year where the words name one."""

    of: Period | None
    keys: ClassVar[tuple[str, ...]] = RECURRING
    crosses_years: ClassVar[bool] = False  # winter: that of last year may still be running

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
        why = found.why if found.alternatives else "The one of the year named."
        return found.pinned_down(why) if year.pinned else found._replace(why=why)

    def chosen(self, which: Which | None, said: Said) -> Window:
        """Return the one that "this", "next", "last" or the bare word means."""
        return choose(self._ahead, self._back, which, said)

    def _ahead(self, said: Said) -> Iterator[Window]:
        """Give this one of every year that may matter, from the running one on."""
        year = said.stated_on.year
        return self._in(
            range(max(1, year - self.crosses_years), min(_LAST, year + _AROUND) + 1), said
        )

    def _back(self, said: Said) -> Iterator[Window]:
        year = said.stated_on.year
        return self._in(range(year, max(0, year - _AROUND - 1), -1), said)

    def _in(self, years: Iterable[int], said: Said) -> Iterator[Window]:
        return (found for year in years if (found := self.in_year(year, said)))


InOrder = Callable[[Said], Iterator[Window]]
"""Gives the windows that may be meant, in order of time."""


def choose(ahead: InOrder, back: InOrder, which: Which | None, said: Said) -> Window:
    """Choose by the word before them from windows ahead or back."""
    if which is None:
        if said.of_the_past:
            return _last_before(back(said), said, is_running_one_meant=True)
        return _first_not_over(ahead(said), said)
    if which is Which.LAST:
        return _last_before(back(said), said, is_running_one_meant=False)
    if which is Which.THIS and said.of_the_past:  # "began this summer"
        found = _last_before(back(said), said, is_running_one_meant=True)
        if found.latest.year == said.stated_on.year:
            return found
    if which is Which.NEXT:
        return _next_to_begin(ahead(said), said)
    return _first_not_over(ahead(said), said)


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
    for window in windows:
        is_before = window.due < said.stated_on
        if is_before or (is_running_one_meant and window.first <= said.stated_on):
            why = "The nearest one before the day it was said."
            return window.pinned_down(why, f"past: {window.rule}")
    raise NotDated("outside the calendar", "No earlier one lies inside the calendar.")


def _next_to_begin(windows: Iterator[Window], said: Said) -> Window:
    """Return the next to begin; where that is still this year, next year's as an alternative."""
    ahead = []
    for window in windows:
        if window.first > said.stated_on:
            ahead.append(window)
            if len(ahead) == 2:
                break
    if not ahead:
        raise NotDated("outside the calendar", "No later one lies inside the calendar.")
    rule = f"{ahead[0].rule}: the next one"
    found = ahead[0]._replace(rule=rule, why="The next one to begin.")
    if len(ahead) == 2 and found.first.year == said.stated_on.year:
        return found.with_alternative(ahead[1], "The one of next year.")
    return found


_CHOSEN = kinds("CHOSEN", "PERIOD")


class Chosen(NamedTuple):
    """A recurring period with the word that chooses it: "next April", "this Friday"."""

    which: Which
    period: Recurring

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _CHOSEN

    def on(self, said: Said) -> Window:
        """Return the one chosen."""
        return self.period.chosen(self.which, said)


def months_from_now(said: Said, counts: Iterable[int]) -> Iterator[date]:
    """Give the first of each month so many months on, inside the calendar."""
    for count in counts:
        try:
            yield add_months(said.stated_on.replace(day=1), count)
        except NotDated:
            continue
