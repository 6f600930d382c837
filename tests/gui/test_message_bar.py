"""Esc closes the message wherever the focus is, and is nobody's while there is no message."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from claimtracker.gui.changes import Changes
from claimtracker.gui.desk import Desk
from claimtracker.gui.message_bar import MessageBar
from tests.gui.window.conftest import Shown


class Window(QWidget):
    """A bar over something else that can have the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = MessageBar(self)
        self.other = QListView(self)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(self.other)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_esc_closes_the_message_from_elsewhere(window: Window) -> None:
    window.bar.show_sentence("The disk is full.")
    window.other.setFocus()
    QTest.keyClick(window.other, Qt.Key.Key_Escape)
    assert window.bar.isHidden()
    assert not window.isHidden()


def test_a_message_comes_back_after_it_was_closed(window: Window) -> None:
    for sentence in ("The disk is full.", "The connection is gone."):
        window.bar.show_sentence(sentence)
        assert (window.bar.isHidden(), window.bar.sentence) == (False, sentence)
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert window.bar.isHidden()


def test_a_message_goes_when_something_else_was_done_or_refused(window: Window) -> None:
    changes = Changes()
    window.bar.follow(changes)
    changes.refused.emit("The disk is full.")
    assert (window.bar.isHidden(), window.bar.sentence) == (False, "The disk is full.")
    changes.refused.emit("The page is gone.")
    assert (window.bar.isHidden(), window.bar.sentence) == (False, "The page is gone.")
    changes.changed.emit()
    assert not window.bar.isHidden(), "that a list was read again is nothing that was done"
    changes.said.emit("1 document captured")
    assert window.bar.isHidden()


@pytest.mark.parametrize("place", ["main", "inbox"])
def test_both_windows_forget_a_refusal_that_is_over(shown: Shown, desk: Desk, place: str) -> None:
    shown.view.evidence.show_inbox()
    inbox = shown.view.evidence.inbox
    assert inbox is not None
    bar = shown.view.messages if place == "main" else inbox.messages
    desk.changes.refused.emit("The disk is full.")
    assert not bar.isHidden()
    desk.changes.said.emit("Corrected")
    assert bar.isHidden()
