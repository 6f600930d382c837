"""Deadlines in words to dates: a library of its own, beneath it only python-dateutil.

`read` takes the words of one deadline, `find` a running text. Both go through these files:

    tokens      text to sentences of `items`: an item says all that a word can stand for
                (`lexicon`, made of a `language`: `english`, `german`; `known_names`, `figures`,
                `dashes`, `numerals`)
    grammar     the tool that finds the longest stretches of items that fit the lines of `rules_*`
    values      what lines make: periods (`dates`, `running`, `recurring`, `holidays`, `anchors`,
                `around`, `parts`, `nth`, `joins`), lengths of time (`measures`, `lasting`),
                periods with a bound (`bounds`), reasons for no date (`refusals`)
    sentence    the words of time in a sentence, its condition, and what its cues say of them;
                `tense` tells where its verbs look
    outcomes    one value to dates: `Period.on(said)` gives a `Window`, a bound an `Outcome`
    told        which of the times in a text lie behind, for `find`
    ranks       how sure it is that a time named is the promised one
    read, find  the surest of all times named; each mention with its place and direction

A new wording is a word in a table of the language or a line in a `rules_*` file; a new convention
is a field of `Policy` and a line of `conventions`; a new kind of period is a class with `keys` and
`on`; a new language is a table. Below all of them stand `units`, `calendar_spans` and
`public_holidays` (which alone needs the library `holidays`, and only where a country is set).
"""

from .conventions import (
    CONVENTIONS,
    BadConvention,
    Convention,
    changed_texts,
    policy_from,
    texts_of,
    tidied,
)
from .find import find
from .outcomes import FROM_CONDITION
from .policy import DEFAULT_POLICY, Policy
from .read import read
from .reading import Alternative, Direction, Event, Mention, Precision, Reading, Term

__all__ = [
    "CONVENTIONS",
    "DEFAULT_POLICY",
    "FROM_CONDITION",
    "Alternative",
    "BadConvention",
    "Convention",
    "Direction",
    "Event",
    "Mention",
    "Policy",
    "Precision",
    "Reading",
    "Term",
    "changed_texts",
    "find",
    "policy_from",
    "read",
    "texts_of",
    "tidied",
]
