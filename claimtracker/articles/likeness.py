"""How much two claims say the same: by the words that they share, whatever their forms."""

import re
from collections.abc import Set
from functools import lru_cache

from claimtracker.articles.word_lists import words as words_of

_WORD = re.compile(r"[^\W\d_][\w’'-]*[^\W_]|\d[\d,.]*\d|\d")
_COMMON = words_of(
    "about after again also been before being both could each every from have having into"
    " more most much must only other over said same says shall should some such than that"
    " their them then there these they this those through told under until upon very what when"
    " where which while will with within without would year years your month months week weeks"
    " today first end the and for its his her our not are was were has had who all any but can"
    " may one two new out off you get got let she him how why per yet now own too monday"
    " tuesday wednesday thursday friday saturday sunday"
)
"""Words that claims share without being alike."""
_OWN = re.compile(r"[’']s$")
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|e|s)$")
_STEM = 5  # letters of a word by which it is known again: "decide", "deciding", "decision"
_FEWEST = 3  # letters of a word


@lru_cache(maxsize=512)  # a long sentence holds many claims and is compared for each
def stems(words: str, left_out: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the beginnings of the words that tell something, without some: a claimant's name."""
    found = {_OWN.sub("", word) for word in set(_WORD.findall(words.casefold()))}
    telling = (word for word in found if len(word) >= _FEWEST or word.isdigit())
    return frozenset(_stem(word) for word in telling if word not in _COMMON) - left_out


def _stem(word: str) -> str:
    """Return what stays of a word in its other forms: "open" of "opens" and "opened"."""
    return _ENDING.sub("", word)[:_STEM]


def shared(one: Set[str], other: Set[str]) -> tuple[int, float]:
    """Return how many stems two claims share, and which part that is of the shorter one."""
    both = len(one & other)
    return both, both / max(1, min(len(one), len(other)))
