"""The list of candidates: one is current, several may be selected, headings are passed over."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from claimtracker.gui.article_window.candidate_groups import CandidateGroup, Key
from claimtracker.gui.article_window.candidate_model import CandidateModel
from claimtracker.gui.article_window.candidate_painter import CandidatePainter
from claimtracker.gui.article_window.review import Review, Standing
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.theme import LOOK

_AnyIndex = QModelIndex | QPersistentModelIndex


class CandidateList(QListView):
    """Letters are commands of the window here, not a search for a row that begins so."""

    current_changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "candidate_list", "Candidates")
        self.candidates = CandidateModel(today, self)
        self.setModel(self.candidates)
        self.setItemDelegate(CandidatePainter(today, self))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        LOOK.changed.connect(self.viewport().update)

    def show_review(self, review: Review) -> None:
        """Show these candidates; the current one stays so where it is still there."""
        before = self.current()
        self.candidates.show_review(review)
        row = self.candidates.row_of(before.key) if before else self._first_open()
        self._go_to_row(row if row is not None else self._row_from(0, 1))

    def current(self) -> CandidateGroup | None:
        """The candidate that has the cursor."""
        return self.candidates.group(self.currentIndex().row())

    def selected(self) -> list[CandidateGroup]:
        """The selected candidates in their order; the current one alone where none is."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        chosen = [group for row in rows if (group := self.candidates.group(row))]
        current = self.current()
        return chosen or ([current] if current else [])

    def select(self, groups: Iterable[CandidateGroup]) -> None:
        """Select these; the current one stays current."""
        chosen = QItemSelection()
        for group in groups:
            row = self.candidates.row_of(group.key)
            if row is not None:
                index = self.candidates.index(row)
                chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def go_to(self, key: Key) -> None:
        """Make the candidate that stands there the current one."""
        self._go_to_row(self.candidates.row_of(key))

    def step(self, rows: int) -> None:
        """Go on by one candidate, or back; at either end nothing happens."""
        self._go_to_row(self._row_from(self.currentIndex().row() + rows, rows))

    def go_to_next_open(self) -> bool:
        """Go on to the next undecided candidate of the same section, from its end to its start.

        False where every one of them is decided; the cursor then stays.
        """
        current = self.current()
        if current is None:
            return False
        number, count = self.currentIndex().row(), self.candidates.rowCount()
        for row in (*range(number + 1, count), *range(number)):
            group = self.candidates.group(row)
            is_alike = group is not None and group.is_not_taken == current.is_not_taken
            if group and is_alike and self.candidates.standing(group) is Standing.OPEN:
                self._go_to_row(row)
                return True
        return False

    def moveCursor(
        self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home goes to the first candidate: the first row is a heading."""
        first = self._row_from(0, 1)
        if action is QListView.CursorAction.MoveHome and first is not None:
            return self.candidates.index(first)
        return super().moveCursor(action, modifiers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current candidate in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the commands."""

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:
        """Tell which candidate is current now."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def _first_open(self) -> int | None:
        """The first candidate that is undecided, as where an article is opened again."""
        for row in range(self.candidates.rowCount()):
            group = self.candidates.group(row)
            if group and self.candidates.standing(group) is Standing.OPEN:
                return row
        return None

    def _row_from(self, row: int, step: int) -> int | None:
        while 0 <= row < self.candidates.rowCount():
            if self.candidates.group(row) is not None:
                return row
            row += step
        return None

    def _go_to_row(self, row: int | None) -> None:
        if row is None:
            return
        index = self.candidates.index(row)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
