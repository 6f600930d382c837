"""The look through everything runs beside the window and names what it finds."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.custody import Verification
from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs import verify as dialogs
from claimtracker.gui.dialogs.verify import VerifyDialog, outcome_words
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.verify import verify
from claimtracker.storage.engine import Database
from tests.conftest import Enter

Open = Callable[[], VerifyDialog]


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Open:
    window = QWidget()
    qtbot.addWidget(window)

    def opening() -> VerifyDialog:
        dialog = VerifyDialog(desk, window)
        dialog.open()
        return dialog

    return opening


@pytest.fixture
def kept(session: Session, enter: Enter, database: Database, tmp_path: Path) -> Path:
    """A file in the store."""
    file = tmp_path / "deal.pdf"
    file.write_bytes(b"%PDF-1.7")
    draft = EvidenceDraft.of(relation="context")
    link_evidence(session, [enter()], draft, by="Ada", file=file)
    (stored,) = (path for path in (database.path.parent / "files").rglob("*") if path.is_file())
    return stored


def test_it_says_that_all_is_unchanged(qtbot: QtBot, desk: Desk, opened: Open, kept: Path) -> None:
    dialog = opened()
    assert dialog.cancel_button.text() == "Stop"
    qtbot.waitUntil(lambda: desk.background.is_idle)
    words = "Unchanged since captured and logged: 1 captured file and 2 actions of the change log."
    assert dialog.outcome.text() == words
    assert not dialog.problems.isVisible()
    assert not dialog.bar.isVisible()
    assert dialog.cancel_button.text() == "Close"


def test_it_names_what_is_not_as_it_was_and_copies_it(
    qtbot: QtBot, desk: Desk, opened: Open, kept: Path
) -> None:
    kept.write_bytes(b"%PDF-1.8")
    dialog = opened()
    qtbot.waitUntil(lambda: desk.background.is_idle)
    assert dialog.outcome.text().startswith("1 problem in ")
    entry = dialog.problems.list.current()
    assert entry is not None
    assert kept.name in entry.title
    qtbot.waitUntil(dialog.problems.list.hasFocus)
    QTest.keyClick(dialog.problems.list, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.problems.whole
    assert dialog.problems.whole.toPlainText() == entry.title
    dialog.copy_button.click()
    assert kept.name in QGuiApplication.clipboard().text()
    kept.write_bytes(b"%PDF-1.7")
    dialog.again_button.click()
    qtbot.waitUntil(lambda: desk.background.is_idle)
    assert dialog.outcome.text().startswith("Unchanged")
    assert not dialog.problems.isVisible()


def test_esc_stops_it_first_and_closes_it_then(
    qtbot: QtBot, desk: Desk, opened: Open, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was_asked = threading.Event()

    def looking(session: Session, **told: Any) -> Verification:  # noqa: ANN401 - handed on
        was_asked.wait()
        return verify(session, **told)

    monkeypatch.setattr(dialogs, "verify", looking)
    dialog = opened()
    dialog.reject()
    was_asked.set()
    qtbot.waitUntil(lambda: desk.background.is_idle)
    assert dialog.isVisible()
    assert "stopped" in dialog.problem.text()
    dialog.reject()
    assert not dialog.isVisible()


def test_counts_are_put_in_words() -> None:
    assert outcome_words(Verification(2, 1, ("a", "b"))) == (
        "2 problems in 2 captured files and 1 action of the change log."
    )
