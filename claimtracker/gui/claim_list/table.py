"""The table itself: keys, selection, and an "all selected" that costs nothing."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from claimtracker.claims.verdict_labels import VerdictLabels
from claimtracker.gui.claim_list.columns import SHARES, WIDTHS, Column, Index
from claimtracker.gui.claim_list.delegates import DELEGATES
from claimtracker.gui.claim_list.header import ClaimHeader
from claimtracker.gui.claim_list.model import ClaimTableModel
from claimtracker.gui.claim_panel.drops import accept_copy, dropped, may_be_dropped
from claimtracker.gui.row_table import RowTable
from claimtracker.gui.theme import LOOK

ROW_PADDING = 14


class ClaimTable(RowTable):
    """One row a claim, all of one height."""

    current_row_changed = Signal(int)
    selection_changed = Signal()
    dropped_on = Signal(int, list)  # a claim's id and the Dropped
    dropped_beside = Signal(object)  # the QMimeData: on no claim

    def __init__(
        self,
        model: ClaimTableModel,
        today: Callable[[], date],
        parent: QWidget,
        labels: Callable[[], VerdictLabels] = VerdictLabels,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("claim_table")
        self.setAccessibleName("Claims")
        self._model = model
        self._is_all_selected = False
        self._led_to: int | None = None
        self.setHorizontalHeader(ClaimHeader(today, self))
        self.setModel(model)
        self._set_up_rows()
        for column, delegate in DELEGATES.items():
            made = delegate(today, self.is_all_selected, self, labels)
            self.setItemDelegateForColumn(column, made)
            self.setColumnWidth(column, WIDTHS[column])
        LOOK.changed.connect(self.viewport().update)

    def _set_up_rows(self) -> None:
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setAcceptDrops(True)
        self.setCornerButtonEnabled(False)
        self.fix_row_height(2 * QFontMetrics(self.font()).height() + ROW_PADDING)

    def is_all_selected(self) -> bool:
        """Whether every listed claim is selected, seen or not."""
        return self._is_all_selected

    def selected_ids(self) -> Sequence[int]:
        """The ids of the selected rows in their order."""
        if self._is_all_selected:
            return self._model.ids
        rows: set[int] = set()
        for part in self._ranges():
            rows.update(range(part.top(), part.bottom() + 1))
        return [claim_id for row in sorted(rows) if (claim_id := self._model.id_at(row))]

    def selected_count(self) -> int:
        """How many claims are selected."""
        if self._is_all_selected:
            return self._model.rowCount()
        return sum(part.bottom() - part.top() + 1 for part in self._ranges())

    def selectAll(self) -> None:
        """Select every row by one flag: Qt's own selection takes seconds on a long list."""
        self._is_all_selected = self._model.rowCount() > 0
        self._show_selection()

    def go_to(self, row: int) -> None:
        """Make a row the current and only selected one."""
        index = self._model.index(row, 0)
        self.setProperty("current_row", row)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._led_to = row
        self.scrollTo(index)

    def shows(self, row: int) -> bool:
        """Whether a row is in sight."""
        return self.viewport().rect().intersects(self.visualRect(self._model.index(row, 0)))

    def add_rows(self, rows: Iterable[int]) -> None:
        """Select these rows too."""
        added = QItemSelection()
        for row in rows:
            added.select(self._model.index(row, 0), self._model.index(row, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(added, flags.Select | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A step to another row ends what `go_to` led to."""
        row_before = self.currentIndex().row()
        super().keyPressEvent(event)
        if not _extends(event) and self.currentIndex().row() != row_before:
            self._led_to = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click ends "all selected"."""
        self._end_all_selected()
        if not _extends(event):
            self._led_to = None
        super().mousePressEvent(event)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select a range; it starts where `go_to` led, which Qt by itself does not notice."""
        if self._led_to is None or not command & QItemSelectionModel.SelectionFlag.Current:
            super().setSelection(rect, command)
            return
        start = self._model.index(self._led_to, 0)
        self.selectionModel().select(QItemSelection(start, self.currentIndex()), command)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be evidence."""
        if may_be_dropped(event.mimeData()):
            accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take it on a claim as evidence, beside the claims as an article."""
        accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped, and on which claim if on any."""
        claim_id = self._model.id_at(self.indexAt(event.position().toPoint()).row())
        accept_copy(event)
        if claim_id is None:
            self.dropped_beside.emit(event.mimeData())
        elif found := dropped(event.mimeData()):
            self.dropped_on.emit(claim_id, found)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which claim is current now."""
        super().currentChanged(current, previous)
        self.setProperty("current_row", current.row())
        self._end_all_selected()
        if current.row() != previous.row():
            self.viewport().update()
            self.current_row_changed.emit(current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell how many are selected now."""
        super().selectionChanged(selected, deselected)
        self._is_all_selected = False
        self._show_selection()

    def _ranges(self) -> list[QItemSelectionRange]:
        return self.selectionModel().selection().toList()

    def _end_all_selected(self) -> None:
        if self._is_all_selected:
            self._is_all_selected = False
            self._show_selection()

    def _show_selection(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()

    def fill(self, width: int) -> None:
        """Share out a width: what the narrow columns leave goes to the texts and the axis."""
        room = width - self.verticalScrollBar().sizeHint().width()
        free = max(room - sum(WIDTHS.values()), 0)
        for column in Column:
            extra = free * SHARES.get(column, 0) // 100
            self.setColumnWidth(column, WIDTHS[column] + extra)


def _extends(event: QKeyEvent | QMouseEvent) -> bool:
    """Whether the selection is drawn out from where it started."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
