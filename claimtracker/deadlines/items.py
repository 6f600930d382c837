"""What words, figures and marks of a text can stand for: the stuff that patterns are made over."""

from collections.abc import Mapping
from typing import NamedTuple


class Kinds(tuple[str, ...]):
    """The kinds that something can stand for; one object for each combination, made by `kinds`.

    So that patterns, which ask for them all the time, can look them up by identity.
    """

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__


_ALL: dict[tuple[str, ...], Kinds] = {}


def kinds(*names: str) -> Kinds:
    """Return these kinds, the same object each time."""
    return _ALL.setdefault(names, Kinds(names))


WORD, FILLER = "WORD", "FILLER"
"""A word that means something only beside others or nothing at all; one that changes nothing."""
CUES = frozenset(
    {
        "DENIAL", "CONDITION", "HOLD", "PAST", "SAID", "TOLD", "FUTURE", "RECORD", "FOREIGN",
        "FORMER", "ARRANGES", "CALLED_OFF", "LEFT", "SPORT", "NOT",
    }
)  # fmt: skip
"""Words that say of the times around them whether they are promised, told, denied."""
_TIMES = frozenset(
    {
        "PERIOD", "MONTHLY", "WEEKDAY", "UNIT", "YEARLY", "FIGURES", "REFUSAL", "LOOKS_LIKE",
        "EVENT", "EVENT_NOUN", "TERM", "CLOCK", "DAYTH", "BLOCK_LETTER",
        "TIMELY", "OLD_YEAR",
    }
)  # fmt: skip
_ROUGH = frozenset({"NUMERAL", "DASH", "SLASH"})


class Item:
    """What a word or figure can stand for: kind to value, None where the kind says it all.

    The flags are what every pass asks of each item: which cues it is, whether it is about time, a
    filler, an unknown word, or rough: to be joined with others.
    """

    __slots__ = ("cues", "is_filler", "is_rough", "is_time", "is_word", "keys", "kinds")

    def __init__(self, kinds_and_values: Mapping[str, object]) -> None:
        self.kinds = kinds_and_values
        self.keys = kinds(*kinds_and_values)
        self.is_time = not _TIMES.isdisjoint(kinds_and_values)
        self.cues = tuple(CUES.intersection(kinds_and_values))
        self.is_rough = not _ROUGH.isdisjoint(kinds_and_values)
        self.is_filler = FILLER in kinds_and_values
        self.is_word = WORD in kinds_and_values


class Items(NamedTuple):
    """The items of one sentence, and the code points of the text over which each of them runs."""

    items: list[Item]
    starts: list[int]
    ends: list[int]


COMMA, TO, DASH, LONG_DASH, SLASH, AND = (
    Item({kind: None}) for kind in ("COMMA", "TO", "DASH", "DASH", "SLASH", "AND")
)
MARKS = {",": COMMA, "-": DASH, "–": DASH, "—": LONG_DASH, "/": SLASH, "&": AND}
NAMELESS = Item({WORD: None})
NO_DATE = Item({WORD: None, "NO_DATE": None})
"""A figure or mark that can be no part of a date."""
