"""Opens an article: a file, an address, bytes from elsewhere, or a text that was pasted."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimtracker.claims.errors import ClaimTrackerError

from .article import Article
from .documents import child
from .documents.document import Document, Unreadable, on_one_line
from .documents.encodings import tidied
from .documents.kinds import LARGEST, DocumentKind, kind_of, refuse_too_large, too_long
from .in_time import Stopped, in_time
from .published import published_day
from .titles import title_of

if TYPE_CHECKING:
    from .web.fetch import Network

_STOPPED = "Reading was stopped; nothing was taken over."


def open_file(path: Path, *, stop: threading.Event | None = None) -> Article:
    """Return the article in a file; raises ClaimTrackerError where there is none to be read."""
    return _opened(Document(_file_bytes(path), name=path.name), stop)


def open_address(
    address: str, *, stop: threading.Event | None = None, network: Network | None = None
) -> Article:
    """Return the article at an http(s) address; raises ClaimTrackerError where there is none.

    Only public places are asked; a test may hand in a network that allows loopback.
    """
    from .web.fetch import Network, fetched  # what speaks HTTP is loaded when it is needed

    used = network or Network()
    try:
        document = in_time(lambda is_over: fetched(address, used, is_over), used.seconds, stop)
    except Stopped as stopped:
        raise ClaimTrackerError(_STOPPED) from stopped
    except TimeoutError as error:
        raise ClaimTrackerError("The page does not come in time; try again later.") from error
    return replace(_opened(document, stop), url=address.strip())


def open_bytes(
    data: bytes,
    *,
    name: str = "",
    media_type: str = "",
    url: str = "",
    stop: threading.Event | None = None,
) -> Article:
    """Return the article in bytes from the clipboard, standard input or a server.

    `name` is that of a file, `media_type` as in HTTP; either may be unknown. Raises
    ClaimTrackerError where there is no article to be read.
    """
    return _opened(Document(data, name, media_type, url), stop)


def open_text(text: str) -> Article:
    """Return a pasted text as an article; raises ClaimTrackerError where there is none."""
    tidy = tidied(text)
    if not tidy.strip():
        raise ClaimTrackerError("The text is empty.")
    reason = too_long(tidy)
    if reason:
        raise ClaimTrackerError(f"The text {reason}.")
    return Article(tidy, title=title_of(tidy), published_on=published_day(tidy))


def _opened(document: Document, stop: threading.Event | None) -> Article:
    try:
        return child.extracted(document, _kind(document), stop=stop)
    except Unreadable as refusal:
        raise ClaimTrackerError(f"{document.called} {refusal}.") from refusal
    except Stopped as stopped:
        raise ClaimTrackerError(_STOPPED) from stopped


def _kind(document: Document) -> DocumentKind:
    if not document.data.strip():
        raise Unreadable("holds no text")
    kind = kind_of(document)
    refuse_too_large(kind, len(document.data))
    return kind


def _file_bytes(path: Path) -> bytes:
    named = on_one_line(str(path))
    try:
        if not path.is_file():
            raise ClaimTrackerError(f"{named} is not a file.")
        if (size := path.stat().st_size) > LARGEST:
            largest = LARGEST // 1_000_000
            told = f"{on_one_line(path.name)} has {size / 1e6:,.0f} MB"
            raise ClaimTrackerError(f"{told}; no document over {largest} MB is read.")
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name with a null in it
        why = error.strerror if isinstance(error, OSError) else error
        raise ClaimTrackerError(f"{named} cannot be read: {why}.") from error
