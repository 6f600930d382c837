"""Deadlines in words to dates: a library of its own, beneath it only python-dateutil.

A wording goes through these files in this order:

    tokens      text to items; an item says all that a word can stand for (tables: `lexicon` with
                `english_words` and `english_times`; figures: `figures`, `numerals`)
    sentence    the condition and the cues set apart, and what the deadline is taken from
    grammar     the tool that puts values in the place of items, by the lines of `rules_*`
    values      what lines make: periods (`dates`, `running`, `holidays`, `anchors`, `parts`, `nth`,
                `joins`), lengths of time (`measures`, `lasting`), periods with a bound (`bounds`)
    read        one value to dates: `Period.on(said)` gives a `Window`, a bound an `Outcome`

A new wording is a word in a table or a line in a `rules_*` file; a new convention is a field of
`Policy`; a new kind of period is a class with `keys` and `on`. Below all of them stand `units`
and `calendar_spans`, the arithmetic of the calendar.
"""

from .policy import DEFAULT_POLICY, Policy
from .read import read
from .reading import Alternative, Event, Precision, Reading, Term

__all__ = [
    "DEFAULT_POLICY",
    "Alternative",
    "Event",
    "Policy",
    "Precision",
    "Reading",
    "Term",
    "read",
]
