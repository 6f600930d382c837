"""The reminder bar beside the calendar: what the person switched off, and text from outside."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import AssessmentDraft, ClaimDraft
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.desk import Desk
from claimtracker.gui.reminder_bar import SNOOZES, TICK_MS, ReminderBar
from claimtracker.operations import undo
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.remind import due_reminders
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.sweep_deadlines import sweep_deadlines
from claimtracker.settings import Settings
from tests.conftest import Enter, Rate
from tests.gui.finding import child

PASSED_ON = date(2025, 4, 25)
Settle = Callable[[], None]


@pytest.fixture
def bar(qtbot: QtBot, desk: Desk) -> ReminderBar:
    made = ReminderBar(desk)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def announced(bar: ReminderBar) -> list[int]:
    """How many items each notification was about."""
    counts: list[int] = []
    bar.newly_due.connect(lambda notices: counts.append(len(notices)))
    return counts


def test_who_wants_no_notifications_gets_the_bar_alone(
    bar: ReminderBar, desk: Desk, enter: Enter, settled: Settle, announced: list[int]
) -> None:
    desk.settings = Settings(shows_notifications=False)
    enter(due_on=PASSED_ON)
    bar.start()
    settled()
    assert announced == []
    assert not bar.isHidden()


def test_what_comes_due_later_is_announced_alone(
    bar: ReminderBar, desk: Desk, enter: Enter, settled: Settle, announced: list[int]
) -> None:
    enter(due_on=PASSED_ON)
    bar.start()
    settled()
    enter(due_on=PASSED_ON)
    enter(due_on=PASSED_ON)
    bar.sweep()
    settled()
    assert announced == [1, 2]


def test_a_longer_lead_time_is_used_at_once(
    bar: ReminderBar, desk: Desk, enter: Enter, settled: Settle
) -> None:
    enter(due_on=desk.today + timedelta(days=20))
    bar.start()
    settled()
    assert bar.isHidden()
    desk.use_settings(Settings(lead_days=30))
    settled()
    assert bar.sentence.startswith("1 due soon")


@pytest.mark.parametrize(("text", "days"), SNOOZES)
def test_each_way_to_snooze_ends_on_its_day(
    bar: ReminderBar, enter: Enter, settled: Settle, session: Session, text: str, days: int
) -> None:
    enter(due_on=PASSED_ON)
    bar.start()
    settled()
    menu = child(bar, QMenu, "snooze_menu")
    (action,) = (action for action in menu.actions() if action.text() == text)
    action.trigger()
    settled()
    assert bar.isHidden()
    again_on = bar._desk.today + timedelta(days=days)
    session.rollback()
    assert due_reminders(session, AsOf(again_on - timedelta(days=1))) == []
    session.rollback()
    assert len(due_reminders(session, AsOf(again_on))) == 1


def test_every_part_of_the_bar_has_a_name(bar: ReminderBar) -> None:
    menu = child(bar, QMenu, "snooze_menu")
    assert all(action.objectName() for action in menu.actions())
    buttons = [*bar.findChildren(QPushButton), *bar.findChildren(QToolButton)]
    assert all(button.objectName() and button.accessibleName() for button in buttons)


def test_a_summary_from_outside_is_one_short_plain_line(
    bar: ReminderBar, enter: Enter, settled: Settle
) -> None:
    enter("<img src=x>\n\u202e" + "x" * 1_000, due_on=PASSED_ON)
    bar.start()
    settled()
    assert bar.sentence.startswith("1 deadline passed: <img src=x> ")
    assert not {"\n", "\u202e"} & set(bar.sentence)
    assert len(bar.sentence) < 120


def test_the_bar_does_not_widen_the_window_by_a_long_word(
    bar: ReminderBar, enter: Enter, settled: Settle
) -> None:
    enter("W" * 80, due_on=PASSED_ON)
    bar.start()
    settled()
    assert bar.minimumSizeHint().width() < 500


def test_it_looks_again_by_itself_every_minute(bar: ReminderBar, settled: Settle) -> None:
    bar.start()
    settled()
    assert bar._tick.isActive()
    assert bar._tick.interval() == TICK_MS == 60_000


def test_a_tick_shows_what_another_program_made_due(
    bar: ReminderBar, settled: Settle, second_desktop: Session
) -> None:
    bar.start()
    settled()
    add_claim(second_desktop, ClaimDraft.of(summary="Elsewhere", due_on=PASSED_ON), by="Grace")
    bar._tick.timeout.emit()
    settled()
    assert bar.sentence == "1 deadline passed: Elsewhere"


def test_a_tick_shows_what_another_program_announced_first(
    bar: ReminderBar, desk: Desk, settled: Settle, second_desktop: Session, qtbot: QtBot
) -> None:
    bar.start()
    settled()
    add_claim(second_desktop, ClaimDraft.of(summary="Elsewhere", due_on=PASSED_ON), by="Grace")
    sweep_deadlines(second_desktop, desk.as_of)
    second_desktop.rollback()  # whoever reads on would keep others from writing
    with qtbot.waitSignal(desk.changes.changed):
        bar._tick.timeout.emit()
    settled()
    assert bar.sentence == "1 deadline passed: Elsewhere"


def test_a_tick_lets_go_of_what_a_colleague_has_settled(
    bar: ReminderBar, desk: Desk, enter: Enter, settled: Settle, second_desktop: Session
) -> None:
    claim_id = enter(due_on=PASSED_ON)
    bar.start()
    settled()
    verdict = AssessmentDraft.of(verdict=Verdict.BROKEN, reason="Seen.", assessed_on=desk.today)
    rate_claims(second_desktop, [claim_id], verdict, by="Grace")
    bar._tick.timeout.emit()
    settled()
    assert bar.isHidden()


def test_a_tick_without_news_reads_nothing_again(
    bar: ReminderBar, desk: Desk, enter: Enter, settled: Settle, qtbot: QtBot
) -> None:
    enter(due_on=PASSED_ON)
    bar.start()
    settled()
    with qtbot.assertNotEmitted(desk.changes.changed):
        bar._tick.timeout.emit()
        settled()


def test_the_bar_is_worked_by_the_keyboard(
    bar: ReminderBar, enter: Enter, settled: Settle, qtbot: QtBot
) -> None:
    claim_id = enter(due_on=PASSED_ON)
    bar.start()
    settled()
    with qtbot.waitSignal(bar.work_through) as told:
        QTest.keyClick(child(bar, QPushButton, "work_through"), Qt.Key.Key_Space)
    assert told.args == [[claim_id]]
    settled()


def _carry_out(
    desk: Desk, settled: Settle, operation: Callable[..., object], **told: object
) -> None:
    desk.carry_out(partial(operation, **told, by="Ada"))
    settled()


def test_a_claim_that_is_entered_too_late_comes_in_at_once(
    bar: ReminderBar, desk: Desk, settled: Settle, announced: list[int]
) -> None:
    bar.start()
    settled()
    draft = ClaimDraft.of(summary="Entered late", due_on=PASSED_ON)
    _carry_out(desk, settled, add_claim, draft=draft)
    assert bar.sentence == "1 deadline passed: Entered late"
    bar.sweep()
    settled()
    assert announced == [1]


def test_a_verdict_leaves_the_bar_at_once_and_comes_back_when_it_is_undone(
    bar: ReminderBar, desk: Desk, enter: Enter, settled: Settle
) -> None:
    claim_id = enter(due_on=PASSED_ON)
    bar.start()
    settled()
    verdict = AssessmentDraft.of(verdict=Verdict.BROKEN, reason="Seen.", assessed_on=desk.today)
    _carry_out(desk, settled, rate_claims, claim_ids=[claim_id], draft=verdict)
    assert bar.isHidden()
    _carry_out(desk, settled, undo.undo)
    assert bar.sentence == "1 deadline passed: Sign the deal"


def test_a_verdict_that_was_given_at_once_is_noticed_when_it_is_undone(
    bar: ReminderBar, desk: Desk, enter: Enter, rate: Rate, settled: Settle
) -> None:
    rate(enter(due_on=PASSED_ON), Verdict.BROKEN)
    bar.start()
    settled()
    assert bar.isHidden()
    _carry_out(desk, settled, undo.undo)
    assert not bar.isHidden()


def test_the_bin_and_an_undone_claim_leave_the_bar_at_once(
    bar: ReminderBar, desk: Desk, enter: Enter, settled: Settle
) -> None:
    claim_id = enter(due_on=PASSED_ON)
    bar.start()
    settled()
    _carry_out(desk, settled, bin_claims, claim_ids=[claim_id])
    assert bar.isHidden()
    _carry_out(desk, settled, undo.undo)
    assert not bar.isHidden()
    _carry_out(desk, settled, undo.undo)  # the claim itself
    assert bar.isHidden()


def test_a_later_deadline_leaves_the_bar_and_an_earlier_one_comes_in(
    bar: ReminderBar, desk: Desk, enter: Enter, settled: Settle, session: Session, as_of: AsOf
) -> None:
    claim_id = enter(due_on=PASSED_ON)
    bar.start()
    settled()
    for day, is_due in ((date(2026, 1, 1), False), (date(2025, 4, 24), True)):
        version = show_claim(session, claim_id, as_of).version
        session.rollback()
        draft = ClaimDraft.of(summary="Sign the deal", due_on=day)
        _carry_out(desk, settled, edit_claim, claim_id=claim_id, draft=draft, version=version)
        assert bar.isHidden() is not is_due


def test_what_was_put_away_stays_away_whatever_else_changes(
    bar: ReminderBar, desk: Desk, enter: Enter, settled: Settle
) -> None:
    enter(due_on=PASSED_ON)
    bar.start()
    settled()
    child(bar, QToolButton, "close").click()
    settled()
    _carry_out(desk, settled, add_claim, draft=ClaimDraft.of(summary="Another"))
    assert bar.isHidden()


def test_a_change_that_makes_nothing_due_is_one_change(
    bar: ReminderBar, desk: Desk, settled: Settle
) -> None:
    bar.start()
    settled()
    changes: list[None] = []
    desk.changes.changed.connect(lambda: changes.append(None))
    _carry_out(desk, settled, add_claim, draft=ClaimDraft.of(summary="Undated"))
    assert len(changes) == 1


def test_a_start_with_nothing_new_lets_no_view_read_twice(
    bar: ReminderBar, desk: Desk, enter: Enter, settled: Settle, session: Session
) -> None:
    enter(due_on=PASSED_ON)
    sweep_deadlines(session, desk.as_of)  # as the start before this one did
    session.rollback()
    changes: list[None] = []
    desk.changes.changed.connect(lambda: changes.append(None))
    bar.start()
    settled()
    assert changes == []
    assert bar.sentence.startswith("1 deadline passed")


def test_a_start_that_finds_something_new_lets_every_view_read_again(
    bar: ReminderBar, desk: Desk, enter: Enter, settled: Settle
) -> None:
    enter(due_on=PASSED_ON)
    changes: list[None] = []
    desk.changes.changed.connect(lambda: changes.append(None))
    bar.start()
    settled()
    assert len(changes) == 1
