"""The menu of a list shows its actions, and goes with it whenever that is."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMenu
from pytestqt.qtbot import QtBot

from claimtracker.gui.action_menu import ActionMenu


@pytest.fixture
def listed(qtbot: QtBot) -> Iterator[QListWidget]:
    found = QListWidget()
    found.addItems(["Sign the deal", "Build the bridge"])
    found.addActions([QAction("Correct…", found), QAction("Take off", found)])
    ActionMenu(found)
    found.show()
    qtbot.waitExposed(found)
    yield found
    if shiboken6.isValid(found):
        shiboken6.delete(found)


def _asked(listed: QListWidget, reason: QContextMenuEvent.Reason) -> QMenu:
    """Ask for the menu, by the pointer or by the key for it."""
    place = listed.visualItemRect(listed.item(1)).center()
    viewport = listed.viewport()
    event = QContextMenuEvent(reason, place, viewport.mapToGlobal(place))
    QCoreApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _take_apart() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(
    "reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard]
)
def test_it_shows_the_actions_of_the_list_and_does_what_is_chosen(
    listed: QListWidget, reason: QContextMenuEvent.Reason
) -> None:
    done: list[bool] = []
    listed.actions()[0].triggered.connect(lambda: done.append(True))
    menu = _asked(listed, reason)
    assert menu.actions() == listed.actions()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert done == [True]


def test_a_key_of_the_list_is_none_while_its_menu_is_open(listed: QListWidget) -> None:
    done: list[bool] = []
    take_off = listed.actions()[1]
    take_off.setShortcut("Del")
    take_off.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    take_off.triggered.connect(lambda: done.append(True))
    listed.setFocus()
    menu = _asked(listed, QContextMenuEvent.Reason.Mouse)
    QTest.keyClick(menu.windowHandle(), Qt.Key.Key_Delete)
    assert done == []
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    QTest.keyClick(listed.window().windowHandle(), Qt.Key.Key_Delete)
    assert done == [True]


def test_a_menu_that_was_left_is_taken_apart(listed: QListWidget) -> None:
    menu = _asked(listed, QContextMenuEvent.Reason.Mouse)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    _take_apart()
    assert not shiboken6.isValid(menu)


def test_a_list_that_goes_while_its_menu_is_open_takes_it_along(listed: QListWidget) -> None:
    """As where another database is opened from elsewhere."""
    menu = _asked(listed, QContextMenuEvent.Reason.Mouse)
    shiboken6.delete(listed)
    assert not shiboken6.isValid(menu)
    assert QApplication.activePopupWidget() is None
