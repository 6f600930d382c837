"""A question in a box: each way on by its button, the first by Enter, the last by Esc."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimtracker.gui.dialogs.binned import BinnedBox
from claimtracker.gui.dialogs.unsaved import UnsavedBox
from claimtracker.gui.dialogs.ways_on import WaysOnBox

_BOXES = {
    BinnedBox: (BinnedBox.NEW, BinnedBox.BINNED, BinnedBox.STAY),
    UnsavedBox: (UnsavedBox.SAVE, UnsavedBox.DISCARD, UnsavedBox.STAY),
}


@pytest.mark.parametrize("made", _BOXES)
@pytest.mark.parametrize(("key", "number"), [(Qt.Key.Key_Return, 0), (Qt.Key.Key_Escape, 2)])
def test_enter_takes_the_first_way_and_esc_the_last(
    made: type[BinnedBox] | type[UnsavedBox], key: Qt.Key, number: int, qtbot: QtBot
) -> None:
    box: WaysOnBox = made()
    qtbot.addWidget(box)
    box.open()
    box.defaultButton().setFocus()
    with qtbot.waitSignal(box.decided) as decided:
        QTest.keyClick(box, key)
    assert decided.args == [_BOXES[made][number]]


@pytest.mark.parametrize("made", _BOXES)
@pytest.mark.parametrize("number", range(3))
def test_each_button_tells_its_way(
    made: type[BinnedBox] | type[UnsavedBox], number: int, qtbot: QtBot
) -> None:
    box: WaysOnBox = made()
    qtbot.addWidget(box)
    box.open()
    way = _BOXES[made][number]
    (button,) = (each for each in box.buttons() if way in each.objectName())
    with qtbot.waitSignal(box.decided) as decided:
        button.click()
    assert decided.args == [way]
