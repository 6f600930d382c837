"""What was captured of a document, as it can be looked at: bytes, readable text, its place."""

from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.operations.keep_evidence import find_evidence
from claimtracker.storage.engine import FILES
from claimtracker.storage.file_store import FileStore
from claimtracker.storage.tables import Evidence

MOST_SHOWN_BYTES = 100_000_000


@dataclass(frozen=True)
class Content:
    """A document's bytes, of a fetched page what the server gave, without the archive around."""

    mime_type: str
    data: bytes


def content_of(session: Session, evidence_id: int) -> Content:
    """Return what was captured; raises ClaimTrackerError where nothing was, or it is changed."""
    document = find_evidence(session, evidence_id)
    if not document.sha256:
        raise ClaimTrackerError("Nothing was captured of this document, only what is told of it.")
    if (document.size or 0) > MOST_SHOWN_BYTES:
        raise ClaimTrackerError("This file is too large to be shown here; show it in its folder.")
    sha256, mime_type = document.sha256, document.mime_type
    is_archive = is_web_archive(document)
    data = _stored(session, sha256)
    if is_archive:
        from claimtracker.articles.web.warc import document_in  # what speaks HTTP loads when needed

        data = document_in(data).data
    return Content(mime_type, data)


def text_of(session: Session, evidence_id: int) -> str:
    """Return the readable text that was captured, or nothing where there is none."""
    document = find_evidence(session, evidence_id)
    if not document.text_sha256:
        return ""
    return _stored(session, document.text_sha256).decode("utf-8", "replace")


def place_of(session: Session, evidence_id: int) -> Path:
    """Return where the captured file lies, to be shown in its folder."""
    document = find_evidence(session, evidence_id)
    if not document.sha256:
        raise ClaimTrackerError("Nothing was captured of this document, only what is told of it.")
    store: FileStore = session.info[FILES]
    return store.path_of(document.sha256)


def is_web_archive(document: Evidence) -> bool:
    """Whether the file is what a server answered, headers and all (WARC, ISO 28500)."""
    return document.method in (CaptureMethod.FETCHED, CaptureMethod.ARCHIVE)


def _stored(session: Session, sha256: str) -> bytes:
    """Read a file once the transaction is over: that takes a while, and must hold up nobody."""
    session.rollback()
    store: FileStore = session.info[FILES]
    return store.content_of(sha256)
