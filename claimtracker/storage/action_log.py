"""The log of everything that was done: ids in order, rows by the page, all filtered in SQL."""

from array import array
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, exists, func, or_, select
from sqlmodel import Session, col

from claimtracker.claims.log import MOST_COUNTED, TABLES, LogFilter, LoggedRow, Standing
from claimtracker.claims.query import refuse_unreadable, words_typed
from claimtracker.storage.changes import of_claim
from claimtracker.storage.search import claims_summed_up
from claimtracker.storage.tables import Action, Change, Claim


def action_ids(session: Session, wanted: LogFilter, limit: int | None = None) -> "array[int]":
    """Return the actions that fit, the newest first."""
    asked = select(col(Action.id)).where(*_conditions(wanted)).order_by(col(Action.id).desc())
    return array("q", session.execute(asked.limit(limit)).scalars())


def action_rows(session: Session, ids: Sequence[int]) -> dict[int, LoggedRow]:
    """Return these actions by id."""
    lines = select(col(Change.id)).where(col(Change.action_id) == Action.id).limit(MOST_COUNTED)
    counted = select(func.count()).select_from(lines.correlate(Action).subquery())
    asked = select(
        col(Action.id),
        col(Action.at),
        col(Action.by),
        col(Action.name),
        col(Action.is_undoable),
        col(Action.undone_by_id),
        counted.scalar_subquery().label("change_count"),
        _first_claim(Claim.id).label("claim_id"),
        _first_claim(Claim.summary).label("claim"),
    ).where(col(Action.id).in_(ids))
    return {
        row.id: LoggedRow(
            id=row.id,
            at=row.at,
            by=row.by,
            name=row.name,
            stands=row.is_undoable and row.undone_by_id is None,
            is_undone=row.undone_by_id is not None,
            change_count=row.change_count,
            claim_id=row.claim_id,
            claim=row.claim or "",
        )
        for row in session.execute(asked)
    }


def people(session: Session) -> list[str]:
    """Return the names of all who did something, in the order of the alphabet."""
    named = select(col(Action.by)).where(col(Action.by) != "").distinct()
    return sorted(session.execute(named).scalars(), key=str.casefold)


def _first_claim(wanted: Any) -> ScalarSelect[Any]:  # noqa: ANN401 - a column of a table class
    first = select(col(wanted)).join(Change, col(Change.claim_id) == Claim.id)
    own = first.where(col(Change.action_id) == Action.id).order_by(col(Change.id)).limit(1)
    return own.correlate(Action).scalar_subquery()


def _conditions(wanted: LogFilter) -> Iterator[ColumnElement[bool]]:
    for word in words_typed(wanted.words):
        yield or_(col(Action.name).icontains(word, autoescape=True), _on_claims_with(word))
    if wanted.by:
        refuse_unreadable(wanted.by)
        yield col(Action.by) == wanted.by
    if wanted.first_on:
        yield col(Action.at) >= _midnight(wanted.first_on)
    if wanted.last_on and wanted.last_on < date.max:
        yield col(Action.at) < _midnight(wanted.last_on + timedelta(days=1))
    if wanted.kind:
        tables = col(Change.table).in_(TABLES[wanted.kind])
        yield exists().where(col(Change.action_id) == Action.id, tables)
    if wanted.standing:
        is_undone = wanted.standing is Standing.UNDONE
        yield _is_undone() if is_undone else ~_is_undone() & col(Action.is_undoable)
    if wanted.claim_id is not None:
        changed = select(col(Change.action_id)).where(
            col(Change.id).in_(of_claim(wanted.claim_id).subquery().select())
        )
        yield col(Action.id).in_(changed)


def _is_undone() -> ColumnElement[bool]:
    return col(Action.undone_by_id).is_not(None)


def _on_claims_with(word: str) -> ColumnElement[bool]:
    """Whether a claim was changed whose summary has a word that begins so."""
    changed = select(col(Change.action_id)).where(col(Change.claim_id).in_(claims_summed_up(word)))
    return col(Action.id).in_(changed)


def _midnight(day: date) -> datetime:
    """When a day began here; the log tells moments in UTC."""
    try:
        return datetime.combine(day, time.min).astimezone(UTC)
    except (OverflowError, ValueError, OSError):  # a year that this system's clock does not know
        return datetime.combine(day, time.min, UTC)
