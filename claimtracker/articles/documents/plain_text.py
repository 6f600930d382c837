"""Plain text and Markdown: the text stays as it is."""

from claimtracker.articles.article import Article

from .document import Document
from .encodings import text_of


def article_in(document: Document) -> Article:
    """Return the whole text as an article; raises Unreadable where the bytes are no text."""
    return Article(text_of(document.data, document.charset))
