"""A desk over a real, empty database; a bug in the background fails the test."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from claimtracker.gui.background import Background
from claimtracker.gui.claim_panel.panel import ClaimPanel
from claimtracker.gui.desk import Desk
from claimtracker.settings import Settings
from claimtracker.storage.engine import Database


@pytest.fixture
def desk(qtbot: QtBot, database: Database, today: date) -> Iterator[Desk]:
    background = Background(database.session)
    broken: list[object] = []
    background.broke.connect(broken.append)
    yield Desk(background, Settings(assessor="Ada"), lambda: today)
    background.close()
    assert broken == []


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> ClaimPanel:
    shown = ClaimPanel(desk)
    qtbot.addWidget(shown)
    shown.resize(400, 800)
    shown.show()
    return shown
