"""The conventions by which words become dates; `conventions.py` lists them for a reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple


class Amount(NamedTuple):
    """So many of a unit, named as in `units.py`; without a unit, that of the words."""

    number: float
    unit: str = ""


class Ends(NamedTuple):
    """How far a vague length reaches on the strict and on the generous reading."""

    due: Amount
    latest: Amount


VAGUE: Mapping[str, Ends] = MappingProxyType(
    {
        "hours": Ends(Amount(1, "day"), Amount(1, "day")),
        "days": Ends(Amount(2, "day"), Amount(7, "day")),
        "working days": Ends(Amount(2, "working day"), Amount(7, "day")),
        "weeks": Ends(Amount(2, "week"), Amount(1, "month")),
        "months": Ends(Amount(2, "month"), Amount(6, "month")),
        "years": Ends(Amount(2, "year"), Amount(3, "year")),
        "a few days": Ends(Amount(3, "day"), Amount(5, "day")),
        "a few weeks": Ends(Amount(3, "week"), Amount(4, "week")),
        "a few months": Ends(Amount(3, "month"), Amount(4, "month")),
        "a few years": Ends(Amount(3, "year"), Amount(5, "year")),
        "a few": Ends(Amount(3), Amount(4)),
        "a couple of": Ends(Amount(2), Amount(2)),
        "several": Ends(Amount(4), Amount(7)),
    }
)
"""Vague lengths: a bare plural, or a word of quantity, for one unit or for every other one."""


@dataclass(frozen=True)
class Policy:
    """Every convention of reading, with its default; pairs are (strict end, generous end)."""

    language: str = "en"  # of the words, as in `lexicon.LANGUAGES`
    week_starts_on: int = 0  # Monday
    working_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    country: str = ""  # ISO 3166: whose public holidays and fiscal year count
    day_first: bool = False  # 01/02/2026 is 2 January, not 1 February
    fiscal_year_starts_in: int | None = None  # a month; None: that of the country, if one is set
    southern_hemisphere: bool = False
    astronomical_seasons: bool = True  # the generous end of a season; the strict one is a month's
    weekday_may_be_today: bool = False  # "by Friday" said on a Friday
    next_weekday_is_coming: bool = False  # "next Friday" is the coming one, not that of next week
    within_adds_a_unit: bool = True  # "within the week": latest one week from the day said
    by_means_before: bool = True  # "by" a season, weekend or decade: due before it begins
    first_day_counts: bool = True  # "the first 100 days": the first one is day 1
    about_adds: float = 0.25  # "about four weeks" may take a quarter more
    early_week: tuple[int, int] = (1, 2)  # weekdays, Monday is 0
    mid_week: tuple[int, int] = (2, 3)
    late_week: tuple[int, int] = (4, 6)
    weekend: tuple[int, int] = (5, 6)
    early_month: tuple[int, int] = (10, 10)  # days
    mid_month: tuple[int, int] = (15, 20)
    early_year: tuple[int, int] = (3, 3)  # months
    mid_year: tuple[int, int] = (6, 8)
    vague: Mapping[str, Ends] = field(default_factory=lambda: VAGUE)


DEFAULT_POLICY = Policy()
