"""Esc closes the message wherever the focus is, and is nobody's while there is no message."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from claimtracker.gui.message_bar import MessageBar


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
