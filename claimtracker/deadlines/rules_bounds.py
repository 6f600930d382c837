"""Pattern lines for bounds, and for what is no deadline."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from .anchors import EventNamed
from .bounds import Bound, Bounded
from .dates import Relative
from .grammar import Line, Value
from .lasting import Lasting, in_one_of, within, within_one_of
from .measures import ONE, Measure
from .parts import PartOf
from .refusals import ENDURED, PAST, Refusal
from .rules_periods import ANY, at_end
from .units import HOUR, Unit
from .windows import Named, Period


@dataclass(frozen=True, slots=True)
class Reported(Named):
    """The day on which something was said, which is no deadline: "said on Thursday"."""

    period: Period
    keys: ClassVar[tuple[str, ...]] = ("REPORTED",)


def reported_on(bounded: Bounded) -> Reported:
    """Return "said on Thursday"."""
    return Reported(bounded.period)


@dataclass(frozen=True, slots=True)
class NoDate(Named):
    """Words that only sound like a day: "the second ballot", "3rd place"."""

    keys: ClassVar[tuple[str, ...]] = ()


def no_date(day: int, name: str) -> NoDate:
    """Return that "the second ballot" is no second of the month."""
    return NoDate()


def same(value: Value) -> Value:
    """Return the value itself: an article adds nothing."""
    return value


def rebound(bound: Bound, bounded: Bounded) -> Bounded:
    """Return the outer bound of two: "by midnight on Friday"."""
    return Bounded(bound, bounded.period)


def at_end_of(bounded: Bounded) -> PartOf:
    """Return "midnight on Friday": a clock time never moves the day, not even after "before"."""
    return at_end(bounded.period)


def today(bound: Bound) -> Bounded:
    """Return a bound on a clock time, which never moves the day."""
    return Bounded(bound, at_end(Relative(0)))


def named(bound: Bound, name: str) -> Bounded:
    """Return a bound on an event that nothing else names: "before the midterms"."""
    return Bounded(bound, EventNamed(name))


def lasting_again(bound: Bound, lasting: Lasting) -> Lasting:
    """Return the outer bound of two: "for the next two weeks", "within two weeks from now"."""
    return replace(lasting, bound=bound)


def within_one(*values: object) -> Lasting:
    """Return "within the hour": a unit without a place in the calendar counts from the day said."""
    unit = values[-1]
    return Lasting(Bound.WITHIN, Measure(ONE, unit if isinstance(unit, Unit) else HOUR))


def past(*_: object) -> Refusal:
    """Return the reason why "two weeks ago" and "since May" are no deadline."""
    return PAST


def on_end(measure: Measure, refusal: Refusal) -> Refusal | None:
    """Return the reason why "weeks and months on end" is no deadline."""
    return refusal if refusal == ENDURED else None


def _for_bound(bound: Bound) -> Iterator[Line]:
    figures = "" if bound in (Bound.IN, Bound.WITHIN, Bound.FOR) else "|FIGURES"
    yield f"{bound} PERIOD|YEARLY|WEAK|TERM{figures}", partial(Bounded, bound)
    yield f"{bound} ON_PERIOD", partial(rebound, bound)
    if bound in (Bound.BY, Bound.UNTIL, Bound.BEFORE):
        yield f"{bound} CLOCK", partial(today, bound)
    if bound in (Bound.BEFORE, Bound.AFTER):
        yield f"{bound} THE|A? NAME", partial(named, bound)
    if bound in (Bound.BY, Bound.UNTIL, Bound.NOT_BEFORE):
        yield f"{bound} THE NAME", partial(named, bound)
    if bound in (Bound.IN, Bound.WITHIN, Bound.FOR, Bound.AFTER):
        yield f"{bound} MEASURE", partial(Lasting, bound)


_IN_WITHIN = partial(lasting_again, Bound.WITHIN)
LINES: tuple[Line, ...] = (
    ("THE PERIOD|MEASURE|LASTING|TERM", same),
    ("THE WEAK", same),
    ("ABOUT PERIOD", same),
    ("A MEASURE|EVENT", same),
    ("THIS_TIME DATED", same),
    ("THIS_TIME NEXT_UNIT", in_one_of),
    ("PERIOD CLOCK", same),
    ("PERIOD ON CLOCK", at_end),
    ("CLOCK PERIOD|FIGURES", at_end),
    ("CLOCK ON_PERIOD", at_end_of),
    ("FROM|BETWEEN|IN|ON SPAN", same),
    ("IN|WITHIN THE_NEXT", within_one_of),
    ("IN|WITHIN THE|WHICH UNIT", within_one),
    ("IN|WITHIN THE WHICH UNIT", within_one),
    ("IN|ON LASTING", same),
    ("WITHIN|BY LASTING", _IN_WITHIN),
    ("FOR LASTING", partial(lasting_again, Bound.FOR)),
    ("MATTER MEASURE", within),
    ("MEASURE DEADLINE", within),
    ("HAS MEASURE TO", within),
    ("MEASURE AGO", past),
    (f"SINCE {ANY}", past),
    (f"EARLIER {ANY}", past),
    ("MEASURE FROM_NOW", partial(Lasting, Bound.IN)),
    ("IN MEASURE TIME", partial(Lasting, Bound.IN)),
    ("WITHIN MEASURE TIME", within),
    ("IN ABOUT MEASURE", partial(Lasting, Bound.IN)),
    ("AT_LEAST MEASURE", partial(Lasting, Bound.AFTER)),
    ("AT_LEAST LASTING", partial(lasting_again, Bound.AFTER)),
    *(line for bound in Bound for line in _for_bound(bound)),
    ("PERIOD AT_LATEST", partial(Bounded, Bound.BY)),
    ("ON_PERIOD AT_LATEST", partial(rebound, Bound.BY)),
    ("PERIOD AT_EARLIEST", partial(Bounded, Bound.NOT_BEFORE)),
    ("ON_PERIOD|IN_PERIOD AT_EARLIEST", partial(rebound, Bound.NOT_BEFORE)),
    ("THE? DAYTH NAME", no_date),
    ("TOLD ON_PERIOD", reported_on),
    ("TOLD PERIOD", Reported),
    ("MEASURE REFUSAL", on_end),
)
