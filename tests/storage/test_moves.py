"""A chain of moves of any length is read in one statement, and a circle ends."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import State, Verdict
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.storage.moves import chain, chain_ids, in_order, standing_chain_ids
from claimtracker.storage.tables import Move
from tests.conftest import Enter, Rate
from tests.storage.chains import counted, lay_chain

TODAY = AsOf(date(2025, 5, 1))


@pytest.mark.parametrize("place", [0, 5_000, 9_999])
def test_a_chain_of_10_000_steps_takes_one_statement(place: int, session: Session) -> None:
    ids = lay_chain(session, 10_000)
    with counted(session) as sent:
        steps = chain(session, ids[place], TODAY)
    assert len(sent) == 1
    assert [step.claim_id for step in steps] == ids
    assert (steps[1].slip_days, steps[-1].total_days) == (1, 9_999)


def test_its_claims_are_known_by_one_statement_too(session: Session) -> None:
    ids = lay_chain(session, 10_000)
    with counted(session) as sent:
        assert chain_ids(session, ids[7_000]) == ids
    assert len(sent) == 1


def test_a_claim_that_never_moved_has_no_chain(session: Session, enter: Enter) -> None:
    claim_id = enter()
    assert chain(session, claim_id, TODAY) == ()
    assert chain_ids(session, claim_id) == [claim_id]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_circle_is_read_once_from_its_oldest_claim_on(place: int, session: Session) -> None:
    ids = lay_chain(session, 3, is_circle=True)
    steps = chain(session, ids[place], TODAY)
    assert [step.claim_id for step in steps] == chain_ids(session, ids[place]) == ids
    assert steps[0].moved_from == ids[-1]  # by which a reader sees that it goes round


def test_a_large_circle_ends_after_one_round(session: Session) -> None:
    ids = lay_chain(session, 2_000, is_circle=True)
    assert chain_ids(session, ids[77]) == ids


def test_a_claim_that_follows_itself_is_told(session: Session, enter: Enter) -> None:
    claim_id = enter()
    session.add(Move(from_claim_id=claim_id, to_claim_id=claim_id))
    (step,) = chain(session, claim_id, TODAY)
    assert step.moved_from == step.claim_id == claim_id


def test_each_step_has_its_own_state_verdict_and_claimant(
    session: Session, enter: Enter, rate: Rate
) -> None:
    first = enter(claimant="Ann Lee", due_on="2025-04-01", latest_on="2025-04-10")
    move_deadline(session, first, "by 30 May 2025", date(2025, 4, 20), by="Ada")
    rate(first, Verdict.DISPUTED)
    start, later = chain(session, first, TODAY)
    assert (start.state, start.verdict, start.claimant) == (
        State.PASSED,
        Verdict.DISPUTED,
        "Ann Lee",
    )
    assert (later.state, later.verdict) == (State.OPEN, Verdict.NOT_YET_RATED)
    assert (start.moved_from, later.moved_from) == (None, first)


def test_a_step_in_the_bin_is_shown_and_does_not_stand(session: Session) -> None:
    ids = lay_chain(session, 3)
    bin_claims(session, [ids[1]], by="Ada")
    assert [step.is_binned for step in chain(session, ids[0], TODAY)] == [False, True, False]
    assert standing_chain_ids(session, ids[0]) == [ids[0], ids[2]]
    assert standing_chain_ids(session, ids[1]) == ids


def test_a_walk_that_comes_round_is_turned_to_its_least() -> None:
    assert in_order([3, 1, 2, 3]) == [1, 2, 3]
    assert in_order([3, 1, 2]) == [3, 1, 2]
