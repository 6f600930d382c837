"""Holidays known everywhere and those of a country, by rule; no table of years."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from string import capwords
from typing import Literal

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from .dates import one_day
from .public_holidays import days_off
from .reading import Alternative
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


_US = "US"
_US_THANKSGIVING = _weekday(11, 3, 4)
_AMERICAN_WORDS = frozenset({"thanksgiving", "black friday", "cyber monday"})
"""Where no country is set these are those of the United States."""
EVERYWHERE: dict[str, DayOfYear] = {
    "new year": _fixed(1, 1),
    "new year's day": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "valentine's day": _fixed(2, 14),
    "saint patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "easter": _easter(0),
    "easter monday": _easter(1),
    "orthodox easter": _easter(0, EASTER_ORTHODOX),
    "ascension": _easter(39),
    "pentecost": _easter(49),
    "whit monday": _easter(50),
    "corpus christi": _easter(60),
    "earth day": _fixed(4, 22),
    "may day": _fixed(5, 1),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
}
OF_COUNTRY: dict[str, dict[str, DayOfYear]] = {
    "US": {
        "martin luther king day": _weekday(1, 0, 3),
        "groundhog day": _fixed(2, 2),
        "presidents' day": _weekday(2, 0, 3),
        "mother's day": _weekday(5, 6, 2),
        "memorial day": _weekday(5, 0, -1),
        "father's day": _weekday(6, 6, 3),
        "flag day": _fixed(6, 14),
        "juneteenth": _fixed(6, 19),
        "independence day": _fixed(7, 4),
        "labor day": _weekday(9, 0, 1),
        "columbus day": _weekday(10, 0, 2),
        "veterans day": _fixed(11, 11),
        "thanksgiving": _US_THANKSGIVING,
        "black friday": _after(_US_THANKSGIVING, 1),
        "cyber monday": _after(_US_THANKSGIVING, 4),
    },
    "CA": {
        "thanksgiving": _weekday(10, 0, 2), "labor day": _weekday(9, 0, 1),
        "canada day": _fixed(7, 1), "remembrance day": _fixed(11, 11),
        "mother's day": _weekday(5, 6, 2), "father's day": _weekday(6, 6, 3),
    },
    "GB": {
        "mother's day": _easter(-21), "father's day": _weekday(6, 6, 3),
        "guy fawkes night": _fixed(11, 5), "remembrance day": _fixed(11, 11),
    },
    "AU": {"australia day": _fixed(1, 26), "anzac day": _fixed(4, 25)},
    "NZ": {"anzac day": _fixed(4, 25), "waitangi day": _fixed(2, 6)},
    "DE": {"day of german unity": _fixed(10, 3)},
    "FR": {"bastille day": _fixed(7, 14)},
    "IN": {"independence day": _fixed(8, 15), "republic day": _fixed(1, 26)},
    "UA": {"independence day": _fixed(8, 24)},
    "RU": {"victory day": _fixed(5, 9)},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holiday(Yearly):
    """A holiday by its name in the tables above, or else in the library's for the set country."""

    name: str = "christmas"

    def in_year(self, year: int, said: Said) -> Window | None:
        """Return the day; "by New Year" is before it begins. None where the year has none."""
        if year not in _EASTER_YEARS:
            return None
        country = said.policy.country or (_US if self.name in _AMERICAN_WORDS else "")
        rule = EVERYWHERE.get(self.name) or OF_COUNTRY.get(country, {}).get(self.name)
        day = rule(year) if rule else _by_law(self.name, country, year)
        if day is None:
            if rule is None and not _is_known(self.name, country, said.stated_on.year):
                raise self._not_known(said)
            return None
        why = f"{capwords(self.name)} by the rule of the calendar."
        found = one_day(day, f"holiday: {self.name}", why)
        return found._replace(soft=True) if self.name == "new year" else found

    def _not_known(self, said: Said) -> NotDated:
        """Return the reason, with the day of the only country that is known to have it."""
        why = (
            f"The date of {capwords(self.name)} is not known; set the country whose holidays count."
        )
        rules = [table[self.name] for table in OF_COUNTRY.values() if self.name in table]
        offered: tuple[Alternative, ...] = ()
        if len(rules) == 1 and not said.policy.country:
            days = (rules[0](year) for year in (said.stated_on.year, said.stated_on.year + 1)
                    if year in _EASTER_YEARS)  # fmt: skip
            day = next((day for day in days if day >= said.stated_on), None)
            offered = (Alternative(day, day, day, "Where a country has it."),) if day else ()
        return NotDated(f"holiday not known: {self.name}", why, offered)


def _is_known(name: str, country: str, year: int) -> bool:
    return any(_by_law(name, country, near) for near in range(year, year + 9))


def _by_law(name: str, country: str, year: int) -> date | None:
    """Return the day of the country's public holiday of this name in English."""
    if not country:
        return None
    wanted = _plain(name)
    for day, called in days_off(country, year).items():
        if any(_plain(one) == wanted for one in called.split(";")):
            return day
    return None


def _plain(name: str) -> str:
    words = name.casefold().replace("’", "'").replace("labour", "labor").split()
    return " ".join(word.removesuffix("s").removesuffix("'") for word in words if word != "day")
