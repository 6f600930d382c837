"""From text to sentences of items: one pass that looks up words, phrases and figures."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from .dashes import joined
from .figures import PATTERN, figure_item
from .items import NAMELESS, NO_DATE, WORD, Item, Items
from .lexicon import Lexicon, Node
from .recurring import RECURRING

_WORD = r"(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
_GAP = r"(?P<gap>\n[^\S\n]*\n)"
_OTHER = r"(?P<other>[^\s\"“”«»„()\[\]*'‘`]|_)"
_PLAIN = {"\u2019": "'", **dict.fromkeys("\u2010\u2011\u2212", "-")}
"""Typographic apostrophes and hyphens, the unbreakable one and the minus, by plain ones."""
_ENDED = Item({"TOLD": None, WORD: None})
"""An unknown word whose ending tells of the past."""
_LONGEST = 300
"""Tokens in a sentence: what stands further away says nothing of a time, and lists have no end."""
_CLOSING = frozenset("\"'”’»)]")
_STOPS = frozenset("!?;:…")
Token = tuple[str, Item, int]
"""A word, figure or mark as it stands: in lower case, what it stands for, where it begins."""


@cache
def _token() -> re.Pattern[str]:
    """Return the pattern of a token, compiled on first use."""
    return re.compile(f"{_WORD}|{PATTERN}|{_GAP}|{_OTHER}")


def sentences(text: str, lexicon: Lexicon, *, dated_only: bool) -> Iterator[Items]:
    """Give the sentences in order; with `dated_only` those without a word of time are left out."""
    found: list[Token] = []
    times = False
    words, unknown, named = lexicon.words, lexicon.unknown, lexicon.named
    lowered = lower(text)
    for match in _token().finditer(lowered):
        word = match[0]
        item = words.get(word) or unknown.get(word)
        if item is None:
            other = _other(word, match.lastgroup or "", match.start(), text, found, lexicon)
            if other is None:
                continue
            item = other
        if item is _STOP or len(found) == _LONGEST:
            if found and (times or not dated_only):
                yield _settled(found, lexicon)
            found, times = [], False
            if item is _STOP:
                continue
        found.append((word, item, match.start()))
        if item.is_time or word in named:
            times = True
    if found and (times or not dated_only):
        yield _settled(found, lexicon)


_STOP = Item({"STOP": None})


def lower(text: str) -> str:
    """Return the text in lower case with plain apostrophes and hyphens, at the same length."""
    found = text.lower()
    if text.isascii():
        return found
    if len(found) != len(text):  # a few letters have no single small one
        found = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for mark, plain in _PLAIN.items():  # quicker than `translate`, which looks at every letter
        found = found.replace(mark, plain)
    return found


def spelled(name: str) -> tuple[str, ...]:
    """Return the words of a name as they stand in a dictionary of phrases."""
    return tuple(match.group() for match in _token().finditer(lower(name)))


def _other(
    word: str, group: str, start: int, text: str, before: list[Token], lexicon: Lexicon
) -> Item | None:
    """Return what stands in no table of words: look-alikes, figures, marks; None for nothing."""
    if group == "word":
        return _unknown(word, start, text, before, lexicon)
    if group not in ("other", "gap"):
        return figure_item(group, text[start : start + len(word)] if group == "clock" else word)
    if word == ".":
        return _dot(start, text, before, lexicon)
    if word in _STOPS or group == "gap":
        return _STOP
    return NO_DATE


def _unknown(word: str, start: int, text: str, before: list[Token], lexicon: Lexicon) -> Item:
    item = lexicon.look_alikes.get(word.removesuffix("'s"))
    if item is None:
        return _remembered(word, lexicon)
    if word in lexicon.capitals:
        return item if text[start : start + len(word)].isupper() else NAMELESS
    return item if _stands_as_name(start, len(word), text, before) else _unsure(item)


def _remembered(word: str, lexicon: Lexicon) -> Item:
    """Return what an unknown word is, and remember it: most words of a text come back."""
    if len(lexicon.unknown) >= _MOST_REMEMBERED:
        lexicon.unknown.clear()
    item = NAMELESS
    if word[-2:] == "'s":
        item = lexicon.words.get(word[:-2], NAMELESS)
    elif word.endswith(lexicon.past_endings) and word not in lexicon.no_past:
        item = _ENDED
    if len(word) <= _LONGEST_WORD:
        lexicon.unknown[word] = item
    return item


def _stands_as_name(start: int, length: int, text: str, before: list[Token]) -> bool:
    """Whether a capital makes "May" a month: inside a sentence, or as the only word of all.

    "Sun" and "Jan" are as often other names, and are dates only beside one.
    """
    if not text[start].isupper():
        return False
    is_only = not before and _nothing_more().match(text, start + length) is not None
    return is_only or (bool(before) and (length > _SHORT_NAME or text[start : start + 3] == "May"))


@cache
def _nothing_more() -> re.Pattern[str]:
    return re.compile(r"[ .\t\n]*\Z")


@cache
def _unsure(item: Item) -> Item:
    """Return the item as one that is a date only where the words around it say so."""
    if "PERIOD" not in item.kinds:
        return item
    kinds = {key: value for key, value in item.kinds.items() if key not in RECURRING}
    return Item(kinds | {"WEAK": item.kinds["PERIOD"]})


def _dot(start: int, text: str, before: list[Token], lexicon: Lexicon) -> Item | None:
    """Return the end of the sentence, unless the dot belongs to the word or figure before it."""
    after = text[start + 1 : start + 40].lstrip()
    if not before:
        return _STOP
    last, _, begun = before[-1]
    touches = begun + len(last) == start
    if touches and last in lexicon.abbreviations:
        return None
    if (
        touches
        and last.isdecimal()
        and len(last) <= _LONGEST_DAY
        and (_goes_on(after, lexicon) if after else len(before) == 1)
    ):
        before[-1] = (last, figure_item("ordinal", f"{last}th"), begun)
        return None
    if not after:
        return _STOP
    following = text[start + 1]
    if after[0].islower() or not (following.isspace() or following in _CLOSING):
        return None
    return _STOP


def _goes_on(after: str, lexicon: Lexicon) -> bool:
    """Whether a day's number goes on: "3. Mai", "3. to 5. June"."""
    if after[0].isdecimal():
        return True
    following = _token().match(lower(after))
    word = following.group() if following else ""
    item = lexicon.words.get(word) or lexicon.look_alikes.get(word)
    return item is not None and not _FOLLOW_A_DAY.isdisjoint(item.kinds)


_SHORT_NAME = 3
_LONGEST_DAY = 2  # figures
_MOST_REMEMBERED, _LONGEST_WORD = 20_000, 40
_FOLLOW_A_DAY = frozenset({"MONTHLY", "WEEKDAY", "TO", "AND", "OR", "UNIT", "HALF"})


def _settled(tokens: Sequence[Token], lexicon: Lexicon) -> Items:
    """Return the items: phrases in the place of their words, numbers of number words."""
    items, starts, ends = found = Items([], [], [])
    phrases = lexicon.phrases
    before: Item | None = None
    after, rough = 0, False
    for place, (word, item, start) in enumerate(tokens, start=1):
        if place <= after:  # inside a phrase
            continue
        end = start + len(word)
        node = phrases.get(word)
        if node is not None and (
            node.item or (place < len(tokens) and tokens[place][0] in node.next)
        ):
            phrase, after = _phrase_at(tokens, place, node)
            if phrase is not None:
                item = phrase
                last, _, begun = tokens[after - 1]
                end = begun + len(last)
        if item.is_filler:
            continue
        if item is before and item.is_word:
            ends[-1] = end
            continue
        before = item
        items.append(item)
        starts.append(start)
        ends.append(end)
        if item.is_rough:
            rough = True
    return joined(found) if rough else found


def _phrase_at(tokens: Sequence[Token], place: int, node: Node) -> tuple[Item | None, int]:
    """Return the longest phrase whose first word stands before `place`, and where it ends."""
    found, end = node.item, place
    for following in range(place, len(tokens)):
        after = node.next.get(tokens[following][0])
        if after is None:
            break
        node = after
        if node.item is not None:
            found, end = node.item, following + 1
    return found, end
