"""What belongs to claims: where they were said, the evidence, the tags; by claim id."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session, col

from claimtracker.claims.rows import EvidenceRow, OccurrenceRow
from claimtracker.claims.vocabulary import CaptureMethod, Relation
from claimtracker.storage.tables import (
    ClaimTag,
    Evidence,
    EvidenceLink,
    Occurrence,
    Source,
    Tag,
)


def evidence_of(session: Session, ids: Sequence[int]) -> dict[int, list[EvidenceRow]]:
    """The evidence linked to these claims, oldest document first."""
    document = Evidence.__table__.columns  # type: ignore[attr-defined]  # SQLModel hides it
    asked = (
        select(
            col(EvidenceLink.claim_id),
            col(EvidenceLink.id).label("link_id"),
            col(EvidenceLink.relation),
            col(EvidenceLink.note),
            *document,
        )
        .join(Evidence, col(Evidence.id) == EvidenceLink.evidence_id)
        .where(col(EvidenceLink.claim_id).in_(ids))
        .order_by(col(Evidence.published_on).asc().nulls_last(), col(EvidenceLink.id))
    )
    found: dict[int, list[EvidenceRow]] = defaultdict(list)
    for row in session.execute(asked):
        found[row.claim_id].append(_evidence_row(row))
    return found


def _evidence_row(row: Row[Any]) -> EvidenceRow:
    return EvidenceRow(
        id=row.link_id,
        evidence_id=row.id,
        relation=Relation(row.relation),
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        published_on=row.published_on,
        excerpt=row.excerpt,
        note=row.note,
        archive_url=row.archive_url,
        captured_at=row.captured_at,
        method=CaptureMethod(row.method),
        file_name=row.file_name,
        mime_type=row.mime_type,
        size=row.size,
        sha256=row.sha256,
    )


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
