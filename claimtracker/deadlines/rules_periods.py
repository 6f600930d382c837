"""Pattern lines for periods: "next week", "the first half of May", "early June", "A or B"."""

from functools import partial
from typing import cast

from .anchors import Elapsed, Tenure
from .calendar_spans import has_place
from .dates import Weekday
from .grammar import Line
from .joins import Either
from .lasting import Lasting, within
from .measures import ONE, Measure, Quantity
from .nth import NthOf, WeekNumber, WeekOf
from .parts import HalfOf, Part, PartOf
from .recurring import Chosen, Recurring, Which
from .refusals import AMBIGUOUS, Refusal
from .running import Block, Decade, QuarterOf, Running, Season, ThatTime, after_the
from .units import DAY, HALF, MONTH, QUARTER, WEEK, WEEKEND, YEAR, Unit
from .windows import Period

NAMED_DAYS = "PERIOD|FIGURES"
ANY = f"{NAMED_DAYS}|EVENT_NOUN|WEAK"
"""All that names a period where the words around it say so; "may" and "2026" do not alone."""
_MOST_WEEKS, _THE_LAST = 53, -1
_BLOCK_MONTHS = {QUARTER.name: 3, HALF.name: 6}


def ahead(which: Which, measure: Measure) -> Lasting | Elapsed | None:
    """Return "the next two weeks", "the coming days", "the last two weeks"."""
    if which is Which.LAST:
        return Elapsed(measure)
    return None if which is Which.THIS else within(measure)


def many_ahead(quantity: Quantity, which: Which, unit: Unit) -> Lasting | Elapsed | None:
    """Return "two upcoming weeks"."""
    return None if which is Which.LAST else ahead(which, Measure(quantity, unit))


def chosen_unit(which: Which, unit: Unit) -> Running | Lasting | None:
    """Return "next week"; "coming week" is the same where it stands alone."""
    if not has_place(unit):
        ahead_of_now = which in (Which.NEXT, Which.COMING)
        return within(Measure(ONE, unit)) if ahead_of_now else None
    if unit is WEEKEND and which is Which.COMING:
        return Running(unit, 0)
    return Running(unit, {Which.LAST: -1, Which.THIS: 0}.get(which, 1))


def the_unit(unit: Unit) -> Running | None:
    """Return "the week", which bounds may read with room; None for "the hour"."""
    return None if not has_place(unit) else Running(unit, 0, the=True)


def that_part(part: Part, that: ThatTime) -> ThatTime:
    """Return "the end of that year"."""
    return ThatTime(PartOf(part, cast("Period", that.period)))


def quarter_of(year: Period, unit: Unit | None = None) -> QuarterOf | None:
    """Return "the 1988 quarter", "the 1988 period"."""
    return QuarterOf(year) if unit in (None, QUARTER) else None


def latest_stretch(which: Which) -> ThatTime | None:
    """Return "the latest period" of results."""
    return ThatTime(QuarterOf()) if which is Which.LAST else None


def the_next(running: Running) -> Running:
    """Return "the next week", which after "in" is one week from the day said."""
    return Running(running.unit, 1, the=True)


def after_next(unit: Unit, which: Which) -> Running | None:
    """Return "the week after next"."""
    return Running(unit, 2) if which is Which.NEXT else None


def chosen_weak(which: Which, period: Recurring) -> Chosen | None:
    """Return "next may", "this fall"; "this may" is more often a verb."""
    is_sure = isinstance(period, Season) or which in (Which.NEXT, Which.COMING)
    return Chosen(which, period) if is_sure else None


def nth_unit(number: int, unit: Unit, of: Period) -> Block | NthOf | None:
    """Return "the first week of October", "the second quarter of 2027"."""
    if unit.months >= YEAR.months and not isinstance(of, Decade):
        return None  # "last year in the October shooting"
    if unit.name in _BLOCK_MONTHS and number > 0 and "YEARLY" in of.keys:
        return Block(_named(of), number, _BLOCK_MONTHS[unit.name])
    return NthOf(number, unit, of)


def nth_quarter(number: int, unit: Unit) -> Block | None:
    """Return "the second quarter"; other units need to be told what of."""
    return Block(None, number, 3) if unit is QUARTER and number > 0 else None


def either_nth(one: int, other: int, unit: Unit) -> Either | None:
    """Return "the third or fourth quarter"."""
    first, second = nth_quarter(one, unit), nth_quarter(other, unit)
    return Either(first, second) if first and second else None


def either_nth_of(one: int, other: int, unit: Unit, year: Period) -> Either | None:
    """Return "the third or fourth quarter of 2027"."""
    first, second = nth_unit(one, unit, year), nth_unit(other, unit, year)
    return Either(first, second) if first and second else None


def either_half(one: int, other: int, year: Period | None = None) -> Either | None:
    """Return "the first or second half of 2027"."""
    halves = [number for number in (one, other) if number in (1, 2)]
    if len(halves) != 2:
        return None
    return Either(*(Block(year, number, 6) for number in halves))


def nth_weekday(number: int, weekday: Weekday, of: Period) -> NthOf:
    """Return "the first Monday of June"."""
    return NthOf(number, weekday.weekday, of)


def unit_number(unit: Unit, number: int, year: Period) -> WeekNumber | None:
    """Return "week 3 of 2027"."""
    return WeekNumber(number, year) if unit is WEEK else None


def week_of_date(unit: Unit, dated: Period) -> WeekOf | None:
    """Return "the week of 10 April", "the weekend of 5 May"."""
    return WeekOf(dated, unit) if unit in (WEEK, WEEKEND) else None


def week_bare(unit: Unit, number: int) -> WeekNumber | None:
    """Return "week 31", which is one of the running year."""
    return unit_number(unit, number, Running(YEAR, 0)) if number <= _MOST_WEEKS else None


def half_of(number: int, of: Period) -> Block | HalfOf | None:
    """Return "the first half of May"; of a year it is six months."""
    number = 2 if number == _THE_LAST else number
    if number not in (1, 2):
        return None
    return Block(_named(of), number, 6) if "YEARLY" in of.keys else HalfOf(number, of)


def _named(year: Period) -> Period | None:
    """Return the year; "the first quarter of the year" names none."""
    return None if after_the(year) else year


def half_bare(number: int) -> Block | None:
    """Return "the second half", which is one of a year."""
    return Block(None, number, 6) if number in (1, 2) else None


def part_of_named(part: PartOf, named: Period) -> PartOf | None:
    """Return "year-end 2027", "month-end May"."""
    is_bare = isinstance(part.of, Running) and not part.of.offset and part.of.unit in (MONTH, YEAR)
    return PartOf(part.part, named) if is_bare else None


def part_of_which(which: Which, part: PartOf) -> PartOf | None:
    """Return "this year's end", "next month's end"."""
    if not isinstance(part.of, Running) or part.of.offset or which is Which.LAST:
        return None
    return PartOf(part.part, Running(part.of.unit, 0 if which is Which.THIS else 1))


def part_of_unit(part: Part, unit: Unit) -> PartOf | None:
    """Return "end of month"; "early days" are no part of one."""
    return PartOf(part, Running(unit, 0, the=True)) if has_place(unit) and unit is not DAY else None


def at_end(period: Period) -> PartOf:
    """Return "end June", "the year is out", "noon on Friday"."""
    return PartOf(Part.END, period)


def at_end_of_named(period: Period) -> PartOf | None:
    """Return "end June"; "it will end this week" is a verb."""
    return None if isinstance(period, Running) else at_end(period)


def ambiguous(period: Period, which: Which) -> Refusal:
    """Return the reason for "Friday after next", which people read in two ways."""
    return AMBIGUOUS


def nth_term(number: int, term: Tenure) -> Tenure:
    """Return "his first term"."""
    return term


LINES: tuple[Line, ...] = (
    ("WHICH MEASURE", ahead),
    ("QUANTITY WHICH UNIT", many_ahead),
    ("WHICH ONE_UNIT", chosen_unit),
    ("THE ONE_UNIT", the_unit),
    ("THE NEXT_UNIT", the_next),
    ("PART OF|IN? THAT_TIME", that_part),
    ("YEAR UNIT", quarter_of),
    ("YEAR STRETCH", quarter_of),
    ("WHICH STRETCH", latest_stretch),
    ("UNIT AFTER THE? WHICH", after_next),
    ("WHICH RECURRING", Chosen),
    ("WHICH WEAK", chosen_weak),
    (f"ORDINAL UNIT OF|IN {ANY}", nth_unit),
    ("ORDINAL UNIT YEARLY", nth_unit),
    ("ORDINAL OR ORDINAL UNIT", either_nth),
    ("ORDINAL OR ORDINAL UNIT OF|IN? YEARLY", either_nth_of),
    ("ORDINAL OR ORDINAL HALF", either_half),
    ("ORDINAL OR ORDINAL HALF OF|IN? YEARLY", either_half),
    ("ORDINAL UNIT", nth_quarter),
    (f"ORDINAL WEEKDAY OF|IN {ANY}", nth_weekday),
    ("UNIT NUMBER OF|IN|COMMA? YEARLY", unit_number),
    ("UNIT NUMBER", week_bare),
    ("UNIT OF PERIOD|FIGURES|WEAK", week_of_date),
    ("UNIT FROM ON? PERIOD|FIGURES|WEAK", week_of_date),
    (f"ORDINAL HALF OF|IN? {ANY}", half_of),
    ("ORDINAL HALF", half_bare),
    (f"FRONT_HALF OF|IN? THE? {ANY}", partial(half_of, 1)),
    (f"BACK_HALF OF|IN? THE? {ANY}", partial(half_of, 2)),
    (f"PART OF|IN|ON? THE? {ANY}", PartOf),
    ("PART OF|IN? THE? TERM", PartOf),
    ("PART OF? THE? UNIT", part_of_unit),
    ("PART_OF OF|IN? YEARLY|MONTHLY", part_of_named),
    ("WHICH PART_OF", part_of_which),
    ("END OF|THE MONTHLY|YEARLY|BLOCK|WEEKLY|RUNNING", at_end),
    ("END MONTHLY|YEARLY|BLOCK", at_end_of_named),
    ("PERIOD OUT", at_end),
    ("RECURRING|WEAK END", at_end),
    ("ORDINAL TERM", nth_term),
    ("RECURRING AFTER THE? WHICH", ambiguous),
)
