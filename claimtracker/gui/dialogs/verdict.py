"""Give a verdict: what it is, why, and for a kept promise on which day it was kept."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.vocabulary import Verdict, of_claims
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.evidence_entries import newest_fulfilment
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.gui.dialogs.choice_list import ChoiceList
from claimtracker.gui.dialogs.meanings import VERDICTS
from claimtracker.operations.rate_claim import rate_claims

KEPT = frozenset({Verdict.KEPT, Verdict.KEPT_LATE, Verdict.PARTLY_KEPT})
_REASON_HEIGHT = 88


class VerdictDialog(OperationDialog):
    """Never chooses a verdict itself: that is a person's judgement."""

    def __init__(self, desk: Desk, claim_ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(desk, "Give a verdict", "Give verdict", parent, 560)
        self._claim_ids = list(claim_ids)
        self.add_about(self._claim_ids)
        self.criteria = self.add_note("", "criteria_beforehand")
        self.criteria.hide()
        self.verdicts: ChoiceList[Verdict] = ChoiceList("verdict", "Verdict", VERDICTS)
        self.verdicts.itemSelectionChanged.connect(self._follow)
        self.add_labelled("&Verdict", self.verdicts)
        self.reason = named(QPlainTextEdit(), "reason")
        self.reason.setPlaceholderText("Why, in words that a reader can check")
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(_REASON_HEIGHT)
        self.add_labelled("&Reason", self.reason)
        self.kept_on = DayField("kept_on", "Kept on", desk)
        self._kept_label = self.add_labelled("&Kept on", self.kept_on)
        self._follow()
        self.verdicts.setFocus()

    def operation(self) -> Operation:
        """Check what was entered, then rate all of the claims as one action."""
        verdict = self.verdicts.chosen()
        if verdict is None:
            raise FieldError("verdict", "Choose a verdict.")
        if not self.reason.toPlainText().strip():
            raise FieldError("reason", "A verdict needs a reason.")
        draft = AssessmentDraft.of(
            verdict=verdict,
            reason=self.reason.toPlainText(),
            assessed_on=self.desk.today,
            kept_on=self.kept_on.checked_day() if verdict in KEPT else None,
        )
        return partial(rate_claims, claim_ids=self._claim_ids, draft=draft, by=self.desk.by)

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return f"Verdict given on {of_claims(len(self._claim_ids))}"

    def take_claim(self, details: ClaimDetails) -> None:
        """Show the criteria written beforehand; propose the day of the newest fulfilment."""
        criteria = details.report.criteria.strip()
        self.criteria.setText(f"Criteria written beforehand: {criteria}")
        self.criteria.setVisible(bool(criteria))
        if not self.kept_on.line.text():
            self.kept_on.set_day(newest_fulfilment(details))

    def _follow(self) -> None:
        is_kept = self.verdicts.chosen() in KEPT
        self.kept_on.setVisible(is_kept)
        self._kept_label.setVisible(is_kept)
