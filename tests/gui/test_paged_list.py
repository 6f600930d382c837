"""A list of any length: pages come when they are looked at, late answers are dropped."""

import threading
from array import array
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.gui.claim_panel.entries import Entry
from claimtracker.gui.desk import Desk
from claimtracker.gui.paged_list import COMING, PagedList, PagedModel
from claimtracker.gui.paged_rows import MOST_SELECTED, PAGE_ROWS, ListedIds, RowPage

Settle = Callable[[], None]
MANY = 100_000


class Shelf:
    """Numbers for rows; notes which were read."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.read: list[int] = []

    def ids(self, _session: Session) -> "array[int]":
        return array("q", range(self.count, 0, -1))

    def rows(self, _session: Session, wanted: Sequence[int]) -> dict[int, str]:
        self.read += wanted
        return {each: f"row {each}" for each in wanted}


class _Watched(array):  # type: ignore[type-arg]  # generic only for the type checker
    """Ids that note on which threads they were walked through."""

    walked_on: set[int]

    def read(self, _session: Session) -> "array[int]":
        """Answer as a list's question is answered."""
        return self

    def __iter__(self) -> Iterator[int]:
        self.walked_on.add(threading.get_ident())
        return super().__iter__()


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(MANY)


@pytest.fixture
def listed(qtbot: QtBot, desk: Desk, shelf: Shelf, settled: Settle) -> PagedList[str]:
    made: PagedList[str] = PagedList(desk, "rows", "Rows", is_long=True)
    made.use_model(PagedModel(Entry, made))
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.read_by(shelf.ids, shelf.rows)
    settled()
    made.grab()
    settled()
    return made


def test_only_what_is_in_sight_is_read(
    listed: PagedList[str], shelf: Shelf, settled: Settle
) -> None:
    assert listed.paged.rowCount() == MANY
    assert len(set(shelf.read)) == PAGE_ROWS
    entry = listed.paged.entry(0)
    assert entry is not None and entry.title == f"row {MANY}"
    assert listed.paged.entry(0) is entry, "it is made once"
    assert listed.paged.entry(MANY // 2) is COMING
    settled()
    assert listed.paged.entry(MANY // 2) is not COMING
    assert listed.paged.entry(MANY) is None


def test_the_end_is_one_key_away(listed: PagedList[str], settled: Settle) -> None:
    QTest.keyClick(listed, Qt.Key.Key_End)
    settled()
    assert (listed.current_id(), listed.current_row()) == (1, "row 1")


def test_the_current_row_stays_and_where_it_went_the_place_does(
    listed: PagedList[str], shelf: Shelf, settled: Settle
) -> None:
    listed.selectRow(5)
    shelf.count += 3
    listed.reload()
    settled()
    assert (listed.current_id(), listed.currentIndex().row()) == (MANY - 5, 8)
    shelf.count = 4
    listed.reload()
    settled()
    assert listed.currentIndex().row() == 3


def _select(listed: PagedList[str], *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        listed.selectionModel().select(listed.paged.index(row), flags.Select | flags.Rows)


def test_what_is_selected_stays_so_wherever_it_went(
    listed: PagedList[str], shelf: Shelf, settled: Settle
) -> None:
    _select(listed, 3, 7_000)
    shelf.count += 2
    listed.reload()
    settled()
    assert listed.selected_ids() == [MANY, MANY - 3, MANY - 7_000]
    assert listed.currentIndex().row() == 2


def test_what_is_selected_while_the_list_is_read_again_stays_too(
    listed: PagedList[str], shelf: Shelf, settled: Settle
) -> None:
    """Its row is not in the answer to the earlier question: that one is asked anew."""
    shelf.count += 2
    listed.reload()
    _select(listed, 9)
    settled()
    assert listed.selected_ids() == [MANY, MANY - 9]


def test_a_very_long_selection_is_given_up(listed: PagedList[str], settled: Settle) -> None:
    listed.selectAll()
    assert len(listed.selected_ids()) == MANY > MOST_SELECTED
    listed.reload()
    settled()
    assert listed.selected_ids() == [MANY]


def test_the_rows_are_looked_for_off_the_windows_thread(
    listed: PagedList[str], settled: Settle
) -> None:
    _select(listed, 3)
    ids = _Watched("q", range(MANY, 0, -1))
    ids.walked_on = set()
    listed.read_by(ids.read, lambda _session, wanted: dict.fromkeys(wanted, "row"))
    settled()
    assert ids.walked_on and threading.get_ident() not in ids.walked_on
    assert listed.selected_ids() == [MANY, MANY - 3]


def test_an_answer_to_an_earlier_question_is_dropped(
    listed: PagedList[str], settled: Settle
) -> None:
    listed._show_ids(ListedIds(0, array("q", [1])))
    assert listed.paged.rowCount() == MANY
    listed._show_page(RowPage(0, 0, {MANY: "old"}))
    entry = listed.paged.entry(0)
    assert entry is not None and entry.title == f"row {MANY}"


def test_emptied_it_has_no_current_row(listed: PagedList[str], shelf: Shelf) -> None:
    listed.reload()
    listed.empty()
    assert listed.paged.rowCount() == 0
    assert (listed.current_row(), listed.current_id(), listed.current_entry()) == (None, None, None)
