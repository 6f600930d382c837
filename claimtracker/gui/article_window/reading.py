"""Read what was handed over, scan it, and look up what is known of it: work for a thread."""

import threading
from dataclasses import dataclass, replace

from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Scan
from claimtracker.articles.open_article import open_address, open_bytes, open_file, open_text
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.article_window.candidate_groups import Span
from claimtracker.gui.article_window.offered import Offered
from claimtracker.operations.known_articles import KnownArticle, article_of_claim, known_article
from claimtracker.operations.scan_article import scan_article

# Less than this part of a copied text left over: the page's reader took the article for clutter.
_LEAST_PART_OF_TEXT = 0.5
MOST_LINES = 50_000  # more would hold up the window whenever its size changes


@dataclass(frozen=True)
class OpenedArticle:
    """An article with its candidates, and what was taken from it before."""

    article: Article
    scan: Scan
    known: KnownArticle | None = None
    spans: tuple[Span, ...] = ()  # where to look first


def open_offered(session: Session, offered: Offered, stop: threading.Event) -> OpenedArticle:
    """Read and scan an article; raise ClaimTrackerError where it cannot be read."""
    return _opened(session, _article(offered, stop), stop)


def open_captured(
    session: Session, claim_id: int, stop: threading.Event, occurrence_id: int | None = None
) -> OpenedArticle:
    """The text that a claim was taken from, with the places of the claim.

    Raises ClaimTrackerError where no text was captured.
    """
    view = article_of_claim(session, claim_id, occurrence_id)
    if view is None:
        raise ClaimTrackerError(
            "No text was captured with this claim: it was not taken from an article."
        )
    return _opened(session, view.article, stop, view.spans)


def _opened(
    session: Session, article: Article, stop: threading.Event, spans: tuple[Span, ...] = ()
) -> OpenedArticle:
    if article.text.count("\n") > MOST_LINES:
        raise ClaimTrackerError(f"The text has more than {MOST_LINES:,} lines, as no article has.")
    found = scan_article(session, article, stop=stop)
    if stop.is_set():
        raise ClaimTrackerError("Opening the article was stopped.")
    article = replace(article, title=article.title or found.title)
    return OpenedArticle(article, found, known_article(session, article), spans)


def _article(offered: Offered, stop: threading.Event) -> Article:
    if offered.file is not None:
        return open_file(offered.file, stop=stop)
    if offered.address:
        return open_address(offered.address, stop=stop)
    return _copied(offered, stop)


def _copied(offered: Offered, stop: threading.Event) -> Article:
    """A copied text; as the HTML it came with, which tells more, unless that loses much of it."""
    if not offered.html.strip():
        return open_text(offered.text)
    try:
        page = offered.html.encode(errors="replace")  # half a surrogate pair has no bytes
        article = open_bytes(page, media_type="text/html", stop=stop)
    except ClaimTrackerError:
        if not offered.text.strip() or stop.is_set():
            raise
        return open_text(offered.text)
    is_whole = len(article.text) >= _LEAST_PART_OF_TEXT * len(offered.text)
    return article if is_whole else open_text(offered.text)


def scanned_again(session: Session, article: Article) -> OpenedArticle:
    """The same text by another day of publication."""
    return _opened(session, article, threading.Event())
