"""Read the words of a captured file, and keep them beside it."""

import threading

from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.open_article import open_bytes
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.captured_content import content_of
from claimtracker.operations.keep_capture import keep_text
from claimtracker.operations.keep_evidence import find_evidence


class NoText(ClaimTrackerError):
    """The file holds no words that could be read: most kinds of files have none."""


def read_captured(
    session: Session, evidence_id: int, *, by: str, stop: threading.Event | None = None
) -> bool:
    """Keep the readable text of what lies in the store; False, with nothing kept, once stopped.

    The file where it came from may be another one by now. Raises NotFound where the document is
    gone, NoText where there are no words to be had.
    """
    name = find_evidence(session, evidence_id).file_name
    try:
        article = _read(session, evidence_id, name, stop)
    except ClaimTrackerError as refusal:
        if _is_set(stop):
            return False
        raise NoText(str(refusal)) from refusal
    if _is_set(stop):
        return False
    keep_text(session, evidence_id, article, by=by)
    return True


def _read(session: Session, evidence_id: int, name: str, stop: threading.Event | None) -> Article:
    stored = content_of(session, evidence_id)
    return open_bytes(stored.data, name=name, media_type=stored.mime_type, stop=stop)


def _is_set(stop: threading.Event | None) -> bool:
    return stop is not None and stop.is_set()
