"""Lists inside one cell: items joined by " | ", the parts of an item by "; ".

A backslash keeps a bar, a semicolon or a backslash that belongs to the text, so that every cell
can be read back as it was.
"""

import re

from claimtracker.claims.rows import EvidenceRow, OccurrenceRow

_BETWEEN_ITEMS = " | "
_BETWEEN_PARTS = "; "
_KEPT = str.maketrans({"\\": "\\\\", "|": "\\|", ";": "\\;"})
SHA256 = "sha256:"
BASIS = "the verdict rests on it"
_JOINTS = {joint: re.compile(rf"\\.|{re.escape(joint)}", re.DOTALL) for joint in "|;"}
_KEPT_BY = re.compile(r"\\(.)", re.DOTALL)


def evidence_item(evidence: EvidenceRow) -> str:
    """Set out as relation; published on; title; address; hash of the captured file; BASIS or not.

    A hash is left out where nothing follows and no file was captured, and where what was captured
    is not the document: the page that says that there is none.
    """
    published_on = evidence.published_on.isoformat() if evidence.published_on else ""
    parts = [evidence.relation.value, published_on, evidence.title, evidence.url]
    kept = "" if evidence.failure else evidence.sha256
    if kept or evidence.is_basis:
        parts.append(SHA256 + kept if kept else "")
    if evidence.is_basis:
        parts.append(BASIS)
    return join_parts(parts)


def occurrence_item(occurrence: OccurrenceRow, quote: str) -> str:
    """Set out as said on; title; address; words, which are left out where they are the quote's."""
    stated_on = occurrence.stated_on.isoformat() if occurrence.stated_on else ""
    words = "" if occurrence.words == quote else occurrence.words
    return join_parts([stated_on, occurrence.title, occurrence.url, words])


def join_parts(parts: list[str]) -> str:
    """Join the parts of one item."""
    return _BETWEEN_PARTS.join(map(_kept, parts))


def join_items(items: list[str]) -> str:
    """Join items whose own bars are kept already, such as those of `join_parts`."""
    return _BETWEEN_ITEMS.join(items)


def join_words(words: tuple[str, ...]) -> str:
    """Join plain words, such as tags."""
    return join_items(list(map(_kept, words)))


def split_items(cell: str) -> list[list[str]]:
    """Take a cell apart again: a list of items, each a list of its parts."""
    return [[_unkept(part) for part in _cut(item, ";")] for item in _cut(cell, "|") if cell]


def split_words(cell: str) -> tuple[str, ...]:
    """Take plain words apart again; blank ones are no words."""
    words = (_unkept(word).strip() for word in _cut(cell, "|"))
    return tuple(word for word in words if word)


def _cut(text: str, joint: str) -> list[str]:
    """Cut at each joint that no backslash keeps, and take off the blanks that came with it."""
    if joint not in text:
        return [text]
    pieces, start = [], 0
    for found in _JOINTS[joint].finditer(text):
        if found.group() == joint:
            pieces.append(text[start : found.start()])
            start = found.end()
    pieces.append(text[start:])
    before = " " if joint == "|" else ""
    return [
        piece.removesuffix(before if number < len(pieces) - 1 else "").removeprefix(
            " " if number else ""
        )
        for number, piece in enumerate(pieces)
    ]


def _kept(text: str) -> str:
    """Put a backslash before what has one; looked for first, since most texts have none."""
    if "|" in text or ";" in text or "\\" in text:
        return text.translate(_KEPT)
    return text


def _unkept(text: str) -> str:
    return _KEPT_BY.sub(r"\1", text)
