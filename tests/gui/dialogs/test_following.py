"""A change is looked at, asked about and carried out; what is under way can be stopped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Event as Flag

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import Window
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.followed_dialog import FollowedDialog
from claimtracker.gui.dialogs.following import Change, Following, Listen
from claimtracker.gui.dialogs.what_would_change import WhatWouldChangeDialog
from claimtracker.operations.what_would_change import ReadAs, Rereading, RereadingCancelled

MAY = date(2025, 5, 10)
WAS, BECOMES = ReadAs(Window(), "", ""), ReadAs(Window(MAY, MAY, MAY), "day", "on a date")
FOUND = Rereading(7, "Sign", "after the talks", date(2025, 4, 1), WAS, BECOMES)
WAITING_MS = 5_000


@dataclass
class Noted:
    """A change that only notes what it is asked; it can wait until it is stopped."""

    found: Sequence[Rereading] = ()
    waits: bool = False
    refusal: str = ""
    done: list[tuple[int, ...]] = field(default_factory=list)

    def preview(
        self, session: Session, *, on_progress: Listen, is_cancelled: Callable[[], bool]
    ) -> list[Rereading]:
        on_progress(1, 4)
        if self.refusal:
            raise ClaimTrackerError(self.refusal)
        pause = Flag()
        while self.waits:
            if is_cancelled():
                raise RereadingCancelled("It was stopped; nothing was changed.")
            pause.wait(0.005)
        return list(self.found)

    def carry_out(
        self,
        session: Session,
        *,
        by: str,
        reread_ids: Sequence[int],
        on_progress: Listen,
        is_cancelled: Callable[[], bool],
    ) -> int:
        self.done.append(tuple(reread_ids))
        return len(reread_ids)


class NotedDialog(FollowedDialog):
    """A dialog that makes the change it is given."""

    def __init__(self, desk: Desk, noted: Noted, parent: QWidget) -> None:
        super().__init__(desk, "Change", "Save", parent)
        self._noted = noted
        self.results: list[object] = []

    def change(self) -> Change:
        return self._noted

    def done_words(self) -> str:
        return "Changed"

    def take_result(self, result: object) -> None:
        self.results.append(result)


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def following(desk: Desk, over: QWidget) -> Following:
    return Following(desk, over)


def asked(over: QWidget) -> WhatWouldChangeDialog:
    (found,) = over.findChildren(WhatWouldChangeDialog)
    return found


def test_what_nothing_follows_is_done_at_once(
    following: Following, over: QWidget, qtbot: QtBot
) -> None:
    noted = Noted()
    with qtbot.waitSignal(following.stored) as stored:
        following.begin(noted)
    assert (stored.args, noted.done) == ([0], [()])
    assert not over.findChildren(WhatWouldChangeDialog)


@pytest.mark.parametrize(("button", "ids"), [("reread_button", (7,)), ("keep_button", ())])
def test_the_answer_decides_what_is_read_anew(
    following: Following,
    over: QWidget,
    qtbot: QtBot,
    settled: Callable[[], None],
    button: str,
    ids: tuple[int, ...],
) -> None:
    noted = Noted([FOUND])
    following.begin(noted)
    settled()
    assert noted.done == []
    with qtbot.waitSignal(following.stored) as stored:
        getattr(asked(over), button).click()
    assert (stored.args, noted.done) == ([len(ids)], [ids])


def test_whoever_decides_against_it_changes_nothing(
    following: Following, over: QWidget, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    noted = Noted([FOUND])
    following.begin(noted)
    settled()
    with qtbot.waitSignal(following.left):
        asked(over).reject()
    assert noted.done == []


def test_what_is_under_way_can_be_stopped(following: Following, qtbot: QtBot) -> None:
    noted = Noted(waits=True)
    with qtbot.waitSignal(following.moved) as moved:
        following.begin(noted)
    with qtbot.waitSignal(following.refused) as refused:
        following.stop()
    assert moved.args == [1, 4]
    assert str(refused.args[0] if refused.args else "").startswith("It was stopped")
    assert noted.done == []


def test_a_dialog_says_what_was_done_and_hands_on_the_count(
    desk: Desk, over: QWidget, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    said: list[str] = []
    desk.changes.said.connect(said.append)
    dialog = NotedDialog(desk, Noted([FOUND]), over)
    dialog.open()
    dialog.submit()
    dialog.submit()  # once only
    settled()
    with qtbot.waitSignal(dialog.accepted):
        asked(dialog).reread_button.click()
    assert (said, dialog.results) == (["Changed, 1 claim re-read. Ctrl+Z takes it back."], [1])


def test_a_refusal_keeps_the_dialog_open(
    desk: Desk, over: QWidget, settled: Callable[[], None]
) -> None:
    dialog = NotedDialog(desk, Noted(refusal="There is no event 7 any more."), over)
    dialog.open()
    dialog.submit()
    settled()
    assert dialog.isVisible() and dialog.action_button.isEnabled()
    assert dialog.problem.text() == "There is no event 7 any more."


def test_cancel_first_stops_what_takes_long_then_closes(
    desk: Desk, over: QWidget, qtbot: QtBot
) -> None:
    noted = Noted(waits=True)
    dialog = NotedDialog(desk, noted, over)
    dialog.open()
    dialog.submit()
    qtbot.waitUntil(dialog.busy.isVisible, timeout=WAITING_MS)
    dialog.cancel_button.click()
    qtbot.waitUntil(lambda: dialog.problem.text() == "It was stopped; nothing was changed.")
    assert dialog.isVisible() and not dialog.busy.isVisible() and noted.done == []
    with qtbot.waitSignal(dialog.rejected):
        dialog.cancel_button.click()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_enter_on_the_list_of_what_follows_presses_its_button(
    qtbot: QtBot, over: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    dialog = WhatWouldChangeDialog([FOUND], MAY, over)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.focusWidget() is dialog.listed.list
    with qtbot.waitSignals([dialog.reread_wanted, dialog.accepted]):
        QTest.keyClick(dialog.listed.list, key, modifier)


def test_a_double_click_on_what_follows_stores_nothing(qtbot: QtBot, over: QWidget) -> None:
    dialog = WhatWouldChangeDialog([FOUND], MAY, over)
    dialog.open()
    entries = dialog.listed.list
    with qtbot.assertNotEmitted(dialog.reread_wanted):
        entries.doubleClicked.emit(entries.currentIndex())
    assert dialog.isVisible()
