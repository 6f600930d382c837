"""The dictionary of a language: from a word or phrase to all that it can stand for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from . import english_times as times
from . import english_words as words
from .anchors import Tenure
from .dates import Month, Weekday
from .holidays import Holiday
from .measures import ONE, bare
from .running import Season
from .windows import Period

Item = Mapping[str, object]
"""What a word can stand for: kind to value, None where the kind says it all."""
Entry = tuple[str, dict[str, object]]
Phrases = dict[str, tuple[tuple[tuple[str, ...], Item], ...]]

WORD, FILLER = "WORD", "FILLER"
CUES = ("DENIAL", "CONDITION", "HOLD", "PAST", "FUTURE")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Single words, and phrases by their first word, the longest first."""

    words: dict[str, Item]
    phrases: Phrases


def period_item(period: Period) -> dict[str, object]:
    """Return all the kinds that a period can stand for."""
    return dict.fromkeys(period.keys, period)


@cache
def english() -> Lexicon:
    """Return the English dictionary, built on first use."""
    entries: dict[tuple[str, ...], dict[str, object]] = {}
    for phrase, item in _entries():
        entries.setdefault(tuple(phrase.split()), {}).update(item)
    return Lexicon(
        {phrase[0]: item for phrase, item in entries.items() if len(phrase) == 1},
        by_first_word((phrase, item) for phrase, item in entries.items() if len(phrase) > 1),
    )


def by_first_word(entries: Iterable[tuple[tuple[str, ...], Item]]) -> Phrases:
    """Return the table of phrases, each group with its longest first: the longest counts."""
    found: dict[str, list[tuple[tuple[str, ...], Item]]] = {}
    for phrase, item in entries:
        found.setdefault(phrase[0], []).append((phrase, item))
    return {
        first: tuple(sorted(group, key=lambda entry: -len(entry[0])))
        for first, group in found.items()
    }


def _split(phrases: str) -> Iterator[str]:
    return (phrase.strip() for phrase in phrases.split(",") if phrase.strip())


def _counted(words_in_order: str, first: int) -> Iterator[tuple[str, int]]:
    return ((word, value) for value, word in enumerate(_split(words_in_order), first))


def _each(phrases: Iterable[str], item: Mapping[str, object]) -> Iterator[Entry]:
    return ((phrase, dict(item)) for phrase in phrases)


def _entries() -> Iterator[Entry]:
    yield from _kind_entries()
    yield from _number_entries()
    yield from _unit_entries()
    yield from _period_entries()
    yield from _name_entries()
    for weak in times.LOOK_ALIKES.split():
        yield weak, {"LOOKS_LIKE": None}


def _kind_entries() -> Iterator[Entry]:
    for kind, phrases in words.KINDS.items():
        yield from _each(_split(phrases), {kind: None})
    cues = (words.DENIALS, words.CONDITIONS, words.HOLDS, words.PAST, words.FUTURE)
    for cue, phrases in zip(CUES, cues, strict=True):
        yield from _each(_split(phrases), {cue: None})
    for refusal, phrases in words.REFUSALS.items():
        yield from _each(_split(phrases), {"REFUSAL": refusal})
    yield from _each(_split(words.FILLERS), {FILLER: None})


def _number_entries() -> Iterator[Entry]:
    yield from _each(("a", "an", "another"), {"A": None, "QUANTITY": ONE})
    for word, value in (*_counted(times.NUMBERS, 0), *times.LARGER_NUMBERS.items()):
        yield word, {"NUMERAL": value}
    for word, value in (*_counted(times.ORDINALS, 1), *times.LARGER_ORDINALS.items()):
        yield word, {"NUMERAL": value, "NTH": None}
    for phrases, quantity in times.QUANTITIES.items():
        yield from _each(_split(phrases), {"QUANTITY": quantity})


def _unit_entries() -> Iterator[Entry]:
    for phrases, unit in times.SINGULAR.items():
        yield from _each(_split(phrases), {"UNIT": unit, "ONE_UNIT": unit})
    for phrases, unit in times.PLURAL.items():
        item = {"UNIT": unit, "UNITS": unit, "MEASURE": bare(unit)}
        yield from _each(_split(phrases), item)


def _period_entries() -> Iterator[Entry]:
    for phrases, which in times.WHICH.items():
        yield from _each(_split(phrases), {"WHICH": which})
    for phrases, period in times.WHERE_BOUND.items():
        yield from _each(_split(phrases), {"FIGURES": period})
    for phrases, part in times.PARTS.items():
        yield from _each(_split(phrases), {"PART": part})
    for phrases, period in times.PERIODS.items():
        yield from _each(_split(phrases), period_item(period))
    yield from _each(_split(times.TERM), {"TERM": Tenure()})
    for word, place in times.PLACES.items():
        yield word, {"ORDINAL": place}


def _name_entries() -> Iterator[Entry]:
    for number, names in enumerate(times.MONTHS, start=1):
        yield from _each(names.split(), period_item(Month(None, number)))
    for number, names in enumerate(times.WEEKDAYS):
        yield from _each(names.split(), period_item(Weekday(number)))
    for number, names in enumerate(times.SEASONS):
        yield from _each(_split(names), period_item(Season(None, number)))
    for holiday, names in times.HOLIDAYS.items():
        yield from _each(_split(names), period_item(Holiday(None, holiday)))
