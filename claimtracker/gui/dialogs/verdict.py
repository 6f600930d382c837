"""Give a verdict: what it is, why, what it rests on, and for a kept promise when it was kept."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.errors import ChangedMeanwhile
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.vocabulary import Verdict, of_claims
from claimtracker.claims.weighing import KEPT, KeptLate, newest_fulfilment
from claimtracker.gui.claim_panel.criteria_mark import CriteriaMark
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.gui.dialogs.basis_list import BasisList
from claimtracker.gui.dialogs.chain_choice import ChainChoice
from claimtracker.gui.dialogs.choice_list import ChoiceList
from claimtracker.gui.dialogs.kept_day import KeptDay
from claimtracker.gui.dialogs.meanings import VERDICTS
from claimtracker.gui.dialogs.signer import Signer
from claimtracker.gui.dialogs.weighing_notes import WeighingNotes
from claimtracker.gui.text_box import TextBox
from claimtracker.operations.rate_chain import rate_chain
from claimtracker.operations.rate_claim import rate_claims

_REASON_HEIGHT = 88


class VerdictDialog(OperationDialog):
    """Never chooses a verdict itself: that is a person's judgement.

    What the evidence of a single claim says stands beside it: as a proposal that one key takes, as
    a warning, or as a mark on a verdict that goes against it.
    """

    def __init__(self, desk: Desk, claim_ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(desk, "Give a verdict", "Give verdict", parent, 900)
        self._claim_ids = list(claim_ids)
        self._seen: dict[int, int] = {}
        self.add_about(self._claim_ids)
        self.criteria = self.add_note("", "criteria_beforehand")
        self.criteria.hide()
        self.chain = ChainChoice()
        self.criteria_mark = CriteriaMark()
        self.column.addWidget(self.criteria_mark)
        self.column.addSpacing(8)
        labels = desk.labels
        meanings = {verdict: VERDICTS[verdict] for verdict in labels.order}
        self.verdicts: ChoiceList[Verdict] = ChoiceList(
            "verdict", "Verdict", meanings, called=labels.of
        )
        self.verdicts.itemSelectionChanged.connect(self._follow)
        self.reason = named(TextBox(tabChangesFocus=True), "reason")
        self.reason.setPlaceholderText("Why, in words that a reader can check")
        self.reason.setMinimumHeight(_REASON_HEIGHT)
        self.kept_day = KeptDay(desk)
        self.kept_on = self.kept_day.field
        self.kept_day.edited.connect(self.fit)
        self.signer = Signer(desk)
        self.basis = BasisList("basis", "Evidence that the verdict rests on")
        self.basis.basis.ticked.connect(self._weigh)
        self.notes = WeighingNotes(labels)
        self.notes.proposal_taken.connect(self._take_proposal)
        self._lay_out()
        self._follow()
        self.verdicts.setFocus()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(4)
        self.add_labelled("&Verdict", self.verdicts, left)
        self.add_labelled("&Reason", self.reason, right)
        self._kept_label = self.add_labelled("&Kept on", self.kept_day, right)
        self._basis_label = self.add_labelled("Rests &on (Space ticks)", self.basis, right)
        right.addWidget(self.signer)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left, 4)
        both.addLayout(right, 3)
        self.column.addWidget(self.chain)
        self.column.addLayout(both, 1)
        self.column.addSpacing(4)
        self.column.addWidget(self.notes)
        self._show_basis(is_any=False)

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
            kept_on=self.kept_day.checked_day(),
            evidence_ids=tuple(row.evidence_id for row in self.basis.basis.chosen()),
        )
        by, seen = self.signer.name(), self._seen
        if self.chain.is_whole_chain:
            first = self._claim_ids[0]
            return partial(rate_chain, claim_id=first, draft=draft, by=by, seen=seen)
        return partial(rate_claims, claim_ids=self._claim_ids, draft=draft, by=by, seen=seen)

    def take_change(self, change: ChangedMeanwhile) -> None:
        """Give the verdict after the one that somebody else gave: it was told."""
        self._seen = {}

    def take_result(self, result: object) -> None:
        """Remember who signed, so that nobody is asked twice."""
        self.signer.keep()

    def done_words(self) -> str:
        """What the status line says afterwards."""
        count = self.chain.count if self.chain.is_whole_chain else len(self._claim_ids)
        return f"Verdict given on {of_claims(count)}"

    def take_claim(self, details: ClaimDetails) -> None:
        """Show the criteria written beforehand and the evidence, and what it says."""
        newest = details.assessments[0].id if details.assessments else 0
        self._seen = {details.report.id: newest}
        criteria = details.report.criteria.strip()
        changed = details.criteria_change
        head = "Criteria" if changed else "Criteria written beforehand"
        self.criteria.setText(f"{head}: {criteria or 'none'}")
        self.criteria.setVisible(bool(criteria or changed))
        self.criteria_mark.show_change(changed, self.desk.today)
        self.kept_day.show_claim(details)
        evidence = details.report.evidence
        if not self.kept_on.line.text():
            self.kept_on.set_day(newest_fulfilment(evidence))
        self.basis.show_evidence(evidence, self.desk.today)
        self._show_basis(is_any=bool(evidence))
        self.notes.show_claim(details, self.desk.today)
        self.chain.show_claim(details, self.desk.today)
        self._weigh()

    def _take_proposal(self, late: KeptLate) -> None:
        """Fill in what is proposed; the reason stays the person's to give."""
        self.verdicts.choose(Verdict.KEPT_LATE)
        self.kept_on.set_day(late.kept_on)
        self.basis.basis.choose(late.evidence.evidence_id)
        self.reason.setFocus()

    def _follow(self) -> None:
        is_kept = self.verdicts.chosen() in KEPT
        self.kept_day.use_verdict(self.verdicts.chosen())
        self.kept_day.setVisible(is_kept)
        self._kept_label.setVisible(is_kept)
        self._weigh()

    def _weigh(self) -> None:
        self.notes.weigh(self.verdicts.chosen(), self.basis.basis.chosen())
        self.fit()

    def _show_basis(self, *, is_any: bool) -> None:
        self.basis.setVisible(is_any)
        self._basis_label.setVisible(is_any)
