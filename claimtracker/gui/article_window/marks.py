"""How candidates are marked: the line says of which kind, the ground what is left to do.

Colour is never the only sign: a commitment has a line under it, a threat dashes, what is not taken
dots; the words of its deadline stand on a stronger ground.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen, QTextCharFormat

from claimtracker.articles.candidate import Candidate, Kind
from claimtracker.gui.article_window.candidate_groups import CandidateGroup, Key
from claimtracker.gui.article_window.review import Review, Standing
from claimtracker.gui.theme import colour

KIND_INKS = {Kind.COMMITMENT: "commitment", Kind.THREAT: "threat", Kind.NOT_TAKEN: "not_taken"}
_LINES = {
    Kind.COMMITMENT: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Kind.THREAT: QTextCharFormat.UnderlineStyle.DashUnderline,
    Kind.NOT_TAKEN: QTextCharFormat.UnderlineStyle.DotLine,
}
_PENS = {
    Kind.COMMITMENT: Qt.PenStyle.SolidLine,
    Kind.THREAT: Qt.PenStyle.DashLine,
    Kind.NOT_TAKEN: Qt.PenStyle.DotLine,
}


@dataclass(frozen=True)
class Mark:
    """Words to be marked: their code points, the candidate whose they are, and how."""

    start: int
    end: int
    key: Key
    kind: Kind
    standing: Standing
    is_deadline: bool = False


def marks_of(review: Review) -> list[Mark]:
    """Every mark in the order of the text, a deadline after the sentence that holds it."""
    found = [
        mark
        for group in review.groups
        for candidate in group.occurrences
        for mark in _marks(candidate, group, review.standing(group))
    ]
    return sorted(found, key=lambda mark: (mark.start, mark.is_deadline))


def _marks(candidate: Candidate, group: CandidateGroup, standing: Standing) -> Iterator[Mark]:
    key, kind, found = group.key, group.candidate.kind, candidate.deadline
    yield Mark(candidate.start, candidate.end, key, kind, standing)
    if found is not None:
        yield Mark(found.start, found.end, key, kind, standing, is_deadline=True)


def format_of(mark: Mark, *, is_current: bool) -> QTextCharFormat:
    """The look of a mark: a ground while it is undecided, stronger for the deadline or the current.

    What is taken keeps its line, what is dropped loses it too and steps back.
    """
    token = KIND_INKS[mark.kind]
    look = QTextCharFormat()
    if mark.standing is Standing.DROPPED:
        look.setForeground(colour("muted"))
    else:
        look.setUnderlineStyle(_LINES[mark.kind])
        look.setUnderlineColor(colour(token))
    if is_current and mark.is_deadline:
        look.setBackground(colour(token))
        look.setForeground(colour("surface"))
    elif is_current:
        look.setBackground(colour(f"{token}_strong"))
        look.setForeground(colour("text"))
    elif mark.standing in (Standing.OPEN, Standing.TAKING):
        strength = "strong" if mark.is_deadline else "background"
        look.setBackground(colour(f"{token}_{strength}"))
    return look


def underline_pen(kind: Kind) -> QPen:
    """The line under a kind's word in the list, as it is in the text."""
    pen = QPen(colour(KIND_INKS[kind]), 1.5)
    pen.setStyle(_PENS[kind])
    return pen
