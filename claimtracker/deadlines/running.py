"""Calendar units around the day said, quarters, halves, seasons, decades, fiscal years."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import ClassVar, NamedTuple

from .calendar_spans import calendar_unit, months_from
from .items import kinds
from .reading import Alternative, Precision
from .recurring import RECURRING, Yearly
from .units import DECADE, QUARTER, WEEKEND, NotDated, Unit, add_days, day_in
from .windows import PERIOD, Period, Said, Window, span

_NAMES = {-2: "the one before last", -1: "last", 0: "this", 1: "next", 2: "the one after next"}
_PLACES = {
    -2: "The second calendar {} before the one in which it was said.",
    -1: "The calendar {} before the one in which it was said.",
    0: "The calendar {} in which it was said, to its last day.",
    1: "The calendar {} after the one in which it was said.",
    2: "The second calendar {} after the one in which it was said.",
}
_SEASON_ENDS = ((6, 20), (9, 22), (12, 21), (3, 20))  # spring first
_SEASONS = ("spring", "summer", "autumn", "winter")


class Running(NamedTuple):
    """A calendar unit counted from the one in which the words were said: "next week" is 1."""

    unit: Unit
    offset: int
    the: bool = False  # "the week", "the next week": bounds read it otherwise than "this week"

    @property
    def keys(self) -> tuple[str, ...]:
        """Its unit is a kind: a weekday or a day may name a part of it."""
        return _kinds_of(self.unit.name, is_next=self.offset == 1, the=self.the)

    def on(self, said: Said) -> Window:
        """Return the whole unit; a weekend is due on its Saturday."""
        if said.of_the_past and self.unit is QUARTER and self.the and not self.offset:
            return self._of_the_text(said)
        days = calendar_unit(self.unit, said.stated_on, self.offset, said.policy)
        if said.of_the_past and days and not self.offset and days[0] > said.stated_on:
            return Running(self.unit, -1).on(said)  # "over the weekend", told on a Monday
        if days is None:
            raise NotDated("no measure", f"The calendar has no {self.unit.name} of its own.")
        rule = f"{_NAMES.get(self.offset, 'a later')} {self.unit.name}"
        if self.unit is WEEKEND and not self.offset:
            why = "The weekend of the week in which it was said."
            return self._softened(span(*days, self.unit.precision, rule, why), said)
        why = _PLACES.get(self.offset, "A later calendar {}.").format(self.unit.name)
        found = span(*days, self.unit.precision, rule, why, pinned=self.offset < 0)
        return self._softened(found, said)

    def _of_the_text(self, said: Said) -> Window:
        """Return "a loss for the quarter": the one that the text tells of, else the last one."""
        if said.quarter is None:
            return Running(QUARTER, -1).on(said)
        days = months_from(said.quarter.year, said.quarter.month, QUARTER.months)
        return span(*days, Precision.QUARTER, "a quarter", "The quarter that the text tells of.",
                    pinned=True)  # fmt: skip

    def _softened(self, found: Window, said: Said) -> Window:
        if self.unit is WEEKEND:
            found = found._replace(due=found.first, soft=True)
            if self.offset == 1:
                coming = Running(WEEKEND, 0).on(said)
                return found.with_alternative(coming, "The weekend that comes first.")
            return found
        return found._replace(soft=True) if self.unit is DECADE else found


def after_the(period: object) -> Running | None:
    """Return "next month" for "the month": a day or part of it that is over comes again then."""
    if isinstance(period, Running) and period.the and not period.offset:
        return Running(period.unit, 1)
    return None


_THAT_TIME = kinds("THAT_TIME")


class ThatTime(NamedTuple):
    """A period around a day that the text has named: "that year", "by the end of that month".

    The words of a deadline by themselves name no such day, so it is no period of theirs.
    """

    period: object  # as counted from that day, with a bound or without
    is_hour: bool = False  # "at 10 p.m.": where no day is named it is one of the day said

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _THAT_TIME

    def on(self, said: Said) -> Window:
        """Raise NotDated: only a text says which one is meant."""
        raise NotDated("day not named", "It hangs on a day that the words do not name.")


class QuarterOf(NamedTuple):
    """The quarter of which a text tells, or the same one of another year: "the 1988 quarter"."""

    year: Period | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return PERIOD

    def on(self, said: Said) -> Window:
        """Return the quarter; the whole year where the text tells of none."""
        year = self.year.on(said) if self.year else None
        if said.quarter is None:
            if year is None:
                raise NotDated("day not named", "The text tells of no quarter before it.")
            return year
        number = year.first.year if year else said.quarter.year
        days = months_from(number, said.quarter.month, QUARTER.months)
        why = "The quarter that the text tells of."
        return span(*days, Precision.QUARTER, "a quarter", why, pinned=True)


@cache
def _kinds_of(unit: str, *, is_next: bool, the: bool) -> tuple[str, ...]:
    next_unit = (("THE_NEXT" if the else "NEXT_UNIT"),) * is_next
    return kinds(*next_unit, *_STANDS_FOR.get(unit, ()), "RUNNING", *PERIOD)


_STANDS_FOR = {"month": ("MONTHLY",), "year": ("YEARLY",), "week": ("WEEKLY",)}


@dataclass(frozen=True, slots=True)
class Block(Yearly):
    """A quarter or half by its number: three or six months."""

    number: int = 1
    months: int = 3
    keys: ClassVar[tuple[str, ...]] = kinds("BLOCK", *RECURRING)

    def in_year(self, year: int, said: Said) -> Window | None:
        """Return the block of a calendar year."""
        if not 1 <= self.number <= 12 // self.months:
            return None
        days = months_from(year, (self.number - 1) * self.months + 1, self.months)
        name = Precision.QUARTER if self.months == 3 else Precision.HALF
        return span(*days, name, f"a {name}", f"A calendar {name}; bare, the next not yet over.")


@dataclass(frozen=True, slots=True)
class Season(Yearly):
    """A season; the strict ends are those of whole months, the generous ones astronomical."""

    number: int = 0  # spring first
    crosses_years: ClassVar[bool] = True

    def in_year(self, year: int, said: Said) -> Window:
        """Return the season that begins in this year."""
        place = (self.number + 2 * said.policy.southern_hemisphere) % 4
        ends = _SEASON_ENDS
        first, due = months_from(year, 3 + 3 * place, 3)
        late_first = add_days(day_in(year, *ends[place - 1]), 1)
        latest = day_in(year + (place == 3), *ends[place])
        if not said.policy.astronomical_seasons:
            late_first, latest = first, due
        why = "Whole months on the strict reading, to the solstice or equinox on the generous one."
        if not said.policy.astronomical_seasons:
            why = "By whole months."
        rule = f"a season: {_SEASONS[self.number]}"
        return Window(first, due, latest, Precision.SEASON, rule, why, late_first, soft=True)


class Decade(NamedTuple):
    """Ten years by their first one: the 2030s."""

    year: int
    is_short: bool = False  # "the nineties", of this century unless they are told of

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return PERIOD

    def on(self, said: Said) -> Window:
        """Return the ten years."""
        told = self.is_short and said.of_the_past and self.year > said.stated_on.year
        year = self.year - 100 * told
        first, last = day_in(year, 1, 1), day_in(year + 9, 12, 31)
        why = "The ten calendar years named."
        found = span(first, last, Precision.DECADE, "a decade", why, pinned=True)
        return found._replace(soft=True)


_FISCAL_YEARS = {
    "US": 10, "GB": 4, "CA": 4, "JP": 4, "IN": 4, "NZ": 7, "AU": 7, "ZA": 4, "DE": 1, "FR": 1,
    "IT": 1, "ES": 1, "IE": 1,
}  # fmt: skip
"""The month in which the fiscal year of a country's government begins."""


_FISCAL = kinds("FISCAL", "PERIOD")


class Fiscal(NamedTuple):
    """A fiscal year or quarter; without a first month in the policy there is no date."""

    year: int | None = None  # as numbered by the year in which it ends
    offset: int = 0
    quarter: int | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _FISCAL

    def on(self, said: Said) -> Window:
        """Return the span, or raise NotDated with the calendar year as an alternative."""
        policy = said.policy
        month = policy.fiscal_year_starts_in or _FISCAL_YEARS.get(policy.country)
        if month is None:
            raise self._not_set(said)
        ending = self.year or self._running(said.stated_on, month) + self.offset
        first = day_in(ending - (month > 1), month, 1)
        days = months_from(first.year, first.month, 12)
        if self.quarter:
            start = months_from(first.year, first.month, 3 * self.quarter - 2)[1]
            days = months_from(start.year, start.month, 3)
        name = Precision.QUARTER if self.quarter else Precision.YEAR
        return span(
            *days,
            name,
            f"fiscal {name}",
            "By the fiscal year that the conventions set.",
            pinned=True,
        )

    def _running(self, day: date, month: int) -> int:
        return day.year + (month > 1 and day.month >= month)

    def _not_set(self, said: Said) -> NotDated:
        year = self.year or said.stated_on.year + self.offset
        offered = Alternative(
            day_in(year, 1, 1), day_in(year, 12, 31), day_in(year, 12, 31), "The calendar year."
        )
        why = "The first month of the fiscal year is not set in the conventions."
        return NotDated("setting missing: fiscal year", why, (offered,))
