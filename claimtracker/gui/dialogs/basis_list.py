"""Choose the evidence that a verdict rests on: a box before each piece, Space ticks it."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
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
_Role = Qt.ItemDataRole


class BasisModel(QAbstractListModel):
    """The evidence of one claim, each document once, and which of it is ticked."""

    ticked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[EvidenceRow] = ()
        self._chosen: set[int] = set()
        self._today = date.min

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

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """Each can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _AnyIndex, role: int = _Role.DisplayRole) -> object:
        """Title, relation and day, and whether it is ticked."""
        row = self._rows[index.row()]
        match role:
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                return one_line(self._words(row))
            case _Role.ToolTipRole:
                return plain_tooltip(self._words(row))
            case _Role.CheckStateRole:
                is_chosen = row.evidence_id in self._chosen
                return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _AnyIndex, value: object, role: int = _Role.EditRole) -> bool:
        """Tick it, or take the tick off."""
        if role != _Role.CheckStateRole:
            return False
        evidence_id = self._rows[index.row()].evidence_id
        is_wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        (self._chosen.add if is_wanted else self._chosen.discard)(evidence_id)
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

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

    def show_evidence(self, evidence: Iterable[EvidenceRow], today: date) -> None:
        """Show these pieces; the list is as high as they need, up to a few."""
        self.basis.show_evidence(evidence, today)
        count = min(self.basis.rowCount(), _ROWS_SHOWN)
        if count:
            self.setCurrentIndex(self.basis.index(0))
            row = self.sizeHintForRow(0)
            self.setFixedHeight(row * count + 2 * self.frameWidth() + 2 * _PADDING)
