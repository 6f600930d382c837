"""Which captured files are named by documents, be it by one that was discarded since."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby
from operator import attrgetter

from sqlalchemy import column, func, or_, select, table
from sqlmodel import Session

from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.storage.chain import CHANGE, Illegible, fields_read
from claimtracker.storage.log_texts import Fields

_HASHES = ("sha256", "text_sha256")
# Without types: what another program wrote there need not be of one.
_EVIDENCE = table("evidence", *map(column, ("id", "title", "url", "method", *_HASHES)))
_ACTION = table("action", *map(column, ("id", "is_undoable", "continues_id", "undone_by_id")))


@dataclass
class NamedFile:
    """A captured file with the documents that it supports: what each is called, by its id.

    One that only an imported table or an action taken back names need not be here.
    """

    sha256: str
    documents: dict[int, str] = field(default_factory=dict)
    is_needed: bool = False


def named_files(session: Session) -> list[NamedFile]:
    """Return every captured file that a document names or once named, each once."""
    found: dict[str, NamedFile] = {}
    for evidence_id, told, stands in chain(_named_by_log(session), _named_now(session)):
        for sha256 in (told.get(name) for name in _HASHES):
            if not isinstance(sha256, str) or not sha256:
                continue  # what is no text is named as a row that was altered
            file = found.setdefault(sha256, NamedFile(sha256))
            file.documents[evidence_id] = str(told.get("title") or told.get("url") or "")
            file.is_needed |= stands and told.get("method") != CaptureMethod.IMPORTED
    return list(found.values())


_Naming = Iterator[tuple[int, Fields, bool]]


def _named_now(session: Session) -> _Naming:
    for row in session.execute(select(*_EVIDENCE.c).order_by(_EVIDENCE.c.id)):
        yield row.id, dict(row._mapping), True


def _named_by_log(session: Session) -> _Naming:
    """Give each state that the log knows of a document, and whether what led to it stands."""
    continued = _ACTION.alias()
    stands = or_(
        (_ACTION.c.is_undoable == 1) & _ACTION.c.undone_by_id.is_(None),
        continued.c.id.is_not(None) & continued.c.undone_by_id.is_(None),
    )
    asked = (
        select(CHANGE.c.row_id, CHANGE.c.after, stands.label("stands"))
        .join(_ACTION, _ACTION.c.id == CHANGE.c.action_id)
        .outerjoin(continued, continued.c.id == _ACTION.c.continues_id)
        .where(CHANGE.c.table == "evidence", func.typeof(CHANGE.c.row_id) == "integer")
        .order_by(CHANGE.c.row_id, CHANGE.c.id)
    )
    for evidence_id, changes in groupby(session.execute(asked), attrgetter("row_id")):
        told: Fields = {}
        for change in changes:
            try:
                told = {**told, **(fields_read(change.after) or {})}
            except Illegible:  # the chain names the action
                continue
            yield evidence_id, told, bool(change.stands)
