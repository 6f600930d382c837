"""While a menu or the bar of them has the keyboard, a letter runs no command of a list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from claimtracker.gui.commands import Command, build_actions

HELD = Qt.KeyboardModifier
COMMANDS = (
    Command("rate", "Rate", "&Claim", ("R",), on_list=True),
    Command("remove", "Remove", "&Claim", ("Delete",), on_list=True),
    Command("wait", "Wait", "&Claim", ("W",), on_list=True),
    Command("wayback", "Wayback", "&Tools", ("W",), on_evidence=True),
    Command("look", "Look", "&Tools", ("Ctrl+K",)),
)


@dataclass
class _Used:
    """A window with a list of claims and one of evidence, and which commands were run."""

    window: QMainWindow
    claims: QListWidget
    done: list[str] = field(default_factory=list)

    def note(self, name: str) -> Callable[[], None]:
        """What is run for a command."""
        return lambda: self.done.append(name)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = HELD.NoModifier) -> None:
        """Press a key, as the system tells it to the window."""
        QTest.keyClick(self.window.windowHandle(), key, held)

    def menu(self, title: str) -> QMenu:
        """The menu of this title."""
        (found,) = (each for each in self.window.findChildren(QMenu) if each.title() == title)
        return found


@pytest.fixture
def used(qtbot: QtBot) -> Iterator[_Used]:
    window, claims = QMainWindow(), QListWidget()
    window.setCentralWidget(claims)
    evidence = QListWidget(window)
    found = _Used(window, claims)
    handlers = {command.name: found.note(command.name) for command in COMMANDS}
    build_actions(window, claims, claims, handlers, COMMANDS, evidence_list=evidence)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield found
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def test_a_letter_is_a_command_where_the_list_has_the_keyboard(used: _Used) -> None:
    used.claims.setFocus()
    used.press(Qt.Key.Key_R)
    used.press(Qt.Key.Key_W)
    assert used.done == ["rate", "wait"]


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_Delete, Qt.Key.Key_W])
@pytest.mark.parametrize("held", [HELD.NoModifier, HELD.KeypadModifier, HELD.ShiftModifier])
def test_no_single_key_is_one_where_the_menu_bar_has_it(
    used: _Used, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    used.window.menuBar().setFocus()
    used.press(key, held)
    assert used.done == []


def test_a_letter_opens_the_menu_that_it_names(used: _Used) -> None:
    used.window.menuBar().setFocus()
    used.press(Qt.Key.Key_T)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.objectName() == "menu_tools"


@pytest.mark.parametrize("title", ["&Claim", "&Tools"])
@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_Delete, Qt.Key.Key_W])
@pytest.mark.parametrize("is_from_bar", [True, False])
def test_no_single_key_is_one_where_a_menu_is_open(
    used: _Used, title: str, key: Qt.Key, is_from_bar: bool
) -> None:
    """Whether it was opened from the bar that had the keyboard, or by a click from the list."""
    (used.window.menuBar() if is_from_bar else used.claims).setFocus()
    menu = used.menu(title)
    menu.popup(used.window.pos())
    QTest.keyClick(menu.windowHandle(), key)
    assert used.done == []
    assert menu.isVisible()


def test_keys_with_ctrl_are_commands_everywhere(used: _Used) -> None:
    used.window.menuBar().setFocus()
    used.press(Qt.Key.Key_K, HELD.ControlModifier)
    assert used.done == ["look"]
