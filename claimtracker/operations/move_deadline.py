"""Record that a deadline was moved: the later words become a claim of their own in the chain."""

from datetime import date

from sqlmodel import Session, col, select

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.add_claim import insert_claim
from claimtracker.operations.claim_parts import named
from claimtracker.storage.around_claims import tags_of
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Claim, Claimant, Move


def move_deadline(
    session: Session, claim_id: int, wording: str, stated_on: date, *, by: str
) -> int:
    """Add the moved deadline as the next claim of the chain; return the new claim's id.

    Raises ClaimTrackerError where the deadline was already moved on: the chain grows at its end.
    """
    if not wording.strip():
        raise ClaimTrackerError("A moved deadline needs the words in which it was given.")
    with recorded(session, "move deadline", by) as action:
        claim = find_claim(session, claim_id)
        action.name = f"moved deadline of {named(claim.summary)}"
        _refuse_fork(session, claim_id)
        later = insert_claim(session, _later(session, claim, wording, stated_on))
        session.add(Move(from_claim_id=claim_id, to_claim_id=later))
    return later


def _refuse_fork(session: Session, claim_id: int) -> None:
    taken = session.exec(select(Move).where(col(Move.from_claim_id) == claim_id)).first()
    if taken is not None:
        raise ClaimTrackerError(
            f"The deadline of claim {claim_id} was already moved, by claim {taken.to_claim_id}: "
            "record the new move there."
        )


def _later(session: Session, claim: Claim, wording: str, stated_on: date) -> ClaimDraft:
    claimant = session.get(Claimant, claim.claimant_id) if claim.claimant_id else None
    return ClaimDraft.of(
        summary=claim.summary,
        claimant=claimant.name if claimant else "",
        stated_on=stated_on,
        deadline_wording=wording,
        condition=claim.condition,
        criteria=claim.criteria,
        tags=tuple(tags_of(session, [claim.id or 0]).get(claim.id or 0, ())),
    )
