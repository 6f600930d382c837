"""The list itself: it keeps its place, drops late answers, and selects all for nothing."""

import sqlite3
from array import array
from collections.abc import Callable
from contextlib import closing

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimtracker.claims.listing import SortKey
from claimtracker.claims.query import Query, parse
from claimtracker.gui import paged_rows
from claimtracker.gui.claim_list.reading import ListedClaims
from claimtracker.gui.claim_list.view import ClaimList
from claimtracker.gui.claim_panel.drops import Dropped
from claimtracker.gui.desk import Desk
from claimtracker.gui.views import ALL, VIEWS
from claimtracker.storage.engine import Database
from tests.conftest import Enter

BIN = VIEWS[-1]


@pytest.fixture
def claims(qtbot: QtBot, desk: Desk, enter: Enter) -> ClaimList:
    for number in range(1, 6):
        enter(f"Claim {number}", due_on=f"2025-06-0{number}")
    shown = ClaimList(desk)
    qtbot.addWidget(shown)
    shown.resize(800, 400)
    shown.show()
    shown.show_query(ALL, Query())
    qtbot.waitUntil(lambda: shown.count == 5 and desk.background.is_idle)
    return shown


@pytest.fixture
def settled(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: desk.background.is_idle)


def test_the_first_claim_is_current_at_once(claims: ClaimList) -> None:
    assert claims.current_id == 1
    assert list(claims.selected_ids()) == [1]


def test_j_and_k_are_down_and_up(claims: ClaimList, qtbot: QtBot) -> None:
    claims.take_focus()
    for key, current in (("j", 2), ("j", 3), ("k", 2)):
        QTest.keyClicks(claims.table, key)
        assert claims.current_id == current
    QTest.keyClick(claims.table, Qt.Key.Key_End)
    assert claims.current_id == 5


def test_letters_do_not_search_for_a_row(claims: ClaimList, qtbot: QtBot) -> None:
    QTest.keyClicks(claims.table, "c")
    assert claims.current_id == 1


def test_the_list_stays_at_its_claim_when_something_changed(
    claims: ClaimList, desk: Desk, enter: Enter, settled: Callable[[], None]
) -> None:
    claims.select_claim(3)
    enter("Claim 0", due_on="2025-05-30")
    desk.changes.changed.emit()
    settled()
    assert (claims.count, claims.current_id) == (6, 3)


def test_the_next_claim_takes_the_place_of_one_that_left(
    claims: ClaimList, desk: Desk, settled: Callable[[], None], qtbot: QtBot
) -> None:
    claims.select_claim(3)
    seen: list[int | None] = []
    claims.current_changed.connect(seen.append)
    claims.show_query(ALL, parse("-id:3"))
    settled()
    assert (claims.current_id, seen) == (4, [4])


def test_the_selection_stays_when_something_changed(
    claims: ClaimList, desk: Desk, settled: Callable[[], None]
) -> None:
    QTest.keyClick(claims.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    desk.changes.changed.emit()
    settled()
    assert list(claims.selected_ids()) == [1, 2]


def test_the_selection_goes_with_the_current_claim(
    claims: ClaimList, settled: Callable[[], None]
) -> None:
    QTest.keyClick(claims.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    claims.show_query(ALL, parse("-id:2"))
    settled()
    assert list(claims.selected_ids()) == [claims.current_id]


def test_all_selected_stays_so_where_the_same_claims_are_listed(
    claims: ClaimList, desk: Desk, settled: Callable[[], None]
) -> None:
    claims.select_all()
    desk.changes.changed.emit()
    settled()
    assert claims.table.is_all_selected()


def test_all_selected_does_not_take_in_what_came_since(
    claims: ClaimList, desk: Desk, settled: Callable[[], None], enter: Enter
) -> None:
    claims.select_all()
    before = list(claims.selected_ids())
    enter("New since")
    desk.changes.changed.emit()
    settled()
    assert not claims.table.is_all_selected()
    assert sorted(claims.selected_ids()) == sorted(before)


def test_who_has_scrolled_away_is_not_called_back_by_a_change(
    claims: ClaimList, desk: Desk, settled: Callable[[], None]
) -> None:
    claims.resize(800, 120)
    QApplication.processEvents()  # only once it is laid out anew it knows how far one can scroll
    bar = claims.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.changes.changed.emit()
    settled()
    assert (bar.value(), claims.current_id) == (bar.maximum(), 1)
    assert bar.maximum() > 0


def test_the_list_does_not_jump_under_the_current_claim(
    claims: ClaimList, desk: Desk, settled: Callable[[], None]
) -> None:
    claims.resize(800, 160)
    claims.select_claim(3)
    bar = claims.table.verticalScrollBar()
    bar.setValue(1)
    assert claims.table.shows(2)
    desk.changes.changed.emit()
    settled()
    assert (bar.value(), claims.current_id) == (1, 3)


def test_another_view_is_shown_from_its_current_claim_on(
    claims: ClaimList, settled: Callable[[], None]
) -> None:
    claims.resize(800, 120)
    QApplication.processEvents()
    bar = claims.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    claims.show_query(ALL, parse("-id:5"))
    settled()
    assert (bar.value(), claims.current_id) == (0, 1)


def test_a_claim_that_is_not_listed_yet_is_gone_to_when_it_is(
    claims: ClaimList, desk: Desk, enter: Enter, settled: Callable[[], None]
) -> None:
    claims.select_claim(6)
    enter("Claim 6", due_on="2025-06-09")
    desk.changes.changed.emit()
    settled()
    assert claims.current_id == 6


def test_of_a_list_with_a_row_that_cannot_be_read_the_claims_are_listed_all_the_same(
    claims: ClaimList,
    desk: Desk,
    database: Database,
    settled: Callable[[], None],
) -> None:
    with closing(sqlite3.connect(database.path)) as plain, plain:
        plain.execute("UPDATE claim SET due_on = 'never' WHERE id = 3")
    refused: list[str] = []
    desk.changes.refused.connect(refused.append)
    claims.show_query(ALL, parse("claim 3"))
    settled()
    assert claims.count == 1
    assert claims.current_id == 3
    claims._model.data(claims._model.index(0, 0))  # as painting would ask for its page
    settled()
    assert refused and all("claim 3 (due on) cannot be read" in told for told in refused)


def test_the_answer_to_an_older_question_is_dropped(claims: ClaimList) -> None:
    claims._show_list(ListedClaims(0, array("q", [99]), None))
    assert claims.count == 5


def test_a_page_asked_for_before_a_new_order_came_does_not_stand_in_it(
    claims: ClaimList, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paged_rows, "PAGE_ROWS", 2)
    claims.hide()  # nothing is painted, so nothing else asks for the page again
    claims.sort_by(SortKey.CLAIM)
    claims.sort_by(SortKey.CLAIM)
    claims._ask_page(0)
    settled()
    claims._model.claim_at(0)
    settled()
    first = claims._model.claim_at(0)
    assert first is not None
    assert first.id == 5


def test_all_selected_is_one_flag_that_a_move_ends(claims: ClaimList, qtbot: QtBot) -> None:
    claims.select_all()
    assert list(claims.selected_ids()) == [1, 2, 3, 4, 5]
    assert claims.table.selected_count() == 5
    QTest.keyClick(claims.table, Qt.Key.Key_Down)
    assert list(claims.selected_ids()) == [2]


def test_a_range_is_selected_in_its_order(claims: ClaimList, qtbot: QtBot) -> None:
    QTest.keyClick(claims.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(claims.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert list(claims.selected_ids()) == [1, 2, 3]


def test_a_range_starts_where_the_list_was_last_led_to(claims: ClaimList) -> None:
    QTest.keyClick(claims.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    claims.select_claim(4)
    QTest.keyClick(claims.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert list(claims.selected_ids()) == [4, 5]


def test_a_step_moves_the_start_of_a_range(claims: ClaimList) -> None:
    claims.select_claim(2)
    QTest.keyClick(claims.table, Qt.Key.Key_Down)
    QTest.keyClick(claims.table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert list(claims.selected_ids()) == [2, 3]


def test_a_range_ends_at_a_click_with_shift(claims: ClaimList) -> None:
    claims.select_claim(2)
    fourth = claims.table.visualRect(claims.table.model().index(3, 1)).center()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(claims.table.viewport(), Qt.MouseButton.LeftButton, shift, fourth)
    assert list(claims.selected_ids()) == [2, 3, 4]


def test_shift_with_home_and_end_selects_up_to_the_ends(claims: ClaimList) -> None:
    claims.select_claim(3)
    QTest.keyClick(claims.table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert list(claims.selected_ids()) == [3, 4, 5]
    QTest.keyClick(claims.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert list(claims.selected_ids()) == [1, 2, 3]


def test_taking_one_claim_out_ends_all_selected(claims: ClaimList) -> None:
    claims.select_all()
    QTest.keyClick(claims.table, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert claims.table.selected_count() == len(claims.selected_ids()) < 5


def test_sorting_by_the_same_again_turns_the_order_round(
    claims: ClaimList, settled: Callable[[], None]
) -> None:
    claims.sort_by(SortKey.CLAIM)
    settled()
    claims.sort_by(SortKey.CLAIM)
    settled()
    claims.select_all()
    assert list(claims.selected_ids()) == [5, 4, 3, 2, 1]


def test_a_click_on_a_title_sorts(claims: ClaimList, settled: Callable[[], None]) -> None:
    claims.table.horizontalHeader().sectionClicked.emit(2)
    settled()
    assert (claims.sort_key, claims.is_descending) == (SortKey.DEADLINE, False)


def test_an_unknown_order_is_ignored(claims: ClaimList) -> None:
    claims.restore_sort("colour", True)
    assert (claims.sort_key, claims.is_descending) == (SortKey.STATE, False)


def test_the_widths_that_a_person_set_come_back(claims: ClaimList) -> None:
    claims.table.setColumnWidth(1, 333)
    saved = claims.save_columns()
    claims.table.setColumnWidth(1, 111)
    claims.restore_columns(saved)
    assert claims.table.columnWidth(1) == 333


def test_a_search_without_hits_offers_to_clear_it(
    claims: ClaimList, settled: Callable[[], None]
) -> None:
    claims.show_query(ALL, parse("zebra"))
    settled()
    assert claims.empty.isVisible()
    assert claims.empty.sentence == "No claim fits this search."
    assert claims.empty.clear_button.isVisible()
    assert claims.current_id is None


def test_an_empty_view_says_why(claims: ClaimList, settled: Callable[[], None]) -> None:
    claims.show_query(BIN, Query())
    settled()
    assert claims.empty.sentence == "The bin is empty."
    assert claims.empty.all_button.isVisible()
    assert not claims.empty.new_button.isVisible()


def test_what_is_dropped_on_a_row_goes_to_its_claim(claims: ClaimList) -> None:
    seen: list[tuple[int, list[Dropped]]] = []
    claims.table.dropped_on.connect(lambda claim_id, found: seen.append((claim_id, found)))
    content = QMimeData()
    content.setUrls([QUrl("https://example.org/signed")])
    second = claims.table.visualRect(claims.table.model().index(1, 1)).center()
    drop = QDropEvent(
        QPointF(second),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    claims.table.dropEvent(drop)
    assert seen == [(2, [Dropped(url="https://example.org/signed")])]
    assert claims.table.indexAt(QPoint(5, 5)).isValid()
