"""The links of a chain of moves: set and taken away, within an action that is already open."""

from sqlmodel import Session, col, select

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage.moves import chain_ids
from claimtracker.storage.tables import Move


def add_move(session: Session, from_claim_id: int, to_claim_id: int) -> None:
    """Let the later claim follow the earlier one.

    Raises ClaimTrackerError where it would follow itself or close a circle, and where one of the
    two has such a neighbour already: chains are joined at their ends only.
    """
    if from_claim_id == to_claim_id:
        raise ClaimTrackerError("A claim cannot move its own deadline: choose another claim.")
    moved_on = move_from(session, from_claim_id)
    if moved_on is not None:
        raise ClaimTrackerError(_already_moved(session, moved_on))
    before = move_to(session, to_claim_id)
    if before is not None:
        raise ClaimTrackerError(
            f"Claim {to_claim_id} already follows claim {before.from_claim_id}: separate the two "
            "first, or choose the first claim of that chain."
        )
    if from_claim_id in chain_ids(session, to_claim_id):
        raise ClaimTrackerError(
            f"Claim {to_claim_id} comes earlier in the same chain: the moves would go round in a "
            "circle."
        )
    session.add(Move(from_claim_id=from_claim_id, to_claim_id=to_claim_id))


def move_to(session: Session, claim_id: int) -> Move | None:
    """The move by which this claim follows an earlier one."""
    return session.exec(select(Move).where(col(Move.to_claim_id) == claim_id)).first()


def move_from(session: Session, claim_id: int) -> Move | None:
    """The move by which a later claim follows this one."""
    return session.exec(select(Move).where(col(Move.from_claim_id) == claim_id)).first()


def _already_moved(session: Session, move: Move) -> str:
    """Say where the new move belongs: at the end of the chain."""
    end = chain_ids(session, move.to_claim_id)[-1]
    told = f"The deadline of claim {move.from_claim_id} was already moved, by claim"
    if end == move.to_claim_id:
        return f"{told} {end}: record the new move there."
    return f"{told} {move.to_claim_id}: record the new move at the end of its chain, claim {end}."
