"""Every document that was captured: ids in order, rows by the page, and those in the inbox."""

from array import array
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, or_, select
from sqlmodel import Session, col

from claimtracker.claims.query import words_typed
from claimtracker.claims.rows import DocumentRow, ShelvedRow
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.storage.tables import Evidence, EvidenceLink

# The file's columns but for the id, which is called after what it is the id of.
_OWN = tuple(field.name for field in fields(DocumentRow) if field.name != "evidence_id")
DOCUMENT_COLUMNS: tuple[ColumnElement[Any], ...] = (
    col(Evidence.id).label("evidence_id"),
    *(getattr(Evidence, name) for name in _OWN),
)
_SEARCHED = (Evidence.title, Evidence.publisher, Evidence.url, Evidence.excerpt, Evidence.file_name)


def document_fields(row: Row[Any]) -> dict[str, Any]:
    """Return the fields of a DocumentRow from a row that holds DOCUMENT_COLUMNS."""
    found = {name: getattr(row, name) for name in ("evidence_id", *_OWN)}
    return {**found, "method": CaptureMethod(row.method)}


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
    asked = select(*DOCUMENT_COLUMNS, claims.label("claim_count"))
    found = session.execute(asked.where(col(Evidence.id).in_(ids)))
    return {
        row.evidence_id: ShelvedRow(**document_fields(row), claim_count=row.claim_count)
        for row in found
    }


def _of_inbox(asked: Select[Any]) -> Select[Any]:
    return asked.where(~exists().where(col(EvidenceLink.evidence_id) == Evidence.id))


def _holds(word: str) -> ColumnElement[bool]:
    return or_(*(col(part).icontains(word, autoescape=True) for part in _SEARCHED))
