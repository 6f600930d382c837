"""The evidence of a claim, shown, with a document linked and the cursor on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.rows import EvidenceRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Relation
from claimtracker.gui.claim_panel.evidence import EvidenceTab
from claimtracker.gui.desk import Desk
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter

Link = Callable[..., EvidenceRow]
HARD_BLANK = "10\u00a0%"


@pytest.fixture
def said(desk: Desk) -> list[str]:
    found: list[str] = []
    desk.changes.said.connect(found.append)
    desk.changes.refused.connect(found.append)
    return found


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, settled: Callable[[], None]) -> Iterator[EvidenceTab]:
    shown = EvidenceTab(desk)
    qtbot.addWidget(shown)
    shown.resize(380, 700)
    shown.show()
    shown.activateWindow()
    yield shown
    settled()


@pytest.fixture
def link(session: Session, enter: Enter, as_of: AsOf, tab: EvidenceTab, tmp_path: Path) -> Link:
    """Link a document to a new claim and show it with the cursor on it."""

    def linking(
        data: bytes | None = None, name: str = "found.bin", **fields: object
    ) -> EvidenceRow:
        claim_id = enter()
        file = None
        if data is not None:
            file = tmp_path / name
            file.write_bytes(data)
        draft = EvidenceDraft.of(**{"relation": Relation.CONTEXT, **fields})
        link_evidence(session, [claim_id], draft, by="Ada", file=file)
        details = show_claim(session, claim_id, as_of)
        session.rollback()
        tab.show_claim(details)
        tab.entries.list.setFocus()
        (found,) = details.report.evidence
        return found

    return linking


def press(
    qtbot: QtBot,
    tab: EvidenceTab,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    qtbot.waitUntil(tab.entries.list.hasFocus)
    QTest.keyClick(tab.entries.list, key, held)
