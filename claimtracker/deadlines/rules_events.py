"""Pattern lines for what hangs on an event or a term of office: "his first 100 days"."""

from dataclasses import dataclass
from typing import ClassVar

from .anchors import EventNamed, FirstOf, Shifted
from .bounds import Bound, Bounded
from .grammar import Line
from .lasting import Lasting
from .measures import ONE, Measure
from .units import DAY, Unit
from .windows import Named


def qualified(name: str, event: EventNamed) -> EventNamed:
    """Return the event of "the NATO summit", known as the summit."""
    return event


@dataclass(frozen=True, slots=True)
class NthUnit(Named):
    """A unit by its place in something unnamed, which is no day by itself: "the first year"."""

    number: int
    unit: Unit
    keys: ClassVar[tuple[str, ...]] = ("NTH_UNIT",)


def after(measure: Measure, bounded: Bounded) -> Shifted:
    """Return "three days after Easter"."""
    return Shifted(measure, bounded.period)


def before(measure: Measure, bounded: Bounded) -> Shifted:
    """Return "two weeks before Christmas"."""
    return Shifted(measure, bounded.period, backwards=True)


def unit_after(unit: Unit, bounded: Bounded) -> Shifted | Lasting | Bounded:
    """Return "the day after the election"; "the week after" it is any day of that week."""
    shifted = after(Measure(ONE, unit), bounded)
    return shifted if unit is DAY else within_shifted(shifted)


def of_name(measure: Measure, name: str) -> Shifted:
    """Return "30 days of the ceasefire"."""
    return Shifted(measure, EventNamed(name))


def within_shifted(shifted: Shifted) -> Lasting | Bounded:
    """Return "within 30 days of the ceasefire", which runs from it."""
    if shifted.backwards:
        return Bounded(Bound.WITHIN, shifted)
    return Lasting(Bound.WITHIN, shifted.measure, shifted.anchor)


def first_shifted(number: int, shifted: Shifted) -> FirstOf | None:
    """Return "the first 100 days of the year"."""
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
    ("WITHIN SHIFTED", within_shifted),
    ("MEASURE AFTER_PERIOD|FROM_PERIOD|ON_PERIOD", after),
    ("MEASURE BEFORE_PERIOD", before),
    ("UNIT AFTER_PERIOD", unit_after),
    ("MEASURE OF PERIOD|FIGURES", Shifted),
    ("MEASURE OF THE|A? NAME", of_name),
    ("ORDINAL SHIFTED", first_shifted),
    ("ORDINAL MEASURE OFFICE", first_in_office),
    ("ORDINAL MEASURE OF TERM", first_in_office),
    ("ORDINAL UNIT OFFICE", first_unit_in_office),
    ("ORDINAL UNIT OF TERM", first_unit_in_office),
    ("ORDINAL MEASURE", first_counted),
    ("NAME EVENT", qualified),
    ("ORDINAL UNIT", NthUnit),
    ("WHOSE NTH_UNIT", whose_first),
)
