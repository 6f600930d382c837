"""A sweep announces what came due once, and again only when something new came due."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ReminderKind, Verdict
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.sweep_deadlines import Sweep, sweep_deadlines
from claimtracker.storage.engine import WRITING
from claimtracker.storage.outside_writes import Watch
from claimtracker.storage.tables import Reminder
from tests.conftest import Dump, Enter, Rate

TODAY = date(2025, 5, 1)
WINDOW = {"stated_on": "2025-04-18", "due_on": "2025-04-20", "latest_on": "2025-04-25"}


def _sweep(session: Session, today: date = TODAY, lead_days: int = 7) -> Sweep:
    return sweep_deadlines(session, AsOf(today, lead_days))


def test_a_passed_deadline_is_announced_once(session: Session, enter: Enter) -> None:
    claim_id = enter(**WINDOW)
    first, second = _sweep(session), _sweep(session)
    assert (first.new, first.still) == ((claim_id,), ())
    assert (second.new, second.still) == ((), (claim_id,))
    assert not any(second.announced.values())


def test_two_desktops_announce_it_once_between_them(
    session: Session, second_desktop: Session, enter: Enter
) -> None:
    claim_id = enter(**WINDOW)
    assert _sweep(second_desktop).new == (claim_id,)
    second_desktop.rollback()
    assert (_sweep(session).new, _sweep(session).still) == ((), (claim_id,))


def test_grace_and_passed_are_two_announcements(session: Session, enter: Enter) -> None:
    claim_id = enter(**WINDOW)
    days = [date(2025, 4, 20), date(2025, 4, 21), date(2025, 4, 25), date(2025, 4, 26)]
    found = [_sweep(session, day) for day in days]
    assert [sweep.new for sweep in found] == [(), (claim_id,), (), (claim_id,)]
    kinds = [[kind for kind, ids in sweep.announced.items() if ids] for sweep in found]
    soon, strict = [ReminderKind.DUE_SOON], [ReminderKind.PASSED_STRICT]
    assert kinds == [soon, strict, [], [ReminderKind.PASSED_GENEROUS]]


def test_a_changed_date_is_announced_again(session: Session, enter: Enter) -> None:
    claim_id = enter(**WINDOW)
    _sweep(session)
    draft = ClaimDraft.of(summary="Sign the deal", **{**WINDOW, "latest_on": "2025-04-26"})
    edit_claim(session, claim_id, draft, version=1, by="Ada")
    assert _sweep(session).new == (claim_id,)


def test_a_clock_set_back_announces_nothing_twice(session: Session, enter: Enter) -> None:
    enter(**WINDOW)
    for day in (TODAY, date(2025, 4, 21), TODAY):
        _sweep(session, day)
    kinds = session.exec(select(Reminder.kind)).all()
    assert sorted(kinds) == ["passed_generous", "passed_strict"]


@pytest.mark.parametrize("verdict", [Verdict.KEPT, Verdict.BROKEN])
def test_what_a_final_verdict_settled_is_not_announced(
    verdict: Verdict, session: Session, enter: Enter, rate: Rate
) -> None:
    rate(enter(**WINDOW, review_on="2025-04-01"), verdict)
    assert _sweep(session) == Sweep((), (), (), (), dict.fromkeys(ReminderKind, ()))


def test_what_is_in_the_bin_is_not_announced(session: Session, enter: Enter) -> None:
    bin_claims(session, [enter(**WINDOW, review_on="2025-04-01")], by="Ada")
    found = _sweep(session)
    assert (found.new, found.still, found.review) == ((), (), ())


def test_the_lead_time_decides_what_is_soon(session: Session, enter: Enter) -> None:
    claim_id = enter(due_on="2025-05-11", stated_on="2025-04-01")
    assert _sweep(session, lead_days=9).due_soon == ()
    found = _sweep(session, lead_days=10)
    assert found.due_soon == found.announced[ReminderKind.DUE_SOON] == (claim_id,)


def test_a_review_is_due_from_its_day_on_and_announced_once(session: Session, enter: Enter) -> None:
    claim_id = enter(review_on=TODAY)
    assert _sweep(session, date(2025, 4, 30)).review == ()
    assert _sweep(session).announced[ReminderKind.REVIEW] == (claim_id,)
    again = _sweep(session, date(2025, 5, 2))
    assert (again.review, again.announced[ReminderKind.REVIEW]) == ((claim_id,), ())


def test_a_sweep_touches_no_claim_and_cannot_be_undone(
    session: Session, enter: Enter, dump: Dump
) -> None:
    enter(**WINDOW)
    before = dump()
    _sweep(session)
    assert dump() == before


def test_a_database_in_use_is_swept_by_the_next_tick(
    session: Session, second_desktop: Session, enter: Enter
) -> None:
    claim_id = enter(**WINDOW)
    second_desktop.connection(execution_options=WRITING)
    with pytest.raises(Exception, match="locked") as refused:
        _sweep(session)
    assert not isinstance(refused.value, ClaimTrackerError)  # `Database.session` says it in words
    second_desktop.rollback()
    assert _sweep(session).new == (claim_id,)


def test_a_sweep_that_finds_nothing_new_writes_nothing(
    session: Session, enter: Enter, as_of: AsOf, database_path: Path
) -> None:
    enter(due_on="2025-04-01", latest_on="2025-04-01")
    sweep_deadlines(session, as_of)
    watch = Watch(database_path)
    before, content = watch.stamp(), database_path.read_bytes()
    sweep_deadlines(session, as_of)
    assert (watch.stamp(), database_path.read_bytes()) == (before, content)
    watch.close()
