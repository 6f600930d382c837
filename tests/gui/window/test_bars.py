"""The bars: what came due is said once, what was refused is said until it is closed."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from claimtracker.claims.query import Query, parse
from claimtracker.claims.rows import ReminderRow
from claimtracker.claims.vocabulary import ReminderKind, Verdict
from claimtracker.gui.desk import Desk
from claimtracker.gui.message_bar import MessageBar
from claimtracker.gui.reminder_bar import ReminderBar
from claimtracker.gui.top_bar import TopBar
from tests.conftest import Enter, Rate
from tests.gui.finding import child


@pytest.fixture
def idle(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: desk.background.is_idle)


@pytest.fixture
def bar(qtbot: QtBot, desk: Desk) -> ReminderBar:
    made = ReminderBar(desk)
    qtbot.addWidget(made)
    return made


def _start(bar: ReminderBar, idle: Callable[[], None]) -> None:
    bar.start()
    idle()


def test_nothing_due_shows_no_bar(bar: ReminderBar, idle: Callable[[], None]) -> None:
    _start(bar, idle)
    assert bar.isHidden()


def test_one_passed_deadline_is_named(
    bar: ReminderBar, enter: Enter, idle: Callable[[], None]
) -> None:
    enter("Sign the deal", due_on=date(2025, 4, 25))
    _start(bar, idle)
    assert not bar.isHidden()
    assert bar.sentence == "1 deadline passed: Sign the deal"
    assert bar.property("tone") == "passed"


def test_several_are_counted_since_the_oldest(
    bar: ReminderBar, enter: Enter, idle: Callable[[], None]
) -> None:
    enter("Passed", due_on=date(2025, 4, 25))
    enter("Strict", due_on=date(2025, 4, 30), latest_on=date(2025, 5, 31))
    enter("Soon", due_on=date(2025, 5, 3))
    enter("Look", review_on=date(2025, 5, 1))
    _start(bar, idle)
    assert bar.sentence == (
        "Since Fri 25 Apr: 1 deadline passed, 1 passed on its strict reading, 1 due soon, "
        "1 to review"
    )


@pytest.mark.parametrize(
    ("fields", "tone"),
    [
        ({"due_on": date(2025, 4, 30), "latest_on": date(2025, 5, 31)}, "grace"),
        ({"due_on": date(2025, 5, 3)}, "due_soon"),
        ({"review_on": date(2025, 5, 1)}, "due_soon"),
    ],
)
def test_the_gravest_kind_colours_the_bar(
    bar: ReminderBar,
    enter: Enter,
    idle: Callable[[], None],
    fields: dict[str, date],
    tone: str,
) -> None:
    enter(**fields)
    _start(bar, idle)
    assert bar.property("tone") == tone


def test_each_item_is_announced_to_the_tray_once(
    bar: ReminderBar, enter: Enter, idle: Callable[[], None]
) -> None:
    announced: list[list[ReminderRow]] = []
    bar.newly_due.connect(announced.append)
    enter(due_on=date(2025, 4, 25))
    _start(bar, idle)
    bar.sweep()
    idle()
    assert [[notice.kind for notice in each] for each in announced] == [
        [ReminderKind.PASSED_GENEROUS]
    ]


def test_what_was_worked_through_is_not_said_again(
    bar: ReminderBar, enter: Enter, idle: Callable[[], None]
) -> None:
    claim_id = enter(due_on=date(2025, 4, 25))
    _start(bar, idle)
    led_to: list[list[int]] = []
    bar.work_through.connect(led_to.append)
    child(bar, QPushButton, "work_through").click()
    idle()
    assert led_to == [[claim_id]]
    assert bar.isHidden()


def test_closing_the_bar_puts_its_items_away(
    bar: ReminderBar, enter: Enter, idle: Callable[[], None]
) -> None:
    enter(due_on=date(2025, 4, 25))
    _start(bar, idle)
    child(bar, QToolButton, "close").click()
    idle()
    bar.sweep()
    idle()
    assert bar.isHidden()


def test_snoozed_items_come_back_on_their_day(
    bar: ReminderBar, desk: Desk, enter: Enter, idle: Callable[[], None]
) -> None:
    enter(due_on=date(2025, 4, 25))
    _start(bar, idle)
    menu = bar.findChildren(QMenu)[0]
    menu.actions()[0].trigger()
    idle()
    assert bar.isHidden()
    desk._today = lambda: date(2025, 5, 2)
    bar.sweep()
    idle()
    assert not bar.isHidden()


def test_a_final_verdict_silences_the_notice(
    bar: ReminderBar, desk: Desk, enter: Enter, rate: Rate, idle: Callable[[], None]
) -> None:
    claim_id = enter(due_on=date(2025, 4, 25))
    _start(bar, idle)
    rate(claim_id, Verdict.BROKEN)
    desk.changes.changed.emit()
    idle()
    assert bar.isHidden()


def test_midnight_moves_the_states(
    bar: ReminderBar, desk: Desk, enter: Enter, idle: Callable[[], None], qtbot: QtBot
) -> None:
    enter(due_on=date(2025, 5, 1))
    _start(bar, idle)
    assert bar.property("tone") == "due_soon"
    desk._today = lambda: date(2025, 5, 2)
    bar.sweep()
    idle()
    assert bar.property("tone") == "passed"


def test_a_message_is_plain_and_stays_until_it_is_closed(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_sentence("<b>The disk is full.</b>")
    assert (bar.isHidden(), bar.sentence) == (False, "<b>The disk is full.</b>")
    qtbot.waitUntil(bar.isActiveWindow)
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_a_query_is_told_once_typing_pauses(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.query_changed) as told:
        QTest.keyClicks(bar.field, "peace")
    assert told.args == [parse("peace")]
    assert bar.query == parse("peace")


def test_a_query_that_cannot_be_read_is_not_told(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.field.setText('"open')
    with qtbot.assertNotEmitted(bar.query_changed):
        bar.read_now()
    assert bar.query == Query()


def test_the_search_field_is_left_downwards_and_cleared_by_esc(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.field.left_downwards):
        QTest.keyClick(bar.field, Qt.Key.Key_Down)
    bar.field.setText("peace")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.field.text() == ""
