"""The words in quotation marks: where each quotation begins and ends."""

import re
from typing import NamedTuple

from claimtracker.articles.sentences import Line

_SHORTEST = 4  # words; fewer are a phrase somebody used, as in: an attack he called a “mistake”
_MARK = re.compile(r"[“”„«»\"]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_BROKEN_OFF = re.compile(r"^[A-Z].*\s.*,$")
"""Words that go on behind their speaker: “We will not,” he said, “be knocking anything down.”"""
_OPENING, _CLOSING = "“„«", "”»"


class Quotation(NamedTuple):
    """The words between two marks, by their place in the text."""

    start: int
    end: int
    is_whole: bool  # long enough to be a statement, not a phrase


def quotations_in(line: Line) -> list[Quotation]:
    """Return the quotations of a line in order; one without an end runs to the end of the line."""
    found: list[Quotation] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(line.text):
        mark = match[0]
        if opened is None:
            if _opens(line.text, match.start(), mark):
                opened = match.end(), mark
        elif _closes(opened[1], mark):
            found.append(_quotation(line, opened[0], match.start()))
            opened = None
    if opened is not None and opened[1] not in "‘'":
        found.append(_quotation(line, opened[0], len(line.text)))
    return found


def _opens(text: str, place: int, mark: str) -> bool:
    if mark in _OPENING:
        return True
    before = text[place - 1] if place else " "
    return mark in "\"'‘" and not before.isalnum() and before not in ".,!?"


def _closes(opening: str, mark: str) -> bool:
    if opening in _OPENING:
        return mark in _CLOSING or (opening == "„" and mark == "“")
    return mark == {"‘": "’"}.get(opening, opening)


def _quotation(line: Line, start: int, end: int) -> Quotation:
    words = line.text[start:end].split()
    is_whole = len(words) >= _SHORTEST or bool(_BROKEN_OFF.search(line.text[start:end]))
    return Quotation(line.start + start, line.start + end, is_whole)
