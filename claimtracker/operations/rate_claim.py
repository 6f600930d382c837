"""Give a verdict: dated, reasoned, added to the log; the newest counts."""

from collections.abc import Sequence

from sqlmodel import Session, select

from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import label
from claimtracker.operations.claim_parts import named, new_id
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Assessment, AssessmentEvidence, EvidenceLink


def rate_claims(
    session: Session, claim_ids: Sequence[int], draft: AssessmentDraft, *, by: str
) -> None:
    """Give these claims the same verdict for the same reason, as one action.

    Raises ClaimTrackerError, with nothing given, where one rests on evidence that is not linked.
    """
    verdict = label(draft.verdict).lower()
    with recorded(session, f"verdict {verdict} on {len(claim_ids)} claims", by) as action:
        for claim_id in claim_ids:
            rate(session, claim_id, draft, by)
        if len(claim_ids) == 1:
            summary = find_claim(session, claim_ids[0]).summary
            action.name = f"verdict {verdict} on {named(summary)}"


def rate(session: Session, claim_id: int, draft: AssessmentDraft, by: str) -> None:
    """The same for one claim within an action that is already open."""
    claim = find_claim(session, claim_id)
    claim.verdict = draft.verdict.value
    claim.assessed_on = draft.assessed_on
    claim.kept_on = draft.kept_on
    assessment = Assessment(
        claim_id=claim_id,
        verdict=draft.verdict.value,
        reason=draft.reason,
        assessor=by,
        assessed_on=draft.assessed_on,
        kept_on=draft.kept_on,
    )
    assessment_id = new_id(session, assessment)
    _refuse_unlinked(session, claim_id, draft.evidence_ids)
    for evidence_id in dict.fromkeys(draft.evidence_ids):
        session.add(AssessmentEvidence(assessment_id=assessment_id, evidence_id=evidence_id))


def _refuse_unlinked(session: Session, claim_id: int, evidence_ids: Sequence[int]) -> None:
    """Refuse evidence that is not linked to the claim, as when somebody took it off meanwhile."""
    if evidence_ids:
        asked = select(EvidenceLink.evidence_id).where(EvidenceLink.claim_id == claim_id)
        if not set(evidence_ids) <= set(session.exec(asked)):
            raise ClaimTrackerError("The verdict rests on evidence that is no longer linked.")
