"""The claims of a listing as Qt's own table model: every id, and a few pages of rows."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.verdict_labels import VerdictLabels
from claimtracker.gui.claim_list.columns import AXIS_LEGEND, CLAIM_ROLE, TITLES, Column, Index
from claimtracker.gui.claim_list.words import COMING, cell_text, spoken
from claimtracker.gui.paged_rows import PagedRows
from claimtracker.gui.plain_text import one_line, plain_tooltip


class ClaimTableModel(QAbstractTableModel):
    """Holds ids and pages; a row that has not come yet shows "…" and its page is wanted once."""

    page_wanted = Signal(int)

    def __init__(
        self,
        today: Callable[[], date],
        parent: QObject | None = None,
        labels: Callable[[], VerdictLabels] = VerdictLabels,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._labels = labels
        self._rows: PagedRows[ClaimRow] = PagedRows(self.page_wanted.emit)

    def show_ids(self, ids: Sequence[int]) -> None:
        """List these claims; every page is read again."""
        self.beginResetModel()
        self._rows.start(ids)
        self.endResetModel()

    def put_page(self, number: int, rows: Mapping[int, ClaimRow]) -> None:
        """Take the rows of a page that was wanted."""
        first, last = self._rows.put_page(number, rows)
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def ids_of_page(self, number: int) -> Sequence[int]:
        """The ids that stand on a page."""
        return self._rows.ids_of_page(number)

    @property
    def ids(self) -> Sequence[int]:
        """Every id in its order."""
        return self._rows.ids

    def id_at(self, row: int) -> int | None:
        """The claim of a row."""
        return self._rows.ids[row] if 0 <= row < len(self._rows.ids) else None

    def row_of(self, claim_id: int) -> int | None:
        """The row of a claim, None where it is not listed."""
        return self._rows.row_of(claim_id)

    def claim_at(self, row: int) -> ClaimRow | None:
        """The claim of a row if its page is here; otherwise the page is wanted."""
        return self._rows.at(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """As many rows as ids."""
        return 0 if parent.isValid() else len(self._rows.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The columns of the table."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell in words, or the claim itself for the delegates."""
        if role not in _ROLES:
            return None
        claim = self.claim_at(index.row())
        if role == CLAIM_ROLE:
            return claim
        if claim is None:
            return COMING
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(claim, self._today(), self._labels())
        text = cell_text(claim, Column(index.column()), self._today(), self._labels())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(text)
        return one_line(text)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles of the columns; the axis has its signs explained instead."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return TITLES[Column(section)]
        if section == Column.AXIS and role in _SPOKEN_ROLES:
            return AXIS_LEGEND
        return None


_SPOKEN_ROLES = frozenset({Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole})
_ROLES = frozenset(
    {
        CLAIM_ROLE,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
