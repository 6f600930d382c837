"""A claim takes over a step of a chain from what restates it; no chain is folded."""

from datetime import date

import pytest
from sqlalchemy import insert
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import AsOf
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import undo
from claimtracker.storage.tables import Claim, Move
from tests.conftest import Dump, Enter

SAID = date(2025, 4, 18)


def _moved(session: Session, claim_id: int) -> int:
    return move_deadline(session, claim_id, "2025-06-30", SAID, by="Ada")


def _chain(session: Session, claim_id: int) -> list[int]:
    moves = show_claim(session, claim_id, AsOf(date(2025, 5, 1))).moves
    session.rollback()
    return [step.claim_id for step in moves]


def test_the_claim_that_stays_takes_the_step_over(
    session: Session, enter: Enter, dump: Dump
) -> None:
    first, original = enter(), enter()
    middle = _moved(session, first)
    last = _moved(session, middle)
    before = dump()
    restate_claim(session, middle, original, by="Ada")
    assert _chain(session, original) == [first, original, last]
    assert _chain(session, middle) == []
    undo(session, by="Ada")
    assert dump() == before


def test_a_chain_goes_on_where_the_other_one_ended(session: Session, enter: Enter) -> None:
    first, original = enter(), enter()
    end = _moved(session, first)
    later = _moved(session, original)
    restate_claim(session, end, original, by="Ada")
    assert _chain(session, later) == [first, original, later]


@pytest.mark.parametrize(("claim", "of_claim"), [(0, 1), (1, 0), (0, 2), (2, 0)])
def test_two_steps_of_one_chain_are_no_restatement(
    claim: int, of_claim: int, session: Session, enter: Enter, dump: Dump
) -> None:
    steps = [enter()]
    steps += [_moved(session, steps[0])]
    steps += [_moved(session, steps[1])]
    before = dump()
    with pytest.raises(ClaimTrackerError, match="steps of one chain"):
        restate_claim(session, steps[claim], steps[of_claim], by="Ada")
    assert dump() == before


def test_two_ways_on_are_refused_until_their_ends_are_one(session: Session, enter: Enter) -> None:
    """Two chains of the same commitment are brought together from their ends."""
    one, other = enter(), enter()
    one_later, other_later = _moved(session, one), _moved(session, other)
    with pytest.raises(ClaimTrackerError, match=f"claims {other_later} and {one_later}"):
        restate_claim(session, other, one, by="Ada")
    restate_claim(session, other_later, one_later, by="Ada")
    assert _chain(session, other) == [other, other_later]  # what restates stays to be read there
    restate_claim(session, other, one, by="Ada")
    assert _chain(session, one) == [one, one_later]


def test_a_chain_that_leads_to_the_other_by_a_restatement_is_one_chain(
    session: Session, enter: Enter
) -> None:
    one, other = enter(), enter()
    one_later, other_later = _moved(session, one), _moved(session, other)
    restate_claim(session, other_later, one_later, by="Ada")
    with pytest.raises(ClaimTrackerError, match="steps of one chain"):
        restate_claim(session, other, one_later, by="Ada")


def test_ten_thousand_steps_are_seen_through(session: Session, enter: Enter) -> None:
    enter()
    numbers = range(2, 10_001)
    session.execute(insert(Claim), [{"id": n, "summary": "Sign it", "version": 1} for n in numbers])
    steps = [{"from_claim_id": n - 1, "to_claim_id": n} for n in numbers]
    session.execute(insert(Move), steps)
    session.commit()
    with pytest.raises(ClaimTrackerError, match="steps of one chain"):
        restate_claim(session, 1, 10_000, by="Ada")
    original = enter("Sign it")
    restate_claim(session, 5_000, original, by="Ada")
    assert _chain(session, 1)[4_998:5_001] == [4_999, original, 5_001]
