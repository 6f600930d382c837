"""Lines of the change log with the names of what they speak of."""

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Row, Select, and_, select, union
from sqlmodel import Session, SQLModel, col

from claimtracker.claims.rows import ChangeRow
from claimtracker.storage.change_names import Names, keys_of, names_of
from claimtracker.storage.tables import (
    Action,
    Assessment,
    AssessmentEvidence,
    Change,
    Claim,
    Claimant,
    Evidence,
    EvidenceLink,
    Move,
    Occurrence,
    Source,
    ToldApart,
)

_BATCH = 500  # lines of the log at a time: each may hold a whole article
_HANDED_ON = (Occurrence, EvidenceLink)  # rows that may come to belong to another claim


def changes_of_claim(session: Session, claim_id: int) -> Iterator[ChangeRow]:
    """Give every change of a claim and of what belongs to it, the newest first."""
    found = session.execute(of_claim(claim_id))
    yield from change_rows(session, sorted(found.scalars(), reverse=True))


def of_claim(claim_id: int) -> CompoundSelect[tuple[int]]:
    """The ids of the changes that a claim's history tells.

    Also those of a place or a link that went over to another claim, of the documents that bear on
    it, and of its claimant and sources since they were entered.
    """
    linked = select(col(EvidenceLink.evidence_id)).where(col(EvidenceLink.claim_id) == claim_id)
    spoke = select(col(Claim.claimant_id)).where(col(Claim.id) == claim_id)
    said = select(col(Occurrence.source_id)).where(col(Occurrence.claim_id) == claim_id)
    arrived = select(col(Move.id)).where(col(Move.to_claim_id) == claim_id)
    apart = select(col(ToldApart.id)).where(col(ToldApart.other_claim_id) == claim_id)
    rests = select(col(AssessmentEvidence.id)).join(
        Assessment, col(Assessment.id) == AssessmentEvidence.assessment_id
    )
    conditions = [
        col(Change.claim_id) == claim_id,
        *(_rows_of(table, _once_of(table, claim_id)) for table in _HANDED_ON),
        _rows_of(Evidence, linked),
        and_(_rows_of(Claimant, spoke), _is_between()),
        and_(_rows_of(Source, said), _is_between()),
        _rows_of(Move, arrived),
        _rows_of(ToldApart, apart),
        _rows_of(AssessmentEvidence, rests.where(col(Assessment.claim_id) == claim_id)),
    ]
    return union(*(select(col(Change.id)).where(each) for each in conditions))


def of_action(session: Session, action_id: int) -> "array[int]":
    """The ids of the changes of an action, in their order."""
    asked = select(col(Change.id)).where(col(Change.action_id) == action_id)
    return array("q", session.execute(asked.order_by(col(Change.id))).scalars())


def change_rows(session: Session, ids: Sequence[int]) -> Iterator[ChangeRow]:
    """Give these changes in this order, some at a time, with what their numbers stand for."""
    for start in range(0, len(ids), _BATCH):
        wanted = ids[start : start + _BATCH]
        asked = select(*_COLUMNS).join(Action, col(Action.id) == Change.action_id)
        found = {row.id: row for row in session.execute(asked.where(col(Change.id).in_(wanted)))}
        lines = [found[change_id] for change_id in wanted if change_id in found]
        names = names_of(session, (key for line in lines for key in keys_of(line)))
        yield from (_as_row(line, names) for line in lines)


_COLUMNS = (
    col(Change.id),
    col(Change.action_id),
    col(Change.claim_id),
    col(Change.table),
    col(Change.row_id),
    col(Change.before),
    col(Change.after),
    col(Action.at),
    col(Action.by),
    col(Action.name),
    col(Action.is_undoable),
    col(Action.undone_by_id),
)


def _as_row(line: Row[Any], names: Names) -> ChangeRow:
    called = {f"{table} {row_id}": names.get((table, row_id)) for table, row_id in keys_of(line)}
    is_undone = line.undone_by_id is not None
    return ChangeRow(
        id=line.id,
        at=line.at,
        by=line.by,
        action=line.name,
        subject=line.table,
        before=line.before,
        after=line.after,
        action_id=line.action_id,
        row_id=line.row_id,
        claim_id=line.claim_id,
        stands=line.is_undoable and not is_undone,
        is_undone=is_undone,
        names={key: name for key, name in called.items() if name},
    )


def _rows_of(table: type[SQLModel], row_ids: Select[Any]) -> ColumnElement[bool]:
    return and_(col(Change.table) == str(table.__tablename__), col(Change.row_id).in_(row_ids))


def _once_of(table: type[SQLModel], claim_id: int) -> Select[Any]:
    """The rows of a table that belonged to the claim at any time."""
    is_of_table = col(Change.table) == str(table.__tablename__)
    return select(col(Change.row_id)).where(is_of_table, col(Change.claim_id) == claim_id)


def _is_between() -> ColumnElement[bool]:
    return and_(col(Change.before).is_not(None), col(Change.after).is_not(None))
