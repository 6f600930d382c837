"""A wording as a sentence: its condition apart, its cues, and the value it is read from."""

from dataclasses import dataclass, replace

from .bounds import Bound, Bounded
from .lexicon import Item
from .refusals import LOOKS_LIKE, Refusal
from .rules import deadline_grammar
from .tokens import Items

_ALONE = ("MEASURE", "FIGURES")
_RANKS = ("FIRM", "BOUNDED", "PERIOD", "ALONE", "REPORTED", "REFUSAL", "LOOKS_LIKE")
"""What a deadline is taken from, the surest first; of equally sure ones the first in the text."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The items of a wording, with its condition apart and what its cue words say."""

    main: Items
    condition: Items
    condition_leads: bool
    is_denied: bool
    is_past: bool

    @classmethod
    def of(cls, items: Items) -> "Sentence":
        """Return the sentence of these items."""
        main, condition = _without_condition(items)
        cues = {cue for item in main for cue in item}
        return cls(
            main, condition, bool(condition) and items[0] is condition[0],
            is_denied="DENIAL" in cues, is_past="PAST" in cues and "FUTURE" not in cues,
        )  # fmt: skip

    @property
    def condition_name(self) -> str:
        """The words of the condition, as the name of an event to wait for."""
        names = (str(item["NAME"]) for item in self.condition if "NAME" in item)
        return next(names, "the condition named")


def _without_condition(items: Items) -> tuple[Items, Items]:
    """Part the sentence: "if ..." to the comma where it comes first, else to the end."""
    start = next((place for place, item in enumerate(items) if "CONDITION" in item), len(items))
    end = len(items)
    if start == 0:
        end = next((place for place, item in enumerate(items) if "COMMA" in item), end)
    return items[:start] + items[end:], items[start:end]


@dataclass(frozen=True, slots=True)
class Found:
    """The value that a deadline is read from; `holds` where it is promised for the whole time."""

    value: object
    holds: bool


def found_in(sentence: Sentence) -> Found:
    """Return what the sentence is read from: its condition only where nothing else says a time."""
    main = deadline_grammar().reduce(sentence.main)
    value = _best(main)
    if value is None or isinstance(value, Refusal):
        value = _of_condition(sentence.condition) or value
    holds = any("HOLD" in item for item in main)
    if holds and isinstance(value, Bounded) and value.bound is Bound.BEFORE:
        return Found(replace(value, bound=Bound.NOT_BEFORE), holds=False)  # "not before June"
    return Found(value, holds)


def _of_condition(items: Items) -> object:
    """Return the time a condition names, for "if no progress within days"; never an event."""
    reduced = deadline_grammar().reduce(items)
    return _best([item for item in reduced if "EVENT" not in item])


def _best(items: Items) -> object:
    """Return the value that the deadline is taken from; None where there is none."""
    alone = len(items) <= 2
    ranked = [(_rank(item, alone=alone), place) for place, item in enumerate(items)]
    rank, place = min(ranked, default=(len(_RANKS), 0))
    if rank == len(_RANKS):
        return None
    return _value(items[place], _RANKS[rank])


def _rank(item: Item, *, alone: bool) -> int:
    for rank, kind in enumerate(_RANKS):
        if kind in item or (kind == "ALONE" and alone and _stands_alone(item)):
            return rank
    return len(_RANKS)


def _stands_alone(item: Item) -> bool:
    return any(key in item for key in _ALONE)


def _value(item: Item, kind: str) -> object:
    if kind == "LOOKS_LIKE":
        return LOOKS_LIKE
    if kind == "ALONE":
        return next(item[key] for key in _ALONE if key in item)
    return item[kind]
