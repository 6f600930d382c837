"""Say that two claims that look alike are two."""

from sqlmodel import Session, col, select

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.claim_parts import named
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import ToldApart


def tell_apart(session: Session, claim_id: int, other_id: int, *, by: str) -> None:
    """Note that a person found the two to be different; they are not offered as one again.

    Raises ClaimTrackerError for a claim and itself. Told apart before, nothing changes.
    """
    if claim_id == other_id:
        raise ClaimTrackerError("A claim cannot be told apart from itself.")
    one, other = sorted((claim_id, other_id))
    with recorded(session, "not the same", by) as action:
        summaries = [named(find_claim(session, key).summary) for key in (one, other)]
        action.name = f"not the same: {summaries[0]} and {summaries[1]}"
        asked = select(ToldApart).where(
            col(ToldApart.claim_id) == one, col(ToldApart.other_claim_id) == other
        )
        if session.exec(asked).first() is None:
            session.add(ToldApart(claim_id=one, other_claim_id=other))
