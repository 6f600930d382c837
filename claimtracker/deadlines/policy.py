"""The conventions by which words become dates; every one can be changed by the reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

Amount = tuple[float, str]
"""So many of a unit, named as in `units.py`: (2, "week")."""

_VAGUE: Mapping[str, tuple[Amount, Amount]] = MappingProxyType(
    {
        # bare plural: (strict, generous)
        "minute": ((1, "day"), (1, "day")),
        "hour": ((1, "day"), (1, "day")),
        "day": ((2, "day"), (7, "day")),
        "working day": ((2, "working day"), (7, "day")),
        "week": ((2, "week"), (1, "month")),
        "month": ((2, "month"), (6, "month")),
        "year": ((2, "year"), (3, "year")),
    }
)
_FEW_LATEST: Mapping[str, float] = MappingProxyType({"day": 5, "week": 4, "month": 4, "year": 5})


@dataclass(frozen=True)
class Policy:
    """Every convention of reading, with its default; pairs are (strict end, generous end)."""

    week_starts_on: int = 0  # Monday
    working_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    days_off: frozenset[date] = frozenset()
    country: str = ""  # "US", "CA"; without one only holidays known everywhere are dated
    thanksgiving_country: str = "US"  # where no country is set
    day_first: bool = False  # 01/02/2026 is 2 January
    fiscal_year_starts_in: int | None = None  # a month
    southern_hemisphere: bool = False
    season_ends: tuple[tuple[int, int], ...] = ((6, 20), (9, 22), (12, 21), (3, 20))  # spring first
    vague: Mapping[str, tuple[Amount, Amount]] = field(default_factory=lambda: _VAGUE)
    couple: tuple[float, float] = (2, 2)
    few_due: float = 3
    few_latest: Mapping[str, float] = field(default_factory=lambda: _FEW_LATEST)
    few_latest_otherwise: float = 4
    several: tuple[float, float] = (4, 7)
    about_adds: float = 0.25  # "about four weeks" may take a quarter more
    by_means_before: bool = True  # "by" a season, weekend or decade: due before it begins
    early_week: tuple[int, int] = (1, 2)  # weekdays, Monday is 0
    mid_week: tuple[int, int] = (2, 3)
    late_week: tuple[int, int] = (4, 6)
    early_month: tuple[int, int] = (10, 10)  # days
    mid_month: tuple[int, int] = (15, 20)
    early_year: tuple[int, int] = (3, 3)  # months
    mid_year: tuple[int, int] = (6, 8)


DEFAULT_POLICY = Policy()
