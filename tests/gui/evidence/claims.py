"""A claim with evidence as the storage room would hand it out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from claimtracker.claims.rows import AssessmentRow, ClaimDetails, EvidenceRow, ReportRow
from claimtracker.claims.vocabulary import ConditionOutcome, Relation, State, Verdict
from tests.gui.rows import evidence_row

SAID, OPENS, LATEST = date(2025, 4, 17), date(2025, 4, 21), date(2025, 4, 27)
TODAY = date(2025, 5, 1)
MOMENT = datetime(2025, 5, 1, 12, tzinfo=UTC)

_REPORT = ReportRow(
    id=1,
    summary="Sign the deal",
    quote="",
    claimant="Ada",
    claimant_role="",
    stated_on=SAID,
    source_title="",
    source_url="",
    deadline_wording="next week",
    opens_on=OPENS,
    due_on=LATEST,
    latest_on=LATEST,
    precision="",
    rule="",
    state=State.PASSED,
    days_over=4,
    condition="",
    criteria="",
    review_on=None,
    verdict=Verdict.NOT_YET_RATED,
    assessed_on=None,
    verdict_reason="",
    evidence_count=0,
    evidence=(),
    occurrences=(),
    moved_from=None,
    moved_to=None,
    slip_days=None,
    tags=(),
    notes="",
    created_at=MOMENT,
    updated_at=MOMENT,
)


def claim_with(
    evidence: Sequence[EvidenceRow] = (),
    assessments: Sequence[AssessmentRow] = (),
    **fields: object,
) -> ClaimDetails:
    """The common claim with this evidence; `fields` are the report's."""
    report = replace(_REPORT, evidence=tuple(evidence), evidence_count=len(evidence))
    return ClaimDetails(
        report=replace(report, **fields),  # type: ignore[arg-type]  # the caller names the fields
        version=1,
        condition_outcome=ConditionOutcome.OPEN,
        is_binned=False,
        against_evidence="",
        assessments=tuple(assessments),
        moves=(),
        changes=(),
    )


def fulfilment(day: date | None, number: int = 1, **fields: object) -> EvidenceRow:
    """A document of that day that fulfils the claim."""
    told = {"relation": Relation.FULFILS, "published_on": day, **fields}
    return evidence_row(id=number, evidence_id=number, **told)
