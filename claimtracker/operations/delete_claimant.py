"""Remove a claimant of whom there is no claim."""

from sqlmodel import Session, col, func, select

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import of_claims
from claimtracker.operations.claim_parts import named
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claimants import find_claimant
from claimtracker.storage.tables import Claim


def delete_claimant(session: Session, claimant_id: int, *, by: str) -> str:
    """Remove the claimant; return the name. Raises ClaimTrackerError where a claim is left."""
    with recorded(session, "delete claimant", by) as action:
        claimant = find_claimant(session, claimant_id)
        said = select(func.count()).where(col(Claim.claimant_id) == claimant_id)
        if count := session.exec(said).one():
            raise ClaimTrackerError(
                f"{claimant.name} has {of_claims(count)}, those in the bin among them: merge the "
                "claimant with another one, or give the claims another claimant first."
            )
        action.name = f"delete claimant {named(claimant.name)}"
        session.delete(claimant)
        name = claimant.name
    return name
