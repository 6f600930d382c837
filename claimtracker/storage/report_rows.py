"""Claims set out for a report: full rows, read in batches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import SQLColumnExpression, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from claimtracker.claims.errors import Damaged
from claimtracker.claims.rows import EvidenceRow, OccurrenceRow, ReportRow
from claimtracker.claims.state import AsOf, Window, days_over, state_on
from claimtracker.claims.vocabulary import Verdict
from claimtracker.storage.around_claims import (
    NEWEST_ASSESSMENTS,
    evidence_of,
    occurrences_of,
    tags_of,
)
from claimtracker.storage.engine import PATH
from claimtracker.storage.named_ids import is_named, rows_named
from claimtracker.storage.tables import Assessment, Claim, Claimant, Move

BATCH_ROWS = 500

_before, _after, _earlier = aliased(Move), aliased(Move), aliased(Claim)
_OWN = Claim.__table__.columns  # type: ignore[attr-defined]  # SQLModel hides it
# The fields of a ReportRow that are one value of the claim or of a row beside it.
_COLUMNS: dict[str, SQLColumnExpression[Any]] = {
    **{field.name: _OWN[field.name] for field in fields(ReportRow) if field.name in _OWN},
    "claimant": func.coalesce(col(Claimant.name), ""),
    "claimant_role": func.coalesce(col(Claimant.role), ""),
    "moved_from": col(_before.from_claim_id),
    "moved_to": col(_after.to_claim_id),
}
_CLAIMS = (
    select(*_COLUMNS.values(), col(_earlier.latest_on))
    .select_from(Claim)
    .outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
    .outerjoin(_before, col(_before.to_claim_id) == Claim.id)
    .outerjoin(_after, col(_after.from_claim_id) == Claim.id)
    .outerjoin(_earlier, col(_earlier.id) == _before.from_claim_id)
    .where(is_named(col(Claim.id)))
)
_REASONS = select(col(Assessment.claim_id), col(Assessment.reason)).where(
    col(Assessment.id).in_(NEWEST_ASSESSMENTS)
)


def report_rows(session: Session, ids: Sequence[int], as_of: AsOf) -> Iterator[ReportRow]:
    """Yield the report rows of these claims in their order, BATCH_ROWS at a time in memory."""
    for start in range(0, len(ids), BATCH_ROWS):
        yield from _batch(session, ids[start : start + BATCH_ROWS], as_of)


def listed_rows(session: Session, ids: Sequence[int], as_of: AsOf) -> Iterator[ReportRow]:
    """Yield the same of ids that were read in this very transaction: each of them must be there.

    Raises Damaged where one is not: its page cannot be come to by the number of the claim.
    """
    there = report_rows(session, ids, as_of)
    for claim_id in ids:
        row = next(there, None)
        if row is None or row.id != claim_id:
            path = session.info[PATH]
            raise Damaged(f"{path} is damaged: claim {claim_id} is listed and cannot be found.")
        yield row


@dataclass(frozen=True)
class _Around:
    """What belongs to the claims of one batch, by claim id."""

    evidence: dict[int, list[EvidenceRow]]
    occurrences: dict[int, list[OccurrenceRow]]
    tags: dict[int, list[str]]
    reasons: dict[int, str]


def _batch(session: Session, ids: Sequence[int], as_of: AsOf) -> list[ReportRow]:
    around = _around(session, ids)
    found = {
        stored[0]: _as_row(dict(zip(_COLUMNS, stored, strict=True)), earlier, around, as_of)
        for *stored, earlier in rows_named(session, _CLAIMS, ids)
    }
    return [found[key] for key in ids if key in found]


def _around(session: Session, ids: Sequence[int]) -> _Around:
    return _Around(
        evidence=evidence_of(session, ids),
        occurrences=occurrences_of(session, ids),
        tags=tags_of(session, ids),
        reasons=dict(map(tuple, rows_named(session, _REASONS, ids))),
    )


def _as_row(
    stored: dict[str, Any], earlier_on: date | None, around: _Around, as_of: AsOf
) -> ReportRow:
    """Set out what is stored of a claim, moved from one that was to be kept by `earlier_on`."""
    key, latest_on = stored["id"], stored["latest_on"]
    verdict = stored["verdict"] = Verdict(stored["verdict"])
    evidence = tuple(around.evidence.get(key, ()))
    occurrences = tuple(around.occurrences.get(key, ()))
    return ReportRow(
        **stored,
        source_title=occurrences[0].title if occurrences else "",
        source_url=occurrences[0].url if occurrences else "",
        state=state_on(as_of, Window(stored["opens_on"], stored["due_on"], latest_on), verdict),
        days_over=days_over(as_of.today, latest_on),
        verdict_reason=around.reasons.get(key, ""),
        evidence_count=len(evidence),
        evidence=evidence,
        occurrences=occurrences,
        slip_days=(latest_on - earlier_on).days if latest_on and earlier_on else None,
        tags=tuple(around.tags.get(key, ())),
    )
