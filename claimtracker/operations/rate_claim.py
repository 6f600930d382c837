"""Give a verdict: dated, reasoned, added to the log; the newest counts."""

from collections.abc import Sequence

from sqlmodel import Session

from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.vocabulary import label
from claimtracker.operations.claim_parts import named
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Assessment


def rate_claims(
    session: Session, claim_ids: Sequence[int], draft: AssessmentDraft, *, by: str
) -> None:
    """Give these claims the same verdict for the same reason, as one action."""
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
    session.add(
        Assessment(
            claim_id=claim_id,
            verdict=draft.verdict.value,
            reason=draft.reason,
            assessor=by,
            assessed_on=draft.assessed_on,
            kept_on=draft.kept_on,
        )
    )
    claim.verdict = draft.verdict.value
    claim.assessed_on = draft.assessed_on
    claim.kept_on = draft.kept_on
