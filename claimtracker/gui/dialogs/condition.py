"""Say what became of a claim's condition: when, what shows it, and what counts from then."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from claimtracker.claims.conditions import (
    RELATION_OF,
    Proposal,
    bearing_on_condition,
    check_outcome,
    is_called_off,
    is_exception,
    proposed_outcome,
)
from claimtracker.claims.errors import ChangedMeanwhile, ClaimTrackerError
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.vocabulary import ConditionOutcome, label
from claimtracker.gui.claim_panel.condition_words import (
    EXCEPTIONS,
    OUTCOMES,
    proposal_words,
    shown_by,
)
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import framed
from claimtracker.gui.dialogs.basis_list import BasisList
from claimtracker.gui.dialogs.choice_list import ChoiceList
from claimtracker.gui.dialogs.followed_dialog import FollowedDialog
from claimtracker.gui.dialogs.link_evidence import LinkEvidenceDialog
from claimtracker.gui.dialogs.not_triggered import NotTriggeredDialog
from claimtracker.gui.plain_text import one_line, wrapped_label
from claimtracker.operations.event_named import EventAtStake
from claimtracker.operations.set_condition import ConditionChange, Outcome, event_at_stake
from claimtracker.operations.show_claim import show_claim

NO_CONDITION = "This claim depends on no condition. Enter one in its form first."
_LONGEST = 300
_TAKE_WIDTH = 112


class ConditionDialog(FollowedDialog):
    """Evidence proposes an outcome, a person sets it; what follows is listed beforehand."""

    def __init__(self, desk: Desk, claim_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, "What became of the condition", "Save", parent, 560)
        self._claim_id = claim_id
        self._details: ClaimDetails | None = None
        self._seen: Outcome | None = None
        self._event: EventAtStake | None = None
        self._proposal: Proposal | None = None
        self.add_about([claim_id])
        self.condition = wrapped_label("condition_words", "strong")
        self.outcomes: ChoiceList[ConditionOutcome] = ChoiceList("outcome", "Outcome", OUTCOMES)
        self.outcomes.setFixedHeight(self.outcomes.minimumHeight())
        self.outcomes.itemSelectionChanged.connect(self._follow)
        self.day = DayField("on", "Day", desk)
        self.event_box = named(QCheckBox(""), "date_event", "Date the event with this day")
        framed(self.event_box)
        self.event_note = wrapped_label("event_note", "muted")
        self.proposal = wrapped_label("condition_proposal", "muted")
        self.take = text_button("take_proposal", "&Take it over")
        self.take.clicked.connect(self._take_proposal)
        self.take.setMinimumWidth(_TAKE_WIDTH)  # hidden at first, it is measured without its style
        self.shown_by = wrapped_label("shown_by", "muted")
        self.basis = BasisList("basis", "Evidence that shows it")
        self.link_button = text_button("link_evidence_button", "&Link evidence…")
        self.link_button.clicked.connect(self._link)
        self._lay_out()
        desk.ask(partial(event_at_stake, claim_id=claim_id), self._take_event)
        desk.changes.changed.connect(self._read_again)
        self._follow()
        self.outcomes.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(self.condition)
        proposed = QHBoxLayout()
        proposed.setSpacing(12)
        proposed.addWidget(self.proposal, 1)
        proposed.addWidget(self.take)
        self.column.addLayout(proposed)
        self.add_labelled("&Outcome", self.outcomes)
        self._day_label = self.add_labelled("&Day", self.day)
        self.column.addSpacing(4)
        self.column.addWidget(self.event_box)
        self.column.addWidget(self.event_note)
        self._basis_label = self.add_labelled("&Shown by (Space ticks)", self.basis)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.shown_by, 1)
        row.addWidget(self.link_button)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        self.column.addStretch()

    def take_claim(self, details: ClaimDetails) -> None:
        """Show the condition with what is known of it, and what its evidence proposes."""
        is_first = self._details is None
        self._details = details
        condition = one_line(details.report.condition, _LONGEST).strip()
        self.outcomes.explain(EXCEPTIONS if is_exception(condition) else OUTCOMES)
        self.condition.setText(f"“{condition}”" if condition else NO_CONDITION)
        self.action_button.setEnabled(bool(condition))
        self.link_button.setEnabled(bool(condition))
        if is_first:
            self._seen = (details.condition_outcome, details.condition_outcome_on)
            self.outcomes.choose(details.condition_outcome)
            self.day.set_day(details.condition_outcome_on)
        self._show_evidence(details)
        self._follow()

    def change(self) -> ConditionChange:
        """Check what was entered; raises FieldError."""
        outcome = self.outcomes.chosen()
        if outcome is None:
            raise FieldError("outcome", "Choose what became of it.")
        on = None if outcome is ConditionOutcome.OPEN else self.day.checked_day()
        try:
            check_outcome(outcome, on, self.desk.today)
        except ClaimTrackerError as error:
            raise FieldError("on", str(error)) from error
        chosen = self.basis.basis.chosen() if outcome in RELATION_OF else ()
        is_dated = outcome is ConditionOutcome.MET and self._event and self.event_box.isChecked()
        return ConditionChange(
            self._claim_id,
            outcome,
            on,
            self.desk.today,
            evidence_ids=tuple(row.evidence_id for row in chosen),
            event=self._event.name if is_dated and self._event else "",
            seen=self._seen,
        )

    def take_change(self, change: ChangedMeanwhile) -> None:
        """Replace the outcome that somebody else set: it was told."""
        self._seen = None

    def done_words(self) -> str:
        """What the status line says afterwards."""
        outcome = self.outcomes.chosen() or ConditionOutcome.OPEN
        return f"Condition {label(outcome).lower()}"

    def take_result(self, result: object) -> None:
        """What takes the promise off proposes a verdict; the person gives it, or does not."""
        details, outcome = self._details, self.outcomes.chosen()
        if details is None or outcome is None or details.report.verdict.is_final:
            return
        if is_called_off(details.report.condition, outcome):
            NotTriggeredDialog(self.desk, self._claim_id, self.parentWidget()).open()

    def _show_evidence(self, details: ClaimDetails) -> None:
        bearing = bearing_on_condition(details.report.evidence)
        known = {row.evidence_id for row in bearing}
        others = [row for row in details.report.evidence if row.evidence_id not in known]
        ticked = {row.evidence_id for row in self.basis.basis.chosen()}
        self.basis.show_evidence(others, self.desk.today)
        for row in others:
            if row.evidence_id in ticked:
                self.basis.basis.choose(row.evidence_id)
        self.shown_by.setText(shown_by(bearing, self.desk.today))
        self._proposal = proposed_outcome(details.report.evidence)

    def _take_event(self, event: EventAtStake | None) -> None:
        self._event = event
        if event is not None:
            called = one_line(event.name, 80)
            self.event_box.setText(f"Date the &event “{called.replace('&', '&&')}” with this day")
            self.event_box.setAccessibleName(f"Date the event {called} with this day")
            self.event_box.setChecked(event.starts_on is None)
            if event.starts_on is not None:
                day = day_text(event.starts_on, self.desk.today)
                self.event_note.setText(f"The deadline counts from it. So far it is dated {day}.")
            else:
                self.event_note.setText("The deadline counts from it, and its day is not known.")
        self._follow()

    def _take_proposal(self) -> None:
        if self._proposal is not None:
            self.outcomes.choose(self._proposal.outcome)
            self.day.set_day(self._proposal.on)
            self.day.setFocus()

    def _link(self) -> None:
        dialog = LinkEvidenceDialog(self.desk, [self._claim_id], self, ())
        if relation := RELATION_OF.get(self.outcomes.chosen() or ConditionOutcome.OPEN):
            dialog.relations.choose(relation)
        dialog.open()

    def _read_again(self) -> None:
        work = partial(show_claim, claim_id=self._claim_id, as_of=self.desk.as_of)
        self.desk.ask(work, self.take_claim)

    def _follow(self) -> None:
        outcome = self.outcomes.chosen()
        is_over = outcome in RELATION_OF
        has_event = outcome is ConditionOutcome.MET and self._event is not None
        _show((self.day, self._day_label), is_over)
        _show((self.event_box, self.event_note), has_event)
        _show((self.basis, self._basis_label), is_over and self.basis.basis.rowCount() > 0)
        proposed = self._proposal
        is_proposed = proposed is not None and proposed.outcome is not outcome
        if proposed is not None and is_proposed:
            self.proposal.setText(proposal_words(proposed, self.desk.today))
        self.proposal.setVisible(is_proposed)
        self.take.setVisible(is_proposed)
        self.fit()


def _show(parts: Iterable[QWidget], is_shown: bool) -> None:
    for part in parts:
        part.setVisible(is_shown)
