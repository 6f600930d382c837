"""A list of any length: pages come when they are looked at, late answers are dropped."""

from array import array
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.gui.claim_panel.entries import Entry
from claimtracker.gui.desk import Desk
from claimtracker.gui.paged_entries import COMING, PagedEntryList
from claimtracker.gui.paged_rows import PAGE_ROWS, ListedIds, RowPage

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


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(MANY)


@pytest.fixture
def listed(qtbot: QtBot, desk: Desk, shelf: Shelf, settled: Settle) -> PagedEntryList[str]:
    made: PagedEntryList[str] = PagedEntryList(desk, "rows", "Rows", Entry, shelf.rows)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.list_ids(shelf.ids)
    settled()
    made.grab()
    settled()
    return made


def test_only_what_is_in_sight_is_read(
    listed: PagedEntryList[str], shelf: Shelf, settled: Settle
) -> None:
    assert listed.entries.rowCount() == MANY
    assert len(set(shelf.read)) == PAGE_ROWS
    entry = listed.entries.entry(0)
    assert entry is not None and entry.title == f"row {MANY}"
    assert listed.entries.entry(0) is entry, "it is made once"
    assert listed.entries.entry(MANY // 2) is COMING
    settled()
    assert listed.entries.entry(MANY // 2) is not COMING
    assert listed.entries.entry(MANY) is None


def test_the_end_is_one_key_away(listed: PagedEntryList[str], settled: Settle) -> None:
    QTest.keyClick(listed, Qt.Key.Key_End)
    settled()
    assert (listed.current_id(), listed.current()) == (1, "row 1")


def test_the_current_row_stays_and_where_it_went_the_place_does(
    listed: PagedEntryList[str], shelf: Shelf, settled: Settle
) -> None:
    listed.selectRow(5)
    shelf.count += 3
    listed.list_ids(shelf.ids)
    settled()
    assert (listed.current_id(), listed.currentIndex().row()) == (MANY - 5, 8)
    shelf.count = 4
    listed.list_ids(shelf.ids)
    settled()
    assert listed.currentIndex().row() == 3


def test_an_answer_to_an_earlier_question_is_dropped(
    listed: PagedEntryList[str], settled: Settle
) -> None:
    listed._show_ids(ListedIds(0, array("q", [1])))
    assert listed.entries.rowCount() == MANY
    listed._show_page(RowPage(0, 0, {MANY: "old"}))
    entry = listed.entries.entry(0)
    assert entry is not None and entry.title == f"row {MANY}"


def test_emptied_it_has_no_current_row(listed: PagedEntryList[str], shelf: Shelf) -> None:
    listed.list_ids(shelf.ids)
    listed.empty()
    assert listed.entries.rowCount() == 0
    assert (listed.current(), listed.current_id(), listed.current_entry()) == (None, None, None)
