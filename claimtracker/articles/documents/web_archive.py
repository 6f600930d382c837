"""Web archives (.warc, .warc.gz), by warcio: the first page that a server gave."""

from io import BytesIO

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from claimtracker.articles.article import Article

from .document import Document, Unreadable
from .html_page import page_at
from .kinds import MOST_BYTES, DocumentKind

_PAGES = ("text/html", "application/xhtml+xml")


def article_in(document: Document) -> Article:
    """Return the article of the first page; the day of capture is no day of publication."""
    for record in ArchiveIterator(BytesIO(document.data)):
        if _is_page(record):
            data = record.content_stream().read(MOST_BYTES[DocumentKind.HTML] + 1)
            return page_at(
                record.rec_headers.get_header("WARC-Target-URI") or "", data, _type(record)
            )
    raise Unreadable("holds no web page")


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    answered = record.http_headers.get_statuscode() if record.http_headers else "200"
    return answered == "200" and _type(record).lower().startswith(_PAGES)


def _type(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""
