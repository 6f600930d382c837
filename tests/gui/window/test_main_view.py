"""The window as a whole: keys, names, unsaved typing, and coming back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from claimtracker.claims.listing import SortKey
from claimtracker.gui.background import Job
from claimtracker.gui.commands import COMMANDS
from claimtracker.gui.desk import Desk
from claimtracker.gui.main_view import MainView
from claimtracker.gui.main_window import MainWindow
from claimtracker.settings import WindowPlace
from tests.conftest import Enter
from tests.gui.finding import child
from tests.gui.window.conftest import Shown

FEW_HANDLERS = dict.fromkeys(("new_database", "open_database", "open_sample"), lambda: None)
CONTROLS = (QAbstractButton, QAbstractItemView, QLineEdit, QComboBox, QPlainTextEdit)


@pytest.fixture
def idle(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: desk.background.is_idle)


def _dialog(shown: Shown, title: str) -> QDialog:
    found = [box for box in shown.window.findChildren(QDialog) if box.windowTitle() == title]
    assert found, f"no dialog “{title}”"
    return found[-1]


def test_every_control_has_a_name_for_people_and_for_programs(shown: Shown) -> None:
    unnamed = [
        f"{type(control).__name__} {control.objectName()} {control.accessibleName()}"
        for kind in CONTROLS
        for control in shown.window.findChildren(kind)
        if _is_ours(control) and not (control.objectName() and control.accessibleName())
    ]
    assert unnamed == []


def _is_ours(control: QWidget) -> bool:
    """Qt makes some of its own: clear buttons, scroll bars, the corner of a table."""
    parent = control.parentWidget()
    is_part = control.isWindow()
    while parent is not None and not is_part:
        is_part = isinstance(parent, QLineEdit | QComboBox | QAbstractItemView)
        parent = parent.parentWidget()
    return not (is_part or control.objectName().startswith("qt_") or "Qt" in type(control).__name__)


def test_every_command_has_its_action_in_a_menu(shown: Shown) -> None:
    in_menus = {
        action.objectName()
        for menu in shown.window.menuBar().actions()
        for action in _actions_of(menu)
    }
    assert {command.name for command in COMMANDS} <= in_menus


def _actions_of(menu: QAction) -> list[QAction]:
    opened = menu.menu()
    assert opened is not None
    return list(opened.actions())  # type: ignore[attr-defined]  # QMenu, typed as object


def test_no_key_is_given_twice() -> None:
    keys = [(key, command.on_evidence) for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    evidence_only = {key for key, is_on_evidence in keys if is_on_evidence}
    everywhere = {key for command in COMMANDS if not command.on_list for key in command.keys}
    assert not evidence_only & (everywhere - evidence_only)


def test_the_keyboard_table_is_complete() -> None:
    keys = {key for command in COMMANDS for key in command.keys}
    wanted = "Ctrl+N Ctrl+E Ctrl+Shift+V Ctrl+O Ctrl+F F2 Ctrl+S Ctrl+Shift+E Delete Ctrl+K F5 F1"
    assert {*wanted.split(), "V", "M", "R", "S", "Ctrl+Z", "Ctrl+Shift+Z"} <= keys


def test_tooltips_show_the_keys(shown: Shown) -> None:
    assert shown.view.actions_by_name["rate"].toolTip() == "Give a verdict  (V)"


def test_single_letters_are_letters_while_something_is_typed(
    shown: Shown, desk: Desk, enter: Enter, idle: Callable[[], None], qtbot: QtBot
) -> None:
    enter()
    desk.changes.changed.emit()
    idle()
    shown.view.top_bar.focus_field()
    QTest.keyClicks(shown.view.top_bar.field, "vms")
    assert shown.view.top_bar.field.text() == "vms"
    assert shown.view.findChildren(QDialog) == []


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("rate", "Give a verdict"),
        ("link_evidence", "Link evidence"),
        ("move", "Record a moved deadline"),
        ("review", "Set a review date"),
        ("restate", "Mark as a restatement"),
        ("snooze", "Snooze the reminder"),
        ("export", "Export"),
        ("commands", "Commands"),
        ("keys", "Keys"),
        ("settings", "Settings"),
    ],
)
def test_a_command_opens_its_dialog(
    shown: Shown, desk: Desk, enter: Enter, idle: Callable[[], None], command: str, title: str
) -> None:
    enter()
    desk.changes.changed.emit()
    idle()
    shown.view.actions_by_name[command].trigger()
    _dialog(shown, title).close()
    idle()


@pytest.mark.parametrize("command", ["rate", "move", "bin", "restate"])
def test_a_command_on_no_claim_does_nothing(shown: Shown, command: str) -> None:
    shown.view.actions_by_name[command].trigger()
    assert shown.view.findChildren(QDialog) == []


def test_undo_names_what_it_would_take_back(
    shown: Shown, desk: Desk, enter: Enter, idle: Callable[[], None]
) -> None:
    undo = shown.view.actions_by_name["undo"]
    assert not undo.isEnabled()
    enter("Sign the deal")
    desk.changes.changed.emit()
    idle()
    assert undo.text() == "Undo: new claim 'Sign the deal'"
    undo.trigger()
    idle()
    assert (shown.view.claims.count, undo.isEnabled()) == (0, False)
    assert shown.view.actions_by_name["redo"].isEnabled()


def test_the_bin_is_one_key_away_and_can_be_undone(
    shown: Shown, desk: Desk, enter: Enter, idle: Callable[[], None], qtbot: QtBot
) -> None:
    enter()
    desk.changes.changed.emit()
    idle()
    shown.view.actions_by_name["bin"].trigger()
    idle()
    assert shown.view.claims.count == 0
    shown.view.sidebar.choose("bin")
    idle()
    assert shown.view.claims.count == 1
    shown.view.actions_by_name["restore"].trigger()
    idle()
    assert shown.view.claims.count == 0


def test_choosing_another_claim_asks_about_unsaved_typing(
    shown: Shown, desk: Desk, enter: Enter, idle: Callable[[], None]
) -> None:
    enter("One", due_on=date(2025, 6, 1))
    enter("Two", due_on=date(2025, 6, 2))
    desk.changes.changed.emit()
    idle()
    child(shown.view.panel.form, QPlainTextEdit, "quote").setPlainText("typed")
    shown.view.claims.select_claim(2)
    question = _dialog(shown, "Unsaved changes")
    question.reject()
    idle()
    assert shown.view.panel.has_unsaved
    assert shown.view.claims.current_id == 1


def test_closing_asks_about_unsaved_typing(shown: Shown, qtbot: QtBot) -> None:
    shown.view.actions_by_name["new_claim"].trigger()
    child(shown.view.panel.form, QPlainTextEdit, "quote").setPlainText("typed")
    shown.window.close()
    assert shown.window.isVisible()
    _dialog(shown, "Unsaved changes").reject()


def test_a_window_with_nothing_unsaved_closes_at_once(shown: Shown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.window.closed):
        shown.window.close()
    assert not shown.window.isVisible()


def test_discarding_what_was_typed_closes_the_window(shown: Shown, qtbot: QtBot) -> None:
    shown.view.actions_by_name["new_claim"].trigger()
    child(shown.view.panel.form, QPlainTextEdit, "quote").setPlainText("typed")
    shown.window.close()
    question = _dialog(shown, "Unsaved changes")
    with qtbot.waitSignal(shown.window.closed):
        child(question, QAbstractButton, "discard_changes").click()


def test_a_wrong_query_names_the_word_and_changes_nothing(shown: Shown, qtbot: QtBot) -> None:
    bar = shown.view.top_bar
    bar.field.setText("colour:red")
    bar.read_now()
    complaint = bar.findChild(QWidget, "search_complaint")
    assert complaint is not None and complaint.isVisible()
    bar.field.setText("red")
    bar.read_now()
    assert not complaint.isVisible()


def test_what_the_world_refused_stands_in_the_message_bar(shown: Shown, desk: Desk) -> None:
    desk.changes.refused.emit("The disk is full.")
    assert shown.view.messages.isVisible()
    assert shown.view.messages.sentence == "The disk is full."


def test_a_narrow_window_has_the_panel_below_the_list(shown: Shown, qtbot: QtBot) -> None:
    shown.window.resize(1000, 800)
    below = shown.view.panel.mapTo(shown.view, shown.view.panel.rect().topLeft()).y()
    assert below > 0
    shown.window.resize(1400, 800)
    beside = shown.view.panel.mapTo(shown.view, shown.view.panel.rect().topLeft())
    assert beside.y() == 0 and beside.x() > 600


def test_the_window_comes_back_where_it_was_left(
    shown: Shown, desk: Desk, enter: Enter, idle: Callable[[], None], qtbot: QtBot
) -> None:
    for number in range(3):
        enter(f"Claim {number}", due_on=date(2025, 6, 1 + number))
    shown.window.resize(1100, 720)
    shown.view.sidebar.choose("open")
    shown.view.claims.sort_by(SortKey.CLAIM)
    idle()
    shown.view.claims.select_claim(2)
    place = shown.window.leave_place()
    again = MainWindow(place)
    qtbot.addWidget(again)
    nothing = dict.fromkeys(("new_database", "open_database", "open_sample"), lambda: None)
    desk.settings = type(desk.settings)(window=place)
    view = MainView(desk, again, nothing)
    again.furnish(view, view, "claims.db")
    again.show()
    idle()
    assert again.height() == 720  # the offscreen screen is too narrow to keep a width
    assert (view.sidebar.view.key, view.claims.sort_key) == ("open", SortKey.CLAIM)
    assert view.claims.current_id == 2
    again.empty()


def test_what_another_program_wrote_is_there_after_a_check(
    shown: Shown, enter: Enter, idle: Callable[[], None]
) -> None:
    enter("Elsewhere")
    assert shown.view.claims.count == 0
    shown.view.actions_by_name["check"].trigger()
    idle()
    assert shown.view.claims.count == 1


def test_an_empty_database_offers_the_next_step(shown: Shown) -> None:
    assert shown.view.claims.empty.isVisible()
    shown.view.claims.empty.sample_button.click()
    assert shown.asked == ["open_sample"]


def test_the_clipboard_begins_a_claim(shown: Shown, idle: Callable[[], None]) -> None:
    QApplication.clipboard().setText("We will sign within days.")
    shown.view.actions_by_name["paste_claim"].trigger()
    quote = child(shown.view.panel.form, QPlainTextEdit, "quote")
    assert quote.toPlainText() == "We will sign within days."
    shown.view.panel.discard()


def test_esc_leads_from_the_form_to_the_list_and_keeps_what_is_typed(
    shown: Shown, enter: Enter, desk: Desk, idle: Callable[[], None], qtbot: QtBot
) -> None:
    enter()
    desk.changes.changed.emit()
    idle()
    shown.window.activateWindow()
    qtbot.waitUntil(shown.window.isActiveWindow)
    shown.view.actions_by_name["edit"].trigger()
    quote = child(shown.view.panel.form, QPlainTextEdit, "quote")
    quote.setPlainText("typed")
    quote.setFocus()
    QTest.keyClick(quote, Qt.Key.Key_Escape)
    assert shown.view.claims.table.hasFocus()
    assert shown.view.panel.has_unsaved


def test_saving_leads_back_to_the_list(
    shown: Shown, idle: Callable[[], None], qtbot: QtBot
) -> None:
    qtbot.waitUntil(shown.window.isActiveWindow)
    shown.view.actions_by_name["new_claim"].trigger()
    child(shown.view.panel.form, QPlainTextEdit, "summary").setPlainText("Sign the deal")
    shown.view.actions_by_name["save"].trigger()
    qtbot.waitUntil(lambda: shown.view.claims.count == 1)
    idle()
    assert shown.view.claims.table.hasFocus()


def test_the_rows_are_asked_for_before_what_the_bars_and_menus_say(
    qtbot: QtBot, desk: Desk, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter()
    asked: list[str] = []
    ask = desk.background.ask

    def noting(work: Any, *done: Callable[..., object], **more: Any) -> Job:  # noqa: ANN401
        asked.append(getattr(work, "func", work).__name__)
        return ask(work, *done, **more)

    monkeypatch.setattr(desk.background, "ask", noting)
    window = MainWindow(WindowPlace())
    qtbot.addWidget(window)
    window.furnish(view := MainView(desk, window, FEW_HANDLERS), view, "claims.db")
    with qtbot.waitSignal(view.claims.filled):
        pass
    qtbot.waitUntil(lambda: desk.background.is_idle)
    rest = {"counts", "next_steps", "inbox_count", "names", "_read", "_due_now"}
    assert rest <= set(asked)
    assert asked.index("read_list") < min(asked.index(name) for name in rest)
