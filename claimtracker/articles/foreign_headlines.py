"""Headlines of other stories that were copied along with an article."""

import re
from collections import Counter

from claimtracker.articles.sentences import Line, is_table_row

_FEWEST, _MOST = 4, 16  # words of a headline
_KNOWN_SHARE = 0.45
_WORD = re.compile(r"[\w’'-]{4,}")
_TEASER = re.compile(
    r"^\s*(?:read (?:more|also|next)|also read|more on this|related|see also)\b", re.I
)


def foreign_headlines(lines: list[Line]) -> frozenset[int]:
    """Return the numbers of the lines that look like headlines and share few words with the rest.

    A page of nothing but headlines has none: there is no story of which they would be foreign.
    """
    counts = Counter(stem for line in lines for stem in set(_stems(line.text)))
    bodies = sum(not line.is_heading for line in lines)
    if not bodies:
        return frozenset()
    first = next((number for number, line in enumerate(lines) if line.is_heading), 0)
    return frozenset(
        number
        for number, line in enumerate(lines)
        if _TEASER.match(line.text)
        or (number > min(first, 1) and line.is_heading and _is_foreign(line, counts))
    )


def _is_foreign(line: Line, counts: Counter[str]) -> bool:
    if (
        is_table_row(line.text)
        or not _FEWEST <= len(line.text.split()) <= _MOST
        or line.text.endswith(":")
    ):
        return False
    stems = set(_stems(line.text))
    known = sum(counts[stem] > 1 for stem in stems)
    return bool(stems) and known / len(stems) < _KNOWN_SHARE


def _stems(text: str) -> list[str]:
    return [word.casefold()[:5] for word in _WORD.findall(text)]
