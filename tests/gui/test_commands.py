"""The table of commands: each key does its command, letters are letters while one types."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.vocabulary import Relation
from claimtracker.gui.commands import COMMANDS, MENUS, tip
from claimtracker.gui.desk import Desk
from claimtracker.operations.link_evidence import link_evidence
from tests.conftest import Enter
from tests.gui.finding import child
from tests.gui.window.conftest import Shown

KEYED = [
    (command.name, key) for command in COMMANDS for key in command.keys if not command.on_evidence
]
LETTERS = "".join(key for _name, key in KEYED if len(key) == 1)


@pytest.fixture
def listed(
    shown: Shown, desk: Desk, enter: Enter, settled: Callable[[], None], qtbot: QtBot
) -> Shown:
    """The active window with two claims, the keyboard on the first."""
    enter("One", due_on=date(2025, 6, 1))
    enter("Two", due_on=date(2025, 6, 2))
    desk.changes.changed.emit()
    settled()
    shown.window.activateWindow()
    qtbot.waitUntil(shown.window.isActiveWindow)
    shown.view.claims.take_focus()
    return shown


def _combination(key: str) -> QKeyCombination:
    found: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # left out of the stubs
    return found


def _press(key: str) -> None:
    """Press a key where the focus is."""
    pressed = _combination(key)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    QTest.keyClick(focus, pressed.key(), pressed.keyboardModifiers())


def _heard(action: QAction) -> list[str]:
    """A list that grows each time the command is carried out."""
    heard: list[str] = []

    def note() -> None:
        heard.append(action.objectName())

    action.triggered.connect(note)
    return heard


@pytest.mark.parametrize(
    ("name", "key"), [each for each in KEYED if each[0] not in {"redo", "quit"}]
)
def test_every_key_does_its_command_on_the_list(
    listed: Shown, settled: Callable[[], None], name: str, key: str
) -> None:
    heard = _heard(listed.view.actions_by_name[name])
    _press(key)
    settled()
    assert heard == [name]


def test_what_was_undone_is_one_key_away(listed: Shown, settled: Callable[[], None]) -> None:
    counts = []
    for key in ("Ctrl+Z", "Ctrl+Shift+Z"):
        _press(key)
        settled()
        counts.append(listed.view.claims.count)
    assert counts == [1, 2]


def test_quitting_is_closing(listed: Shown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listed.window.closed):
        _press("Ctrl+Q")


@pytest.mark.parametrize("field", ["quote", "summary", "condition"])
def test_letters_are_typed_where_text_is_written(
    listed: Shown, settled: Callable[[], None], field: str
) -> None:
    place = child(listed.view.panel.form, QPlainTextEdit, field)
    place.setPlainText("")
    place.setFocus()
    for letter in f"{LETTERS}JK":
        _press(letter)
    settled()
    assert place.toPlainText().upper() == f"{LETTERS}JK"
    assert not any(dialog.isVisible() for dialog in listed.window.findChildren(QDialog))


def test_undo_in_a_text_takes_back_typing_not_the_last_claim(
    listed: Shown, settled: Callable[[], None]
) -> None:
    quote = child(listed.view.panel.form, QPlainTextEdit, "quote")
    quote.setFocus()
    _press("X")
    _press("Ctrl+Z")
    settled()
    assert (quote.toPlainText(), listed.view.claims.count) == ("", 2)


def test_the_views_are_no_place_for_letters_either(
    listed: Shown, settled: Callable[[], None]
) -> None:
    listed.view.sidebar.take_focus()
    heard = [_heard(action) for action in listed.view.actions_by_name.values()]
    for letter in LETTERS:
        _press(letter)
    settled()
    assert not any(heard)


def test_the_list_the_views_and_the_panel_are_each_one_key_away(listed: Shown) -> None:
    reached = []
    for key in ("Ctrl+1", "Ctrl+3", "Ctrl+2"):
        _press(key)
        focus = QApplication.focusWidget()
        reached.append(focus.objectName() if isinstance(focus, QWidget) else "")
    assert reached == ["views", "summary", "claim_table"]


def test_the_evidence_of_the_claim_is_one_key_away(
    listed: Shown, desk: Desk, session: Session, settled: Callable[[], None]
) -> None:
    _press("Ctrl+4")
    evidence = listed.view.panel.pages.evidence
    assert QApplication.focusWidget() is evidence.link_button
    draft = EvidenceDraft(relation=Relation.CONTEXT, title="Signed")
    link_evidence(session, [listed.view.panel.claim_id or 0], draft, by="Ada")
    desk.changes.changed.emit()
    settled()
    _press("Ctrl+2")
    _press("Ctrl+4")
    assert QApplication.focusWidget() is evidence.entries.list


def test_single_letters_belong_to_a_list() -> None:
    assert LETTERS
    assert all(
        command.on_list or command.on_evidence
        for command in COMMANDS
        if any(len(key) == 1 for key in command.keys)
    )


def test_every_key_is_one_that_qt_knows() -> None:
    assert not [key for _name, key in KEYED if _combination(key).key() is Qt.Key.Key_unknown]


def test_every_name_is_given_once_and_every_menu_has_commands() -> None:
    names = [command.name for command in COMMANDS]
    assert len(names) == len(set(names))
    assert {command.menu for command in COMMANDS} == set(MENUS)


def test_every_command_and_menu_has_a_name_for_programs(shown: Shown) -> None:
    actions = [*shown.view.findChildren(QAction), *shown.window.menuBar().findChildren(QAction)]
    unnamed = [
        action.text()
        for action in actions
        if action.text() and not action.objectName() and not isinstance(action.parent(), QMenu)
    ]
    assert unnamed == []


def test_no_menu_begins_or_ends_with_a_line(shown: Shown) -> None:
    menus = [menu for menu in shown.window.menuBar().findChildren(QMenu) if menu.objectName()]
    assert len(menus) == len(MENUS)
    for menu in menus:
        actions = menu.actions()
        assert not (actions[0].isSeparator() or actions[-1].isSeparator())


def test_every_tooltip_says_what_is_done_and_by_which_key(shown: Shown) -> None:
    tips = {name: action.toolTip() for name, action in shown.view.actions_by_name.items()}
    assert COMMANDS
    for command in COMMANDS:
        assert tips[command.name] == tip(command.text, command.keys)
        assert all(f"({key})" in tips[command.name] for key in command.keys[:1])
        assert "…" not in tips[command.name]


def test_what_needs_a_claim_is_offered_only_where_there_is_one(
    shown: Shown, desk: Desk, enter: Enter, settled: Callable[[], None]
) -> None:
    needing = {command.name for command in COMMANDS if command.needs_claim}
    in_the_bin = {"restore", "delete_for_good"}
    assert needing > in_the_bin
    assert _enabled(shown).isdisjoint(needing)
    enter()
    desk.changes.changed.emit()
    settled()
    assert needing - _enabled(shown) == in_the_bin
    shown.view.actions_by_name["bin"].trigger()
    shown.view.sidebar.choose("bin")
    settled()
    assert in_the_bin <= _enabled(shown)


def _enabled(shown: Shown) -> set[str]:
    return {name for name, action in shown.view.actions_by_name.items() if action.isEnabled()}


def test_what_lies_in_the_bin_can_be_taken_out_and_not_put_in(
    listed: Shown, settled: Callable[[], None]
) -> None:
    put, take = (listed.view.actions_by_name[name] for name in ("bin", "restore"))
    assert (put.isEnabled(), take.isEnabled()) == (True, False)
    _press("J")
    assert (put.isEnabled(), take.isEnabled()) == (True, False)
    put.trigger()
    listed.view.sidebar.choose("bin")
    settled()
    assert (put.isEnabled(), take.isEnabled()) == (False, True)
