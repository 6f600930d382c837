"""The log window: filters, details, the way to a claim and back from an action."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.log import Kind, LogFilter, Standing
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.log_window.commands import LOG_COMMANDS
from claimtracker.gui.log_window.filters import KINDS, STANDINGS
from claimtracker.gui.log_window.pages import NO_MATCH, NOTHING_DONE
from claimtracker.gui.log_window.window import LogWindow
from claimtracker.operations.bin_claims import bin_claims, restore_claims
from claimtracker.operations.undo import undo
from tests.conftest import Enter

Settle = Callable[[], None]
CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


@pytest.fixture
def log(qtbot: QtBot, desk: Desk, settled: Settle) -> LogWindow:
    window = LogWindow(desk)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.come_forward()
    settled()
    return window


@pytest.fixture
def filled(
    log: LogWindow, desk: Desk, session: Session, enter: Enter, settled: Settle
) -> LogWindow:
    """The window over a claim that was entered, one more, and one that went to the bin."""
    enter("Sign", claimant="Rubio")
    bin_claims(session, [enter("Talk")], by="Bob")
    desk.changes.changed.emit()
    settled()
    _titles(log)
    settled()
    return log


def _titles(log: LogWindow) -> list[str]:
    entries = log.pages.actions_list.paged
    found = [entries.entry(row) for row in range(entries.rowCount())]
    return [entry.title for entry in found if entry]


def _changes(log: LogWindow) -> list[str]:
    entries = log.pages.changes_list.paged
    found = [entries.entry(row) for row in range(entries.rowCount())]
    return [entry.title for entry in found if entry]


def _go_to(log: LogWindow, settled: Settle, row: int) -> None:
    log.pages.actions_list.selectRow(row)
    settled()
    _changes(log)
    settled()


def test_before_anything_was_done_it_says_what_comes_here(log: LogWindow) -> None:
    assert log.pages.nothing.isVisible()
    assert log.pages.nothing.text() == NOTHING_DONE
    for name in ("go_to_claim", "take_back", "copy"):
        assert not log.actions_by_name[name].isEnabled()


def test_actions_stand_newest_first_and_the_list_takes_the_focus(
    qtbot: QtBot, filled: LogWindow
) -> None:
    assert _titles(filled) == ["Bin 'Talk'", "New claim 'Talk'", "New claim 'Sign'"]
    assert filled._counts.text() == "3 actions"
    qtbot.waitUntil(filled.pages.actions_list.hasFocus)


def test_what_the_current_action_changed_is_told(filled: LogWindow, settled: Settle) -> None:
    _go_to(filled, settled, 0)
    assert _changes(filled) == ["Moved to the bin"]
    _go_to(filled, settled, 2)
    assert _changes(filled) == ["Claimant added: “Rubio”", "Claim added: “Sign”"]
    assert "Name: “Rubio”" in filled.pages.whole.toPlainText()


def test_an_action_that_was_chosen_stays_so_while_others_come(
    filled: LogWindow, settled: Settle, enter: Enter, desk: Desk
) -> None:
    _go_to(filled, settled, 2)
    chosen = filled.pages.actions_list.current_id()
    enter("Meet")
    desk.changes.changed.emit()
    settled()
    assert filled.pages.actions_list.current_id() == chosen
    assert filled.pages.actions_list.currentIndex().row() == 3


def test_words_filter_after_a_pause_and_an_empty_answer_says_so(
    qtbot: QtBot, filled: LogWindow, settled: Settle
) -> None:
    filled.filters.words.setText("talk")
    qtbot.waitUntil(lambda: filled.pages.actions_list.paged.rowCount() == 2)
    filled.filters.words.setText("nowhere")
    qtbot.waitUntil(filled.pages.nothing.isVisible)
    assert filled.pages.nothing.text() == NO_MATCH
    filled.actions_by_name["clear"].trigger()
    settled()
    qtbot.waitUntil(lambda: filled.pages.actions_list.paged.rowCount() == 3)
    assert filled.filters.wanted() == LogFilter()
    assert not filled.filters.clear_button.isEnabled()


def test_who_is_chosen_among_all_who_did_something(filled: LogWindow, settled: Settle) -> None:
    by = filled.filters.by
    assert [by.itemText(row) for row in range(by.count())] == ["Anybody", "Ada", "Bob"]
    by.setCurrentIndex(2)
    settled()
    assert filled.pages.actions_list.paged.rowCount() == 1
    assert by.currentData() == "Bob"


def test_kind_standing_and_days_are_part_of_the_question(
    qtbot: QtBot, filled: LogWindow, settled: Settle
) -> None:
    filters = filled.filters
    filters.kind.setCurrentIndex(filters.kind.findData("claimants"))
    filters.standing.setCurrentIndex(filters.standing.findData("stands"))
    filters.first.set_day(date(2025, 4, 1))
    filters.last.line.setText("no day")
    settled()
    wanted = filters.wanted()
    assert (wanted.kind, wanted.standing) == (Kind.CLAIMANTS, Standing.STANDS)
    assert (wanted.first_on, wanted.last_on) == (date(2025, 4, 1), None)
    qtbot.waitUntil(lambda: not filters._pause.isActive())
    settled()
    assert filled.pages.actions_list.paged.rowCount() == 1


def test_every_kind_and_standing_is_offered() -> None:
    assert set(KINDS) == set(Kind) and set(STANDINGS) == set(Standing)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_leads_to_the_claim(
    qtbot: QtBot, filled: LogWindow, settled: Settle, key: Qt.Key
) -> None:
    _go_to(filled, settled, 2)
    for place in (filled.pages.actions_list, filled.pages.changes_list):
        place.setFocus()
        with qtbot.waitSignal(filled.claim_wanted) as wanted:
            QTest.keyClick(place, key)
        assert wanted.args == [1]


def test_a_change_leads_to_its_own_claim(
    qtbot: QtBot, filled: LogWindow, settled: Settle, session: Session, desk: Desk
) -> None:
    restore_claims(session, [2], by="Ada")
    bin_claims(session, [1, 2], by="Ada")
    desk.changes.changed.emit()
    settled()
    _titles(filled)
    settled()
    _go_to(filled, settled, 0)
    assert filled.pages.claim_id() == 1
    filled.actions_by_name["show_changes"].trigger()
    filled.pages.changes_list.selectRow(1)
    assert filled.pages.claim_id() == 2


def test_only_what_stands_is_offered_to_be_taken_back(
    qtbot: QtBot, filled: LogWindow, settled: Settle, session: Session, desk: Desk
) -> None:
    undo(session, by="Ada")
    desk.changes.changed.emit()
    settled()
    _titles(filled)
    settled()
    offered = []
    for row in range(4):
        _go_to(filled, settled, row)
        offered.append(filled.actions_by_name["take_back"].isEnabled())
    assert offered == [False, False, True, True]
    filled.pages.actions_list.setFocus()
    with qtbot.waitSignal(filled.take_back_wanted) as wanted:
        QTest.keyClick(filled.pages.actions_list, Qt.Key.Key_T)
    assert wanted.args == [1]


def test_letters_are_letters_in_the_field_of_words(qtbot: QtBot, filled: LogWindow) -> None:
    filled.actions_by_name["find"].trigger()
    QTest.keyClicks(filled.filters.words, "tc")
    assert filled.filters.words.text() == "tc"
    qtbot.waitUntil(lambda: not filled.filters._pause.isActive())


def test_what_is_told_can_be_copied(filled: LogWindow, settled: Settle) -> None:
    _go_to(filled, settled, 0)
    filled.actions_by_name["copy"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert "Bin 'Talk'" in copied and "Moved to the bin" in copied
    assert filled._said.text() == "Copied."


def test_undo_and_redo_are_asked_of_the_main_window(qtbot: QtBot, log: LogWindow) -> None:
    for name, signal in (("undo", log.undo_wanted), ("redo", log.redo_wanted)):
        with qtbot.waitSignal(signal):
            log.actions_by_name[name].trigger()


def test_the_lists_are_one_key_away_and_f1_lists_the_keys(filled: LogWindow) -> None:
    for name, place in (
        ("show_changes", filled.pages.changes_list),
        ("show_list", filled.pages.actions_list),
    ):
        filled.actions_by_name[name].trigger()
        assert place.hasFocus()
    filled.actions_by_name["keys"].trigger()
    (dialog,) = filled.findChildren(KeysDialog)
    dialog.reject()


def test_a_narrow_window_puts_the_changes_below(qtbot: QtBot, filled: LogWindow) -> None:
    assert filled.pages.halves.orientation() is Qt.Orientation.Horizontal
    filled.resize(760, 640)
    qtbot.waitUntil(lambda: filled.pages.halves.orientation() is Qt.Orientation.Vertical)


def test_the_context_menu_is_the_log_menu(qtbot: QtBot, filled: LogWindow) -> None:
    menu = filled.menuBar().findChild(QMenu, "menu_log")
    assert menu is not None
    for place in (filled.pages.actions_list, filled.pages.changes_list):
        place.customContextMenuRequested.emit(QPoint(5, 5))
        qtbot.waitUntil(menu.isVisible)
        menu.close()


def test_every_control_has_a_name_for_people_and_for_programs(filled: LogWindow) -> None:
    unnamed = [
        f"{type(control).__name__} {control.objectName()}"
        for kind in CONTROLS
        for control in filled.findChildren(kind)
        if not _is_part_of_one(control) and not (control.objectName() and control.accessibleName())
    ]
    assert unnamed == []


def _is_part_of_one(control: QWidget) -> bool:
    """Whether Qt made it inside of another control: a clear button, a list that drops down."""
    parent = control.parentWidget()
    while parent is not None and not isinstance(parent, CONTROLS):
        parent = parent.parentWidget()
    return parent is not None or control.objectName().startswith("qt_")


def test_no_key_of_the_window_is_given_twice() -> None:
    keys = [key for command in LOG_COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
