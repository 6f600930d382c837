"""Pattern lines for what hangs on an event or a term of office: "his first 100 days"."""

from typing import NamedTuple

from .anchors import EventNamed, FirstOf, Shifted
from .around import Ending, LastOf, LeadUp, WeekdayBeside
from .bounds import Bound, Bounded
from .dates import Weekday
from .grammar import Line
from .items import kinds
from .lasting import Lasting
from .measures import ONE, Measure
from .parts import Part, PartOf
from .rules_periods import ANY
from .running import Season
from .units import DAY, FORTNIGHT, WEEK, Unit
from .windows import Period


def qualified(which: object, event: EventNamed) -> EventNamed:
    """Return the event of "the NATO summit", known as the summit."""
    return event


_NTH_UNIT = kinds("NTH_UNIT")


class NthUnit(NamedTuple):
    """A unit by its place in something unnamed, which is no day by itself: "the first year"."""

    number: int
    unit: Unit

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _NTH_UNIT


def before(measure: Measure, period: Period) -> Shifted:
    """Return "two weeks before Christmas"."""
    return Shifted(measure, period, backwards=True)


def from_day_on(measure: Measure, period: Period) -> Shifted | None:
    """Return "two weeks from Friday"; "200 million a year from 2027" is what it costs a year."""
    is_rate = measure.quantity == ONE and not _COARSE.isdisjoint(period.keys)
    return None if is_rate else Shifted(measure, period)


_COARSE = frozenset({"YEARLY", "MONTHLY", "BLOCK", "RUNNING"})


def week_on(measure: Measure, day: Period) -> Shifted | None:
    """Return "a week on Friday"; "the first in a decade on Friday" is none."""
    return Shifted(measure, day) if measure.unit in (WEEK, FORTNIGHT) else None


def unit_after(unit: Unit, period: Period) -> Shifted | Lasting | Bounded:
    """Return "the day after the election"; "the week after" it is any day of that week."""
    shifted = Shifted(Measure(ONE, unit), period)
    return shifted if unit is DAY else within_shifted(shifted)


def weekday_after_it(weekday: Weekday, period: Period) -> WeekdayBeside:
    """Return "the Tuesday after Easter"."""
    return WeekdayBeside(weekday.weekday, period)


def weekday_before_it(weekday: Weekday, period: Period) -> WeekdayBeside:
    """Return "the Friday before Christmas"."""
    return WeekdayBeside(weekday.weekday, period, backwards=True)


def lead_up(unit: Unit, period: Period) -> LeadUp:
    """Return "in the week before the vote"."""
    return LeadUp(Measure(ONE, unit), period)


def within_after(measure: Measure, period: Period) -> Lasting:
    """Return "in the weeks after the vote"."""
    return Lasting(Bound.WITHIN, measure, period)


def unit_ending(unit: Unit, last: Period) -> Ending:
    """Return "the year ending March 2027"."""
    return Ending(Measure(ONE, unit), last)


def nth_ending(number: int, unit: Unit, last: Period) -> Ending:
    """Return "its fourth quarter ending June 30"; the company's own count adds nothing."""
    return unit_ending(unit, last)


def eve_of(period: Period) -> Shifted:
    """Return "the eve of the vote"."""
    return unit_before(DAY, period)


def part_of_name(part: Part, name: str) -> PartOf:
    """Return "the end of the pandemic"."""
    return PartOf(part, EventNamed(name))


def unit_before(unit: Unit, period: Period) -> Shifted:
    """Return "the day before the election"."""
    return before(Measure(ONE, unit), period)


def named_noun(name: str, noun: EventNamed) -> EventNamed:
    """Return "NATO summit", whose date nobody can know beforehand."""
    return EventNamed(f"{name} {noun.name}")


def noun_beside(period: Period, noun: EventNamed) -> EventNamed:
    """Return "November election": the month says when it is, but not on which day."""
    return noun._replace(when=period)


def noun_of_season(period: Period, noun: EventNamed) -> EventNamed | None:
    """Return "the autumn budget"; "Friday's vote" is on that day."""
    return noun_beside(period, noun) if isinstance(period, Season) else None


def of_name(measure: Measure, name: str) -> Shifted:
    """Return "30 days of the ceasefire"."""
    return Shifted(measure, EventNamed(name))


def within_shifted(shifted: Shifted) -> Lasting | Bounded:
    """Return "within 30 days of the ceasefire", which runs from it."""
    if shifted.backwards:
        return Bounded(Bound.WITHIN, shifted)
    return Lasting(Bound.WITHIN, shifted.measure, shifted.anchor)


_THE_LAST = -1


def first_shifted(number: int, shifted: Shifted) -> FirstOf | LastOf | None:
    """Return "the first 100 days of the year", "the last two weeks of May"."""
    if number == _THE_LAST:
        return LastOf(shifted.measure, shifted.anchor)
    return FirstOf(shifted.measure, shifted.anchor) if number == 1 else None


def first_in_office(number: int, measure: Measure, *_: object) -> FirstOf | None:
    """Return "his first 100 days in office"."""
    return FirstOf(measure) if number == 1 else None


def first_counted(number: int, measure: Measure) -> FirstOf | None:
    """Return "the first 100 days", which are those of a term of office."""
    return None if number != 1 or measure.is_vague else FirstOf(measure)


def first_unit_in_office(number: int, unit: Unit, *_: object) -> FirstOf | None:
    """Return "his first year in office"."""
    return FirstOf(Measure(ONE, unit)) if number == 1 else None


def whose_first(nth: NthUnit) -> FirstOf | None:
    """Return "his first year", which is that of a term of office."""
    return first_unit_in_office(nth.number, nth.unit)


LINES: tuple[Line, ...] = (
    ("NAME EVENT_NOUN", named_noun),
    ("MONTHLY|WEAK|YEARLY EVENT|EVENT_NOUN", noun_beside),
    ("RECURRING EVENT|EVENT_NOUN", noun_of_season),
    ("WITHIN|BY|IN SHIFTED", within_shifted),
    (f"MEASURE AFTER ON? THE|A? {ANY}", Shifted),
    (f"MEASURE FROM ON? THE|A? {ANY}", from_day_on),
    ("MEASURE ON WEEKDAY|CHOSEN|DATED|RELATIVE", week_on),
    (f"MEASURE BEFORE THE? {ANY}", before),
    (f"IN THE MEASURE BEFORE THE|A? {ANY}", LeadUp),
    (f"IN THE ONE_UNIT BEFORE THE|A? {ANY}", lead_up),
    (f"IN THE MEASURE AFTER THE|A? {ANY}", within_after),
    (f"EVE OF THE|A? {ANY}", eve_of),
    (f"WEEKDAY AFTER THE? {ANY}", weekday_after_it),
    (f"WEEKDAY BEFORE THE? {ANY}", weekday_before_it),
    (f"ONE_UNIT AFTER THE? {ANY}", unit_after),
    (f"ONE_UNIT BEFORE THE? {ANY}", unit_before),
    ("MEASURE OF THE|A? PERIOD|FIGURES|EVENT_NOUN", Shifted),
    ("MEASURE OF|AFTER|FROM THE|A|NOT_A_NAME? NOT_A_NAME? AUXILIARY? NAME", of_name),
    ("ONE_UNIT AFTER THE|A? NAME", lambda unit, name: unit_after(unit, EventNamed(name))),
    (f"MEASURE STARTING THE? {ANY}", FirstOf),
    ("MEASURE ENDING THE? PERIOD", Ending),
    ("ONE_UNIT ENDING THE? PERIOD", unit_ending),
    ("ORDINAL UNIT ENDING THE? PERIOD", nth_ending),
    ("THE MEASURE TO THE? MONTHLY|DATED", Ending),
    ("THE ONE_UNIT TO THE? MONTHLY|DATED", unit_ending),
    ("ORDINAL SHIFTED", first_shifted),
    ("ORDINAL MEASURE OFFICE", first_in_office),
    ("ORDINAL MEASURE OF THE? TERM", first_in_office),
    ("ORDINAL UNIT OFFICE", first_unit_in_office),
    ("ORDINAL UNIT OF THE? TERM", first_unit_in_office),
    ("ORDINAL MEASURE", first_counted),
    ("NAME EVENT", qualified),
    ("WHICH EVENT|EVENT_NOUN", qualified),
    ("PART THE NAME", part_of_name),
    ("ORDINAL UNIT", NthUnit),
    ("WHOSE NTH_UNIT", whose_first),
)
