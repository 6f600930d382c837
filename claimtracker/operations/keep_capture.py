"""Keep what was fetched of a page beside its address, or why it could not be had."""

from hashlib import sha256

from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.capture_page import PageCapture
from claimtracker.claims.drafts import LONGEST_LINE
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.claims.web_address import is_web_address
from claimtracker.operations.claim_parts import named
from claimtracker.operations.keep_evidence import find_evidence
from claimtracker.storage.change_log import (
    action_that_added,
    continue_action,
    recorded,
    written_by_later_steps,
)
from claimtracker.storage.engine import FILES
from claimtracker.storage.file_store import FileStore, StoredFile
from claimtracker.storage.tables import Action, Evidence

# What nothing but a capture, or an import, writes into a document.
_OF_CAPTURES = frozenset(
    {
        "failure",
        "sha256",
        "size",
        "mime_type",
        "retrieved_at",
        "content_sha256",
        "text_sha256",
        "method",
        "canonical_url",
    }
)


def keep_capture(
    session: Session,
    evidence_id: int,
    capture: PageCapture,
    *,
    by: str,
    url: str = "",
    is_asked_for: bool = False,
) -> None:
    """Put a capture into the store and what it tells into the document's empty fields.

    It goes with the linking, so that one undo takes both back; one that was asked for by itself is
    a step of its own. Of one that failed before, what came stays where nothing new came. `url` is
    the address that was fetched. Raises NotFound where the document is gone meanwhile or has
    another address, ClaimTrackerError where it was captured whole already, and where the store
    does not take the files.
    """
    _to_be_captured(session, evidence_id, url)
    session.rollback()  # the files may be large, and a reader holds up whoever writes
    store: FileStore = session.info[FILES]
    archive = store.keep_bytes(capture.warc) if capture.warc else None
    text = _kept_text(store, capture.article) if capture.article else ""
    with recorded(session, "capture a page", by) as action:
        document = _to_be_captured(session, evidence_id, url)
        others = frozenset() if is_asked_for else _others_in(session, action, document)
        document.failure = capture.failure
        if archive:
            _take(document, capture, archive, text)
        if capture.article:
            _fill_in(document, capture.article, others)
        action.name = f"capture {named(document.title or document.url)}"


def keep_text(session: Session, evidence_id: int, article: Article, *, by: str) -> None:
    """Keep the readable text of a file that was captured, as `keep_capture` does that of a page."""
    find_evidence(session, evidence_id)
    session.rollback()  # as above
    text = _kept_text(session.info[FILES], article)
    with recorded(session, "read a captured file", by) as action:
        document = find_evidence(session, evidence_id)
        others = _others_in(session, action, document)
        document.text_sha256 = text
        _fill_in(document, article, others)
        action.name = f"read {named(document.title or document.file_name)}"


def _to_be_captured(session: Session, evidence_id: int, url: str) -> Evidence:
    """Return the document; one that was captured whole is refused: evidence is never replaced.

    The file that an imported table names did not come with it, so its page may be captured.
    """
    document = find_evidence(session, evidence_id)
    told = named(document.title or document.url or document.file_name)
    if url and url != document.url:  # such as the same number in another database, opened since
        raise NotFound(f"{told} is not the document at {url}.")
    is_whole = document.sha256 and not document.failure
    if is_whole and document.method != CaptureMethod.IMPORTED:
        raise ClaimTrackerError(f"{told} is captured already; what is kept is not replaced.")
    return document


def _others_in(session: Session, action: Action, document: Evidence) -> frozenset[str]:
    """Make this capture go with what added the document; return the fields that are not its own.

    Those are what a later step wrote, taken back since or not: undo and redo count on what that
    step found and left. Where it was a capture, too, this one is a step of its own after it.
    """
    added_by = action_that_added(session, document)
    written = written_by_later_steps(session, document, added_by) if added_by else frozenset()
    if added_by is None or written & _OF_CAPTURES:
        return frozenset()
    continue_action(action, added_by)
    return written


def _take(document: Evidence, capture: PageCapture, archive: StoredFile, text: str) -> None:
    document.sha256, document.size = archive.sha256, archive.size
    document.mime_type = capture.mime_type
    document.retrieved_at = capture.retrieved_at
    content = capture.document.data if capture.document else b""
    document.content_sha256 = sha256(content).hexdigest() if content else ""
    document.text_sha256 = text
    if document.method in (CaptureMethod.LINKED, CaptureMethod.IMPORTED):
        document.method = CaptureMethod.FETCHED.value


def _kept_text(store: FileStore, article: Article) -> str:
    return store.keep_bytes(article.text.encode("utf-8", "replace")).sha256


def _fill_in(document: Evidence, article: Article, others: frozenset[str]) -> None:
    """Take over what the page tells of itself where nobody said anything."""
    told = {
        "title": _line(article.title),
        "publisher": _line(article.publisher),
        "published_on": article.published_on,
    }
    for name in told.keys() - others:
        if not getattr(document, name):
            setattr(document, name, told[name])
    if is_web_address(article.canonical_url):
        document.canonical_url = article.canonical_url


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_LINE].encode("utf-8", "replace").decode()
