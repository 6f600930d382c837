"""Say that two claims are one: the places where it was said are brought together."""

from sqlmodel import Session, col, select

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.claim_parts import named
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import EvidenceLink, Occurrence
from claimtracker.storage.tables.column_types import now


def restate_claim(session: Session, claim_id: int, of_claim_id: int, *, by: str) -> None:
    """Make the first claim a restatement of the second.

    Its occurrences and evidence go over, the claim itself to the bin. Raises
    ClaimTrackerError for a claim that would restate itself.
    """
    if claim_id == of_claim_id:
        raise ClaimTrackerError("A claim cannot be a restatement of itself.")
    with recorded(session, "restatement", by) as action:
        claim, original = (
            find_claim(session, claim_id),
            find_claim(session, of_claim_id),
        )
        action.name = f"{named(claim.summary)} restates {named(original.summary)}"
        said = select(Occurrence).where(col(Occurrence.claim_id) == claim_id)
        for occurrence in session.exec(said).all():
            occurrence.claim_id = of_claim_id
        _hand_over_evidence(session, claim_id, of_claim_id)
        claim.binned_at = claim.binned_at or now()


def _hand_over_evidence(session: Session, claim_id: int, of_claim_id: int) -> None:
    known = {_key(link) for link in _links(session, of_claim_id)}
    for link in _links(session, claim_id):
        if _key(link) not in known:
            link.claim_id = of_claim_id


def _links(session: Session, claim_id: int) -> list[EvidenceLink]:
    asked = select(EvidenceLink).where(col(EvidenceLink.claim_id) == claim_id)
    return list(session.exec(asked).all())


def _key(link: EvidenceLink) -> tuple[int, str]:
    return link.evidence_id, link.relation
