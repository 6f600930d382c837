"""The dictionary of a language: from a word or phrase to all that it can stand for."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from .anchors import BEGINNING, END, EventNamed, Tenure
from .bounds import Bound, Bounded
from .dates import OVERNIGHT, Month, Relative, Weekday
from .english import ENGLISH
from .figures import number_item, ordinal_item, usual_figures
from .german import GERMAN
from .holidays import Holiday
from .items import FILLER, MARKS, Item
from .language import Language, Words
from .measures import ONE, VAGUE_WORDS, bare
from .parts import Part, PartOf
from .recurring import Which
from .refusals import BY_NAME as REFUSALS
from .refusals import LOOKS_LIKE
from .running import Decade, Fiscal, Running, Season, ThatTime
from .units import BY_NAME as UNITS
from .units import DAY, DECADE, MONTH, QUARTER, WEEK, WEEKEND, YEAR
from .windows import Period

LANGUAGES: Mapping[str, Language] = {"en": ENGLISH, "de": GERMAN}

PERIODS: Mapping[str, Period] = {
    "today": Relative(0),
    "tomorrow": Relative(1),
    "overnight": OVERNIGHT,
    "the day after tomorrow": Relative(2),
    "yesterday": Relative(-1),
    "the day before yesterday": Relative(-2),
    "early next year": PartOf(Part.EARLY, Running(YEAR, 1)),
    "the end of the week": PartOf(Part.END, Running(WEEK, 0)),
    "the end of the month": PartOf(Part.END, Running(MONTH, 0)),
    "the end of the quarter": PartOf(Part.END, Running(QUARTER, 0)),
    "the end of the year": PartOf(Part.END, Running(YEAR, 0)),
    "early this year": PartOf(Part.EARLY, Running(YEAR, 0)),
    "early this month": PartOf(Part.EARLY, Running(MONTH, 0)),
    "midweek": PartOf(Part.MID, Running(WEEK, 0, the=True)),
    "midmonth": PartOf(Part.MID, Running(MONTH, 0, the=True)),
    "midyear": PartOf(Part.MID, Running(YEAR, 0, the=True)),
    "this weekend": Running(WEEKEND, 0),
    "this fiscal year": Fiscal(),
    "next fiscal year": Fiscal(offset=1),
    "last fiscal year": Fiscal(offset=-1),
    "this year": Running(YEAR, 0),
    "this month": Running(MONTH, 0),
    "this week": Running(WEEK, 0),
    **{
        f"that {unit.name}": ThatTime(Running(unit, 0))
        for unit in (DAY, WEEK, WEEKEND, MONTH, QUARTER, YEAR, DECADE)
    },
    "then": ThatTime(Running(DAY, 0)),
    "by then": ThatTime(Bounded(Bound.BY, Running(DAY, 0))),
    "until then": ThatTime(Bounded(Bound.UNTIL, Running(DAY, 0))),
    "inauguration": EventNamed(BEGINNING),
    "end of term": EventNamed(END),
}
"""Periods that a language may have a word for."""

Kinds = dict[str, object]
Entry = tuple[str, Kinds]


class Node:
    """A place in the tree of phrases: the next words, and the item if a phrase ends here."""

    __slots__ = ("item", "next")

    def __init__(self, next: dict[str, "Node"] | None = None, item: Item | None = None) -> None:
        self.next = next or {}
        self.item = item


class Lexicon(NamedTuple):
    """What single words stand for, what phrases do, and how unknown words are taken."""

    words: Mapping[str, Item]
    phrases: Mapping[str, Node]  # by the first word
    look_alikes: Mapping[str, Item]  # the same words where they may be no dates at all
    capitals: frozenset[str]  # of these, those that are dates in capitals only
    abbreviations: frozenset[str]
    past_endings: tuple[str, ...]
    no_past: frozenset[str]
    unknown: dict[str, Item]  # words met that stand in no table
    deeds: frozenset[str] = frozenset()  # what people call by its date: "the 6 January riots"
    bodies: frozenset[str] = frozenset()  # before whom people stand: "laid before parliament"
    named: frozenset[str] = frozenset()  # words with which the names of events begin


def kinds_of(period: Period) -> Kinds:
    """Return all the kinds that a period can stand for."""
    return dict.fromkeys(period.keys, period)


@cache
def lexicon(code: str) -> Lexicon:
    """Return the dictionary of a language, built on first use; English for a code not known."""
    language = LANGUAGES.get(code, ENGLISH)
    entries: dict[str, Kinds] = {}
    for phrase, kinds in _entries(language):
        entries.setdefault(phrase, {}).update(kinds)
    _mark_past(entries, language)
    look_alikes = {*language.look_alikes.split(), *_split(language.capitals)}
    items = {phrase: Item(kinds) for phrase, kinds in entries.items()}
    words, phrases = _by_first_word(items)
    sure = {word: item for word, item in words.items() if word not in look_alikes}
    return Lexicon(
        words={**MARKS, **dict(usual_figures()), **sure},
        phrases=phrases,
        look_alikes={
            word: Item({**item.kinds, "LOOKS_LIKE": LOOKS_LIKE})
            for word, item in words.items()
            if word in look_alikes
        },
        capitals=frozenset(_split(language.capitals)),
        abbreviations=frozenset(_split(language.abbreviations)),
        past_endings=language.cues.past_endings,
        no_past=language.cues.no_past,
        unknown={},
        deeds=frozenset(_split(language.cues.deeds)),
        bodies=frozenset(_split(language.cues.bodies)),
    )


def _mark_past(entries: Mapping[str, Kinds], language: Language) -> None:
    """Let words of the tables tell of the past by their ending too, where no table of cues does."""
    endings, others = language.cues.past_endings, language.cues.no_past
    for phrase, kinds in entries.items():
        is_past = phrase.endswith(endings) and " " not in phrase and phrase not in others
        if is_past and _LOOKS.isdisjoint(kinds):
            kinds["TOLD"] = None


_LOOKS = frozenset({"DENIAL", "CONDITION", "HOLD", "PAST", "SAID", "FUTURE", "FOREIGN"})


def with_names(found: Lexicon, names: Sequence[tuple[tuple[str, ...], Period]]) -> Lexicon:
    """Return the dictionary with names that stand for periods; they go before other phrases."""
    items = {" ".join(words): Item(kinds_of(period)) for words, period in names if words}
    words, phrases = _by_first_word(items)
    merged = dict(found.phrases)
    for first, node in phrases.items():
        merged[first] = _merged(found.phrases.get(first, Node()), node)
    for word, item in words.items():  # a single word goes before the phrases it begins too
        if word in items:
            merged[word] = _merged(merged.get(word, Node()), Node(item=item))
    named = frozenset(words[0] for words, _ in names if words)
    return found._replace(phrases=merged, unknown={}, named=named)


def _by_first_word(items: Mapping[str, Item]) -> tuple[dict[str, Item], dict[str, Node]]:
    """Part the dictionary into single words and phrases."""
    words: dict[str, Item] = {}
    root = Node()
    for phrase, item in items.items():
        parts = phrase.split()
        if len(parts) == 1:
            words[phrase] = item
            continue
        node = root
        for part in parts:
            node = node.next.setdefault(part, Node())
        node.item = item
    return words, root.next


def _merged(one: Node, over: Node) -> Node:
    found = Node(dict(one.next), over.item or one.item)
    for word, node in over.next.items():
        found.next[word] = _merged(one.next.get(word, Node()), node)
    return found


def _split(phrases: Words) -> Iterator[str]:
    return (phrase.strip() for phrase in phrases.split(",") if phrase.strip())


def _each(phrases: Words, kinds: Mapping[str, object]) -> Iterator[Entry]:
    return ((phrase, dict(kinds)) for phrase in _split(phrases))


def _entries(language: Language) -> Iterator[Entry]:
    yield from _kind_entries(language)
    yield from _number_entries(language)
    yield from _unit_entries(language)
    yield from _period_entries(language)
    yield from _name_entries(language)


def _kind_entries(language: Language) -> Iterator[Entry]:
    for kind, phrases in language.kinds.items():
        yield from _each(phrases, {kind: None})
    around = language.cues
    cues = {
        "FOREIGN": around.foreign, "DENIAL": around.denials, "CONDITION": around.conditions,
        "HOLD": around.holds, "PAST": around.past, "SAID": around.said, "TOLD": around.told,
        "FUTURE": around.future, "RECORD": around.records,
    }  # fmt: skip
    for cue, phrases in cues.items():
        yield from _each(phrases, {cue: None})
    for name, phrases in around.refusals.items():
        yield from _each(phrases, {"REFUSAL": REFUSALS[name]})
    yield from _each(language.fillers, {FILLER: None})
    for noun in _split(language.event_nouns):
        yield noun, {"EVENT_NOUN": EventNamed(noun)}


def _number_entries(language: Language) -> Iterator[Entry]:
    yield from _each(language.one, {"A": None, "QUANTITY": ONE})
    numbers = dict(zip(_split(language.numbers), range(100), strict=False))
    for word, value in (numbers | dict(language.larger_numbers)).items():
        yield word, {"NUMERAL": value, **number_item(value).kinds}
    ordinals = dict(zip(_split(language.ordinals), range(1, 100), strict=False))
    for word, value in (ordinals | dict(language.larger_ordinals)).items():
        yield word, {"NUMERAL": value, "NTH": None, **ordinal_item(value).kinds}
    for name, phrases in language.quantities.items():
        yield from _each(phrases, {"QUANTITY": VAGUE_WORDS[name]})


def _unit_entries(language: Language) -> Iterator[Entry]:
    for name, phrases in language.units.items():
        unit = UNITS[name]
        yield from _each(phrases, {"UNIT": unit, "ONE_UNIT": unit})
    for name, phrases in language.plural_units.items():
        unit = UNITS[name]
        yield from _each(phrases, {"UNIT": unit, "MEASURE": bare(unit)})


def _period_entries(language: Language) -> Iterator[Entry]:
    for name, phrases in language.which.items():
        yield from _each(phrases, {"WHICH": Which[name.upper()]})
    for name, phrases in language.where_bound.items():
        yield from _each(phrases, {"FIGURES": PERIODS[name]})
    for name, phrases in language.parts.items():
        yield from _each(phrases, {"PART": Part(name)})
    for name, phrases in language.periods.items():
        yield from _each(phrases, kinds_of(PERIODS[name]))
    for year, phrases in language.decades.items():
        yield from _each(phrases, kinds_of(Decade(2000 + year, is_short=True)))
    yield from _each(language.term, {"TERM": Tenure()})
    for months, letters in language.block_letters.items():
        yield from _each(letters, {"BLOCK_LETTER": months})
    yield from _each(language.fiscal, {"FISCAL_WORD": None})
    for place, phrases in language.places.items():
        yield from _each(phrases, {"ORDINAL": place})


def _name_entries(language: Language) -> Iterator[Entry]:
    for number, names in enumerate(language.months, start=1):
        yield from _each(names, kinds_of(Month(None, number)))
    for number, names in enumerate(language.weekdays):
        yield from _each(names, kinds_of(Weekday(number)))
    for number, names in enumerate(language.seasons):
        yield from _each(names, kinds_of(Season(None, number)))
    for holiday, names in language.holidays.items():
        yield from _each(names, kinds_of(Holiday(None, holiday)))
