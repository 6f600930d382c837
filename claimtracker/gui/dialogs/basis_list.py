"""Choose the evidence that a verdict rests on: a box before each piece, Space ticks it."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from claimtracker.claims.rows import EvidenceRow
from claimtracker.claims.vocabulary import label
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text
from claimtracker.gui.plain_text import one_line, plain_tooltip

_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROWS_SHOWN = 4
_PADDING = 4
# Drawn as letters: Qt's own boxes have no frame that is seen on a dark ground.
_TICKED, _EMPTY = "☑", "☐"
_Role = Qt.ItemDataRole


class BasisModel(QAbstractListModel):
    """The evidence of one claim, each document once, and which of it is ticked."""

    ticked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[EvidenceRow] = ()
        self._chosen: set[int] = set()
        self._today = date.min
        self._row_height = parent.fontMetrics().height() + _PADDING

    def show_evidence(self, evidence: Iterable[EvidenceRow], today: date) -> None:
        """Show these pieces, none of them ticked."""
        self.beginResetModel()
        self._rows = list({row.evidence_id: row for row in evidence}.values())
        self._today = today
        self._chosen.clear()
        self.endResetModel()

    def chosen(self) -> tuple[EvidenceRow, ...]:
        """What is ticked, in the order of the list."""
        return tuple(row for row in self._rows if row.evidence_id in self._chosen)

    def choose(self, evidence_id: int) -> None:
        """Tick this document."""
        self._chosen.add(evidence_id)
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.ticked.emit()

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """How many documents there are."""
        return 0 if parent.isValid() else len(self._rows)

    def toggle(self, index: _AnyIndex) -> None:
        """Tick it, or take the tick off."""
        if index.isValid():
            self._chosen ^= {self._rows[index.row()].evidence_id}
            self.dataChanged.emit(index, index)
            self.ticked.emit()

    def data(self, index: _AnyIndex, role: int = _Role.DisplayRole) -> object:
        """The box, ticked or not, before relation, day and title."""
        row = self._rows[index.row()]
        is_chosen = row.evidence_id in self._chosen
        match role:
            case _Role.DisplayRole:
                return f"{_TICKED if is_chosen else _EMPTY}  {one_line(self._words(row))}"
            case _Role.AccessibleTextRole:
                return f"{'Ticked' if is_chosen else 'Not ticked'}: {one_line(self._words(row))}"
            case _Role.SizeHintRole:
                return QSize(0, self._row_height)  # as wide as the list: what is longer is elided
            case _Role.ToolTipRole:
                return plain_tooltip(self._words(row))
        return None

    def _words(self, row: EvidenceRow) -> str:
        day = day_text(row.published_on, self._today) if row.published_on else "no date"
        return " · ".join((label(row.relation), day, row.called))


class BasisList(QListView):
    """A few rows high, whatever it holds."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, title)
        self.basis = BasisModel(self)
        self.setModel(self.basis)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(2)
        self.clicked.connect(self.basis.toggle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the piece that has the cursor; Enter is left to the dialog's button."""
        if event.key() == Qt.Key.Key_Space:
            self.basis.toggle(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def show_evidence(self, evidence: Iterable[EvidenceRow], today: date) -> None:
        """Show these pieces; the list is as high as they need, up to a few."""
        self.basis.show_evidence(evidence, today)
        count = min(self.basis.rowCount(), _ROWS_SHOWN)
        if count:
            self.setCurrentIndex(self.basis.index(0))
            row = self.sizeHintForRow(0) + 2 * self.spacing()
            self.setFixedHeight(row * count + 2 * self.frameWidth() + 2 * _PADDING)
