"""Captures what stands at an address as evidence: as received, and read as far as it is text."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimtracker.claims.errors import ClaimTrackerError

from .article import Article
from .documents.document import Document
from .in_time import Stopped, in_time
from .mime_types import WARC, WORD_DOCUMENT, mime_type_of
from .open_article import open_bytes

if TYPE_CHECKING:
    from .web.fetch import Network
    from .web.received import Answer, Received

_GRACE = 1.0  # seconds after the time limit, to keep what did come
_STOPPED = "Capturing was stopped; nothing was stored."
_WORDS = frozenset({"text/html", "text/plain", "text/markdown", "message/rfc822"})
_MAY_HOLD_WORDS = frozenset({*_WORDS, "application/pdf", WORD_DOCUMENT, WARC})


@dataclass(frozen=True, slots=True)
class PageCapture:
    """What could be captured at an address, and what could not."""

    warc: bytes = b""  # .warc.gz of all that was answered; empty where nothing was
    document: Document | None = None  # unpacked, and whatever the server's status
    mime_type: str = ""  # of the document, by its content
    article: Article | None = None  # where the document is whole and can be read as words
    failure: str = ""  # one sentence; "" where all went well
    retrieved_at: datetime | None = None  # UTC; None where nothing was received


def capture_page(
    address: str, *, network: Network | None = None, stop: threading.Event | None = None
) -> PageCapture:
    """Capture what stands at an http(s) address, of any type.

    What the world does raises nothing: `failure` says it, beside whatever could be captured. A
    picture, or a PDF without words, is no failure; a page that gives no text is. Raises
    ClaimTrackerError only once `stop` is set. Only public places are asked; a test may hand in a
    network that allows loopback.
    """
    from .web.fetch import TOO_LATE, Network  # what speaks HTTP is loaded when it is needed
    from .web.received import SECONDS, received

    used = network or Network(seconds=SECONDS)
    try:
        found = in_time(
            lambda is_over: received(address, used, is_over), used.seconds, stop, grace=_GRACE
        )
    except Stopped as stopped:
        raise ClaimTrackerError(_STOPPED) from stopped
    except TimeoutError:
        return PageCapture(failure=TOO_LATE)
    kept = _kept(found)
    if kept.document is None or kept.failure or kept.mime_type not in _MAY_HOLD_WORDS:
        return kept
    return _read(kept, kept.document, address.strip(), stop)


def _kept(found: Received) -> PageCapture:
    """Return what was received, not yet read."""
    from .web.warc import warc_of

    if found.last is None:
        return PageCapture(failure=found.failure)
    return PageCapture(
        warc_of(found),
        found.document,
        _mime_type(found.document) if found.document else "",
        failure=found.failure or _refusal(found.last, found.document),
        retrieved_at=found.asked_at,
    )


def _read(
    kept: PageCapture, document: Document, address: str, stop: threading.Event | None
) -> PageCapture:
    """Return the capture with the words of its document, as far as it has any."""
    try:
        article = open_bytes(
            document.data, media_type=document.media_type, url=document.url, stop=stop
        )
    except ClaimTrackerError as refusal:
        if stop is not None and stop.is_set():
            raise ClaimTrackerError(_STOPPED) from refusal
        return replace(kept, failure=str(refusal)) if kept.mime_type in _WORDS else kept
    return replace(kept, article=replace(article, url=address))


def _mime_type(document: Document) -> str:
    return mime_type_of(document.data, urlsplit(document.url).path, document.media_type)


def _refusal(last: Answer, document: Document | None) -> str:
    """Return what the last server's status means where it does not give the document."""
    from .web.answers import refuse_status

    try:
        refuse_status(last.status, urlsplit(last.address).hostname or "")
    except ClaimTrackerError as refusal:
        return str(refusal)
    is_empty = document is None or not document.data.strip()
    return "The page is empty." if is_empty else ""
