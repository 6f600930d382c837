"""The rows of the candidate list: two headed sections, one row a candidate."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from claimtracker.gui.article_window.candidate_groups import CandidateGroup, Key
from claimtracker.gui.article_window.candidate_words import standing_words, told
from claimtracker.gui.article_window.review import Review, Standing
from claimtracker.gui.plain_text import plain_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Heading:
    """The line above a section."""

    text: str


Row = Heading | CandidateGroup


class CandidateModel(QAbstractListModel):
    """Shows a review; `refresh` follows what was decided, `show_review` another scan."""

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._review: Review | None = None
        self._rows: Sequence[Row] = ()
        self._row_of: dict[Key, int] = {}

    def show_review(self, review: Review) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._review = review
        self._rows = _rows(review.groups)
        self._row_of = {
            row.key: number
            for number, row in enumerate(self._rows)
            if isinstance(row, CandidateGroup)
        }
        self.endResetModel()

    def refresh(self) -> None:
        """Paint the rows anew: some of them stand otherwise."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row(self, number: int) -> Row | None:
        """What stands in a row, None outside the list."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def group(self, number: int) -> CandidateGroup | None:
        """The candidate of a row, None for a heading."""
        row = self.row(number)
        return row if isinstance(row, CandidateGroup) else None

    def row_of(self, key: Key) -> int | None:
        """The row of the candidate that stands there."""
        return self._row_of.get(key)

    def standing(self, group: CandidateGroup) -> Standing:
        """How a candidate stands."""
        return self._review.standing(group) if self._review else Standing.OPEN

    def mark(self, group: CandidateGroup) -> str:
        """What became of a candidate, in words; the empty text while nothing did."""
        if self._review is None:
            return ""
        is_edited = bool(self._review.edits(group))
        standing = self._review.standing(group)
        return standing_words(standing, self._review.claim_id(group), is_edited=is_edited)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many rows there are, headings among them."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings can be neither chosen nor selected."""
        if self.group(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row; the same for the tooltip and a screen reader, in full."""
        row = self.row(index.row())
        if isinstance(row, Heading):
            is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row.text if is_text else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(row.candidate.sentence.split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return told(row, self.mark(row), self._today())
        is_tip = role == Qt.ItemDataRole.ToolTipRole
        return plain_tooltip(told(row, self.mark(row), self._today())) if is_tip else None


def _rows(groups: Sequence[CandidateGroup]) -> list[Row]:
    taken = [group for group in groups if not group.is_not_taken]
    others = [group for group in groups if group.is_not_taken]
    rows: list[Row] = [Heading(f"Candidates · {len(taken)}"), *taken] if taken else []
    return [*rows, Heading(f"Not taken · {len(others)}"), *others] if others else rows
