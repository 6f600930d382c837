"""What is dragged in is copied: its source, such as a text in another program, stays whole."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from claimtracker.gui.article_window.window import ArticleWindow
from claimtracker.gui.claim_panel.drops import accept_copy
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.link_evidence import LinkEvidenceDialog
from claimtracker.gui.evidence_inbox.window import EvidenceWindow
from tests.conftest import Enter
from tests.gui.article_window.articles import OPENED
from tests.gui.window.conftest import Shown

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT, MOVES = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
PLACE = QPoint(5, 5)
TAKERS = ("view", "table", "panel", "inbox", "article", "link")


@pytest.fixture
def takers(
    qtbot: QtBot, shown: Shown, desk: Desk, enter: Enter, settled: Callable[[], None]
) -> dict[str, QWidget]:
    """Everything that takes drops, with a claim under the pointer."""
    claim_id = enter()
    desk.changes.changed.emit()
    settled()
    shown.view.claims.select_claim(claim_id)
    settled()
    made: dict[str, QWidget] = {
        "inbox": EvidenceWindow(desk, shown.view),
        "article": ArticleWindow(desk, OPENED, shown.view),
        "link": LinkEvidenceDialog(desk, [claim_id], shown.view, []),
    }
    settled()
    return {
        "view": shown.view,
        "table": shown.view.claims.table,
        "panel": shown.view.panel,
        **made,
    }


@pytest.mark.parametrize("name", TAKERS)
def test_a_text_that_would_be_moved_is_copied(
    takers: dict[str, QWidget], settled: Callable[[], None], name: str
) -> None:
    content = QMimeData()
    content.setText("https://example.org/signed")
    entering = QDragEnterEvent(PLACE, COPY | MOVE, content, LEFT, MOVES)
    moving = QDragMoveEvent(PLACE, COPY | MOVE, content, LEFT, MOVES)
    dropping = QDropEvent(QPointF(PLACE), COPY | MOVE, content, LEFT, MOVES)
    assert entering.proposedAction() is MOVE
    takers[name].dragEnterEvent(entering)
    if name == "table":
        takers[name].dragMoveEvent(moving)
        assert (moving.isAccepted(), moving.dropAction()) == (True, COPY)
    takers[name].dropEvent(dropping)
    settled()
    assert (entering.isAccepted(), entering.dropAction()) == (True, COPY)
    assert (dropping.isAccepted(), dropping.dropAction()) == (True, COPY)


def test_what_can_only_be_moved_stays_where_it_is() -> None:
    event = QDropEvent(QPointF(PLACE), MOVE, QMimeData(), LEFT, MOVES)
    accept_copy(event)
    assert not event.isAccepted()
