"""What belongs to claims: where they were said, the evidence, the tags; by claim id."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, SQLColumnExpression, func, select
from sqlmodel import Session, col

from claimtracker.claims.rows import EvidenceRow, OccurrenceRow
from claimtracker.claims.vocabulary import CaptureMethod, Relation
from claimtracker.storage.evidence_list import DOCUMENT_COLUMNS
from claimtracker.storage.named_ids import is_named, rows_named
from claimtracker.storage.tables import (
    Assessment,
    AssessmentEvidence,
    ClaimTag,
    Evidence,
    EvidenceLink,
    Occurrence,
    Source,
    Tag,
)

NEWEST_ASSESSMENTS: Select[Any] = (
    select(func.max(col(Assessment.id)).label("id"))
    .where(is_named(col(Assessment.claim_id)))
    .group_by(col(Assessment.claim_id))
)
"""The newest assessment of each of the named claims: the one that counts."""

# Once, not for each page of claims: to set out a statement takes longer than to execute it.
_EVIDENCE_COLUMNS: dict[str, SQLColumnExpression[Any]] = {
    **DOCUMENT_COLUMNS,
    **{name: col(getattr(EvidenceLink, name)) for name in ("id", "relation", "note", "passage")},
}
_EVIDENCE = (
    select(col(EvidenceLink.claim_id), *_EVIDENCE_COLUMNS.values())
    .join(Evidence, col(Evidence.id) == EvidenceLink.evidence_id)
    .where(is_named(col(EvidenceLink.claim_id)))
    .order_by(col(Evidence.published_on).asc().nulls_last(), col(EvidenceLink.id))
)
_BASES = (
    select(col(Assessment.claim_id), col(AssessmentEvidence.evidence_id))
    .join(Assessment, col(Assessment.id) == AssessmentEvidence.assessment_id)
    .where(col(Assessment.id).in_(NEWEST_ASSESSMENTS))
)
_OCCURRENCES = (
    select(
        col(Occurrence.claim_id),
        col(Occurrence.id),
        col(Occurrence.stated_on),
        col(Occurrence.words),
        func.coalesce(col(Source.title), ""),
        func.coalesce(col(Source.publisher), ""),
        func.coalesce(col(Source.url), ""),
        col(Source.published_on),
        func.coalesce(col(Source.text) != "", False),
    )
    .outerjoin(Source, col(Source.id) == Occurrence.source_id)
    .where(is_named(col(Occurrence.claim_id)))
    .order_by(col(Occurrence.stated_on).asc().nulls_last(), col(Occurrence.id))
)
_TAGS = (
    select(col(ClaimTag.claim_id), col(Tag.name))
    .join(Tag, col(Tag.id) == ClaimTag.tag_id)
    .where(is_named(col(ClaimTag.claim_id)))
    .order_by(col(Tag.name))
)


def evidence_of(session: Session, ids: Sequence[int]) -> dict[int, list[EvidenceRow]]:
    """The evidence linked to these claims, oldest document first."""
    bases = set(map(tuple, rows_named(session, _BASES, ids)))
    found: dict[int, list[EvidenceRow]] = defaultdict(list)
    for claim_id, *values in rows_named(session, _EVIDENCE, ids):
        told = dict(zip(_EVIDENCE_COLUMNS, values, strict=True))
        told["method"] = CaptureMethod(told["method"])
        told["relation"] = Relation(told["relation"])
        told["is_basis"] = (claim_id, told["evidence_id"]) in bases
        found[claim_id].append(EvidenceRow(**told))
    return found


def occurrences_of(session: Session, ids: Sequence[int]) -> dict[int, list[OccurrenceRow]]:
    """Every place where these claims were said; the first is the first appearance."""
    found: dict[int, list[OccurrenceRow]] = defaultdict(list)
    for claim_id, *occurrence in rows_named(session, _OCCURRENCES, ids):
        found[claim_id].append(OccurrenceRow(*occurrence))
    return found


def tags_of(session: Session, ids: Sequence[int]) -> dict[int, list[str]]:
    """The tags of these claims in the order of the alphabet."""
    found: dict[int, list[str]] = defaultdict(list)
    for claim_id, name in rows_named(session, _TAGS, ids):
        found[claim_id].append(name)
    return found
