"""The text at the left, the candidates at the right, and the cursor that moves in both."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from claimtracker.gui.article_window.article_text import ArticleText
from claimtracker.gui.article_window.candidate_groups import CandidateGroup, Span
from claimtracker.gui.article_window.candidate_list import CandidateList
from claimtracker.gui.article_window.details import Details
from claimtracker.gui.article_window.marks import marks_of
from claimtracker.gui.article_window.resemblance_line import ResemblanceLine
from claimtracker.gui.article_window.review import Review
from claimtracker.gui.article_window.wrapping_row import WrappingRow
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel

NO_CANDIDATES = (
    "Nothing in this text was read as a commitment or a threat. To make a claim of any words, "
    "select them in the text and press C."
)
SIDE_BY_SIDE_PIXELS = 880
_LEAST_LINES = 4
_GAP = 8
_TEXT_BESIDE, _TEXT_ABOVE = 0.56, 0.36  # the part of the whole that the text has


class ArticleBody(QSplitter):
    """Side by side where there is room, the text above the list where there is not."""

    current_changed = Signal()

    def __init__(self, desk: Desk, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        named(self, "article_body")
        self.setChildrenCollapsible(False)
        self._desk = desk
        self._review = review
        self._place = 0
        self.text = ArticleText()
        self.list = CandidateList(self._today)
        self.resemblance = ResemblanceLine(desk)
        self.details = Details(desk, self.resemblance)
        self.nothing = PlainLabel(NO_CANDIDATES)
        self.nothing.setObjectName("no_candidates")
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self.buttons = WrappingRow()
        self._lay_out()
        self.text.place_clicked.connect(self._follow_click)
        self.list.current_changed.connect(self._follow_list)
        self.details.previous_wanted.connect(self.previous_occurrence)
        self.details.next_wanted.connect(self.next_occurrence)

    def _lay_out(self) -> None:
        least = self.fontMetrics().lineSpacing() * _LEAST_LINES
        for part in (self.text, self.list):
            part.setMinimumHeight(least)
        halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        halves.setObjectName("list_and_details")
        halves.addWidget(self.list)
        halves.addWidget(self.details)
        halves.setSizes([340, 220])
        self.side = _Side()
        self._column = column = QVBoxLayout(self.side)
        column.setSpacing(8)
        column.addWidget(self.nothing)
        column.addWidget(halves, 1)
        column.addLayout(self.buttons)
        self.addWidget(self.text)
        self.addWidget(self.side)
        self.setSizes([620, 480])

    def show_review(self) -> None:
        """Show the candidates anew, after another scan or where one was added."""
        self.list.show_review(self._review)
        has_none = not self._review.groups
        self.nothing.setVisible(not any(not group.is_not_taken for group in self._review.groups))
        self.list.setVisible(not has_none)
        self.details.setVisible(not has_none)
        self.refresh()
        self._follow_list()

    def refresh(self) -> None:
        """Show how each candidate stands now."""
        self.list.candidates.refresh()
        self.text.use_marks(marks_of(self._review))

    @property
    def current(self) -> CandidateGroup | None:
        """The current candidate."""
        return self.list.current()

    @property
    def place(self) -> int:
        """Which of its places is shown, counted from 0."""
        return self._place

    def go_to_span(self, spans: Sequence[Span]) -> None:
        """Lead to the candidate that stands at one of these places, or else to the words."""
        for group in self._review.groups:
            there = [place for place, span in enumerate(group.spans) if span in spans]
            if there:
                self.list.go_to(group.key)
                self._show(group, there[0])
                return
        if spans:
            self.text.show_current(None, spans[0])

    def next_occurrence(self) -> None:
        """Go on to the next place where the same was said, from the last to the first."""
        self._walk(1)

    def previous_occurrence(self) -> None:
        """Go back to the place before."""
        self._walk(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list under the text where both do not fit side by side."""
        super().resizeEvent(event)
        is_wide = self.width() >= SIDE_BY_SIDE_PIXELS
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
            whole = self.width() if is_wide else self.height()
            part = _TEXT_BESIDE if is_wide else _TEXT_ABOVE
            self.setSizes([int(whole * part), int(whole * (1 - part))])
        gap = _GAP if is_wide else 0
        self._column.setContentsMargins(gap, _GAP - gap, 0, 0)

    def _today(self) -> date:
        return self._desk.today

    def _walk(self, step: int) -> None:
        current = self.current
        if current is not None:
            self._show(current, (self._place + step) % len(current.occurrences))

    def _follow_list(self) -> None:
        current = self.current
        if current is None:
            self.details.show_candidate(None)
            self.text.show_current(None, None)
        else:
            self._show(current, 0)
        self.current_changed.emit()

    def _show(self, group: CandidateGroup, place: int) -> None:
        self._place = place
        self.details.show_candidate(group, place)
        self.text.show_current(group.key, group.spans[place])

    def _follow_click(self, point: int) -> None:
        group = self._review.group_at(point)
        if group is None:
            return
        if group is not self.current:
            self.list.go_to(group.key)
        there = [n for n, (start, end) in enumerate(group.spans) if start <= point < end]
        self._show(group, there[0] if there else 0)


class _Side(QWidget):
    """The part with the buttons: as high at least as they need at its width.

    A splitter asks for no height that depends on the width, and would squeeze them together.
    """

    def event(self, event: QEvent) -> bool:
        """Follow its own width, and what is shown in it."""
        done = super().event(event)
        layout = self.layout()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and layout is not None:
            self.setMinimumHeight(layout.totalMinimumHeightForWidth(self.width()))
        return done
