"""Record that a deadline was moved by a claim that is stored already."""

from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.chain_links import add_move
from claimtracker.operations.claim_parts import named
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Claim


def follow_deadline(session: Session, claim_id: int, later_id: int, *, by: str) -> int:
    """Let the stored claim be the next step after this one; return its id.

    Neither of the two changes by it. Raises ClaimTrackerError where one lies in the bin, and as
    `add_move` does where the two cannot be joined.
    """
    with recorded(session, "move deadline", by) as action:
        earlier, later = find_claim(session, claim_id), find_claim(session, later_id)
        action.name = f"moved deadline of {named(earlier.summary)}"
        add_move(session, claim_id, later_id)
        for claim in (earlier, later):
            _refuse_binned(claim)
    return later_id


def _refuse_binned(claim: Claim) -> None:
    if claim.binned_at is not None:
        raise ClaimTrackerError(f"Claim {claim.id} is in the bin: take it out first.")
