"""Pattern lines for joins, which bind more loosely than the rest: "A or B", "from A to B"."""

from dataclasses import replace

from .bounds import Bounded
from .dates import DayOf, DayOfMonth, MonthDay
from .grammar import Line
from .joins import Either, SpanOf
from .parts import Part, PartOf
from .recurring import Which
from .rules_periods import ANY
from .running import Running
from .windows import Period


def days_to(day: int, dated: Period) -> SpanOf | None:
    """Return "9 to 12 June"."""
    first = _same_month(dated, day)
    return SpanOf(first, dated) if first else None


def to_day(dated: Period, day: int) -> SpanOf | None:
    """Return "June 9 to 12"."""
    last = _same_month(dated, day)
    return SpanOf(dated, last) if last else None


def to_the_day(dated: Period, day: DayOfMonth) -> SpanOf | None:
    """Return "June the 9th to the 12th"."""
    return to_day(dated, day.day)


def to_day_of_year(dated: Period, day: int, year: Period) -> SpanOf | None:
    """Return "June 9 to 12, 2026"."""
    return to_day(replace(dated, of=year), day) if isinstance(dated, MonthDay) else None


def either_day(day: int, dated: Period) -> Either | None:
    """Return "9 or 12 June"."""
    first = _same_month(dated, day)
    return Either(first, dated) if first else None


def _same_month(dated: Period, day: int) -> Period | None:
    return replace(dated, day=day) if isinstance(dated, MonthDay | DayOf) else None


def or_which(one: Running, which: Which) -> Either:
    """Return "this week or next"."""
    return Either(one, Running(one.unit, {Which.LAST: -1, Which.THIS: 0}.get(which, 1)))


def or_part_of_which(one: PartOf, part: Part, which: Which) -> Either | None:
    """Return "late this year or early next"."""
    if not isinstance(one.of, Running) or which is Which.LAST:
        return None
    return Either(one, PartOf(part, Running(one.of.unit, one.of.offset + 1)))


def or_bounded(one: Period, bounded: Bounded) -> Either:
    """Return "in April or in May"."""
    return Either(one, bounded.period)


def span_until(one: Period, bounded: Bounded) -> SpanOf:
    """Return "from Monday until Friday"."""
    return SpanOf(one, bounded.period)


def parts_joined(part: Part, other: PartOf) -> Either:
    """Return "mid to late May"."""
    return Either(PartOf(part, other.of), other)


LINES: tuple[Line, ...] = (
    ("PART TO|OR PART_OF", parts_joined),
    ("DAY TO|AND DATED", days_to),
    ("DATED TO|AND DAY", to_day),
    ("DATED TO|AND DAY_OF_MONTH", to_the_day),
    ("DATED TO|AND DAY COMMA? YEARLY", to_day_of_year),
    ("DAY OR DATED", either_day),
    ("RUNNING OR THE? WHICH", or_which),
    ("PART_OF OR PART WHICH", or_part_of_which),
    (f"PERIOD OR {ANY}", Either),
    ("YEARLY OR YEARLY", Either),
    ("WEAK OR PERIOD", Either),
    ("PERIOD OR BY_PERIOD|IN_PERIOD|ON_PERIOD", or_bounded),
    (f"PERIOD TO|AND {ANY}", SpanOf),
    ("WEAK TO|AND PERIOD", SpanOf),
    ("YEARLY TO|AND YEARLY|PERIOD", SpanOf),
    ("FIGURES TO|AND FIGURES", SpanOf),
    (f"{ANY} UNTIL_PERIOD", span_until),
)
