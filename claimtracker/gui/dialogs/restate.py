"""Say that a claim only restates another one, which is looked for by its words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from claimtracker.claims.rows import ClaimRow
from claimtracker.gui.claim_panel.entry_list import EntryList
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.gui.dialogs.claim_finder import ClaimFinder, SteeringLine, count_words
from claimtracker.operations.restate_claim import restate_claim


class RestateDialog(OperationDialog):
    """Type a few words, choose with the arrows, press Enter."""

    def __init__(self, desk: Desk, claim_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Mark as a restatement", "Restates this one", parent, 560)
        self._claim_id = claim_id
        self.add_about([claim_id])
        self.words = SteeringLine("words", "Words of the earlier claim")
        self.add_labelled("&Look for the earlier claim", self.words)
        self.column.addSpacing(4)
        self.matches = EntryList("matches", "Claims that fit")
        self.matches.setMinimumHeight(240)
        self.matches.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the arrows reach it from the field
        self.matches.opened.connect(self.submit)
        self.column.addWidget(self.matches, 1)
        self.count = self.add_note("", "match_count")
        self.add_note("Its places and evidence go over to the chosen claim, it goes to the bin.")
        self._finder = ClaimFinder(desk, self.words, self.matches, self._itself)
        self._finder.answered.connect(self._count)
        self.words.setFocus()
        self._finder.look()

    def operation(self) -> Operation:
        """Hand the claim over to the chosen one."""
        chosen = self.matches.current()
        if chosen is None:
            raise FieldError("words", "Choose the claim that it restates.")
        return partial(
            restate_claim, claim_id=self._claim_id, of_claim_id=chosen.key, by=self.desk.by
        )

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return "Marked as a restatement"

    def _itself(self) -> Sequence[int]:
        return [self._claim_id]

    def _count(self, rows: list[ClaimRow]) -> None:
        self.count.setText(count_words(rows))
