"""Notices are put off and put away; no date of a claim is ever touched by it."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.rows import ReminderRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ReminderKind, Verdict
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.remind import due_reminders, put_away, snooze
from claimtracker.operations.sweep_deadlines import sweep_deadlines
from claimtracker.operations.undo import undo
from tests.conftest import Dump, Enter, Rate

TODAY = date(2025, 5, 1)
WINDOW = {"stated_on": "2025-04-18", "due_on": "2025-04-20", "latest_on": "2025-04-25"}


def _due(session: Session, today: date = TODAY) -> list[ReminderRow]:
    sweep_deadlines(session, AsOf(today))
    return due_reminders(session, AsOf(today))


@pytest.fixture
def passed(enter: Enter) -> int:
    return enter("Move on", claimant="Marco Rubio", **WINDOW)


def test_a_notice_names_the_claim_and_its_day(session: Session, passed: int) -> None:
    (notice,) = _due(session)
    assert (notice.claim_id, notice.summary, notice.claimant) == (passed, "Move on", "Marco Rubio")
    assert (notice.kind, notice.fell_on) == (ReminderKind.PASSED_GENEROUS, date(2025, 4, 25))


def test_the_newest_notice_stands_first(session: Session, enter: Enter) -> None:
    early, late = enter(due_on="2025-04-01"), enter(due_on="2025-04-02")
    assert [notice.claim_id for notice in _due(session)] == [late, early]


def test_snoozing_puts_a_notice_off_until_its_day(session: Session, passed: int) -> None:
    _due(session)
    until = TODAY + timedelta(days=3)
    snooze(session, [passed], until)
    assert _due(session, until - timedelta(days=1)) == []
    assert [notice.claim_id for notice in _due(session, until)] == [passed]


def test_snoozing_changes_no_date_of_the_claim(session: Session, passed: int, dump: Dump) -> None:
    _due(session)
    before = dump()
    snooze(session, [passed], date(2025, 6, 1))
    assert dump() == before


def test_what_is_put_away_stays_away_until_something_new_falls_due(
    session: Session, passed: int
) -> None:
    strict = _due(session, date(2025, 4, 21))
    put_away(session, [notice.id for notice in strict])
    assert _due(session, date(2025, 4, 22)) == []
    kinds = [notice.kind for notice in _due(session)]
    assert kinds == [ReminderKind.PASSED_GENEROUS]
    snooze(session, [passed], TODAY)
    assert [notice.kind for notice in _due(session)] == kinds


def test_a_notice_that_the_calendar_overtook_is_dropped(session: Session, passed: int) -> None:
    kinds = [[notice.kind for notice in _due(session, day)] for day in (date(2025, 4, 20), TODAY)]
    assert passed
    assert kinds == [[ReminderKind.DUE_SOON], [ReminderKind.PASSED_GENEROUS]]


def test_a_notice_about_a_date_that_was_changed_is_dropped(session: Session, passed: int) -> None:
    _due(session)
    draft = ClaimDraft.of(summary="Move on", due_on="2025-06-30")
    edit_claim(session, passed, draft, version=1, by="Ada")
    assert _due(session) == []


def test_notices_of_settled_binned_and_undone_claims_are_dropped(
    session: Session, enter: Enter, rate: Rate
) -> None:
    settled, binned, _undone = enter(**WINDOW), enter(**WINDOW), enter(**WINDOW)
    assert len(_due(session)) == 3
    undo(session, by="Ada")
    bin_claims(session, [binned], by="Ada")
    rate(settled, Verdict.KEPT)
    assert _due(session) == []


def test_nothing_to_put_off_or_away_is_no_error(session: Session) -> None:
    snooze(session, [], TODAY)
    put_away(session, [99])
    assert _due(session) == []
