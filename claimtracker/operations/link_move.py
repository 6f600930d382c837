"""Record that a claim which is stored already moved the deadline of an earlier one."""

from sqlmodel import Session, col, select

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.claim_parts import named
from claimtracker.operations.move_deadline import add_move
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import chain_ids, find_claim
from claimtracker.storage.tables import Move


def link_move(session: Session, from_claim_id: int, to_claim_id: int, *, by: str) -> None:
    """Let the later claim follow the earlier one in its chain, and join the chains of both.

    Raises ClaimTrackerError for two steps of one chain, where another claim follows already, and
    where the later claim moved another deadline already.
    """
    with recorded(session, "move deadline", by) as action:
        claims = [find_claim(session, key) for key in (from_claim_id, to_claim_id)]
        action.name = f"moved deadline of {named(claims[0].summary)}"
        binned = [claim.id for claim in claims if claim.binned_at is not None]
        if binned:
            raise ClaimTrackerError(f"Claim {binned[0]} is in the bin: restore it first.")
        if to_claim_id in chain_ids(session, from_claim_id):
            raise ClaimTrackerError(
                f"Claims {from_claim_id} and {to_claim_id} are steps of one chain already."
            )
        came = session.exec(select(Move).where(col(Move.to_claim_id) == to_claim_id)).first()
        if came is not None:
            raise ClaimTrackerError(
                f"Claim {to_claim_id} moved the deadline of claim {came.from_claim_id} already."
            )
        add_move(session, from_claim_id, to_claim_id)
