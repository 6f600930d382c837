"""The claims that hang on an event: every id, and their rows a page at a time."""

from array import array
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.rows import ClaimRow
from claimtracker.gui.claim_panel.entry_list import Entry
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.claim_finder import claim_entry
from claimtracker.gui.paged_list import PagedList, PagedModel
from claimtracker.operations import list_claims


class HangingList(PagedList[ClaimRow]):
    """Enter or a double click asks for the claim in the main window."""

    claim_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "hanging", "Claims that hang on it", parent)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.use_model(PagedModel(self._told, self))
        self._ids = array("q")
        self.doubleClicked.connect(self._open_claim)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the claim."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_claim()
        else:
            super().keyPressEvent(event)

    def show_claims(self, ids: "array[int]") -> None:
        """List these claims; those of another event go at once."""
        if ids == self._ids:
            return
        if ids[:1] != self._ids[:1]:
            self.empty()
        self._ids = ids
        rows = partial(list_claims.rows, as_of=self._desk.as_of)
        self.read_by(partial(_known, ids=ids), rows)

    def _open_claim(self) -> None:
        if (claim_id := self.current_id()) is not None:
            self.claim_wanted.emit(claim_id)

    def _told(self, row: ClaimRow) -> Entry:
        return claim_entry(row, self._desk.today)


def _known(_session: Session, ids: "array[int]") -> "array[int]":
    return ids
