"""Pattern lines for lengths of time: "two to three weeks", "a year and a half", "half a year"."""

from .grammar import Line
from .measures import (
    Measure,
    about,
    about_one,
    and_half,
    and_half_of,
    either,
    first_only,
    half,
    half_of_one,
    or_more,
    ranged,
    together,
)  # fmt: skip

LINES: tuple[Line, ...] = (
    ("QUANTITY UNIT", Measure),
    ("HALF A? UNIT", half),
    ("HALF MEASURE", half_of_one),
    ("QUANTITY AND MEASURE", and_half),
    ("QUANTITY UNIT AND A HALF", and_half_of),
    ("QUANTITY TO|OR MEASURE", ranged),
    ("BETWEEN QUANTITY AND MEASURE", ranged),
    ("A? UNIT OR QUANTITY", or_more),
    ("UNIT OR_SO", about_one),
    ("MEASURE OR_SO", about),
    ("ABOUT MEASURE", about),
    ("MEASURE TO|OR MEASURE", either),
    ("MEASURE AND MEASURE", together),
    ("MEASURE COMMA? HOLD MEASURE", first_only),  # "days, not weeks"
)
