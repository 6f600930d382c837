"""Pattern lines for times beside the promised one: a length that is denied, a day that gave way."""

from functools import partial
from typing import NamedTuple

from .bounds import Bound, Bounded
from .grammar import Line
from .items import kinds
from .joins import Either
from .lasting import Lasting, within
from .measures import Measure, either
from .rules_periods import ANY, NAMED_DAYS
from .running import Decade
from .windows import Period

_NO_TIME = kinds("NO_TIME")


class NoTime(NamedTuple):
    """Words that surely name no promised time, whatever else they can be read as."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _NO_TIME


def no_time(*_: object) -> NoTime:
    """Return that "won't take months", "instead of January", "The Sunday Times" promise nothing."""
    return NoTime()


def age(*values: object) -> NoTime | None:
    """Return that "in his late seventies" says how old somebody is."""
    decade = values[-1]
    return NoTime() if isinstance(decade, Decade) and decade.is_short else None


def first_only(one: Measure, other: Measure) -> Lasting:
    """Return "days, not weeks"."""
    return within(one)


def only(one: Lasting, other: Measure) -> Lasting:
    """Return "a matter of days, not weeks"."""
    return one


def second_only(one: Measure, other: Measure) -> Lasting:
    """Return "not weeks but days"."""
    return within(other)


def second_period(bound: Bound, one: Period, other: Period) -> Bounded:
    """Return "not in May but in June"."""
    return Bounded(bound, other)


def no_longer_than(measure: Measure) -> Lasting:
    """Return "won't take more than a month"."""
    return within(measure)


_DENIED_MEASURE = "HOLD IN|WITHIN? MEASURE COMMA? BUT? IN|WITHIN?"
LINES: tuple[Line, ...] = (
    ("FUTURE|TO TAKES MEASURE", within),
    ("NEEDS MEASURE", within),
    ("MEASURE FROM_NOW FROM", within),
    ("TOLD MEASURE FROM_NOW FROM", no_time),
    ("FUTURE|TO TAKES MEASURE FROM_NOW", no_time),
    ("FUTURE|TO TAKES MEASURE OF? LEAVE", no_time),
    ("NEEDS|WITHIN|AT_LEAST|IN|FOR? MEASURE OF? LEAVE", no_time),
    ("CHANGES FROM QUANTITY|MEASURE TO QUANTITY|MEASURE", no_time),
    ("AMOUNT|MEASURE A ONE_UNIT", no_time),  # "24 hours a day"
    ("NUMBER|QUANTITY A ONE_UNIT RELATIVE", no_time),  # "2,000 a month today"
    ("MEASURE ONE_UNIT", no_time),  # "a four-day week"
    ("TOOK|JAILED MEASURE|LASTING", no_time),
    ("HOLD MATTER MEASURE", no_time),
    ("FROM|BY|IN|ON|WITHIN? DOTTED AMOUNT", no_time),
    ("FROM DOTTED|NUMBER TO DOTTED|NUMBER AMOUNT", no_time),
    ("IN WHOSE PART? PERIOD", age),
    ("FUTURE TO TAKES MEASURE", within),
    ("HOLD|NEGATED FUTURE|TO? TAKES MEASURE", no_time),
    ("HOLD|NEGATED FUTURE|TO? TAKES AT_LEAST MEASURE", no_longer_than),
    ("MEASURE COMMA? HOLD|RATHER IN|WITHIN? MEASURE", first_only),
    ("LASTING COMMA? HOLD|RATHER IN|WITHIN? MEASURE", only),
    (f"{_DENIED_MEASURE} MEASURE", second_only),
    ("MEASURE COMMA? OR? COMMA? AT_WORST COMMA? IN|WITHIN? MEASURE", either),
    ("MEASURE COMMA OR? IN|WITHIN? MEASURE AT_WORST", either),
    (f"{NAMED_DAYS} COMMA? OR|AND? COMMA? AT_WORST COMMA? BY|ON|IN? THE? {ANY}", Either),
    (f"{NAMED_DAYS} COMMA OR|AND? BY|ON|IN? THE? {ANY} COMMA? AT_WORST", Either),
    (f"{NAMED_DAYS} OR|AND BY|ON|IN? THE? {ANY} COMMA? AT_WORST", Either),
    (f"{NAMED_DAYS} COMMA? OR|AND? NO_LATER THE? {ANY}", Either),
    (f"{NAMED_DAYS} COMMA? OR COMMA? OR COMMA? BY|ON|IN? THE? {ANY}", Either),
    (f"RATHER BY|ON|IN? THE? {ANY}", no_time),
    (f"THAN ON|IN? THE? {ANY}", no_time),
    ("THE WEEKDAY|WEAK MASTHEAD", no_time),
    *(
        (f"HOLD {bound} THE? {ANY} COMMA? BUT {bound} THE? {ANY}", partial(second_period, bound))
        for bound in (Bound.IN, Bound.ON, Bound.BY, Bound.BEFORE)
    ),
)
