"""Pattern lines for lengths of time: "two to three weeks", "a year and a half", "half a year"."""

from .grammar import Line
from .measures import (
    ONE,
    about,
    about_one,
    and_half,
    and_half_of,
    either,
    half,
    half_of_one,
    juxtaposed,
    measure,
    or_more,
    ranged,
    together,
)  # fmt: skip

LINES: tuple[Line, ...] = (
    ("QUANTITY UNIT", measure),
    ("HALF A? UNIT", half),
    ("HALF OF? MEASURE", half_of_one),
    ("QUANTITY AND MEASURE", and_half),
    ("QUANTITY UNIT AND A HALF", and_half_of),
    ("ONE_UNIT AND A HALF", lambda unit: and_half_of(ONE, unit)),
    ("QUANTITY TO|OR MEASURE", ranged),
    ("QUANTITY COMMA QUANTITY COMMA? OR MEASURE", lambda low, mid, upper: ranged(low, upper)),
    ("BETWEEN QUANTITY AND MEASURE", ranged),
    ("BETWEEN MEASURE AND MEASURE", either),
    ("A? UNIT OR QUANTITY", or_more),
    ("UNIT OR_SO", about_one),
    ("A UNIT OR_SO", about_one),
    ("MEASURE OR_SO", about),
    ("ABOUT MEASURE", about),
    ("MEASURE COMMA? TO|OR MEASURE", either),
    ("FROM QUANTITY TO MEASURE", ranged),
    ("MEASURE COMMA? AND MEASURE", together),
    ("MEASURE COMMA? MEASURE", juxtaposed),
)
