"""Claims set out for a report: full rows, read in batches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from claimtracker.claims.rows import EvidenceRow, OccurrenceRow, ReportRow
from claimtracker.claims.state import AsOf, Window, days_over, state_on
from claimtracker.claims.vocabulary import Verdict
from claimtracker.storage.around_claims import (
    evidence_of,
    newest_assessments,
    occurrences_of,
    tags_of,
)
from claimtracker.storage.tables import Assessment, Claim, Claimant, Move

BATCH_ROWS = 500  # stays under SQLite's limit of bound values


def report_rows(session: Session, ids: Sequence[int], as_of: AsOf) -> Iterator[ReportRow]:
    """Yield the report rows of these claims in their order, BATCH_ROWS at a time in memory."""
    for start in range(0, len(ids), BATCH_ROWS):
        yield from _batch(session, ids[start : start + BATCH_ROWS], as_of)


@dataclass(frozen=True)
class _Moved:
    """The neighbours of a claim in its chain, and the slip from the one before."""

    from_id: int | None = None
    to_id: int | None = None
    slip_days: int | None = None


@dataclass(frozen=True)
class _Around:
    """What belongs to the claims of one batch, by claim id."""

    evidence: dict[int, list[EvidenceRow]]
    occurrences: dict[int, list[OccurrenceRow]]
    tags: dict[int, list[str]]
    reasons: dict[int, str]
    moved: dict[int, _Moved]


def _batch(session: Session, ids: Sequence[int], as_of: AsOf) -> list[ReportRow]:
    found = {row.id: row for row in _claims(session, ids)}
    around = _Around(
        evidence=evidence_of(session, ids),
        occurrences=occurrences_of(session, ids),
        tags=tags_of(session, ids),
        reasons=_reasons(session, ids),
        moved=_moved(session, ids),
    )
    return [_as_row(found[key], around, as_of) for key in ids if key in found]


def _claims(session: Session, ids: Sequence[int]) -> Iterator[Row[Any]]:
    names: tuple[Any, ...] = (
        col(Claimant.name).label("claimant"),
        col(Claimant.role).label("claimant_role"),
    )
    asked = (
        select(*Claim.__table__.columns, *names)  # type: ignore[attr-defined]  # SQLModel hides it
        .outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
        .where(col(Claim.id).in_(ids))
    )
    yield from session.execute(asked)


def _reasons(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """The reason of each claim's newest assessment."""
    asked = select(col(Assessment.claim_id), col(Assessment.reason))
    found = session.execute(asked.where(col(Assessment.id).in_(newest_assessments(ids))))
    return {claim_id: reason for claim_id, reason in found}


def _moved(session: Session, ids: Sequence[int]) -> dict[int, _Moved]:
    before, after, earlier = aliased(Move), aliased(Move), aliased(Claim)
    asked = (
        select(
            col(Claim.id),
            col(before.from_claim_id),
            col(after.to_claim_id),
            col(Claim.latest_on),
            col(earlier.latest_on),
        )
        .outerjoin(before, col(before.to_claim_id) == Claim.id)
        .outerjoin(after, col(after.from_claim_id) == Claim.id)
        .outerjoin(earlier, col(earlier.id) == before.from_claim_id)
        .where(col(Claim.id).in_(ids))
    )
    return {
        key: _Moved(from_id, to_id, (now - was).days if now and was else None)
        for key, from_id, to_id, now, was in session.execute(asked)
    }


def _as_row(found: Row[Any], around: _Around, as_of: AsOf) -> ReportRow:
    window = Window(found.opens_on, found.due_on, found.latest_on)
    verdict = Verdict(found.verdict)
    evidence = tuple(around.evidence.get(found.id, ()))
    occurrences = tuple(around.occurrences.get(found.id, ()))
    moved = around.moved.get(found.id, _Moved())
    return ReportRow(
        id=found.id,
        summary=found.summary,
        quote=found.quote,
        claimant=found.claimant or "",
        claimant_role=found.claimant_role or "",
        stated_on=found.stated_on,
        source_title=occurrences[0].title if occurrences else "",
        source_url=occurrences[0].url if occurrences else "",
        deadline_wording=found.deadline_wording,
        opens_on=found.opens_on,
        due_on=found.due_on,
        latest_on=found.latest_on,
        precision=found.precision,
        rule=found.rule,
        state=state_on(as_of, window, verdict),
        days_over=days_over(as_of.today, found.latest_on),
        condition=found.condition,
        criteria=found.criteria,
        review_on=found.review_on,
        verdict=verdict,
        assessed_on=found.assessed_on,
        verdict_reason=around.reasons.get(found.id, ""),
        evidence_count=len(evidence),
        evidence=evidence,
        occurrences=occurrences,
        moved_from=moved.from_id,
        moved_to=moved.to_id,
        slip_days=moved.slip_days,
        tags=tuple(around.tags.get(found.id, ())),
        notes=found.notes,
        created_at=found.created_at,
        updated_at=found.updated_at,
    )
