"""Record that a deadline was moved: the later words become a claim of their own in the chain."""

from datetime import date

from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft, LaterWords
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.add_claim import insert_claim
from claimtracker.operations.chain_links import add_move
from claimtracker.operations.claim_parts import named
from claimtracker.storage.around_claims import tags_of
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Claim, Claimant

_NOTHING_FURTHER = LaterWords()


def move_deadline(
    session: Session,
    claim_id: int,
    wording: str,
    stated_on: date,
    *,
    by: str,
    told: LaterWords = _NOTHING_FURTHER,
) -> int:
    """Add the moved deadline as the next claim of the chain; return the new claim's id.

    The earlier claim stays as it is, with the state of its own days. Raises ClaimTrackerError
    where the deadline was already moved on: the chain grows at its end.
    """
    if not wording.strip():
        raise ClaimTrackerError("A moved deadline needs the words in which it was given.")
    with recorded(session, "move deadline", by) as action:
        claim = find_claim(session, claim_id)
        action.name = f"moved deadline of {named(claim.summary)}"
        later = insert_claim(session, _later(session, claim, wording, stated_on, told))
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


def _later(
    session: Session, claim: Claim, wording: str, stated_on: date, told: LaterWords
) -> ClaimDraft:
    known = session.get(Claimant, claim.claimant_id) if claim.claimant_id else None
    same = known.name if known else ""
    later = ClaimDraft.of(
        summary=claim.summary,
        quote=told.quote,
        claimant=same if told.claimant is None else told.claimant,
        stated_on=stated_on,
        deadline_wording=wording,
        condition=claim.condition if told.condition is None else told.condition,
        source=told.source,
        review_on=told.review_on,
    )
    return with_what_stays(session, later, claim.id or 0)
