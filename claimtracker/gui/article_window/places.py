"""Between the code points that an article is counted in and the UTF-16 units that Qt counts in."""

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_HALF = re.compile("[\ud800-\udfff]")
_MOST_IN_LINE = 5_000  # Qt lays a line out as a whole
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class Places:
    """Knows where in a text the characters stand that take two units."""

    def __init__(self, text: str) -> None:
        self._points = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [point + number for number, point in enumerate(self._points)]

    def unit(self, point: int) -> int:
        """Where Qt has the place before this code point."""
        return point + bisect_left(self._points, point)

    def point(self, unit: int) -> int:
        """The code point at this place of Qt's; inside a pair, the one that the pair stands for."""
        before = bisect_right(self._units, unit)
        is_inside = before > 0 and self._units[before - 1] == unit
        return unit - (before - 1 if is_inside else before)


def shown_text(text: str) -> str:
    """The text for a Qt document, with every character in its place.

    Half of a surrogate pair cannot be handed over, and a carriage return before a line feed would
    go: both are replaced one by one, so that places agree.
    """
    return _HALF.sub(REPLACEMENT, text).replace("\r", " ")


def short_lines(text: str) -> str:
    """The text with an endless line broken at its blanks, so that every place stays as it is."""
    lines = text.split("\n")
    if max(map(len, lines)) <= _MOST_IN_LINE:
        return text
    return "\n".join(_broken(line) if len(line) > _MOST_IN_LINE else line for line in lines)


def _broken(line: str) -> str:
    pieces, start = [], 0
    while (at := line.rfind(" ", start, start + _MOST_IN_LINE)) > start:
        if start + _MOST_IN_LINE >= len(line):
            break
        pieces.append(line[start:at])
        start = at + 1
    return "\n".join([*pieces, line[start:]])
