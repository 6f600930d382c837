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
        later = insert_claim(session, _later(session, claim, wording, stated_on))
        add_move(session, claim_id, later)
    return later


def with_what_stays(session: Session, later: ClaimDraft, claim_id: int) -> ClaimDraft:
    """Take over from the earlier claim what the later words leave open: criteria and tags."""
    claim = find_claim(session, claim_id)
    return later.model_copy(
        update={
            "criteria": later.criteria or claim.criteria,
            "tags": later.tags or tuple(tags_of(session, [claim_id]).get(claim_id, ())),
        }
    )


def add_move(session: Session, from_claim_id: int, to_claim_id: int) -> None:
    """Let the later claim follow the earlier one, within an action that is already open.

    Raises ClaimTrackerError where another claim follows already.
    """
    taken = session.exec(select(Move).where(col(Move.from_claim_id) == from_claim_id)).first()
    if taken is not None:
        raise ClaimTrackerError(
            f"The deadline of claim {from_claim_id} was already moved, by claim "
            f"{taken.to_claim_id}: record the new move there."
        )
    session.add(Move(from_claim_id=from_claim_id, to_claim_id=to_claim_id))


def _later(session: Session, claim: Claim, wording: str, stated_on: date) -> ClaimDraft:
    claimant = session.get(Claimant, claim.claimant_id) if claim.claimant_id else None
    later = ClaimDraft.of(
        summary=claim.summary,
        claimant=claimant.name if claimant else "",
        stated_on=stated_on,
        deadline_wording=wording,
        condition=claim.condition,
    )
    return with_what_stays(session, later, claim.id or 0)
