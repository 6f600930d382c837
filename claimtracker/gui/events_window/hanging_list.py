"""The claims that hang on an event: every id, and their rows a page at a time."""

from array import array
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.rows import ClaimRow
from claimtracker.gui.claim_panel.entries import Entry, Sign
from claimtracker.gui.dates import day_text, window_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.paged_list import PagedList, PagedModel
from claimtracker.operations import list_claims


def hanging_entry(claim: ClaimRow, today: date) -> Entry:
    """A claim with the days that hang on the event at the right, where nothing cuts them off."""
    said = day_text(claim.stated_on, today)
    note = " · ".join(part for part in (claim.claimant, f"said {said}" if said else "") if part)
    days = window_text(claim.window, today)
    whole = "\n".join(part for part in (claim.summary, note, days) if part)
    signs = (Sign(days, "text"),) if days else ()
    return Entry(claim.summary, note, whole=whole, key=claim.id, signs=signs)


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
        return hanging_entry(row, self._desk.today)


def _known(_session: Session, ids: "array[int]") -> "array[int]":
    return ids
