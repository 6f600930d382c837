"""Every captured document as a list model: every id, and a few pages of rows."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from claimtracker.claims.rows import ShelvedRow
from claimtracker.gui.claim_panel.entry_list import Entry
from claimtracker.gui.evidence.entries import shelved_entry
from claimtracker.gui.paged_list import PagedModel


class DocumentModel(PagedModel[ShelvedRow]):
    """Puts a document into words as of today."""

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(self._told, parent)
        self._today = today

    def _told(self, document: ShelvedRow) -> Entry:
        return shelved_entry(document, self._today())
