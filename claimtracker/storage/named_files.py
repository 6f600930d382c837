"""Which captured files the documents name, and which document names each."""

from dataclasses import dataclass

from sqlalchemy import column, select, table
from sqlmodel import Session

from claimtracker.claims.vocabulary import CaptureMethod

_HASHES = ("sha256", "text_sha256")
# Without types: what another program wrote there need not be of one.
_EVIDENCE = table("evidence", *map(column, ("id", "title", "url", "method", *_HASHES)))


@dataclass(frozen=True)
class NamedFile:
    """A captured file with the first document that names it.

    One that only an imported table names need not be here.
    """

    sha256: str
    evidence_id: int
    title: str
    is_captured: bool


def named_files(session: Session) -> list[NamedFile]:
    """Return every captured file that a document names, each once."""
    found: dict[str, NamedFile] = {}
    for row in session.execute(select(*_EVIDENCE.c).order_by(_EVIDENCE.c.id)):
        is_captured = row.method != CaptureMethod.IMPORTED
        for sha256 in (row.sha256, row.text_sha256):
            if not isinstance(sha256, str) or not sha256:
                continue  # what is no text is named as a row that was altered
            called = str(row.title or row.url)
            named = NamedFile(sha256, row.id, called, is_captured)
            if sha256 not in found or (is_captured and not found[sha256].is_captured):
                found[sha256] = named
    return list(found.values())
