"""A desk over a real, empty database; a bug in the background fails the test."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimtracker.gui.background import Background
from claimtracker.gui.desk import Desk
from claimtracker.gui.main_window import MainWindow, first_window
from claimtracker.settings import Settings
from claimtracker.storage.engine import Database
from tests.gui.window.conftest import shown

__all__ = ["desk", "settled", "shown"]


@pytest.fixture
def desk(qtbot: QtBot, database: Database, today: date) -> Iterator[Desk]:
    background = Background(database.session)
    broken: list[object] = []
    background.broke.connect(broken.append)
    opened = Desk(background, Settings(assessor="Ada"), lambda: today)
    qtbot.waitUntil(lambda: background.is_idle)  # what a test enters first need not wait for it
    yield opened
    background.close()
    assert broken == []


@pytest.fixture
def settled(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    """Wait until every question of the window has been answered."""
    return lambda: qtbot.waitUntil(lambda: desk.background.is_idle)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The first window, as the program shows it before a database is open."""
    first = first_window(Settings(theme="light"))
    yield first
    first.empty()
    first.close()
    first.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
