"""Every captured document as a list model: every id, and a few pages of rows."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QWidget

from claimtracker.claims.rows import ShelvedRow
from claimtracker.gui.claim_panel.entry_list import Entry, EntryModel
from claimtracker.gui.evidence.entries import shelved_entry
from claimtracker.gui.paged_rows import PagedRows

COMING = Entry("…")


class DocumentModel(EntryModel):
    """A row that has not come yet shows "…", and its page is wanted once."""

    page_wanted = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: PagedRows[ShelvedRow] = PagedRows(self.page_wanted.emit)

    def show_ids(self, ids: Sequence[int]) -> None:
        """List these documents; every page is read again."""
        self.beginResetModel()
        self._rows.start(ids)
        self.endResetModel()

    def put_page(self, number: int, rows: Mapping[int, ShelvedRow]) -> None:
        """Take the rows of a page that was wanted."""
        first, last = self._rows.put_page(number, rows)
        self.dataChanged.emit(self.index(first), self.index(last))

    def ids_of_page(self, number: int) -> Sequence[int]:
        """The ids that stand on a page."""
        return self._rows.ids_of_page(number)

    @property
    def ids(self) -> Sequence[int]:
        """Every id in its order."""
        return self._rows.ids

    def document(self, row: int) -> ShelvedRow | None:
        """The document of a row if its page is here; otherwise the page is wanted."""
        return self._rows.at(row)

    def entry(self, row: int) -> Entry | None:
        """The document in words, None outside the list."""
        if not 0 <= row < len(self._rows.ids):
            return None
        document = self.document(row)
        return shelved_entry(document, self._today()) if document else COMING

    def row_of(self, key: int) -> int:
        """The row of the document with this id, the first row where it is gone."""
        return self._rows.row_of(key) or 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """As many rows as ids."""
        return 0 if parent is not None and parent.isValid() else len(self._rows.ids)
