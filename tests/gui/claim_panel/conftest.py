"""The panel, shown."""

import pytest
from pytestqt.qtbot import QtBot

from claimtracker.gui.claim_panel.panel import ClaimPanel
from claimtracker.gui.desk import Desk


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> ClaimPanel:
    shown = ClaimPanel(desk)
    qtbot.addWidget(shown)
    shown.resize(400, 800)
    shown.show()
    return shown
