"""What the evidence says beside a verdict: a proposal, a warning, a mark where they disagree."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimtracker.claims.rows import ClaimDetails, EvidenceRow
from claimtracker.claims.state import Window
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.claims.vocabulary import Verdict, of_days
from claimtracker.claims.weighing import KeptLate, contradiction, days_early, kept_late
from claimtracker.gui.claim_panel.named import text_button
from claimtracker.gui.dates import day_text
from claimtracker.gui.plain_text import PlainLabel, one_line, wrapped_label

_TITLE_LENGTH = 80


class WeighingNotes(QWidget):
    """Shows nothing until there is something to say; decides nothing."""

    proposal_taken = Signal(object)  # the KeptLate that is proposed

    def __init__(
        self, labels: VerdictLabels = DEFAULT_LABELS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._evidence: Sequence[EvidenceRow] = ()
        self._window = Window()
        self._condition = ""
        self._late: KeptLate | None = None
        self.proposal = wrapped_label("proposal", "muted")
        self.take = text_button("take_proposal", _choosing(labels))
        self.take.setShortcut(QKeySequence("Alt+L"))
        self.take.clicked.connect(self._take)
        self.early = _caution("dated_early")
        self.against = _caution("against_evidence")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.proposal, 1)
        row.addWidget(self.take)
        column.addLayout(row)
        for mark in (self.early, self.against):
            column.addWidget(mark)
        for part in (self.proposal, self.take, self.early, self.against):
            part.hide()

    def show_claim(self, details: ClaimDetails, today: date) -> None:
        """Take in the evidence of the claim that the verdict is on."""
        report = details.report
        self._evidence = report.evidence
        self._window = Window(report.opens_on, report.due_on, report.latest_on)
        self._condition = report.condition
        self._late = kept_late(self._evidence, report.latest_on)
        if self._late:
            self.proposal.setText(_proposal(self._late, today))
        if early := [found for found in self._evidence if days_early(found, report.opens_on)]:
            self.early.setText(_early(early, report.opens_on, today))
            self.early.show()

    def weigh(self, verdict: Verdict | None, basis: Sequence[EvidenceRow]) -> None:
        """Hold a verdict against what it rests on, or against all evidence where nothing is."""
        is_proposed = self._late is not None and verdict is not Verdict.KEPT_LATE
        self.proposal.setVisible(is_proposed)
        self.take.setVisible(is_proposed)
        told = (basis or self._evidence, self._window, self._condition)
        against = contradiction(verdict, *told) if verdict else ""
        self.against.setText(f"This goes against the evidence: {against}. It is marked so.")
        self.against.setVisible(bool(against))

    def _take(self) -> None:
        if self._late is not None:
            self.proposal_taken.emit(self._late)


def _choosing(labels: VerdictLabels) -> str:
    """The words of the button; an ampersand of the house's own is no key."""
    if not labels.has_own(Verdict.KEPT_LATE):
        return "Choose kept &late"
    return f"Choose “{labels.of(Verdict.KEPT_LATE)}”".replace("&", "&&")


def _caution(name: str) -> PlainLabel:
    label = wrapped_label(name, "caution")
    label.setProperty("tone", "caution")
    return label


def _proposal(late: KeptLate, today: date) -> str:
    day, count = day_text(late.kept_on, today), of_days(late.days)
    return f"{_called(late.evidence)} fulfils it on {day}, {count} after the latest day."


def _early(early: Sequence[EvidenceRow], opens_on: date | None, today: date) -> str:
    first = early[0]
    opens = f" on {day_text(opens_on, today)}" if opens_on else ""
    more = f" (and {len(early) - 1} more)" if len(early) > 1 else ""
    days = of_days(days_early(first, opens_on))
    return f"{_called(first)}{more} is dated {days} before the window opens{opens}."


def _called(found: EvidenceRow) -> str:
    return f"“{one_line(found.called, _TITLE_LENGTH)}”"
