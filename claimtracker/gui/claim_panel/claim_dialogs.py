"""What the panel asks about the claim that it shows, each in a dialog of its own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from claimtracker.gui import late
from claimtracker.gui.claim_panel.claim_pages import ClaimPages
from claimtracker.gui.claim_panel.drops import Dropped
from claimtracker.gui.desk import Desk


class ClaimDialogs(QObject):
    """Opens what the pages want; `claim_id` says which claim is shown, None for none stored."""

    def __init__(
        self, desk: Desk, pages: ClaimPages, claim_id: Callable[[], int | None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._claim_id = claim_id
        self._window = window
        pages.form.outcome_wanted.connect(self._tell_condition)
        pages.form.not_triggered_wanted.connect(self._propose_not_triggered)
        pages.evidence.link_wanted.connect(self.link_evidence)
        pages.assessments.verdict_wanted.connect(self._give_verdict)
        pages.moves.move_wanted.connect(self._record_move)

    def link_evidence(self, found: Sequence[Dropped] | None = None) -> None:
        """Link evidence, what was dropped if anything."""
        if (claim_id := self._claim_id()) is not None:
            late.LinkEvidenceDialog(self._desk, [claim_id], self._window, found or None).open()

    def _give_verdict(self) -> None:
        if (claim_id := self._claim_id()) is not None:
            late.VerdictDialog(self._desk, [claim_id], self._window).open()

    def _tell_condition(self) -> None:
        if (claim_id := self._claim_id()) is not None:
            late.ConditionDialog(self._desk, claim_id, self._window).open()

    def _propose_not_triggered(self) -> None:
        """Open the verdict that a failed condition proposes."""
        if (claim_id := self._claim_id()) is not None:
            late.NotTriggeredDialog(self._desk, claim_id, self._window).open()

    def _record_move(self) -> None:
        if (claim_id := self._claim_id()) is not None:
            late.MoveDialog(self._desk, claim_id, self._window).open()
