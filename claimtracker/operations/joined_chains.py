"""The place in a chain of moved deadlines that a claim takes over from one that restates it."""

from sqlmodel import Session, col, select

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage.moves import chain_ids
from claimtracker.storage.restatements import one_with
from claimtracker.storage.tables import Move


def join_chains(session: Session, claim_id: int, of_claim_id: int) -> None:
    """Give the second claim the first one's neighbours, within an action that is already open.

    Where both moved an earlier deadline, the first keeps the move to itself: it shows in its chain
    as what it restates. Raises ClaimTrackerError for two steps of one chain, and where both were
    moved on to different claims.
    """
    _refuse_one_chain(session, claim_id, of_claim_id)
    came = _move_to(session, claim_id)
    if came is not None and _move_to(session, of_claim_id) is None:
        came.to_claim_id = of_claim_id
    went, goes = _move_from(session, claim_id), _move_from(session, of_claim_id)
    if went is not None and goes is None:
        went.from_claim_id = of_claim_id
    elif went is not None and goes is not None:
        _refuse_fork(session, (claim_id, went.to_claim_id), (of_claim_id, goes.to_claim_id))


def _refuse_one_chain(session: Session, claim_id: int, of_claim_id: int) -> None:
    """Refuse to fold a chain: a deadline that was moved was not said again, but replaced."""
    chains = (chain_ids(session, claim_id), chain_ids(session, of_claim_id))
    one, other = (one_with(session, ids) for ids in chains)
    if of_claim_id in one or claim_id in other:
        raise ClaimTrackerError(
            f"Claims {claim_id} and {of_claim_id} are steps of one chain of moved deadlines: "
            "a step cannot restate another one."
        )


def _refuse_fork(session: Session, one: tuple[int, int], other: tuple[int, int]) -> None:
    """Refuse two ways on from one claim, unless the later claims were brought together before."""
    (claim_id, went_to), (of_claim_id, goes_to) = one, other
    if one_with(session, [went_to]) != one_with(session, [goes_to]):
        raise ClaimTrackerError(
            f"The deadlines of claims {claim_id} and {of_claim_id} were moved on to claims "
            f"{went_to} and {goes_to}: mark one of those as a restatement of the other first."
        )


def _move_to(session: Session, claim_id: int) -> Move | None:
    return session.exec(select(Move).where(col(Move.to_claim_id) == claim_id)).first()


def _move_from(session: Session, claim_id: int) -> Move | None:
    return session.exec(select(Move).where(col(Move.from_claim_id) == claim_id)).first()
