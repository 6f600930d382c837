"""A list of two-line entries of any length: every id, and pages of rows in the background."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Signal,
)
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.gui.claim_panel.entry_list import Entry, EntryModel
from claimtracker.gui.claim_panel.entry_painter import EntryPainter
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.entry_table import EntryTable
from claimtracker.gui.paged_rows import MOST_SELECTED, ListedIds, PagedRows, RowPage

Row = TypeVar("Row")
ReadIds = Callable[[Session], "array[int]"]
ReadRows = Callable[[Session, Sequence[int]], Mapping[int, Row]]

COMING = Entry("…")


class PagedModel(EntryModel, Generic[Row]):
    """A row that has not come yet shows "…", and its page is wanted once."""

    page_wanted = Signal(int)

    def __init__(self, entry_of: Callable[[Row], Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self._entry_of = entry_of
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

    def found(self, row: int) -> Row | None:
        """What stands in a row if its page is here; otherwise the page is wanted."""
        return self._rows.at(row)

    def entry(self, row: int) -> Entry | None:
        """The row in words, None outside the list; made once for as long as its page stands."""
        found = self.found(row)
        if found is None:
            return COMING if 0 <= row < len(self._rows.ids) else None
        if row not in self._made:
            self._made[row] = self._entry_of(found)
        return self._made[row]

    def row_of(self, key: int) -> int:
        """The row of this id, the first row where it is gone."""
        return self._rows.row_of(key) or 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """As many rows as ids."""
        return 0 if parent is not None and parent.isValid() else len(self._rows.ids)


class PagedList(EntryTable, Generic[Row]):
    """Asks again when something changed, and stays at the same entries."""

    chosen = Signal()  # another entry is current
    counted = Signal(int, int)  # listed, selected
    filled = Signal()  # rows came, so what is current can be shown

    def __init__(
        self,
        desk: Desk,
        name: str,
        label: str,
        parent: QWidget | None = None,
        *,
        is_long: bool = False,
    ) -> None:
        """Where the ids take long to read (`is_long`), a thread of their own does it."""
        super().__init__(parent)
        named(self, name, label)
        self._desk = desk
        self._read_ids: ReadIds = no_ids
        self._read_rows: ReadRows[Row] = _no_rows
        self._question = 0
        self._shown = 0  # the question whose ids stand in the list: pages belong to those
        self._sought: frozenset[int] = frozenset()  # whose rows the answer will tell
        self._ask_ids = desk.background.start if is_long else desk.background.ask
        desk.changes.changed.connect(self.reload)

    def use_model(self, model: PagedModel[Row], painter: EntryPainter | None = None) -> None:
        """Show the entries of this model, painted as entries are."""
        self.paged = model
        self.setModel(model)
        self.paint_by(painter or EntryPainter(self))
        model.page_wanted.connect(self._ask_page)
        self.selectionModel().selectionChanged.connect(self._count)
        self.selectionModel().currentChanged.connect(self.chosen)

    def read_by(self, read_ids: ReadIds, read_rows: ReadRows[Row]) -> None:
        """List what these two functions read, which run in the background."""
        self._read_ids, self._read_rows = read_ids, read_rows
        self.reload()

    def reload(self) -> None:
        """Ask again for what is listed."""
        self._question += 1
        self._sought = self._kept()
        work = partial(_ids, read=self._read_ids, question=self._question, sought=self._sought)
        self._ask_ids(work, self._show_ids)

    def empty(self) -> None:
        """List nothing at once; an answer on its way comes too late."""
        self._question += 1
        self._read_ids = no_ids
        self._show_ids(ListedIds(self._question, array("q")))

    def selected_ids(self) -> list[int]:
        """The ids of the selected rows in the list's order."""
        ids = self.paged.ids
        rows: set[int] = set()
        for part in self.selectionModel().selection().toList():
            rows.update(range(part.top(), part.bottom() + 1))
        return [ids[row] for row in sorted(rows) if row < len(ids)]

    def current_row(self) -> Row | None:
        """What has the cursor, once its page is here."""
        return self.paged.found(self.currentIndex().row())

    def current_entry(self) -> Entry | None:
        """The same in words."""
        row = self.currentIndex().row()
        return None if self.paged.found(row) is None else self.paged.entry(row)

    def current_id(self) -> int | None:
        """The id of what has the cursor, before its row has come."""
        row, ids = self.currentIndex().row(), self.paged.ids
        return ids[row] if 0 <= row < len(ids) else None

    def _show_ids(self, answer: ListedIds) -> None:
        if answer.question != self._question:
            return
        if answer.ids and not self._kept() <= self._sought:  # the person went on meanwhile
            self.reload()
            return
        row, at = self.currentIndex().row(), answer.places.get(self.current_id() or 0)
        kept = () if at is None else [*map(answer.places.get, self._kept())]
        scrolled = self.verticalScrollBar().value()
        self._shown = answer.question
        self.paged.show_ids(answer.ids)
        if answer.ids:
            self._go_to(min(max(row, 0), len(answer.ids) - 1) if at is None else at, kept)
            self.verticalScrollBar().setValue(scrolled)
        self._count()
        self.chosen.emit()

    def _kept(self) -> frozenset[int]:
        """What is looked for in the new list: what has the cursor, and a selection not too long."""
        selected = self.selected_ids() if self._selected_count() <= MOST_SELECTED else []
        current = self.current_id()
        return frozenset(selected if current is None else [*selected, current])

    def _go_to(self, row: int, kept: Sequence[int | None]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.paged.index(row), flags.ClearAndSelect | flags.Rows
        )
        added = QItemSelection()
        for index in (self.paged.index(at) for at in kept if at is not None):
            added.select(index, index)
        self.selectionModel().select(added, flags.Select | flags.Rows)

    def _ask_page(self, number: int) -> None:
        work = partial(
            _page,
            read=self._read_rows,
            ids=self.paged.ids_of_page(number),
            question=self._shown,
            number=number,
        )
        self._desk.ask(work, self._show_page)

    def _show_page(self, page: RowPage[Row]) -> None:
        if page.question == self._shown:
            self.paged.put_page(page.number, page.rows)
            self.filled.emit()

    def _count(self) -> None:
        self.counted.emit(self.paged.rowCount(), self._selected_count())

    def _selected_count(self) -> int:
        parts = self.selectionModel().selection().toList()
        return sum(part.bottom() - part.top() + 1 for part in parts)


def no_ids(_session: Session) -> "array[int]":
    """An empty list."""
    return array("q")


def _no_rows(_session: Session, _ids: Sequence[int]) -> Mapping[int, Row]:
    return {}


def _ids(session: Session, read: ReadIds, question: int, sought: frozenset[int]) -> ListedIds:
    ids = read(session)
    return ListedIds(question, ids, {key: at for at, key in enumerate(ids) if key in sought})


def _page(
    session: Session, read: ReadRows[Row], ids: Sequence[int], question: int, number: int
) -> RowPage[Row]:
    return RowPage(question, number, read(session, ids))
