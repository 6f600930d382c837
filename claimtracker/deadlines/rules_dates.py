"""Pattern lines for days and months: "5 May 2027", "the 20th of next month", "Friday week"."""

from dataclasses import replace

from .anchors import Shifted
from .dates import (
    DayOf,
    DayOfMonth,
    Month,
    MonthDay,
    Numeric,
    OnWeekday,
    Relative,
    Weekday,
    Year,
    two_digit_year,
)
from .grammar import Line
from .joins import Either, SpanOf
from .measures import ONE, Measure
from .nth import NthOf
from .recurring import Chosen, Which, Yearly
from .running import Block, Fiscal, Running, after_the
from .units import DAY, FORTNIGHT, MONTH, QUARTER, WEEK, YEAR, Unit
from .windows import Period

_SURELY_NO_HOUR = 13


def month_of(month: Period, year: Period) -> Month | None:
    """Return a month of a year: "May 2027", "May next year"."""
    return Month(year, month.month) if isinstance(month, Month) and month.of is None else None


def year_month(year: Period, month: Period) -> Month | None:
    """Return "2027 May"."""
    return month_of(month, year)


def day_of(day: int, month: Period) -> MonthDay | DayOf | DayOfMonth:
    """Return a day of a month: "5 May 2027", "the 20th of next month", "the first of the month"."""
    if isinstance(month, Month):
        return MonthDay(month.of, month.month, day)
    if after_the(month):
        return DayOfMonth(day)
    return DayOf(day, month)


def day_unit_of(day: int, unit: Unit, month: Period) -> MonthDay | DayOf | DayOfMonth | None:
    """Return "the third day of May"."""
    return day_of(day, month) if unit is DAY else None


def month_day(month: Period, day: int, year: Period | None = None) -> MonthDay | None:
    """Return "May 5", "May 5, 2027"; None after "May 2027", which takes no day."""
    if isinstance(month, Month) and month.of is None:
        return MonthDay(year, month.month, day)
    return None


def month_the_day(month: Period, day: DayOfMonth) -> MonthDay | None:
    """Return "May the 5th"."""
    return month_day(month, day.day)


def month_day_year(month: Period, day: int, year: Period) -> MonthDay | None:
    """Return "May 5, 2027"."""
    return month_day(month, day, year)


def year_month_day(year: Period, month: Period, day: int) -> MonthDay | None:
    """Return "2027/May/05"."""
    return month_day_year(month, day, year)


def year_day_month(year: Period, day: int, month: Period) -> MonthDay | None:
    """Return "2027/05/May"."""
    return month_day_year(month, day, year)


def day_year_month(day: int, year: Period, month: Period) -> MonthDay | None:
    """Return "05-2027-May"."""
    return month_day_year(month, day, year)


def year_in_figures(year: Period, month: int, day: int) -> MonthDay | None:
    """Return "2027 05 23"."""
    return MonthDay(year, month, day) if month <= 12 else None


def of_year(recurring: Period, year: Period) -> Yearly | None:
    """Return anything yearly with its year: "Easter 2026", "the summer of next year"."""
    if isinstance(recurring, Yearly) and recurring.of is None:
        return replace(recurring, of=year)
    return None


def year_of(year: Period, recurring: Period) -> Yearly | None:
    """Return "2026 Q3"."""
    return of_year(recurring, year)


def beside(one: Period, dated: Period) -> Period | None:
    """Return the date of "Friday, 5 May" or "tomorrow, 5 May"; a bare year is a clock time."""
    if isinstance(dated, Year):
        return None
    weekday = one.period if isinstance(one, Chosen) else one
    return OnWeekday(weekday.weekday, dated) if isinstance(weekday, Weekday) else dated


def beside_day(weekday: Weekday, day: DayOfMonth) -> DayOfMonth:
    """Return "Monday the 13th": the next 13th that is a Monday."""
    return DayOfMonth(day.day, weekday.weekday)


def dated_beside(dated: Period, weekday: Weekday) -> Period | None:
    """Return the date of "5.5. Friday"; "fell 7/8 Thursday" is a fraction."""
    return None if _is_fraction(dated) else beside(weekday, dated)


def _is_fraction(dated: Period) -> bool:
    if not isinstance(dated, Numeric) or dated.of is not None:
        return False
    return dated.second in _FRACTIONS and dated.first % 2 == 1 and dated.first < dated.second


def weekday_and_day(weekday: Weekday, day: int) -> DayOfMonth:
    """Return "Monday 13th"."""
    return DayOfMonth(day, weekday.weekday)


def weekday_and_number(weekday: Weekday, day: int) -> DayOfMonth | None:
    """Return "Monday 23"; a small number is more likely an hour."""
    return weekday_and_day(weekday, day) if day >= _SURELY_NO_HOUR else None


def day_in_week(weekday: Weekday, week: Period) -> NthOf:
    """Return "Friday of next week"."""
    return NthOf(1, weekday.weekday, week)


def week_and_day(week: Period, weekday: Weekday) -> NthOf:
    """Return "next week Friday"."""
    return day_in_week(weekday, week)


def weekday_week(weekday: Period, unit: Unit) -> Shifted | None:
    """Return "Friday week": seven days after the coming one."""
    return Shifted(Measure(ONE, unit), weekday) if unit in (WEEK, FORTNIGHT) else None


def week_from_day(measure: Measure, day: Relative) -> Shifted | None:
    """Return "a week tomorrow", "a month today"; "two years today" have mostly gone by."""
    return Shifted(measure, day) if measure.unit in (WEEK, FORTNIGHT, MONTH) else None


def weekday_next(weekday: Weekday, which: Which) -> Chosen | None:
    """Return "Thursday next"."""
    return Chosen(which, weekday) if which in (Which.NEXT, Which.LAST) else None


def month_ahead(month: Month, measure: Measure) -> Month | None:
    """Return "March in a year"."""
    years = measure.quantity.low
    if measure.unit.months != 12 or years != int(years) or month.of is not None:
        return None
    return Month(Running(measure.unit, int(years)), month.month)


def year_named(unit: Unit, year: Year) -> Year | None:
    """Return "the year 2040"."""
    return year._replace(is_said=True) if unit is YEAR else None


def unit_of_its_kind(unit: Unit, period: Period) -> Period | None:
    """Return "the month of September"."""
    return period if unit is MONTH and isinstance(period, Month) else None


def block(months: int, number: int) -> Block | None:
    """Return "Q3"."""
    return Block(None, number, months) if 1 <= number <= 12 // months else None


def block_of_short(found: Block, year: int) -> Block | None:
    """Return "Q3'26"."""
    if found.of is not None or not _FIRST_SHORT_YEAR <= year <= _LAST_SHORT_YEAR:
        return None
    return replace(found, of=two_digit_year(year))


def numbered_block(number: int, months: int, year: Period) -> Block | None:
    """Return "1H 2026"."""
    found = block(months, number)
    return replace(found, of=year) if found else None


def numbered_block_of_short(number: int, months: int, year: int) -> Block | None:
    """Return "4Q25"."""
    found = block(months, number)
    return block_of_short(found, year) if found else None


def either_of_slashed(dated: Numeric, month: Period) -> Either | None:
    """Return "5/6 May": the one or the other."""
    if not isinstance(month, Month) or dated.of is not None:
        return None
    return Either(day_of(dated.first, month), day_of(dated.second, month))


def fiscal(number: int) -> Fiscal | None:
    """Return "FY26"."""
    is_short = _FIRST_SHORT_YEAR <= number <= _LAST_SHORT_YEAR
    return Fiscal(two_digit_year(number).year) if is_short else None


def fiscal_year(year: Year) -> Fiscal:
    """Return "fiscal 2026"."""
    return Fiscal(year.year)


def fiscal_years(years: SpanOf) -> Fiscal | None:
    """Return "FY 2026/27", "the 2026-27 financial year", which ends in the second."""
    one, other = years.one, years.other
    if not (isinstance(one, Year) and isinstance(other, Year) and other.year == one.year + 1):
        return None
    return Fiscal(other.year)


def fiscal_block(block: Block, year: Fiscal) -> Fiscal | None:
    """Return "the third quarter of fiscal 2026"."""
    return year._replace(quarter=block.number) if block.of is None and block.months == 3 else None


def fiscal_nth(number: int, unit: Unit, year: Fiscal) -> Fiscal | None:
    """Return "the third quarter of fiscal 2026"."""
    return year._replace(quarter=number) if unit is QUARTER and 1 <= number <= 4 else None


_FRACTIONS = (2, 4, 8)  # in which shares were priced
_FIRST_SHORT_YEAR, _LAST_SHORT_YEAR = 10, 99
LINES: tuple[Line, ...] = (
    ("BLOCK_LETTER NUMBER", block),
    ("BLOCK NUMBER", block_of_short),
    ("NUMBER BLOCK_LETTER YEARLY", numbered_block),
    ("NUMBER BLOCK_LETTER NUMBER", numbered_block_of_short),
    ("SLASHED MONTHLY", either_of_slashed),
    ("FISCAL_WORD NUMBER", fiscal),
    ("FISCAL_WORD YEAR", fiscal_year),
    ("FISCAL_WORD YEARS_JOINED", fiscal_years),
    ("YEARS_JOINED FISCAL_WORD", fiscal_years),
    ("BLOCK OF|IN? THE? FISCAL", fiscal_block),
    ("ORDINAL UNIT OF|IN? THE? FISCAL", fiscal_nth),
    ("ONE_UNIT YEAR", year_named),
    ("ONE_UNIT OF MONTHLY", unit_of_its_kind),
    ("MONTHLY OF|COMMA? YEARLY", month_of),
    ("MONTHLY OF|COMMA? OLD_YEAR", month_of),
    ("MONTHLY DAY COMMA|OF? OLD_YEAR", month_day_year),
    ("DATED OLD_YEAR", of_year),
    ("YEAR OF|COMMA? MONTHLY", year_month),
    ("DAY OF? MONTHLY", day_of),
    ("DAYTH ONE_UNIT OF MONTHLY", day_unit_of),
    ("MONTHLY DAY", month_day),
    ("MONTHLY COMMA DAY_IN_FIGURES", month_day),
    ("MONTHLY DAY COMMA|OF? YEARLY", month_day_year),
    ("MONTHLY DAY_OF_MONTH", month_the_day),
    ("MONTHLY DAY_OF_MONTH COMMA? YEARLY", lambda month, day, year: month_day_year(
        month, day.day, year)),
    ("YEAR MONTHLY DAY", year_month_day),
    ("YEAR SLASH|TO? DAY MONTHLY", year_day_month),
    ("DAY SLASH|TO? YEAR MONTHLY", day_year_month),
    ("YEAR DAY DAY", year_in_figures),
    ("RECURRING|WEAK COMMA|OF|IN|SLASH? YEARLY", of_year),
    ("YEAR BLOCK|DATED", year_of),
    ("WEEKDAY DAYTH", weekday_and_day),
    ("WEEKDAY DAY", weekday_and_number),
    ("WEEKDAY COMMA? DAY_OF_MONTH", beside_day),
    ("WEEKDAY COMMA? DATED|FIGURES|RELATIVE", beside),
    ("CHOSEN COMMA? DATED|FIGURES|DAY_OF_MONTH", beside),
    ("RELATIVE COMMA? DATED|DOTTED|WEEKDAY|DAY_OF_MONTH", beside),
    ("DATED|FIGURES COMMA? WEEKDAY", dated_beside),
    ("THE DAYTH", DayOfMonth),
    ("WEEKDAY OF|IN? WEEKLY", day_in_week),
    ("WEEKLY COMMA|ON? WEEKDAY", week_and_day),
    ("WEEKDAY|CHOSEN|RELATIVE UNIT", weekday_week),
    ("MEASURE RELATIVE", week_from_day),
    ("WEEKDAY WHICH", weekday_next),
    ("MONTHLY IN MEASURE", month_ahead),
)  # fmt: skip
