"""Web pages: the article and what the page says of itself, by trafilatura."""

from typing import cast

import trafilatura
from trafilatura.settings import Document as Extracted

from claimtracker.articles.article import Article

from .document import Document, Unreadable
from .encodings import text_of


def article_in(document: Document) -> Article:
    """Return the article of a page; raises Unreadable where it holds none."""
    found = trafilatura.bare_extraction(
        text_of(document.data, document.charset), include_comments=False, with_metadata=True
    )
    if found is None:
        raise Unreadable("holds no text")
    page = cast("Extracted", found)
    return Article(page.text or "", title=page.title or "", publisher=page.sitename or "")
