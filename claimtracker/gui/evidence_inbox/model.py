"""Every captured document as a list model: every id, and a few pages of rows."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QWidget

from claimtracker.claims.rows import ShelvedRow
from claimtracker.gui.claim_panel.entry_list import Entry, EntryModel
from claimtracker.gui.evidence.entries import shelved_entry

COMING = Entry("…")
PAGE_ROWS = 200
KEPT_PAGES = 16


class DocumentModel(EntryModel):
    """A row that has not come yet shows "…", and its page is wanted once."""

    page_wanted = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._ids: Sequence[int] = array("q")
        self._pages: OrderedDict[int, Mapping[int, ShelvedRow]] = OrderedDict()
        self._asked: set[int] = set()

    def show_ids(self, ids: Sequence[int]) -> None:
        """List these documents; every page is read again."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def put_page(self, number: int, rows: Mapping[int, ShelvedRow]) -> None:
        """Take the rows of a page that was wanted."""
        self._asked.discard(number)
        self._pages[number] = rows
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        first = number * PAGE_ROWS
        last = min(first + PAGE_ROWS, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first), self.index(last))

    def ids_of_page(self, number: int) -> Sequence[int]:
        """The ids that stand on a page."""
        return self._ids[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]

    @property
    def ids(self) -> Sequence[int]:
        """Every id in its order."""
        return self._ids

    def document(self, row: int) -> ShelvedRow | None:
        """The document of a row if its page is here; otherwise the page is wanted."""
        if not 0 <= row < len(self._ids):
            return None
        number = row // PAGE_ROWS
        page = self._pages.get(number)
        if page is None:
            if number not in self._asked:
                self._asked.add(number)
                self.page_wanted.emit(number)
            return None
        self._pages.move_to_end(number)
        return page.get(self._ids[row])

    def entry(self, row: int) -> Entry | None:
        """The document in words, None outside the list."""
        if not 0 <= row < len(self._ids):
            return None
        document = self.document(row)
        return shelved_entry(document, self._today()) if document else COMING

    def row_of(self, key: int) -> int:
        """The row of the document with this id, the first row where it is gone."""
        try:
            return self._ids.index(key)
        except ValueError:
            return 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """As many rows as ids."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)
