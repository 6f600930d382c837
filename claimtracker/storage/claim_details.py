"""Everything there is about one claim, for the panel and for `show`."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select
from sqlmodel import Session, col

from claimtracker.claims.errors import NotFound
from claimtracker.claims.rows import AssessmentRow, ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ConditionOutcome, Verdict
from claimtracker.claims.weighing import against_evidence
from claimtracker.storage.changes import changes_of_claim
from claimtracker.storage.criteria_log import criteria_change
from claimtracker.storage.moves import chain
from claimtracker.storage.report_rows import report_rows
from claimtracker.storage.restatements import restated_by
from claimtracker.storage.tables import (
    Assessment,
    AssessmentEvidence,
    Claim,
    Evidence,
)


def claim_details(session: Session, claim_id: int, as_of: AsOf) -> ClaimDetails:
    """Return the claim with all that belongs to it; raise NotFound if there is none."""
    claim = find_claim(session, claim_id)
    (report,) = report_rows(session, [claim_id], as_of)
    return ClaimDetails(
        report=report,
        version=claim.version,
        condition_outcome=ConditionOutcome(claim.condition_outcome),
        condition_outcome_on=claim.condition_outcome_on,
        is_binned=claim.binned_at is not None,
        against_evidence=against_evidence(report),
        assessments=tuple(_assessments(session, claim_id)),
        moves=chain(session, claim_id, as_of),
        changes=tuple(changes_of_claim(session, claim_id)),
        restates_id=claim.restates_id,
        restated_by=restated_by(session, claim_id),
        criteria_change=criteria_change(session, claim),
    )


def find_claim(session: Session, claim_id: int) -> Claim:
    """Return the table row, for operations; raise NotFound naming the id."""
    # SQLite's ids end at 64 bits; a longer number overflows in the driver.
    claim = session.get(Claim, claim_id) if 0 < claim_id < 2**63 else None
    if claim is None:
        raise NotFound(f"There is no claim {claim_id}.")
    return claim


def _assessments(session: Session, claim_id: int) -> Iterator[AssessmentRow]:
    bases: dict[int, dict[int, str]] = defaultdict(dict)
    rests = select(
        col(AssessmentEvidence.assessment_id), col(Evidence.id), *map(col, _NAMING)
    ).join(Assessment, col(Assessment.id) == AssessmentEvidence.assessment_id)
    rests = rests.join(Evidence, col(Evidence.id) == AssessmentEvidence.evidence_id)
    for key, evidence_id, *names in session.execute(
        rests.where(col(Assessment.claim_id) == claim_id)
    ):
        bases[key][evidence_id] = next(filter(None, names), "Untitled")
    asked = select(Assessment).where(col(Assessment.claim_id) == claim_id)
    for found in session.execute(asked.order_by(col(Assessment.id).desc())).scalars():
        yield AssessmentRow(
            id=found.id or 0,
            verdict=Verdict(found.verdict),
            reason=found.reason,
            assessor=found.assessor,
            assessed_on=found.assessed_on,
            kept_on=found.kept_on,
            evidence_ids=tuple(bases[found.id or 0]),
            evidence_titles=tuple(bases[found.id or 0].values()),
        )


# As `DocumentRow.called` has it.
_NAMING = (Evidence.title, Evidence.url, Evidence.file_name, Evidence.excerpt)
