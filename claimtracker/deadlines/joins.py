"""Two periods joined: "April or May", "from Monday to Friday"."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from .dates import Year
from .items import kinds
from .recurring import Yearly
from .units import NotDated
from .windows import Period, Said, Window

Pair = tuple[Window, Window]


_EITHER, _EITHER_YEAR = kinds("EITHER", "JOINED"), kinds("EITHER", "YEARS_JOINED")
_SPAN, _SPAN_OF_YEARS = kinds("SPAN", "JOINED"), kinds("SPAN", "YEARS_JOINED")


class Either(NamedTuple):
    """ "A or B": due at the end of A, latest at the end of B."""

    one: Period
    other: Period

    @property
    def keys(self) -> tuple[str, ...]:
        """Two bare numbers are years only where a bound says so."""
        return _EITHER_YEAR if isinstance(self.one, Year) else _EITHER

    def on(self, said: Said) -> Window:
        """Return the window from the beginning of A, due at its end, to the end of B."""
        one, other = in_order(self.one, self.other, said)
        why = "Due at the end of the first, latest at the end of the second."
        return one._replace(
            latest=max(one.due, other.latest), rule="A or B", why=why,
            late_first=other.first, is_either=True,
        )  # fmt: skip


class SpanOf(NamedTuple):
    """ "A to B" and "between A and B": one stretch of days to the end of B."""

    one: Period
    other: Period
    is_list: bool = False  # "Friday and Thursday" are two days in any order

    @property
    def keys(self) -> tuple[str, ...]:
        """Two bare numbers are years only where a bound says so."""
        return _SPAN_OF_YEARS if isinstance(self.one, Year) else _SPAN

    def on(self, said: Said) -> Window:
        """Return the window from the beginning of A to the end of B."""
        one, other = _still_running(self.one, self.other, said) or in_order(
            self.one, self.other, said
        )
        if self.is_list and other.first < one.first:
            one, other = other, one
        if other.latest < one.first:
            raise NotDated("ends before it begins", "The second day lies before the first.")
        why = "From the beginning of the first to the end of the second."
        return other._replace(first=one.first, rule="A to B", why=why, late_first=None, soft=False)


_MOVED = kinds("MOVED", "PERIOD")


class MovedTo(NamedTuple):
    """The second day of "moved from 3 June to 24 June", which takes the place of the first."""

    span: SpanOf
    is_put_off: bool  # then it comes after the first; what is moved may as well come earlier

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _MOVED

    def on(self, said: Said) -> Window:
        """Return the new day, which is ahead although a past tense tells of the move."""
        one, other = self.span.one, self.span.other
        ahead = replace(said, of_the_past=False)
        found = other.on(ahead)
        if self.is_put_off and found.latest < (first := one.on(ahead)).first:
            found = other.on(replace(ahead, stated_on=first.first))
        return found


def in_order(one: Period, other: Period, said: Said) -> Pair:
    """Return both windows; a year named once counts for both, and B is the next one after A."""
    shared = with_year_of(other, one)
    if said.of_the_past:
        second = said.days(other)
        return shared.on(replace(said, stated_on=second.first)), second
    first, second = shared.on(said), said.days(other)
    if isinstance(one, Yearly) and one is not shared and first.first > second.first:
        return _year_before(one, first, second.first, said), second
    if second.latest < first.first and not second.pinned:
        second = other.on(replace(said, stated_on=first.first))
    return first, second


def _still_running(one: Period, other: Period, said: Said) -> Pair | None:
    """Return both where A is over but B is not: on 7 September "August to October" is running."""
    if not (isinstance(one, Yearly) and isinstance(other, Yearly)) or one.of or other.of:
        return None
    end = said.days(other)
    begin = one.in_year(end.first.year, said)
    if begin and begin.first > end.first:  # "December to February"
        begin = one.in_year(end.first.year - 1, said)
    if begin is None or not begin.due < said.stated_on <= end.latest:
        return None
    return None if _is_mostly_over(begin, end, one.on(said), said.stated_on) else (begin, end)


def _is_mostly_over(begin: Window, end: Window, following: Window, day: date) -> bool:
    """Whether the next one is meant: in late May nobody calls June "December to June".

    Unless the next one begins so far ahead that people would name its year.
    """
    is_near = (following.first - day).days <= _NEAR_AHEAD
    return is_near and day - begin.due > end.latest - day


_NEAR_AHEAD = 270  # days


def with_year_of(other: Period, one: Period) -> Period:
    """Return the first with the year that is named only once: "April and May 2027"."""
    if isinstance(one, Yearly) and one.of is None and isinstance(other, Yearly) and other.of:
        return replace(one, of=other.of)
    return one


def _year_before(one: Yearly, first: Window, second: date, said: Said) -> Window:
    """Return "December" of "December or January 2027": the one before, not eleven months on."""
    found = one.in_year(second.year - 1, said)
    return found._replace(pinned=True) if found else first
