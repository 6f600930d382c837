"""The whole window over a database, as the program builds it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from claimtracker.gui.desk import Desk
from claimtracker.gui.main_view import MainView
from claimtracker.gui.main_window import MainWindow
from claimtracker.settings import WindowPlace


@dataclass
class Shown:
    """The window, its view, and which of the application's own commands were asked for."""

    window: MainWindow
    view: MainView
    asked: list[str]


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Iterator[Shown]:
    window = MainWindow(WindowPlace())
    qtbot.addWidget(window, before_close_func=_let_close)
    asked: list[str] = []
    handlers = {
        name: _noting(asked, name) for name in ("new_database", "open_database", "open_sample")
    }
    view = MainView(desk, window, handlers)
    window.furnish(view, view, "claims.db")
    window.show()
    qtbot.waitUntil(lambda: desk.background.is_idle)
    yield Shown(window, view, asked)


def _noting(asked: list[str], name: str) -> Callable[..., None]:
    """A handler that only notes that it was called."""

    def note(*_checked: bool) -> None:
        asked.append(name)

    return note


def _let_close(window: MainWindow) -> None:
    """Close without a question at the end of a test."""
    window.empty()
