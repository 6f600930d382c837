"""The desk: a write is told to everybody once it is done, and only then."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import AsOf
from claimtracker.gui.desk import Desk
from claimtracker.settings import Settings


class _Listener(QObject):
    """Notes what it hears."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, answer: object) -> None:
        """Take one answer."""
        self.heard.append(answer)


@pytest.fixture
def settled(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: desk.background.is_idle)


def _answer(_session: Session) -> str:
    return "done"


def _refuse(_session: Session) -> None:
    raise ClaimTrackerError("The disk is full.")


def test_the_one_who_wrote_hears_of_it_before_everybody_else(
    desk: Desk, settled: Callable[[], None]
) -> None:
    writer = _Listener()
    desk.changes.changed.connect(lambda: writer.heard.append("changed"))
    desk.carry_out(_answer, writer.hear)
    assert writer.heard == []
    settled()
    assert writer.heard == ["done", "changed"]


def test_reading_is_no_news(desk: Desk, settled: Callable[[], None], qtbot: QtBot) -> None:
    reader = _Listener()
    with qtbot.assertNotEmitted(desk.changes.changed):
        desk.ask(_answer, reader.hear)
        settled()
    assert reader.heard == ["done"]


def test_a_refused_write_is_said_in_one_sentence_and_is_no_news(
    desk: Desk, settled: Callable[[], None], qtbot: QtBot
) -> None:
    with (
        qtbot.assertNotEmitted(desk.changes.changed),
        qtbot.waitSignal(desk.changes.refused) as told,
    ):
        desk.carry_out(_refuse)
    assert told.args == ["The disk is full."]


def test_who_wrote_may_answer_for_the_refusal_alone(
    desk: Desk, settled: Callable[[], None], qtbot: QtBot
) -> None:
    writer = _Listener()
    with qtbot.assertNotEmitted(desk.changes.refused):
        desk.carry_out(_refuse, refused=writer.hear)
        settled()
    assert [str(heard) for heard in writer.heard] == ["The disk is full."]


def test_the_day_and_the_lead_time_are_asked_for_each_time(desk: Desk, today: date) -> None:
    assert desk.as_of == AsOf(today, 7)
    desk.use_settings(Settings(assessor="Grace", lead_days=3))
    desk._today = lambda: date(2025, 5, 2)
    assert desk.as_of == AsOf(date(2025, 5, 2), 3)


def test_new_settings_are_told_and_used(desk: Desk, qtbot: QtBot) -> None:
    assert desk.by == "Ada"
    with qtbot.waitSignal(desk.settings_changed):
        desk.use_settings(Settings(assessor="Grace"))
    assert desk.by == "Grace"
