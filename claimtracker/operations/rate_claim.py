"""Give a verdict: dated, reasoned, added to the log; the newest counts."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlmodel import Session, col

from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.judged_since import judged_after, refuse_judged_since
from claimtracker.operations.many_claims import UNWATCHED, Watch, called, refuse_missing
from claimtracker.storage.change_log import recorded
from claimtracker.storage.logged_rows import add_rows, change_rows
from claimtracker.storage.named_ids import among
from claimtracker.storage.tables import Assessment, AssessmentEvidence, Claim, EvidenceLink
from claimtracker.storage.verdict_labels import kept_labels


def rate_claims(
    session: Session,
    claim_ids: Sequence[int],
    draft: AssessmentDraft,
    *,
    by: str,
    seen: Mapping[int, int] | None = None,
    seen_up_to: int | None = None,
    watch: Watch = UNWATCHED,
) -> int:
    """Give these claims the same verdict for the same reason, as one action; return how many.

    Those with a newer assessment than `seen_up_to` are left out: a verdict that nobody has seen is
    not superseded.
    Raises ClaimTrackerError, with nothing given, where one rests on evidence that is not linked,
    or was judged since `seen`, the newest assessment that was shown of it.
    """
    verdict = kept_labels(session).within(draft.verdict)
    with recorded(session, "verdict", by) as action:
        refuse_missing(session, claim_ids)
        refuse_judged_since(session, seen or {})
        if seen_up_to is not None:
            unseen = judged_after(session, seen_up_to)
            claim_ids = [key for key in claim_ids if key not in unseen] if unseen else claim_ids
        action.name = f"verdict {verdict} on {called(session, claim_ids)}"
        for batch in watch.batches(claim_ids):
            rate(session, batch, draft, by)
    return len(claim_ids)


def rate(session: Session, claim_ids: Sequence[int], draft: AssessmentDraft, by: str) -> None:
    """The same within an action that is already open."""
    _refuse_unlinked(session, claim_ids, draft.evidence_ids)
    judged = {
        "verdict": draft.verdict.value,
        "assessed_on": draft.assessed_on,
        "kept_on": draft.kept_on,
    }
    change_rows(session, Claim, claim_ids, judged)
    told = {**judged, "reason": draft.reason, "assessor": by}
    given = add_rows(session, Assessment, ({"claim_id": key, **told} for key in claim_ids))
    rests_on = dict.fromkeys(draft.evidence_ids)
    pairs = ({"assessment_id": one, "evidence_id": other} for one in given for other in rests_on)
    add_rows(session, AssessmentEvidence, pairs)


def _refuse_unlinked(
    session: Session, claim_ids: Sequence[int], evidence_ids: Sequence[int]
) -> None:
    """Refuse evidence that is not linked to each claim, as when it was taken off meanwhile."""
    for evidence_id in dict.fromkeys(evidence_ids):
        linked = select(func.count(func.distinct(col(EvidenceLink.claim_id)))).where(
            col(EvidenceLink.evidence_id) == evidence_id,
            among(col(EvidenceLink.claim_id), claim_ids),
        )
        if session.execute(linked).scalar_one() < len(set(claim_ids)):
            raise ClaimTrackerError("The verdict rests on evidence that is no longer linked.")
