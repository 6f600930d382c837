"""A list of two-line entries of any length: every id, and a few pages of rows."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget
from sqlmodel import Session

from claimtracker.gui.claim_panel.entry_list import Entry, EntryModel
from claimtracker.gui.claim_panel.entry_painter import EntryPainter
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.paged_rows import ListedIds, PagedRows, RowPage
from claimtracker.gui.row_table import RowTable

Row = TypeVar("Row")
ReadIds = Callable[[Session], "array[int]"]
ReadRows = Callable[[Session, Sequence[int]], Mapping[int, Row]]
COMING = Entry("…")


class PagedEntryModel(EntryModel, Generic[Row]):
    """A row that has not come yet shows "…", and its page is wanted once."""

    page_wanted = Signal(int)

    def __init__(self, as_entry: Callable[[Row], Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self._as_entry = as_entry
        self._rows: PagedRows[Row] = PagedRows(self.page_wanted.emit)
        self._made: dict[int, Entry] = {}

    def show_ids(self, ids: Sequence[int]) -> None:
        """List these; every page is read again."""
        self.beginResetModel()
        self._rows.start(ids)
        self._made.clear()
        self.endResetModel()

    def put_page(self, number: int, rows: Mapping[int, Row]) -> None:
        """Take the rows of a page that was wanted."""
        first, last = self._rows.put_page(number, rows)
        self._made.clear()
        self.dataChanged.emit(self.index(first), self.index(last))

    def ids_of_page(self, number: int) -> Sequence[int]:
        """The ids that stand on a page."""
        return self._rows.ids_of_page(number)

    @property
    def ids(self) -> Sequence[int]:
        """Every id in its order."""
        return self._rows.ids

    def at(self, row: int) -> Row | None:
        """What stands in a row if its page is here; otherwise the page is wanted."""
        return self._rows.at(row)

    def entry(self, row: int) -> Entry | None:
        """The row in words, None outside the list; made once for as long as its page stands."""
        found = self._rows.at(row)
        if found is None:
            return COMING if 0 <= row < len(self._rows.ids) else None
        if row not in self._made:
            self._made[row] = self._as_entry(found)
        return self._made[row]

    def row_of(self, key: int) -> int:
        """The row of this id, the first row where it is gone."""
        return self._rows.row_of(key) or 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """As many rows as ids."""
        return 0 if parent is not None and parent.isValid() else len(self._rows.ids)


class PagedEntryList(RowTable, Generic[Row]):
    """Reads ids and pages in the background, and stays at the same row where it still is."""

    chosen = Signal()  # another row is current, or the row of the current one has come
    counted = Signal(int)

    def __init__(
        self,
        desk: Desk,
        name: str,
        label: str,
        as_entry: Callable[[Row], Entry],
        read_rows: ReadRows[Row],
    ) -> None:
        super().__init__()
        named(self, name, label)
        self._desk = desk
        self._read_rows = read_rows
        self.entries: PagedEntryModel[Row] = PagedEntryModel(as_entry, self)
        self.setModel(self.entries)
        self._question = 0
        self._shown = 0  # the question whose ids stand in the list: pages belong to those
        self._set_up_rows()
        self.entries.page_wanted.connect(self._ask_page)
        self.selectionModel().currentChanged.connect(self.chosen)

    def _set_up_rows(self) -> None:
        painter = EntryPainter(self)
        self.setItemDelegate(painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        option = QStyleOptionViewItem()
        option.font = self.font()
        self.fix_row_height(painter.sizeHint(option, QModelIndex()).height())

    def list_ids(self, read_ids: ReadIds) -> None:
        """Ask what is listed, on a thread of its own: among a million it may take a while."""
        self._question += 1
        work = partial(_read_ids, read_ids=read_ids, question=self._question)
        self._desk.background.start(work, self._show_ids)

    def empty(self) -> None:
        """List nothing; an answer on its way comes too late."""
        self._question += 1
        self._show_ids(ListedIds(self._question, array("q")))

    def current(self) -> Row | None:
        """The row that has the cursor, once its page is here."""
        return self.entries.at(self.currentIndex().row())

    def current_entry(self) -> Entry | None:
        """The same in words."""
        return None if self.current() is None else self.entries.entry(self.currentIndex().row())

    def current_id(self) -> int | None:
        """The id that has the cursor, before its row has come."""
        row, ids = self.currentIndex().row(), self.entries.ids
        return ids[row] if 0 <= row < len(ids) else None

    def _show_ids(self, answer: ListedIds) -> None:
        if answer.question != self._question:
            return
        current, row = self.current_id(), max(self.currentIndex().row(), 0)
        scrolled = self.verticalScrollBar().value()
        self._shown = answer.question
        self.entries.show_ids(answer.ids)
        if answer.ids:
            found = self.entries.row_of(current) if current is not None else 0
            is_there = current is not None and answer.ids[found] == current
            at = found if is_there else min(row, len(answer.ids) - 1)
            self.selectRow(at)
            self.verticalScrollBar().setValue(scrolled)
        self.counted.emit(len(answer.ids))
        self.chosen.emit()

    def _ask_page(self, number: int) -> None:
        work = partial(
            _read_page,
            read_rows=self._read_rows,
            ids=self.entries.ids_of_page(number),
            question=self._shown,
            number=number,
        )
        self._desk.ask(work, self._show_page)

    def _show_page(self, page: RowPage[Row]) -> None:
        if page.question == self._shown:
            self.entries.put_page(page.number, page.rows)
            self.chosen.emit()


def _read_ids(session: Session, read_ids: ReadIds, question: int) -> ListedIds:
    return ListedIds(question, read_ids(session))


def _read_page(
    session: Session, read_rows: ReadRows[Row], ids: Sequence[int], question: int, number: int
) -> RowPage[Row]:
    return RowPage(question, number, read_rows(session, ids))
