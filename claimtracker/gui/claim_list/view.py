"""The claim list with its reading: ids and pages come in the background, the place is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QByteArray, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.claims.listing import Listing, SortKey
from claimtracker.claims.query import Query
from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.verdict_labels import VerdictLabels
from claimtracker.gui.claim_list.columns import COLUMN_OF, SORT_KEYS, Column
from claimtracker.gui.claim_list.empty_list import EmptyList
from claimtracker.gui.claim_list.model import ClaimTableModel
from claimtracker.gui.claim_list.reading import ListedClaims, read_ids, read_list, read_page
from claimtracker.gui.claim_list.table import ClaimTable
from claimtracker.gui.desk import Desk
from claimtracker.gui.paged_rows import MOST_SELECTED, RowPage
from claimtracker.gui.views import ALL, View

LEAST_PIXELS = 600


@dataclass(frozen=True)
class _Place:
    """Where the list stood before it was read again."""

    claim_id: int | None
    row: int
    selected: frozenset[int]
    is_all_selected: bool
    scrolled: int
    is_other_list: bool  # the person asked for it: nothing has left by itself
    is_away: bool  # scrolled to where the current claim is not in sight


class ClaimList(QWidget):
    """Lists a view; asks again when something changed, and stays at the same claim."""

    current_changed = Signal(object)  # the id, None where nothing is listed
    current_lost = Signal(object)  # its claim is listed no more; the id that took its place
    activated = Signal()
    counted = Signal(int, int)  # listed, selected
    filled = Signal()  # there are rows to be seen, or it is sure that there are none
    damage_found = Signal(str)  # the sentence: not even what is listed can be read

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claim_list")
        self.setMinimumWidth(LEAST_PIXELS)
        self._desk = desk
        self._view = ALL
        self._search = Query()
        self._sort_key = SortKey.STATE
        self._is_descending = False
        self._question = 0
        self._shown = 0  # the question whose ids stand in the list: pages belong to those
        self._current_id: int | None = None
        self._wanted_id: int | None = None
        self._is_showing = False
        self._columns_are_own = False
        self._is_other_list = False
        self._model = ClaimTableModel(self._today, self, self._labels)
        self.table = ClaimTable(self._model, self._today, self, self._labels)
        self.empty = EmptyList(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.setFocusProxy(self.table)
        self._connect()
        self._show_sort()

    def _connect(self) -> None:
        self._model.page_wanted.connect(self._ask_page)
        self.table.current_row_changed.connect(self._follow_current)
        self.table.selection_changed.connect(self._count)
        self.table.doubleClicked.connect(self.activated)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by_column)
        self.table.horizontalHeader().sectionResized.connect(self._note_resize)
        self._desk.changes.changed.connect(self.reload)
        self._desk.settings_changed.connect(self.reload)

    def show_query(self, view: View, search: Query) -> None:
        """List what fits both the view and what is looked for."""
        self._view, self._search = view, search
        self._is_other_list = True
        self.reload()

    def reload(self) -> None:
        """Ask again for what is listed."""
        self._question += 1
        near = self._current_id if self._wanted_id is None else self._wanted_id
        self._desk.background.ask(
            partial(read_list, listing=self.listing, question=self._question, near=near),
            self._show_list,
            refused=self._list_without_rows,
        )

    @property
    def listing(self) -> Listing:
        """What is listed, in which order, on which day."""
        query = Query(self._view.query.terms + self._search.terms)
        return Listing(self._desk.as_of, query, self._sort_key, self._is_descending)

    @property
    def count(self) -> int:
        """How many claims are listed."""
        return self._model.rowCount()

    @property
    def current_id(self) -> int | None:
        """The claim that the keyboard stands on."""
        return self._current_id

    @property
    def sort_key(self) -> SortKey:
        """What the list is ordered by."""
        return self._sort_key

    @property
    def is_descending(self) -> bool:
        """Whether the order is turned round."""
        return self._is_descending

    def selected_ids(self) -> Sequence[int]:
        """The selected claims in the list's order."""
        return self.table.selected_ids()

    def select_all(self) -> None:
        """Select every listed claim."""
        self.table.selectAll()

    def select_claim(self, claim_id: int) -> None:
        """Go to this claim; where it is not listed yet, as soon as it is."""
        row = self._model.row_of(claim_id)
        self._wanted_id = claim_id if row is None else None
        if row is not None:
            self.table.go_to(row)

    def lists(self, claim_id: int) -> bool:
        """Whether this claim is listed."""
        return self._model.row_of(claim_id) is not None

    def take_focus(self) -> None:
        """Let single letters be commands."""
        (self._stack.currentWidget() or self.table).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sort_by(self, key: SortKey) -> None:
        """Order by this; the same again turns the order round."""
        self._is_descending = key is self._sort_key and not self._is_descending
        self._sort_key = key
        self._show_sort()
        self.reload()

    def save_columns(self) -> str:
        """The widths of the columns as text."""
        state = self.table.horizontalHeader().saveState().toBase64().data()
        return bytes(state).decode("ascii") if self._columns_are_own else ""

    def restore_columns(self, text: str) -> None:
        """Take widths that were saved; anything else is ignored."""
        if text:
            state = QByteArray.fromBase64(text.encode("ascii", "replace"))
            self._columns_are_own = self.table.horizontalHeader().restoreState(state)

    def restore_sort(self, key: str, is_descending: bool) -> None:
        """Take an order that was saved; an unknown one is ignored."""
        if key in set(SortKey):
            self._sort_key, self._is_descending = SortKey(key), is_descending
            self._show_sort()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns fill the list, unless the person has set them."""
        super().resizeEvent(event)
        if not self._columns_are_own:
            self._is_showing = True
            self.table.fill(self.width())
            self._is_showing = False

    def _labels(self) -> VerdictLabels:
        return self._desk.labels

    def _today(self) -> date:
        return self._desk.today

    def _list_without_rows(self, _refused: ClaimTrackerError) -> None:
        """List what there is, though a page of it cannot be read: looking at its rows says why."""
        work = partial(read_ids, listing=self.listing, question=self._question)
        self._desk.background.ask(work, self._show_list, refused=self._say_unreadable)

    def _say_unreadable(self, error: ClaimTrackerError) -> None:
        self._desk.changes.refused.emit(str(error))
        if isinstance(error, Damaged):
            self.damage_found.emit(str(error))

    def _show_list(self, answer: ListedClaims) -> None:
        if answer.question != self._question:
            return
        place = self._place()
        is_same = self._model.ids == answer.ids
        self._shown = answer.question
        self._is_showing = True
        self._model.show_ids(answer.ids)
        if answer.ids and answer.page is not None:
            self._model.put_page(answer.page.number, answer.page.rows)
        self._stack.setCurrentWidget(self.table if answer.ids else self.empty)
        self.empty.explain(self._view, bool(self._search.terms))
        self._come_back(place)
        if place.is_all_selected and is_same:  # otherwise all may be more than the person saw
            self.table.selectAll()
        self._is_showing = False
        self._count()
        self.filled.emit()

    def _place(self) -> _Place:
        row = self.table.currentIndex().row()
        is_away = row >= 0 and not (self._is_other_list or self.table.shows(row))
        scrolled = 0 if self._is_other_list else self.table.verticalScrollBar().value()
        is_kept = self.table.selected_count() <= MOST_SELECTED
        is_other, self._is_other_list = self._is_other_list, False
        return _Place(
            claim_id=self._current_id,
            row=max(row, 0),
            selected=frozenset(self.table.selected_ids() if is_kept else ()),
            is_all_selected=self.table.is_all_selected() and not is_other,
            scrolled=scrolled,
            is_other_list=is_other,
            is_away=is_away,
        )

    def _come_back(self, place: _Place) -> None:
        """Go to the wanted claim, the one that was current, or the one that took its place."""
        is_lost = False
        for claim_id in (self._wanted_id, place.claim_id):
            row = None if claim_id is None else self._model.row_of(claim_id)
            if row is not None:
                self._wanted_id = None
                break
        else:
            row = min(place.row, self._model.rowCount() - 1)
            is_lost = place.claim_id is not None and not place.is_other_list
        self.table.verticalScrollBar().setValue(place.scrolled)
        if row >= 0:
            self.table.go_to(row)
        signal = self.current_lost if is_lost else self.current_changed
        self._set_current(self._model.id_at(row) if row >= 0 else None, signal)
        if self._current_id == place.claim_id:
            self._stay(place)

    def _stay(self, place: _Place) -> None:
        """Select and show what was selected and shown beside the current claim."""
        if len(place.selected) > 1:
            rows = enumerate(self._model.ids)
            self.table.add_rows(row for row, claim_id in rows if claim_id in place.selected)
        if place.is_away:
            self.table.verticalScrollBar().setValue(place.scrolled)

    def _follow_current(self, row: int) -> None:
        if not self._is_showing:
            self._set_current(self._model.id_at(row), self.current_changed)

    def _set_current(self, claim_id: int | None, signal: SignalInstance) -> None:
        if claim_id != self._current_id:
            self._current_id = claim_id
            signal.emit(claim_id)

    def _ask_page(self, number: int) -> None:
        work = partial(
            read_page,
            ids=self._model.ids_of_page(number),
            as_of=self._desk.as_of,
            question=self._shown,
            number=number,
        )
        self._desk.ask(work, self._show_page)

    def _show_page(self, page: RowPage[ClaimRow]) -> None:
        if page.question == self._shown:
            self._model.put_page(page.number, page.rows)

    def _sort_by_column(self, section: int) -> None:
        self.sort_by(SORT_KEYS[Column(section)])

    def _show_sort(self) -> None:
        orders = Qt.SortOrder
        order = orders.DescendingOrder if self._is_descending else orders.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(COLUMN_OF[self._sort_key], order)

    def _note_resize(self) -> None:
        if not self._is_showing:
            self._columns_are_own = True

    def _count(self) -> None:
        self.counted.emit(self._model.rowCount(), self.table.selected_count())
