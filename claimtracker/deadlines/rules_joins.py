"""Pattern lines for joins, which bind more loosely than the rest: "A or B", "from A to B"."""

from dataclasses import replace
from typing import NamedTuple

from .dates import DayOf, DayOfMonth, Month, MonthDay, Relative, Weekday
from .grammar import Line
from .items import kinds
from .joins import Either, SpanOf
from .parts import Part, PartOf
from .recurring import Which
from .rules_dates import day_of, month_of
from .rules_periods import ANY, NAMED_DAYS
from .running import Running
from .units import DAY, Unit
from .windows import Period, Said, Window


def days_to(day: int, dated: Period) -> SpanOf | None:
    """Return "9 to 12 June"."""
    first = _same_month(dated, day)
    return SpanOf(first, dated) if first else None


def to_day(dated: Period, day: int) -> SpanOf | None:
    """Return "June 9 to 12"."""
    last = _same_month(dated, day)
    return SpanOf(dated, last) if last else None


def or_day(dated: Period, day: int) -> Either | None:
    """Return "June 9 or 10"."""
    last = _same_month(dated, day)
    return Either(dated, last) if last else None


def to_day_of_year(dated: Period, day: int, year: Period) -> SpanOf | None:
    """Return "June 9 to 12, 2026"."""
    return to_day(replace(dated, of=year), day) if isinstance(dated, MonthDay) else None


def either_day(day: int, dated: Period) -> Either | None:
    """Return "9 or 12 June"."""
    first = _same_month(dated, day)
    return Either(first, dated) if first else None


def _same_month(dated: Period, day: int) -> Period | None:
    if isinstance(dated, DayOf):
        return dated._replace(day=day)
    return replace(dated, day=day) if isinstance(dated, MonthDay) else None


def or_which(one: Running, which: Which) -> Either | None:
    """Return "this week or next"."""
    return Either(one, Running(one.unit, 1)) if which in _AHEAD else None


_AHEAD = (Which.NEXT, Which.COMING)


def and_which(one: Running, which: Which) -> SpanOf | None:
    """Return "this week and next"."""
    return SpanOf(one, Running(one.unit, 1)) if which in _AHEAD else None


_SURELY_YEARS = kinds("JOINED")


class SurelyYears(NamedTuple):
    """Two years where a bound says that the numbers are years: "between 2026 and 2028"."""

    joined: Either | SpanOf

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _SURELY_YEARS

    def on(self, said: Said) -> Window:
        """Return the days of the join."""
        return self.joined.on(said)


def surely(joined: Either | SpanOf) -> SurelyYears:
    """Return "between 2026 and 2028"."""
    return SurelyYears(joined)


def to_other(one: Period, other: Period) -> SpanOf | None:
    """Return "April to June", "the 3rd to the 5th of May": a day alone is of the other's month."""
    if isinstance(one, Weekday) and isinstance(other, Month):
        return None  # "a change on Friday to December's figures"
    if isinstance(one, DayOfMonth) and isinstance(other, MonthDay | DayOf):
        return days_to(one.day, other)
    if isinstance(other, DayOfMonth) and isinstance(one, MonthDay | DayOf):
        return to_day(one, other.day)
    return SpanOf(one, other)


def both(one: Period, other: Period) -> SpanOf | None:
    """Return "April and May"; None for words of different kinds."""
    return SpanOf(one, other, is_list=True) if type(one) is type(other) else None


def or_part_of_which(one: PartOf, part: Part, which: Which) -> Either | None:
    """Return "late this year or early next"."""
    if not isinstance(one.of, Running) or which is Which.LAST:
        return None
    return Either(one, PartOf(part, Running(one.of.unit, one.of.offset + 1)))


def or_third(joined: Either | SpanOf, other: Period) -> Either | None:
    """Return "April, May or June": due at the end of the first, latest of the last."""
    return Either(joined.one, other) if isinstance(joined, Either) else None


def or_day_after(day: Period, unit: Unit) -> Either | None:
    """Return "tomorrow or the day after"."""
    if unit is not DAY or not isinstance(day, Relative):
        return None
    return Either(day, Relative(day.days + 1))


def listed(one: Period, other: Period, last: Period) -> Either:
    """Return "Monday, Tuesday or Friday"."""
    return Either(one, last)


def between_days(month: Period, first: int, last: int) -> SpanOf | None:
    """Return "June between 2 and 7"."""
    if not isinstance(month, Month):
        return None
    return SpanOf(day_of(first, month), day_of(last, month))


def between_days_of(month: Period, first: int, last: int, year: Period) -> SpanOf | None:
    """Return "June between 2 and 7, 2027"."""
    dated = month_of(month, year)
    return between_days(dated, first, last) if dated else None


def parts_of_one(part: Part, other: PartOf) -> Either:
    """Return "mid to late May"."""
    return Either(PartOf(part, other.of), other)


def part_of_either(part: Part, one: Period, other: Period) -> Either:
    """Return "the end of April or May": of the one as of the other."""
    return Either(PartOf(part, one), PartOf(part, other))


def the_span(joined: SpanOf) -> SpanOf:
    """Return "from 5 to 8 May"."""
    return joined


LINES: tuple[Line, ...] = (
    ("PART TO|OR|AND PART_OF", parts_of_one),
    ("DAY|DAYTH TO|AND|SLASH THE? DATED", days_to),
    ("THE DAY TO|AND THE? DATED", days_to),
    ("DATED TO|AND THE? DAY", to_day),
    ("DATED TO|AND DAY COMMA? YEARLY", to_day_of_year),
    ("PERIOD OR THE UNIT|ONE_UNIT AFTER", or_day_after),
    ("DAY OR THE? DATED", either_day),
    ("DATED OR THE? DAY", or_day),
    ("MONTHLY BETWEEN DAY AND|TO DAY", between_days),
    ("MONTHLY BETWEEN DAY AND|TO DAY COMMA? YEARLY", between_days_of),
    ("RUNNING COMMA? OR THE? WHICH", or_which),
    ("RUNNING AND THE? WHICH", and_which),
    ("PART_OF OR PART WHICH", or_part_of_which),
    ("PART OF? PERIOD OR PERIOD", part_of_either),
    (f"{NAMED_DAYS} OR|SLASH THE? {ANY}", Either),
    (f"WEAK OR THE? {NAMED_DAYS}", Either),
    (f"JOINED OR {ANY}", or_third),
    (f"{NAMED_DAYS} COMMA {ANY} COMMA? OR {ANY}", listed),
    (f"PERIOD COMMA? OR BY|IN|ON {ANY}", Either),
    (f"PERIOD COMMA OR {ANY}", Either),
    (f"PERIOD COMMA COMMA OR BY|IN|ON? {ANY}", Either),  # "in April, weather permitting, or in May"
    (f"{NAMED_DAYS} TO|UNTIL THE? {ANY}", to_other),
    (f"WEAK TO|UNTIL THE? {NAMED_DAYS}", to_other),
    ("WEEKDAY TO|UNTIL THE? WEEKDAY", SpanOf),
    ("WEEKDAY OR WEEKDAY", Either),
    (f"BETWEEN|FROM THE? {ANY} AND|TO|UNTIL THE? {ANY}", to_other),
    ("PERIOD AND THE? PERIOD", both),
    ("YEAR AND YEAR", both),
    ("FROM|BETWEEN SPAN", the_span),
    ("FROM|BETWEEN THE? YEARS_JOINED", surely),
)
