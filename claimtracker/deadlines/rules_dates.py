"""Pattern lines for days and months: "5 May 2027", "the 20th of next month", "Friday week"."""

from dataclasses import replace

from .anchors import Shifted
from .bounds import Bounded
from .dates import DayOf, DayOfMonth, Month, MonthDay, Weekday, Year
from .grammar import Line
from .measures import ONE, Measure
from .nth import NthOf
from .recurring import Yearly
from .units import DAY, WEEK, Unit
from .windows import Period


def month_of(month: Period, year: Period) -> Month | None:
    """Return a month of a year: "May 2027", "May next year"."""
    return Month(year, month.month) if isinstance(month, Month) and month.of is None else None


def year_month(year: Period, month: Period) -> Month | None:
    """Return "2027 May"."""
    return month_of(month, year)


def day_of(day: int, month: Period) -> MonthDay | DayOf:
    """Return a day of a month: "5 May 2027", "the 20th of next month"."""
    if isinstance(month, Month):
        return MonthDay(month.of, month.month, day)
    return DayOf(day, month)


def day_unit_of(day: int, unit: Unit, month: Period) -> MonthDay | DayOf | None:
    """Return "the third day of May"."""
    return day_of(day, month) if unit is DAY else None


def month_day(month: Period, day: int) -> MonthDay | None:
    """Return "May 5"; None after "May 2027", which takes no day."""
    if isinstance(month, Month) and month.of is None:
        return MonthDay(None, month.month, day)
    return None


def month_the_day(month: Period, day: DayOfMonth) -> MonthDay | None:
    """Return "May the 5th"."""
    return month_day(month, day.day)


def month_day_year(month: Period, day: int, year: Period) -> MonthDay | None:
    """Return "May 5, 2027"."""
    found = month_day(month, day)
    return replace(found, of=year) if found else None


def of_year(recurring: Period, year: Period) -> Yearly | None:
    """Return anything yearly with its year: "Easter 2026", "the summer of next year"."""
    if isinstance(recurring, Yearly) and recurring.of is None:
        return replace(recurring, of=year)
    return None


def year_of(year: Period, recurring: Period) -> Yearly | None:
    """Return "2026 Q3"."""
    return of_year(recurring, year)


def beside_weekday(weekday: Weekday, dated: Period) -> Period | None:
    """Return the date of "Friday, 5 May": the weekday adds nothing; a bare year is a clock time."""
    return None if isinstance(dated, Year) else dated


def weekday_beside(dated: Period, weekday: Weekday) -> Period | None:
    """Return the date of "5.5. Friday"."""
    return beside_weekday(weekday, dated)


def weekday_and_day(weekday: Weekday, day: int) -> DayOfMonth:
    """Return "Monday the 13th": the next 13th that is a Monday."""
    return DayOfMonth(day, weekday.weekday)


def weekday_the_day(weekday: Weekday, day: DayOfMonth) -> DayOfMonth:
    """Return "Monday the 13th"."""
    return DayOfMonth(day.day, weekday.weekday)


def day_in_week(weekday: Weekday, week: Period) -> NthOf:
    """Return "Friday of next week"."""
    return NthOf(1, weekday.weekday, week)


def week_and_day(week: Period, weekday: Weekday) -> NthOf:
    """Return "next week Friday"."""
    return day_in_week(weekday, week)


def week_on_day(week: Period, bounded: Bounded) -> NthOf | None:
    """Return "next week on Friday"."""
    return day_in_week(bounded.period, week) if isinstance(bounded.period, Weekday) else None


def weekday_week(weekday: Weekday, unit: Unit) -> Shifted | None:
    """Return "Friday week": seven days after the coming one."""
    return Shifted(Measure(ONE, WEEK), weekday) if unit is WEEK else None


LINES: tuple[Line, ...] = (
    ("MONTHLY OF|COMMA? YEARLY", month_of),
    ("YEARLY OF|COMMA? MONTHLY", year_month),
    ("DAY OF? MONTHLY", day_of),
    ("DAY UNIT OF MONTHLY", day_unit_of),
    ("MONTHLY COMMA? DAY", month_day),
    ("MONTHLY DAY COMMA|OF? YEARLY", month_day_year),
    ("MONTHLY DAY_OF_MONTH", month_the_day),
    ("RECURRING COMMA|OF? YEARLY", of_year),
    ("YEARLY BLOCK|DATED", year_of),
    ("WEEKDAY DAYTH", weekday_and_day),
    ("WEEKDAY DAY_OF_MONTH", weekday_the_day),
    ("WEEKDAY COMMA? DATED|FIGURES", beside_weekday),
    ("FIGURES COMMA? WEEKDAY", weekday_beside),
    ("THE DAYTH", DayOfMonth),
    ("WEEKDAY OF? WEEKLY", day_in_week),
    ("WEEKLY WEEKDAY", week_and_day),
    ("WEEKLY ON_PERIOD", week_on_day),
    ("WEEKDAY UNIT", weekday_week),
)
