"""What became of the condition, under the condition in the form: told there, set in a dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimtracker.claims.conditions import (
    is_called_off,
    is_same_condition,
    proposed_outcome,
)
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.gui.article_window.wrapping_row import WrappingRow
from claimtracker.gui.claim_panel.condition_words import outcome_words, proposal_words
from claimtracker.gui.claim_panel.event_mark import EventMark
from claimtracker.gui.claim_panel.form_texts import OPEN, Texts
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import wrapped_label

REOPENED = "That was said of other words: once these are saved, the condition is open again."
TAKEN_AWAY = "Once this is saved, the condition is gone, and what became of it."


class ConditionField(QWidget):
    """Holds the outcome as the form's fields hold their texts, but nobody types it."""

    edited = Signal()
    outcome_wanted = Signal()
    verdict_wanted = Signal()  # the one that a failed condition proposes

    def __init__(self, name: str, label: str, desk: Desk) -> None:
        super().__init__()
        named(self, name, label)
        self._desk = desk
        self._outcome = OPEN
        self.told = wrapped_label("outcome_told", "")
        self.reopened = wrapped_label("outcome_reopened", "muted")
        self.reopened.hide()
        self.event_mark = EventMark(desk)
        self.proposal = wrapped_label("outcome_proposal", "muted")
        self.set_button = text_button("set_outcome", "What became of it…  C")
        self.set_button.clicked.connect(self.outcome_wanted)
        self.verdict_button = text_button("rate_not_triggered", "Rate as not triggered…")
        self.verdict_button.clicked.connect(self.verdict_wanted)
        buttons = WrappingRow()
        buttons.addWidget(self.set_button)
        buttons.addWidget(self.verdict_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.told)
        column.addWidget(self.reopened)
        column.addWidget(self.event_mark)
        column.addWidget(self.proposal)
        column.addLayout(buttons)
        self.hide()

    def text(self) -> str:
        """The outcome as the vocabulary writes it, with its day: "met 2025-05-10"."""
        return self._outcome

    def set_text(self, text: str) -> None:
        """Hold another outcome."""
        if text != self._outcome:
            self._outcome = text
            self.edited.emit()

    def follow_words(self, words: str, stored: Texts) -> None:
        """Hold the outcome that saving leaves: with other words than were judged it is open."""
        is_same = is_same_condition(words, stored["condition"])
        self.reopened.setText(REOPENED if words.strip() else TAKEN_AWAY)
        self.reopened.setVisible(not is_same and stored["condition_outcome"] != OPEN)
        self.set_text(stored["condition_outcome"] if is_same else OPEN)

    def show_claim(self, details: ClaimDetails | None) -> None:
        """Tell of a stored claim that depends on a condition; stay away otherwise."""
        is_shown = details is not None and bool(details.report.condition.strip())
        self.setVisible(is_shown)
        self.event_mark.show_claim(details if is_shown else None)
        if details is None or not is_shown:
            return
        self.told.setText(outcome_words(details, self._desk.today))
        proposal = proposed_outcome(details.report.evidence)
        is_open = details.condition_outcome is ConditionOutcome.OPEN
        self.proposal.setVisible(proposal is not None and is_open)
        if proposal is not None:
            self.proposal.setText(proposal_words(proposal, self._desk.today))
        is_off = is_called_off(details.report.condition, details.condition_outcome)
        self.verdict_button.setVisible(is_off and not details.report.verdict.is_final)
