"""Take the link between two steps of a chain of moves away; both claims stay."""

from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.chain_links import move_to
from claimtracker.operations.claim_parts import named
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim


def separate_move(session: Session, claim_id: int, *, by: str) -> int:
    """Separate this claim from the step before it; return the id of that step.

    What follows it goes with it: one chain becomes two. Raises ClaimTrackerError where the claim
    follows no other.
    """
    with recorded(session, "separate", by) as action:
        claim = find_claim(session, claim_id)
        action.name = f"separated {named(claim.summary)} from the step before it"
        move = move_to(session, claim_id)
        if move is None:
            raise ClaimTrackerError("This claim follows no earlier deadline: nothing to separate.")
        before = move.from_claim_id
        session.delete(move)
    return before
