"""Give a verdict to every step of a chain of moves, as one action."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, select

from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.lateness import why_no_kept_late
from claimtracker.claims.state import Window
from claimtracker.operations.judged_since import refuse_judged_since
from claimtracker.operations.rate_claim import rate, rate_claims
from claimtracker.storage.change_log import recorded
from claimtracker.storage.moves import standing_chain_ids
from claimtracker.storage.named_ids import among
from claimtracker.storage.tables import Claim, EvidenceLink
from claimtracker.storage.verdict_labels import kept_labels


def rate_chain(
    session: Session,
    claim_id: int,
    draft: AssessmentDraft,
    *,
    by: str,
    seen: Mapping[int, int] | None = None,
) -> list[int]:
    """Rate the whole chain that the claim is a step of; return the claims rated, oldest first.

    Steps in the bin are left out. The verdict rests on the evidence named where that is linked:
    every step has its own. Raises ClaimTrackerError, with nothing given, where it is not linked
    to the claim itself, a step was judged since `seen`, as `rate_claims` does, or the day on which
    it was kept is not late for one of them.
    """
    steps = standing_chain_ids(session, claim_id)
    _refuse_no_kept_late(session, steps, draft)
    if not draft.evidence_ids:
        rate_claims(session, steps, draft, by=by, seen=seen)
        return steps
    verdict = kept_labels(session).within(draft.verdict)
    with recorded(session, f"verdict {verdict} on {len(steps)} claims", by):
        refuse_judged_since(session, seen or {})
        linked = _linked(session, draft.evidence_ids)
        bases: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for step in steps:
            own = tuple(key for key in draft.evidence_ids if key in linked[step])
            bases[draft.evidence_ids if step == claim_id else own].append(step)
        for basis, alike in bases.items():
            rate(session, alike, draft.model_copy(update={"evidence_ids": basis}), by)
    return steps


def _refuse_no_kept_late(session: Session, steps: Sequence[int], draft: AssessmentDraft) -> None:
    """Hold the day on which it was kept against each step's own deadline."""
    for step in session.exec(select(Claim).where(among(col(Claim.id), steps))):
        window = Window(step.opens_on, step.due_on, step.latest_on)
        if why_not := why_no_kept_late(draft.verdict, draft.kept_on, window):
            raise ClaimTrackerError(f"Claim {step.id} of the chain: {why_not} Rate it by itself.")


def _linked(session: Session, evidence_ids: Sequence[int]) -> dict[int, set[int]]:
    """Which of these documents bear on which claims."""
    found: dict[int, set[int]] = defaultdict(set)
    asked = select(EvidenceLink.claim_id, EvidenceLink.evidence_id)
    for claim_id, evidence_id in session.exec(
        asked.where(col(EvidenceLink.evidence_id).in_(evidence_ids))
    ):
        found[claim_id].add(evidence_id)
    return found
