"""Plain text and Markdown: the text stays as it is."""

from claimtracker.articles.article import Article
from claimtracker.articles.titles import title_of

from .document import Document
from .encodings import text_of


def article_in(document: Document) -> Article:
    """Return the whole text as an article; raises Unreadable where the bytes are no text."""
    text = text_of(document.data, document.charset)
    return Article(text, title=title_of(text))
