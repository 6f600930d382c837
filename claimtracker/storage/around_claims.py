"""What belongs to claims: where they were said, the evidence, the tags; by claim id."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlmodel import Session, col

from claimtracker.claims.rows import EvidenceRow, OccurrenceRow
from claimtracker.claims.vocabulary import Relation
from claimtracker.storage.evidence_list import DOCUMENT_COLUMNS, document_fields
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


def evidence_of(session: Session, ids: Sequence[int]) -> dict[int, list[EvidenceRow]]:
    """The evidence linked to these claims, oldest document first."""
    asked = (
        select(
            col(EvidenceLink.claim_id),
            col(EvidenceLink.id).label("link_id"),
            col(EvidenceLink.relation),
            col(EvidenceLink.note),
            col(EvidenceLink.passage),
            *DOCUMENT_COLUMNS,
        )
        .join(Evidence, col(Evidence.id) == EvidenceLink.evidence_id)
        .where(col(EvidenceLink.claim_id).in_(ids))
        .order_by(col(Evidence.published_on).asc().nulls_last(), col(EvidenceLink.id))
    )
    bases = _bases(session, ids)
    found: dict[int, list[EvidenceRow]] = defaultdict(list)
    for row in session.execute(asked):
        is_basis = (row.claim_id, row.evidence_id) in bases
        found[row.claim_id].append(_evidence_row(row, is_basis=is_basis))
    return found


def _evidence_row(row: Row[Any], *, is_basis: bool) -> EvidenceRow:
    return EvidenceRow(
        **document_fields(row),
        id=row.link_id,
        relation=Relation(row.relation),
        note=row.note,
        passage=row.passage,
        is_basis=is_basis,
    )


def _bases(session: Session, ids: Sequence[int]) -> set[tuple[int, int]]:
    """Which evidence the newest verdict on each of these claims rests on."""
    newest = newest_assessments(ids).subquery()
    asked = (
        select(col(Assessment.claim_id), col(AssessmentEvidence.evidence_id))
        .join(Assessment, col(Assessment.id) == AssessmentEvidence.assessment_id)
        .where(col(Assessment.id).in_(select(newest.c.id)))
    )
    return {(claim_id, evidence_id) for claim_id, evidence_id in session.execute(asked)}


def newest_assessments(ids: Sequence[int]) -> Select[Any]:
    """Ask for the newest assessment of each of these claims: the one that counts."""
    newest = select(func.max(col(Assessment.id)).label("id"))
    return newest.where(col(Assessment.claim_id).in_(ids)).group_by(col(Assessment.claim_id))


def occurrences_of(session: Session, ids: Sequence[int]) -> dict[int, list[OccurrenceRow]]:
    """Every place where these claims were said; the first is the first appearance."""
    asked = (
        select(
            col(Occurrence.claim_id),
            col(Occurrence.id),
            col(Occurrence.stated_on),
            col(Occurrence.words),
            col(Source.title),
            col(Source.publisher),
            col(Source.url),
            col(Source.published_on),
            (col(Source.text) != "").label("is_captured"),
        )
        .outerjoin(Source, col(Source.id) == Occurrence.source_id)
        .where(col(Occurrence.claim_id).in_(ids))
        .order_by(col(Occurrence.stated_on).asc().nulls_last(), col(Occurrence.id))
    )
    found: dict[int, list[OccurrenceRow]] = defaultdict(list)
    for row in session.execute(asked):
        found[row.claim_id].append(
            OccurrenceRow(
                id=row.id,
                stated_on=row.stated_on,
                words=row.words,
                title=row.title or "",
                publisher=row.publisher or "",
                url=row.url or "",
                published_on=row.published_on,
                is_captured=bool(row.is_captured),
            )
        )
    return found


def tags_of(session: Session, ids: Sequence[int]) -> dict[int, list[str]]:
    """The tags of these claims in the order of the alphabet."""
    asked = (
        select(col(ClaimTag.claim_id), col(Tag.name))
        .join(Tag, col(Tag.id) == ClaimTag.tag_id)
        .where(col(ClaimTag.claim_id).in_(ids))
        .order_by(col(Tag.name))
    )
    found: dict[int, list[str]] = defaultdict(list)
    for claim_id, name in session.execute(asked):
        found[claim_id].append(name)
    return found
