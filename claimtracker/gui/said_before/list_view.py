"""The list of pairs with its reading: pages come in the background, the place is kept."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget
from sqlmodel import Session

from claimtracker.claims.state import AsOf
from claimtracker.gui.claim_panel.entry_painter import EntryPainter
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.entry_table import EntryTable
from claimtracker.gui.paged_rows import RowPage
from claimtracker.gui.said_before.model import PairModel, PairRow
from claimtracker.operations import list_claims
from claimtracker.operations.like_pairs import LikePair


class PairList(EntryTable):
    """One pair is current; whoever listens to `chosen` hears of it once."""

    chosen = Signal(object)  # the LikePair that is current, or None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "like_pairs", "Claims that look like one")
        self._desk = desk
        self._question = 0
        self._current: LikePair | None = None
        self._is_showing = False
        self.pairs = PairModel(self._today, self)
        self.setModel(self.pairs)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.paint_by(EntryPainter(self))
        self.pairs.page_wanted.connect(self._ask_page)
        self.selectionModel().currentChanged.connect(self._choose)

    @property
    def current_pair(self) -> LikePair | None:
        """The pair that has the cursor."""
        return self._current

    def show_pairs(self, pairs: Sequence[LikePair]) -> None:
        """List these; stay at the same pair, or at the one that took its place."""
        row, scrolled = max(self.currentIndex().row(), 0), self.verticalScrollBar().value()
        self._question += 1
        self._is_showing = True
        self.pairs.show_pairs(pairs)
        place = self.pairs.place_of(self._current)
        at = min(row, len(pairs) - 1) if place is None else place
        if pairs:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(self.pairs.index(at), flags.ClearAndSelect)
            self.verticalScrollBar().setValue(scrolled)
        self._is_showing = False
        self._choose()

    def _today(self) -> date:
        return self._desk.today

    def _choose(self) -> None:
        if self._is_showing:
            return
        self._current = self.pairs.pair(self.currentIndex().row())
        self.chosen.emit(self._current)

    def _ask_page(self, number: int) -> None:
        work = partial(
            _read_page,
            pairs=self.pairs.pairs_of_page(number),
            as_of=self._desk.as_of,
            question=self._question,
            number=number,
        )
        self._desk.ask(work, self._show_page)

    def _show_page(self, page: RowPage[PairRow]) -> None:
        if page.question == self._question:
            self.pairs.put_page(page.number, page.rows)


def _read_page(
    session: Session, pairs: Mapping[int, LikePair], as_of: AsOf, question: int, number: int
) -> RowPage[PairRow]:
    """Read the claims of these pairs; a pair of which one is gone shows "…" until it leaves."""
    wanted = sorted({key for pair in pairs.values() for key in pair[1:]})
    rows = list_claims.rows(session, wanted, as_of)
    known = {
        place: PairRow(pair, rows[pair.claim_id], rows[pair.other_id])
        for place, pair in pairs.items()
        if pair.claim_id in rows and pair.other_id in rows
    }
    return RowPage(question, number, known)
