"""Holidays known everywhere and those of a country, by rule; no table of years."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from .dates import one_day
from .recurring import Yearly
from .units import NotDated
from .windows import Said, Window

DayOfYear = Callable[[int], date]
_EASTER_YEARS = range(1583, 4100)  # of the computus


def _fixed(month: int, day: int) -> DayOfYear:
    return lambda year: date(year, month, day)


def _easter(days: int, church: Literal[2, 3] = EASTER_WESTERN) -> DayOfYear:
    return lambda year: easter(year, church) + timedelta(days=days)


def _weekday(month: int, weekday: int, number: int) -> DayOfYear:
    """Return the rule of the nth such weekday of a month; a negative one counts from its end."""

    def on(year: int) -> date:
        if number > 0:
            first = date(year, month, 1)
            ahead = (weekday - first.weekday()) % 7 + 7 * (number - 1)
            return first + timedelta(days=ahead)
        last = date(year, month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)

    return on


def _after(rule: DayOfYear, days: int) -> DayOfYear:
    return lambda year: rule(year) + timedelta(days=days)


_US_THANKSGIVING = _weekday(11, 3, 4)
EVERYWHERE: dict[str, DayOfYear] = {
    "new year": _fixed(1, 1),
    "new year's day": _fixed(1, 1),
    "valentine's day": _fixed(2, 14),
    "good friday": _easter(-2),
    "easter": _easter(0),
    "easter monday": _easter(1),
    "orthodox easter": _easter(0, EASTER_ORTHODOX),
    "ascension": _easter(39),
    "pentecost": _easter(49),
    "may day": _fixed(5, 1),
    "halloween": _fixed(10, 31),
    "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
}
OF_COUNTRY: dict[str, dict[str, DayOfYear]] = {
    "US": {
        "martin luther king day": _weekday(1, 0, 3),
        "presidents' day": _weekday(2, 0, 3),
        "earth day": _fixed(4, 22),
        "memorial day": _weekday(5, 0, -1),
        "juneteenth": _fixed(6, 19),
        "independence day": _fixed(7, 4),
        "labor day": _weekday(9, 0, 1),
        "columbus day": _weekday(10, 0, 2),
        "veterans day": _fixed(11, 11),
        "thanksgiving": _US_THANKSGIVING,
        "black friday": _after(_US_THANKSGIVING, 1),
        "cyber monday": _after(_US_THANKSGIVING, 4),
    },
    "CA": {"thanksgiving": _weekday(10, 0, 2), "labor day": _weekday(9, 0, 1)},
    "DE": {"day of german unity": _fixed(10, 3)},
    "FR": {"bastille day": _fixed(7, 14)},
}


@dataclass(frozen=True, slots=True)
class Holiday(Yearly):
    """A holiday by its name in the tables above."""

    name: str = "christmas"

    def in_year(self, year: int, said: Said) -> Window | None:
        """Return the day; "by New Year" is before it begins."""
        if year not in _EASTER_YEARS:
            return None
        why = f"{self.name.capitalize()} by the rule of the calendar."
        found = one_day(self._rule(said)(year), f"holiday: {self.name}", why)
        return replace(found, soft=self.name == "new year")

    def _rule(self, said: Said) -> DayOfYear:
        country = said.policy.country
        if self.name == "thanksgiving" and not country:
            country = said.policy.thanksgiving_country
        rule = EVERYWHERE.get(self.name) or OF_COUNTRY.get(country, {}).get(self.name)
        if rule is None:
            why = f"The holiday {self.name} is not known; set the country whose holidays count."
            raise NotDated(f"holiday not known: {self.name}", why)
        return rule
