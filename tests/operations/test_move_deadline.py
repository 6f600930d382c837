"""A moved deadline is a later claim in the chain, and the chain never forks."""

from datetime import date

import pytest
from sqlmodel import Session, select

from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.show_claim import show_claim
from claimtracker.storage.tables import Claim, Move
from tests.conftest import Dump, Enter

SAID = date(2025, 1, 20)


def _show(session: Session, claim_id: int) -> ClaimDetails:
    return show_claim(session, claim_id, AsOf(date(2025, 5, 1)))


def test_from_the_first_day_to_april_or_may_slips_99_strict_and_130_generous(
    session: Session, enter: Enter
) -> None:
    first = enter("End the war", due_on="2025-01-21", latest_on="2025-01-21")
    later = move_deadline(session, first, "by April or May", SAID, by="Ada")
    _, step = _show(session, first).moves
    assert (step.due_on, step.latest_on) == (date(2025, 4, 30), date(2025, 5, 31))
    assert (step.slip_days_strict, step.slip_days) == (99, 130)
    assert _show(session, later).report.slip_days == 130


def test_the_later_claim_takes_over_what_stays_and_not_what_was_said(
    session: Session, enter: Enter
) -> None:
    kept = {"claimant": "Donald Trump", "condition": "if asked", "criteria": "A signature"}
    first = enter("End the war", **kept, tags=("ukraine",), quote="day one", notes="Call.")
    later = move_deadline(session, first, "by April or May", SAID, by="Ada")
    found = _show(session, later).report
    assert {name: getattr(found, name) for name in kept} == kept
    assert (found.summary, found.tags, found.stated_on) == ("End the war", ("ukraine",), SAID)
    assert (found.quote, found.notes, found.deadline_wording) == ("", "", "by April or May")


def test_a_deadline_is_moved_on_once_and_then_at_the_end_of_the_chain(
    session: Session, enter: Enter, dump: Dump
) -> None:
    first = enter()
    later = move_deadline(session, first, "by April or May", SAID, by="Ada")
    before = dump()
    with pytest.raises(ClaimTrackerError, match=f"already moved, by claim {later}"):
        move_deadline(session, first, "next week", SAID, by="Ada")
    assert dump() == before
    move_deadline(session, later, "next week", SAID, by="Ada")
    assert len(session.exec(select(Move)).all()) == 2


@pytest.mark.parametrize("wording", ["", "  \n"])
def test_a_move_needs_its_words(wording: str, session: Session, enter: Enter) -> None:
    with pytest.raises(ClaimTrackerError, match="needs the words"):
        move_deadline(session, enter(), wording, SAID, by="Ada")


def test_a_claim_that_is_not_there_cannot_move(session: Session) -> None:
    with pytest.raises(NotFound):
        move_deadline(session, 1, "next week", SAID, by="Ada")
    assert session.exec(select(Claim)).all() == []
