"""What a claim should have before its time comes, offered: criteria, or a day to look again."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import Window
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.claim_panel.reading_words import Answer, counting_window
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel, wrapped_label

_CRITERIA = "What would count as kept? Written down now, nobody can doubt it later."
_REVIEW = "Look again, whatever happens?"


class Proposals(QWidget):
    """Two lines at most, under the reading: nothing is filled in before a person takes it."""

    criteria_wanted = Signal()
    review_chosen = Signal(object)  # the day

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "proposals")
        self._desk = desk
        self._answer: Answer | None = None
        self.criteria = wrapped_label("criteria_proposal", "muted")
        self.criteria.setText(_CRITERIA)
        self.write = _button("write_criteria", "&Write it down")
        self.write.clicked.connect(self.criteria_wanted)
        self.review = wrapped_label("review_proposal", "muted")
        self.review.setText(_REVIEW)
        self.take = _button("take_review", "")
        self.take.clicked.connect(self._take_review)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        for words, button in ((self.criteria, self.write), (self.review, self.take)):
            column.addLayout(_row(words, button))
        self._show(needs_criteria=False, needs_review=False)

    @property
    def review_on(self) -> date:
        """The day that is proposed."""
        return self._desk.today + timedelta(days=self._desk.settings.look_again_days)

    @property
    def offers_review(self) -> bool:
        """Whether the claim has neither a date nor a day to look again."""
        return not self.take.isHidden()

    def hear(self, answer: Answer | None) -> None:
        """Take what the words were read as; None while there is nothing to be read."""
        self._answer = answer

    def follow(self, texts: Mapping[str, str], base: ClaimDetails | None) -> None:
        """Offer what this claim lacks; one with a final verdict needs nothing any more."""
        is_over = base is not None and (base.report.verdict.is_final or base.is_binned)
        window = self._window(texts)
        if window is None or is_over or not texts["summary"].strip():
            self._show(needs_criteria=False, needs_review=False)
            return
        last = window.latest_on or window.due_on
        is_ahead = last is not None and last >= self._desk.today
        self._show(
            needs_criteria=is_ahead and not texts["criteria"].strip(),
            needs_review=not window.is_dated and not texts["review_on"].strip(),
        )

    def _window(self, texts: Mapping[str, str]) -> Window | None:
        """The window as far as it is known; None while the words are still being read."""
        wording = texts["deadline_wording"].strip()
        is_by_hand = any(texts[name] for name in ("opens_on", "due_on", "latest_on"))
        if not wording and not is_by_hand:
            return Window()
        answer = self._answer
        if answer is None or answer.question.wording != wording:
            return None
        return counting_window(answer)

    def _show(self, *, needs_criteria: bool, needs_review: bool) -> None:
        for part in (self.criteria, self.write):
            part.setVisible(needs_criteria)
        for part in (self.review, self.take):
            part.setVisible(needs_review)
        words = f"Review on {day_text(self.review_on, self._desk.today)}"
        self.take.setText(f"&{words}")
        self.take.setAccessibleName(words)
        self.setVisible(needs_criteria or needs_review)

    def _take_review(self) -> None:
        self.review_chosen.emit(self.review_on)


def _row(words: PlainLabel, button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(words, 1)
    row.addWidget(button)
    return row


def _button(name: str, text: str) -> QPushButton:
    button = text_button(name, text)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field; Alt leads here
    return button
