"""The ways to a merge of two claimants, and to the form of one."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from claimtracker.claims.claimants import ClaimantRow
from claimtracker.gui.claimants.edit_dialog import EditClaimantDialog
from claimtracker.gui.claimants.find_dialogs import FindOtherDialog, NearNamesDialog
from claimtracker.gui.claimants.merge_dialog import MergeDialog
from claimtracker.gui.desk import Desk
from claimtracker.operations import list_claimants

GONE = "This claimant is no longer there."
MOST_MERGED = "Select two claimants at most: they are merged two by two."


class Merging(QObject):
    """Reads the claimants as they are now, then opens the dialog about them."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def edit(self, claimant_id: int) -> None:
        """Open the form of this claimant."""
        self._desk.ask(partial(list_claimants.rows, wanted=[claimant_id]), self._open_form)

    def merge(self, claimant_ids: Sequence[int]) -> None:
        """Compare two, or look for the other one of a single claimant."""
        if len(claimant_ids) > 2:
            self._desk.changes.refused.emit(MOST_MERGED)
            return
        then = self._compare if len(claimant_ids) == 2 else self._find_other
        self._desk.ask(partial(list_claimants.rows, wanted=list(claimant_ids)), then)

    def merge_both(self, one_id: int, other_id: int) -> None:
        """Compare these two."""
        self.merge([one_id, other_id])

    def show_near_names(self) -> None:
        """Offer the names that look alike."""
        dialog = NearNamesDialog(self._desk, self._window)
        dialog.found.connect(self.merge_both)
        dialog.open()

    def _open_form(self, rows: Mapping[int, ClaimantRow]) -> None:
        for row in rows.values():
            dialog = EditClaimantDialog(self._desk, row, self._window)
            dialog.merge_wanted.connect(self.merge_both)
            dialog.open()

    def _find_other(self, rows: Mapping[int, ClaimantRow]) -> None:
        for row in rows.values():
            dialog = FindOtherDialog(self._desk, row, self._window)
            dialog.found.connect(partial(_merge_with, self, row.id))
            dialog.open()

    def _compare(self, rows: Mapping[int, ClaimantRow]) -> None:
        if len(rows) != 2:
            self._desk.changes.refused.emit(GONE)
            return
        one, other = rows.values()
        MergeDialog(self._desk, one, other, self._front()).open()

    def _front(self) -> QWidget:
        """The dialog that is open over the window, else the window itself."""
        dialogs = [it for it in self._window.findChildren(NearNamesDialog) if it.isVisible()]
        return dialogs[0] if dialogs else self._window


def _merge_with(merging: Merging, one_id: int, other_id: int) -> None:
    merging.merge_both(one_id, other_id)
