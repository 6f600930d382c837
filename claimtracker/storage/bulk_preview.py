"""Which claims a change to many would alter, asked of the database before anything is written."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, exists, func, or_, select, true
from sqlmodel import Session, col

from claimtracker.claims.bulk_change import BulkChange, ChangeKind
from claimtracker.storage.claimants import claimant_named
from claimtracker.storage.named_ids import among
from claimtracker.storage.state_sql import on_the_shelf
from claimtracker.storage.tables import Claim, ClaimTag, Tag


def differing_ids(session: Session, claim_ids: Sequence[int], change: BulkChange) -> set[int]:
    """Return those of the claims that are not yet as the change would make them.

    For a verdict those that have another one: given again it is a new assessment all the same.
    """
    asked = select(col(Claim.id)).where(
        among(col(Claim.id), claim_ids), _is_otherwise(session, change)
    )
    return set(session.execute(asked).scalars())


def kept_in_time(session: Session, claim_ids: Sequence[int], kept_on: date) -> tuple[int, int]:
    """Return how many of the claims this day keeps in time on every reading, and the first of them.

    The same rule as `Lateness.is_in_time`, of the days that are stored.
    """
    ends = (col(Claim.due_on), col(Claim.latest_on))
    asked = select(func.count(), func.min(col(Claim.id))).where(
        among(col(Claim.id), claim_ids),
        or_(*(end.is_not(None) for end in ends)),
        *(or_(end.is_(None), end >= kept_on) for end in ends),
    )
    count, first = session.execute(asked).one()
    return count, first or 0


def _is_otherwise(session: Session, change: BulkChange) -> ColumnElement[bool]:
    match change.kind:
        case ChangeKind.ADD_TAGS:
            # Each by itself: two tags that differ in their case only are one.
            return or_(*(~_carries([name]) for name in change.tags))
        case ChangeKind.TAKE_OFF_TAGS:
            return _carries(change.tags)
        case ChangeKind.CLAIMANT:
            return _is_said_by_another(session, change.claimant)
        case ChangeKind.REVIEW_DATE:
            return col(Claim.review_on).is_distinct_from(change.review_on)
        case ChangeKind.VERDICT if change.assessment is not None:
            return col(Claim.verdict) != change.assessment.verdict.value
        case ChangeKind.BIN:
            return on_the_shelf()
    return true()


def _is_said_by_another(session: Session, name: str) -> ColumnElement[bool]:
    if not name:
        return col(Claim.claimant_id).is_not(None)
    found = claimant_named(session, name)
    return true() if found is None else col(Claim.claimant_id).is_distinct_from(found.id)


def _carries(names: Sequence[str]) -> ColumnElement[bool]:
    """Whether a claim carries one of these tags, whatever their case."""
    folded = [name.casefold() for name in names]
    tags = select(col(Tag.id)).where(func.casefold(col(Tag.name)).in_(folded))
    return exists().where(col(ClaimTag.claim_id) == Claim.id, col(ClaimTag.tag_id).in_(tags))
