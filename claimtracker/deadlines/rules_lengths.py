"""Pattern lines for the least and the most of a length of time: "for at least six weeks"."""

from functools import partial

from .bounds import Bound
from .grammar import Line
from .lasting import Lasting, within
from .measures import Measure, Quantity, about_one, or_more
from .rules_bounds import lasting_again
from .units import DAY, Unit


def for_so_long(lasting: Lasting) -> Lasting:
    """Return "for the next two weeks"; "for at least two weeks" may last longer."""
    return lasting if lasting.bound is Bound.AFTER else lasting_again(Bound.FOR, lasting)


def next_days(quantity: Quantity) -> Lasting:
    """Return "the next day or two", of which "the next day" alone is tomorrow."""
    return within(or_more(DAY, quantity))


def next_day_or_so(*_: object) -> Lasting:
    """Return "the next day or so"."""
    return within(about_one(DAY))


def number_or_more(quantity: Quantity, unit: Unit) -> Lasting:
    """Return "for two or more weeks"."""
    return Lasting(Bound.AFTER, Measure(quantity, unit))


_AT_LEAST, _LEAST_AGAIN = partial(Lasting, Bound.AFTER), partial(lasting_again, Bound.AFTER)
_MOST_AGAIN = partial(lasting_again, Bound.WITHIN)
LINES: tuple[Line, ...] = (
    ("FOR LASTING", for_so_long),
    ("AT_LEAST|NOT_BEFORE MEASURE", _AT_LEAST),
    ("AT_LEAST|NOT_BEFORE LASTING", _LEAST_AGAIN),
    ("MEASURE AT_EARLIEST", _AT_LEAST),
    ("LASTING AT_EARLIEST|OR_MORE", _LEAST_AGAIN),
    ("AT_EARLIEST COMMA? MEASURE", _AT_LEAST),
    ("AT_EARLIEST COMMA? LASTING", _LEAST_AGAIN),
    ("FOR|IN QUANTITY OR_MORE UNIT", number_or_more),
    ("IN? MEASURE COMMA? AT_LATEST", within),
    ("LASTING COMMA? AT_LATEST", _MOST_AGAIN),
    ("AT_LATEST COMMA? IN? MEASURE", within),
    ("AT_LATEST COMMA? LASTING", _MOST_AGAIN),
    ("BEFORE MEASURE OUT", within),
    ("BEFORE THE? LASTING OUT", _MOST_AGAIN),
    ("NOT_BEFORE MEASURE OUT", _AT_LEAST),
    ("NOT_BEFORE THE? LASTING OUT", _LEAST_AGAIN),
    ("NEXT_DAY OR QUANTITY", next_days),
    ("NEXT_DAY OR_SO", next_day_or_so),
)
