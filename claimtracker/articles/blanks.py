"""Words with some of them blanked out, at the same length: so places stay those of the sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterable

Span = tuple[int, int]
_MANY = 40  # blanks that are not worth a look
_KEPT = 8
_BLANKS = re.compile(rf" {{{_MANY},}}")


def without(text: str, spans: Iterable[Span]) -> str:
    """Return the text with these spans blanked out."""
    for start, end in spans:
        first, last = max(0, start), min(len(text), end)
        if first < last:
            text = text[:first] + " " * (last - first) + text[last:]
    return text


def only(text: str, spans: Iterable[Span]) -> str:
    """Return the text with all but these spans blanked out."""
    kept = " " * len(text)
    for start, end in spans:
        first, last = max(0, start), min(len(text), end)
        if first < last:
            kept = kept[:first] + text[first:last] + kept[last:]
    return kept


def both(one: str, other: str) -> str:
    """Return the words of both of two blanked texts of one length."""
    return "".join(a if a != " " else b for a, b in zip(one, other, strict=True))


class Squeezed:
    """A text with its long blanks made short, and the places of what is found there.

    What was blanked out of a long sentence would be looked through for each of its clauses.
    """

    def __init__(self, text: str) -> None:
        self._starts, self._cut = [0], [0]  # by place in the short text, how much was cut before it
        pieces: list[str] = []
        last = length = cut = 0
        for match in _BLANKS.finditer(text) if len(text) > _MANY else ():
            pieces.append(text[last : match.start() + _KEPT])
            length += len(pieces[-1])
            cut += len(match[0]) - _KEPT
            self._starts.append(length)
            self._cut.append(cut)
            last = match.end()
        self.text = "".join((*pieces, text[last:])) if pieces else text

    def place(self, place: int) -> int:
        """Return the place in the whole text of a place in the short one."""
        return place + self._cut[bisect_right(self._starts, place) - 1]
