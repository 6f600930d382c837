"""From text to items: one pass that looks up words, phrases, figures and known events."""

import re
from collections.abc import Sequence

from .figures import KINDS
from .lexicon import FILLER, WORD, Item, Lexicon, Phrases, by_first_word, period_item
from .numerals import as_item, run_length
from .windows import Period

Items = list[Item]
_PATTERN = re.compile(
    "|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in KINDS.items())
    + r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<mark_>[^\s'’‘\"“”«»()\[\]*])",
    re.IGNORECASE,
)
_COMMA: Item = {"COMMA": None}
_TO: Item = {"TO": None}
_DASHES = "-–—"
_STOPS = ".!?;:\n,…"
_SIDES = ("PERIOD", "RECURRING", "QUANTITY", "FIGURES", "ORDINAL")
_LONGEST_NAME = 8  # words; a longer run says more than a name


class _Word:
    """A word as read: its text in lower case, what it stands for, whether blanks surround it."""

    __slots__ = ("capital", "item", "spaced", "text")

    def __init__(self, text: str, item: Item, *, capital: bool, spaced: bool) -> None:
        self.text, self.item, self.capital, self.spaced = text, item, capital, spaced


def items_of(wording: str, lexicon: Lexicon, known: Phrases | None = None) -> Items:
    """Return what the words stand for, in order; `known` are phrases that go first."""
    words = _words(wording, lexicon)
    found = _phrases(words, lexicon.phrases, known or {})
    return _named(_numbers(_joined(found)))


def names_of(names: Sequence[tuple[str, Period]]) -> Phrases:
    """Return a table of phrases for names that stand for periods."""
    spelled = ((_spelled(name), period_item(period)) for name, period in names)
    return by_first_word((words, item) for words, item in spelled if words)


def _spelled(name: str) -> tuple[str, ...]:
    return tuple(_plain(match.group()) for match in _PATTERN.finditer(name))


def _words(wording: str, lexicon: Lexicon) -> list[_Word]:
    found: list[_Word] = []
    end = 0
    for match in _PATTERN.finditer(wording):
        text = match.group()
        spaced, end = match.start() > end, match.end()
        item = _item(text, match.lastgroup or "", lexicon)
        found.append(_Word(_plain(text), item, capital=text[0].isupper(), spaced=spaced))
    return found


def _item(text: str, group: str, lexicon: Lexicon) -> Item:
    if group == "word":
        return _word_item(_plain(text), lexicon)
    if group in KINDS:
        return KINDS[group][1](text)
    if text in _STOPS:
        return _COMMA
    return lexicon.words.get(text, {FILLER: None} if text not in _DASHES else _TO)


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


def _word_item(word: str, lexicon: Lexicon) -> Item:
    """Return what a word stands for; a possessive stands for its owner."""
    item = lexicon.words.get(word)
    if item is None and word[-2:] == "'s":
        item = lexicon.words.get(word[:-2])
    return {WORD: word} if item is None else item


def _phrases(words: list[_Word], phrases: Phrases, known: Phrases) -> list[_Word]:
    """Put the longest phrase in the place of its words, and leave out what says nothing."""
    found: list[_Word] = []
    place = 0
    while place < len(words):
        word = words[place]
        if known or word.text in phrases:
            entry = _phrase_at(words, place, known) or _phrase_at(words, place, phrases)
            if entry:
                item, length = entry
                word = _Word(word.text, item, capital=word.capital, spaced=word.spaced)
                place += length - 1
        place += 1
        if FILLER not in word.item:
            found.append(_sure(word, first=not found, last=place >= len(words)))
    return found


def _phrase_at(words: list[_Word], place: int, phrases: Phrases) -> tuple[Item, int] | None:
    for phrase, item in phrases.get(words[place].text, ()):
        part = words[place : place + len(phrase)]
        if len(part) == len(phrase) and all(
            word.text == text for word, text in zip(part, phrase, strict=True)
        ):
            return item, len(phrase)
    return None


def _sure(word: _Word, *, first: bool, last: bool) -> _Word:
    """Take "may" and its like for a date only by their capital inside a sentence or alone."""
    if (
        "LOOKS_LIKE" not in word.item
        or "PERIOD" not in word.item
        or (word.capital and (last or not first))
    ):
        return word
    unsure = {key: value for key, value in word.item.items() if key != "PERIOD"}
    unsure["WEAK"] = word.item.get("PERIOD")
    return _Word(word.text, unsure, capital=word.capital, spaced=word.spaced)


def _joined(words: list[_Word]) -> Items:
    """Read dashes: "to" between like sides, a comma between blanks, else nothing; and dots."""
    found: Items = []
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else None
        if word.text in _DASHES:
            if found and after and _are_sides(found[-1], after.item, spaced=word.spaced):
                found.append(_TO)
            elif word.spaced or word.text == "—":
                found.append(_COMMA)
        elif not (word.text == "." and found and _takes_dot(found[-1])):
            found.append(word.item)
    return found


def _are_sides(before: Item, after: Item, *, spaced: bool) -> bool:
    if not spaced:
        return any(key in before and key in after for key in _SIDES)
    return any(key in before for key in _SIDES) and any(
        key in after for key in (*_SIDES, "WHICH", "THE")
    )


def _takes_dot(item: Item) -> bool:
    """Whether a dot after it marks an abbreviation or a German ordinal, not an end."""
    return "MONTHLY" in item or "WEEKDAY" in item or "DAY" in item or "FIGURES" in item


def _numbers(items: Items) -> Items:
    """Put one number in the place of a run of number words."""
    found: Items = []
    place = 0
    while place < len(items):
        item = items[place]
        length = run_length(items, place) if "NUMERAL" in item else 1
        found.append(as_item(items[place : place + length]) if "NUMERAL" in item else item)
        place += length
    return found


def _named(items: Items) -> Items:
    """Put one name in the place of a run of unknown words."""
    found: Items = []
    run: list[str] = []
    for item in (*items, _COMMA):
        word = item.get(WORD)
        if isinstance(word, str) and len(run) < _LONGEST_NAME:
            run.append(word)
            continue
        if run:
            found.append({"NAME": " ".join(run)})
            run = [word] if isinstance(word, str) else []
        if word is None:
            found.append(item)
    return found[:-1]
