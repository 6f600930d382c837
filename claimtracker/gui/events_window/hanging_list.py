"""The claims that hang on an event: every id, and their rows a page at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget
from sqlmodel import Session

from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.state import AsOf
from claimtracker.gui.claim_panel.entry_list import Entry, EntryModel
from claimtracker.gui.claim_panel.entry_painter import EntryPainter
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.claim_finder import claim_entry
from claimtracker.gui.paged_rows import PagedRows, RowPage
from claimtracker.gui.row_table import RowTable
from claimtracker.operations import list_claims

COMING = Entry("…")


class HangingModel(EntryModel):
    """A row that has not come yet shows "…", and its page is wanted once."""

    page_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: PagedRows[ClaimRow] = PagedRows(self.page_wanted.emit)

    def show_ids(self, ids: Sequence[int]) -> None:
        """List these claims."""
        self.beginResetModel()
        self.rows.start(ids)
        self.endResetModel()

    def put_page(self, number: int, rows: Mapping[int, ClaimRow]) -> None:
        """Take the rows of a page that was wanted."""
        first, last = self.rows.put_page(number, rows)
        self.dataChanged.emit(self.index(first), self.index(last))

    def entry(self, row: int) -> Entry | None:
        """The claim in words, None outside the list."""
        if not 0 <= row < len(self.rows.ids):
            return None
        claim = self.rows.at(row)
        return claim_entry(claim, self._desk.today) if claim else COMING

    def row_of(self, key: int) -> int:
        """The row of the claim with this id, the first where it is gone."""
        return self.rows.row_of(key) or 0

    @property
    def is_lazy(self) -> bool:
        """Whether going through all entries would read all of them."""
        return True

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """As many rows as ids."""
        return 0 if parent is not None and parent.isValid() else len(self.rows.ids)


@dataclass(frozen=True)
class _Wanted:
    """Which page of which question."""

    question: int
    number: int
    ids: Sequence[int]


class HangingList(RowTable):
    """Enter or a double click asks for the claim in the main window.

    A table, since a list view asks the model about each of many thousand rows.
    """

    claim_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "hanging", "Claims that hang on it")
        self.hanging = HangingModel(desk, self)
        self.setModel(self.hanging)
        self._desk = desk
        self._question = 0
        self._set_up_rows()
        self.hanging.page_wanted.connect(self._ask_page)
        self.doubleClicked.connect(self._open_claim)

    def _set_up_rows(self) -> None:
        painter = EntryPainter(self)
        self.setItemDelegate(painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        option = QStyleOptionViewItem()
        option.font = self.font()
        self.fix_row_height(painter.sizeHint(option, QModelIndex()).height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the claim."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_claim()
        else:
            super().keyPressEvent(event)

    def show_ids(self, ids: Sequence[int]) -> None:
        """List these claims; pages of earlier ones that come late are left aside."""
        is_same = list(ids[:1]) == list(self.hanging.rows.ids[:1])
        row = max(self.currentIndex().row(), 0) if is_same else 0
        self._question += 1
        self.hanging.show_ids(ids)
        if ids:
            self.setCurrentIndex(self.hanging.index(min(row, len(ids) - 1)))

    def _open_claim(self) -> None:
        row, ids = self.currentIndex().row(), self.hanging.rows.ids
        if 0 <= row < len(ids):
            self.claim_wanted.emit(ids[row])

    def _ask_page(self, number: int) -> None:
        wanted = _Wanted(self._question, number, self.hanging.rows.ids_of_page(number))
        self._desk.ask(partial(_read, wanted=wanted, as_of=self._desk.as_of), self._show_page)

    def _show_page(self, page: RowPage[ClaimRow]) -> None:
        if page.question == self._question:
            self.hanging.put_page(page.number, page.rows)


def _read(session: Session, wanted: _Wanted, as_of: AsOf) -> RowPage[ClaimRow]:
    rows = list_claims.rows(session, wanted.ids, as_of)
    return RowPage(wanted.question, wanted.number, rows)
