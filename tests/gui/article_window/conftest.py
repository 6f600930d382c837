"""The article window over a real, empty database, with a scan made by hand."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from claimtracker.claims.listing import Listing
from claimtracker.claims.rows import ReportRow
from claimtracker.claims.state import AsOf
from claimtracker.gui.article_window.reading import OpenedArticle
from claimtracker.gui.article_window.window import ArticleWindow
from claimtracker.gui.desk import Desk
from claimtracker.operations.list_claims import report
from claimtracker.storage.engine import Database
from tests.gui.article_window.articles import OPENED
from tests.gui.finding import child

Open = Callable[[OpenedArticle], ArticleWindow]
Press = Callable[..., None]
Stored = Callable[[], list[ReportRow]]


@pytest.fixture
def open_window(qtbot: QtBot, desk: Desk, settled: Callable[[], None]) -> Open:
    """Show an article in an active window."""

    def opening(opened: OpenedArticle) -> ArticleWindow:
        window = ArticleWindow(desk, opened)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # qtbot closes it
        qtbot.addWidget(window, before_close_func=_let_close)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settled()
        return window

    return opening


@pytest.fixture
def window(open_window: Open) -> ArticleWindow:
    return open_window(OPENED)


@pytest.fixture
def press(qtbot: QtBot, settled: Callable[[], None]) -> Press:
    """Press keys where the focus is, one after the other, and wait for what they ask for."""

    def pressing(*keys: str) -> None:
        for key in keys:
            pressed: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # left out of the stubs
            qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
            focus = QApplication.focusWidget()
            assert isinstance(focus, QWidget)
            QTest.keyClick(focus, pressed.key(), pressed.keyboardModifiers())
            settled()

    return pressing


@pytest.fixture
def stored(database: Database) -> Stored:
    """Every claim of the database, the oldest first."""

    def reading() -> list[ReportRow]:
        with database.session() as session:
            found = report(session, Listing(AsOf(date(2025, 5, 1))))
            return sorted(found, key=lambda row: row.id)

    return reading


def standings(window: ArticleWindow) -> list[str]:
    """How each candidate stands, in the order of the list."""
    return [window.review.standing(group).value for group in window.review.groups]


def said(window: ArticleWindow) -> str:
    """What the status line says."""
    return child(window, QLabel, "article_said").text()


def _let_close(window: ArticleWindow) -> None:
    """Close without a question at the end of a test."""
    window.review.forget_edits()
