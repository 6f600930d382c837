"""Every document that was captured: ids in order, rows by the page, and those in the inbox."""

from array import array
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, exists, func, or_, select
from sqlmodel import Session, col

from claimtracker.claims.query import words_typed
from claimtracker.claims.rows import DocumentRow, ShelvedRow
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.storage.tables import Evidence, EvidenceLink

# By the fields of a DocumentRow; the id is called after what it is the id of.
DOCUMENT_COLUMNS: dict[str, SQLColumnExpression[Any]] = {
    field.name: col(Evidence.id if field.name == "evidence_id" else getattr(Evidence, field.name))
    for field in fields(DocumentRow)
}
_SEARCHED = (Evidence.title, Evidence.publisher, Evidence.url, Evidence.excerpt, Evidence.file_name)


def evidence_ids(session: Session, words: str = "", *, in_inbox: bool = False) -> "array[int]":
    """Return the ids of all documents that hold each of these words, the newest captured first."""
    asked: Select[Any] = select(col(Evidence.id)).where(*map(_holds, words_typed(words)))
    if in_inbox:
        asked = _of_inbox(asked)
    return array("q", session.execute(asked.order_by(col(Evidence.id).desc())).scalars())


def inbox_count(session: Session) -> int:
    """Count the documents that bear on no claim."""
    asked = _of_inbox(select(func.count(col(Evidence.id))))
    return int(session.execute(asked).scalar_one())


def evidence_rows(session: Session, ids: Sequence[int]) -> dict[int, ShelvedRow]:
    """Return the documents by id; one that was discarded meanwhile is left out."""
    claims = (
        select(func.count(func.distinct(EvidenceLink.claim_id)))
        .where(col(EvidenceLink.evidence_id) == Evidence.id)
        .scalar_subquery()
    )
    columns = {**DOCUMENT_COLUMNS, "claim_count": claims}
    asked = select(*columns.values()).where(col(Evidence.id).in_(ids))
    found: dict[int, ShelvedRow] = {}
    for values in session.execute(asked):
        told = dict(zip(columns, values, strict=True))
        told["method"] = CaptureMethod(told["method"])
        found[told["evidence_id"]] = ShelvedRow(**told)
    return found


def _of_inbox(asked: Select[Any]) -> Select[Any]:
    return asked.where(~exists().where(col(EvidenceLink.evidence_id) == Evidence.id))


def _holds(word: str) -> ColumnElement[bool]:
    return or_(*(col(part).icontains(word, autoescape=True) for part in _SEARCHED))
