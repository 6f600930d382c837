"""The lines of a text and the sentences in them, each with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sentencex import get_sentence_boundaries

_SOFT_BREAK = re.compile(r"(?<=[^\s.!?:;\"”’'|])[ \t]*\n[ \t]*(?=[a-zà-ÿ])")
"""A line broken inside a sentence, as in PDF and mail: the next goes on in small letters."""
_NOT_AN_END = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Gen|Gov|Sen|Rep|Lt|Col|St|[ap]\.m|No|vs)\.\s*$|^\s*\d{1,2}\.\s*$"
)
_PORTION = 10_000
"""Code points that the library is given at once: quotation marks cost it their number squared."""
_HALVES = re.compile(r"[\ud800-\udfff]")
"""Halves of surrogate pairs, which the library cannot take."""
_LONGEST = 1_500
"""Code points of a sentence; what is longer is none, and would take ever longer to look through."""
_ENDS = re.compile(r"[.!?…][\"”’')\]]*\s*(?:\([A-Z]{1,4}\))?\s*$|[a-z]{2}[.!?]\s+[A-Z][a-z]")
"""How a line ends that is no heading, maybe with its author's initials; or a stop inside it."""
_BULLET = re.compile(r"^\s*(?:[-*•–—◦▪·]|\d{1,2}[.)])\s+")


_DATELINE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w.’'-]*[, ]+){1,4}(?:[^–—\n]{0,60}?)(?:\([^)\n]{2,40}\))?\s*"
    r"(?:[–—]|--|\s-|(?<=\))\.)\s+(?=[A-ZÀ-Þ“\"‘])"
)
"""Place, day and agency before the first words: "KYIV, April 18 (Example) - "."""


class Sentence(NamedTuple):
    """A sentence of a text, by its place in code points, and the number of its line."""

    start: int
    end: int
    line: int
    text: str


class Line(NamedTuple):
    """A line or paragraph of a text; `is_heading` where it ends like no sentence."""

    start: int
    end: int
    text: str
    is_heading: bool


def lines_of(text: str) -> list[Line]:
    """Return the lines that hold anything; lines broken inside a sentence are one."""
    joined = _SOFT_BREAK.sub(lambda match: " " * len(match[0]), text)
    found = []
    start = 0
    for raw in joined.split("\n"):
        line = raw.strip()
        if line:
            first = start + raw.index(line)
            is_heading = not (_ENDS.search(line) or _BULLET.match(line) or line.endswith(":"))
            found.append(Line(first, first + len(line), line, is_heading))
        start += len(raw) + 1
    return found


def sentences_of(lines: list[Line]) -> list[Sentence]:
    """Return the sentences of all lines; a quotation is cut into its own sentences."""
    return [
        Sentence(line.start + start, line.start + end, number, line.text[start:end])
        for number, line in enumerate(lines)
        for start, end in _spans(line.text)
    ]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    begun: int | None = None
    for first, last in _pieces(text):
        start = first if begun is None else begun
        may_go_on = last - start < _LONGEST and last < len(text)
        if may_go_on and _NOT_AN_END.search(text[start:last]):
            begun = start
            continue
        begun = None
        yield _trimmed(text, start, last)
    if begun is not None:
        yield _trimmed(text, begun, len(text))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Give the pieces as the library cuts them, and those of a long quotation by themselves."""
    for start, end in _boundaries(text):
        cuts = [start + match.end() for match in _INNER_END.finditer(text[start:end])]
        for cut in [*cuts, end]:
            for first in range(start, cut, _LONGEST):
                last = min(cut, first + _LONGEST)
                if text[first:last].strip():
                    yield first, last
            start = cut


def _boundaries(text: str) -> Iterator[tuple[int, int]]:
    """Give the sentences that the library finds; a huge line goes to it in portions."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _PORTION)
        if end < len(text):
            end = max(text.rfind(" ", start, end) + 1, start + _LONGEST)
        for found in get_sentence_boundaries("en", _HALVES.sub("\ufffd", text[start:end])):
            yield start + int(found["start_index"]), start + int(found["end_index"])
        start = end


_INNER_END = re.compile(
    r"(?<=[a-z0-9)%][.!?…])[\"”’']?\s+(?=[\"“‘']?[A-Z])|(?<=\.\.\.)\s+(?=[A-Z])"
)
"""The end of a sentence inside a quotation, which the library keeps whole."""


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return start + lead, start + len(piece.rstrip())


def is_list_item(line: Line | None) -> bool:
    """Whether a line begins with a bullet or a number."""
    return line is not None and bool(_BULLET.match(line.text))


def is_table_row(text: str) -> bool:
    """Whether a line has the columns of a table."""
    return "\t" in text.strip() or " | " in text


def without_dateline(text: str) -> str:
    """Return the words of a line with its dateline blanked out, at the same length."""
    match = _DATELINE.match(text)
    if match is None or not re.search(r"\d|\(|[A-ZÀ-Þ]{3}", match[0]):
        return text
    return " " * match.end() + text[match.end() :]
