"""PDF files, by pypdf; the day on which a file was made is no day of publication."""

import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from claimtracker.articles.article import Article
from claimtracker.articles.titles import title_of

from .document import Document, Unreadable
from .encodings import tidied
from .wrapped_lines import unwrapped

_NO_LETTERS = re.compile(r"[^\w]*\Z")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—\s]*\d{1,4}(?:\s*(?:/|of|\|)\s*\d{1,4})?[-–—\s]*", re.I)
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_RUNNING_PAGES = 3  # that must have the same line before it is a running head


def article_in(document: Document) -> Article:
    """Return the text of a PDF, page by page; raises Unreadable where it has none."""
    reader = PdfReader(BytesIO(document.data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("is protected by a password")
    try:
        pages = [_page_lines(page.extract_text()) for page in reader.pages]
    except FileNotDecryptedError as error:
        raise Unreadable("is protected by a password") from error
    text = unwrapped(_without_running_lines(pages))
    if _NO_LETTERS.match(text):
        raise Unreadable("holds no text; it may be scanned pages")
    told = str((reader.metadata and reader.metadata.title) or "").strip()
    return Article(text, title=told if told and told in text else title_of(text))


def _page_lines(text: str) -> list[str]:
    lines = _CONTROLS.sub("", tidied(text)).split("\n")
    return [" ".join(line.split()) for line in lines]


def _without_running_lines(pages: Sequence[list[str]]) -> list[str]:
    """Return the lines of all pages without page numbers and the heads and feet that repeat."""
    edges = Counter(line for page in pages for line in {*page[:1], *page[-1:]} if line)
    running = {line for line, times in edges.items() if times >= _RUNNING_PAGES}
    lines: list[str] = []
    for page in pages:
        while page and _is_running(page[0], running):
            page = page[1:]
        while page and _is_running(page[-1], running):
            page = page[:-1]
        lines += page
    return lines


def _is_running(line: str, running: set[str]) -> bool:
    return not line or line in running or bool(_PAGE_NUMBER.fullmatch(line))
