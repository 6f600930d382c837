"""Under the list: everything about the current candidate, in full and to be copied."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from claimtracker.gui.article_window.candidate_groups import CandidateGroup
from claimtracker.gui.article_window.candidate_words import (
    CHOSEN_BY_HAND,
    NO_DEADLINE,
    reading_lines,
    score_words,
    sentence,
    who_and_when,
)
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel

LONGEST_WORDS = 2_000
# The name of each line, and what stands before it.
_LINES = (
    ("reason", "Reason"),
    ("said", "Said by"),
    ("deadline", "Deadline"),
    ("reading", "Read as"),
    ("condition", "Condition"),
    ("score", "Score"),
    ("words", "Words"),
)


class Details(QScrollArea):
    """Plain labels only: all of it comes from outside. A line with nothing to say is hidden."""

    previous_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, desk: Desk, above: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        named(self, "candidate_details", "The current candidate in full")
        self._desk = desk
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines: dict[str, PlainLabel] = {}
        self._names: dict[str, QLabel] = {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(above)
        column.addWidget(self._walker())
        column.addLayout(self._grid())
        column.addStretch()
        self.setWidget(page)
        self.show_candidate(None)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, text) in enumerate(_LINES):
            title = QLabel(text)
            title.setProperty("role", "field_label")
            line = PlainLabel("")
            line.setObjectName(f"candidate_{name}")
            line.setWordWrap(True)
            grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, row, 1)
            self._names[name], self.lines[name] = title, line
        return grid

    def _walker(self) -> QWidget:
        """The line that leads from one place where it was said to the next."""
        self.walker = QWidget()
        self.place = PlainLabel("")
        self.place.setObjectName("occurrence_place")
        self.place.setWordWrap(True)
        self.previous_button = text_button("previous_occurrence_button", "Back  P")
        self.previous_button.setAccessibleName("Previous place where it was said")
        self.previous_button.clicked.connect(self.previous_wanted)
        self.next_button = text_button("next_occurrence_button", "Next  N")
        self.next_button.setAccessibleName("Next place where it was said")
        self.next_button.clicked.connect(self.next_wanted)
        row = QHBoxLayout(self.walker)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.place, 1)
        row.addWidget(self.previous_button)
        row.addWidget(self.next_button)
        return self.walker

    def show_candidate(self, group: CandidateGroup | None, place: int = 0) -> None:
        """Show this candidate as it was said at one of its places."""
        texts = _texts(group, place, self._desk) if group else {}
        for name, line in self.lines.items():
            text = texts.get(name, "")
            line.setText(text)
            line.setVisible(bool(text))
            self._names[name].setVisible(bool(text))
        count = len(group.occurrences) if group else 0
        self.place.setText(f"Said {count} times: place {place + 1} of {count}")
        self.walker.setVisible(count > 1)
        self.verticalScrollBar().setValue(0)


def _texts(group: CandidateGroup, place: int, desk: Desk) -> dict[str, str]:
    candidate, here = group.candidate, group.occurrences[place]
    texts = {
        "reason": sentence(candidate.reason),
        "words": " ".join(here.sentence.split())[:LONGEST_WORDS],
        "said": who_and_when(candidate, desk.today),
        "condition": candidate.condition,
        "score": _score(group),
    }
    if candidate.deadline is None:
        return texts if group.is_own else texts | {"deadline": NO_DEADLINE}
    days, rule, remarks = reading_lines(candidate.deadline, desk.today)
    reading = "\n".join(part for part in (days, rule, remarks) if part)
    return texts | {"deadline": f"“{candidate.deadline.reading.wording}”", "reading": reading}


def _score(group: CandidateGroup) -> str:
    if group.is_own:
        return CHOSEN_BY_HAND
    has_none = group.is_not_taken and not group.candidate.score_reasons
    return "" if has_none else score_words(group.candidate)
