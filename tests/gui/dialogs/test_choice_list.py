"""A list of words to choose from: nothing is chosen, or looks so, before a person chooses."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimtracker.claims.bulk_change import ChangeKind
from claimtracker.gui.bulk_change.words import MEANINGS
from claimtracker.gui.dialogs.choice_list import ChoiceList


def test_the_first_down_chooses_the_first_row(qtbot: QtBot) -> None:
    kinds: ChoiceList[ChangeKind] = ChoiceList("kind", "What to change", MEANINGS)
    qtbot.addWidget(kinds)
    kinds.show()
    kinds.activateWindow()
    kinds.setFocus()
    qtbot.waitUntil(kinds.hasFocus)
    assert kinds.chosen() is None
    assert not kinds.currentIndex().isValid()
    QTest.keyClick(kinds, Qt.Key.Key_Down)
    assert kinds.chosen() is ChangeKind.ADD_TAGS
    QTest.keyClick(kinds, Qt.Key.Key_Down)
    assert kinds.chosen() is ChangeKind.TAKE_OFF_TAGS
