"""Pairs of claims as a list model: every pair, and a few pages of the claims in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QWidget

from claimtracker.claims.rows import ClaimRow
from claimtracker.gui.claim_panel.entry_list import Entry, EntryModel
from claimtracker.gui.dates import day_text
from claimtracker.gui.paged_rows import PagedRows
from claimtracker.operations.like_pairs import LikePair

COMING = Entry("…")


@dataclass(frozen=True)
class PairRow:
    """A pair with the rows of both claims, the one said earlier first."""

    pair: LikePair
    first: ClaimRow
    second: ClaimRow


class PairModel(EntryModel):
    """A row that has not come yet shows "…", and its page is wanted once."""

    page_wanted = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._pairs: Sequence[LikePair] = ()
        self._rows: PagedRows[PairRow] = PagedRows(self.page_wanted.emit)

    def show_pairs(self, pairs: Sequence[LikePair]) -> None:
        """List these pairs; every page is read again."""
        self.beginResetModel()
        self._pairs = pairs
        self._rows.start(range(len(pairs)))
        self.endResetModel()

    def put_page(self, number: int, rows: Mapping[int, PairRow]) -> None:
        """Take the rows of a page that was wanted."""
        first, last = self._rows.put_page(number, rows)
        self.dataChanged.emit(self.index(first), self.index(last))

    def pairs_of_page(self, number: int) -> Mapping[int, LikePair]:
        """The pairs that stand on a page, by their place."""
        return {place: self._pairs[place] for place in self._rows.ids_of_page(number)}

    def pair(self, row: int) -> LikePair | None:
        """The pair of a row, None outside the list."""
        return self._pairs[row] if 0 <= row < len(self._pairs) else None

    def place_of(self, pair: LikePair | None) -> int | None:
        """The row of a pair, None where it is not listed any more."""
        return self._pairs.index(pair) if pair in self._pairs else None

    def entry(self, row: int) -> Entry | None:
        """The pair in words, None outside the list."""
        if not 0 <= row < len(self._pairs):
            return None
        found = self._rows.at(row)
        return pair_entry(found, self._today()) if found else COMING

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """As many rows as pairs."""
        return 0 if parent is not None and parent.isValid() else len(self._pairs)


def pair_entry(row: PairRow, today: date) -> Entry:
    """The one summary over the other, with the days, and how like they are."""
    first, second = row.first, row.second
    days = [day_text(each.stated_on, today) or "day not known" for each in (first, second)]
    return Entry(
        title=first.summary,
        note=f"{second.summary} · {days[1]}",
        mark=f"{row.pair.likeness} % alike",
        whole=f"{first.summary} ({days[0]})\n{second.summary} ({days[1]})\n{first.claimant}",
    )
