"""What a document is, by its first bytes, then its name, then what the server says; its limits."""

import re
import zlib
from enum import StrEnum
from pathlib import PurePath

from .document import Document, Unreadable

_MEGABYTE = 1_000_000
_HEAD_BYTES = 4_096


class DocumentKind(StrEnum):
    """The documents that can be read."""

    HTML = "html"
    PDF = "pdf"
    WORD = "word"
    MAIL = "mail"  # a saved page (.mhtml) is built like a mail
    WEB_ARCHIVE = "web_archive"
    TEXT = "text"


MOST_BYTES = {
    DocumentKind.HTML: 10 * _MEGABYTE,
    DocumentKind.PDF: 50 * _MEGABYTE,
    DocumentKind.WORD: 20 * _MEGABYTE,
    DocumentKind.MAIL: 20 * _MEGABYTE,
    DocumentKind.WEB_ARCHIVE: 20 * _MEGABYTE,
    DocumentKind.TEXT: 10 * _MEGABYTE,
}
LARGEST = max(MOST_BYTES.values())
LONGEST_TEXT, LONGEST_LINE = 2_000_000, 100_000  # characters
"""Of an article and of its paragraphs; more would hold up whoever looks through it or shows it."""

_IN_WORDS = {
    DocumentKind.HTML: "a web page",
    DocumentKind.PDF: "a PDF",
    DocumentKind.WORD: "a Word document",
    DocumentKind.MAIL: "a mail or a saved page",
    DocumentKind.WEB_ARCHIVE: "a web archive",
    DocumentKind.TEXT: "a text",
}
_BY_SUFFIX = {
    ".htm": DocumentKind.HTML,
    ".html": DocumentKind.HTML,
    ".xhtml": DocumentKind.HTML,
    ".eml": DocumentKind.MAIL,
    ".mht": DocumentKind.MAIL,
    ".mhtml": DocumentKind.MAIL,
}
_BY_MEDIA_TYPE = {
    "text/html": DocumentKind.HTML,
    "application/xhtml+xml": DocumentKind.HTML,
    "message/rfc822": DocumentKind.MAIL,
    "multipart/related": DocumentKind.MAIL,
}
_SIGNS = (  # of what holds no article, by the bytes it begins with
    (b"\x89PNG", "is a picture, not a text"),
    (b"\xff\xd8\xff", "is a picture, not a text"),
    (b"GIF8", "is a picture, not a text"),
    (b"BM", "is a picture, not a text"),
    (b"II*\x00", "is a picture, not a text"),
    (b"MM\x00*", "is a picture, not a text"),
    (b"RIFF", "is a picture or a recording, not a text"),
    (b"ID3", "is a recording, not a text"),
    (b"OggS", "is a recording, not a text"),
    (b"fLaC", "is a recording, not a text"),
    (b"\xd0\xcf\x11\xe0", "is a file of an older Office: save it as .docx or PDF first"),
    (b"{\\rtf", "is rich text (RTF): save it as .docx or PDF first"),
    (b"SQLite format 3", "is a database, not a text"),
    (b"\x7fELF", "is a program, not a text"),
    (b"7z\xbc\xaf", "is a compressed archive: unpack it first"),
    (b"Rar!", "is a compressed archive: unpack it first"),
    (b"\xfd7zXZ", "is a compressed file: unpack it first"),
    (b"BZh", "is a compressed file: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "is a compressed file: unpack it first"),
)
_PLAIN_SIGNS = frozenset({b"BM", b"ID3", b"BZh", b"RIFF"})  # that a text may begin with as well
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HTML_START = re.compile(  # never goes back: a page of comments would double the time with each
    rb"\s*+(?:(?><!--.*?-->)\s*+)*+(?:<\?xml[^>]*+>\s*+)?+"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|section|p|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_LINE = re.compile(
    rb"(?:^|\n)(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Content-Type):",
    re.IGNORECASE,
)
_FIRST_MAIL_LINE = re.compile(rb"[A-Za-z][A-Za-z-]*:[ \t]|From ")


def kind_of(document: Document) -> DocumentKind:
    """Return what kind of document it is; raises Unreadable for what holds no article."""
    head = document.data[:_HEAD_BYTES]
    if head.startswith(b"\x1f\x8b"):
        return _unpacked_kind(head)
    if (known := kind_by_content(head)) is not None:
        return known
    _refuse_others(head)
    suffix = PurePath(document.name).suffix.lower()
    named = _BY_SUFFIX.get(suffix) or _BY_MEDIA_TYPE.get(document.bare_media_type)
    if named is DocumentKind.HTML and b"<" not in document.data:
        return DocumentKind.TEXT
    return named or DocumentKind.TEXT


def kind_by_content(head: bytes) -> DocumentKind | None:
    """Return what kind the first bytes of a document show; None where they show none."""
    head = head[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return DocumentKind.PDF
    if head.startswith(b"PK\x03\x04"):
        return DocumentKind.WORD
    if head.startswith(b"WARC/"):
        return DocumentKind.WEB_ARCHIVE
    is_wide = head.startswith(_WIDE_MARKS)
    if _HTML_START.match(head.replace(b"\x00", b"").lstrip(b"\xff\xfe") if is_wide else head):
        return DocumentKind.HTML
    if _FIRST_MAIL_LINE.match(head) and len(_MAIL_LINE.findall(head)) > 1:
        return DocumentKind.MAIL
    return None


def refuse_too_large(kind: DocumentKind, size: int) -> None:
    """Raise Unreadable where a document of this kind has more bytes than are read."""
    if size > (most := MOST_BYTES[kind]):
        told = f"has {size / _MEGABYTE:,.0f} MB"
        raise Unreadable(f"{told}; {_IN_WORDS[kind]} is read up to {most // _MEGABYTE} MB")


def _unpacked_kind(head: bytes) -> DocumentKind:
    """Return what a gzip file holds: web archives are kept so, other things are not read."""
    try:
        begins = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 16)
    except zlib.error:
        begins = b""
    if begins.startswith(b"WARC/"):
        return DocumentKind.WEB_ARCHIVE
    raise Unreadable("is a compressed file: unpack it first")


def _refuse_others(head: bytes) -> None:
    has_nul = b"\x00" in head
    for sign, why in _SIGNS:
        if head.startswith(sign) and (has_nul or sign not in _PLAIN_SIGNS):
            raise Unreadable(why)
    if head[4:8] == b"ftyp":
        raise Unreadable("is a picture or a recording, not a text")
    if head.lstrip().startswith(b"<?xml"):
        raise Unreadable("is an XML file such as a feed, not an article")


def too_long(text: str) -> str | None:
    """Return why a text is too long for an article, as words after its name; None if it is not."""
    if len(text) > LONGEST_TEXT:
        return f"holds more than {LONGEST_TEXT // 1_000_000} million characters of text"
    if any(len(line) > LONGEST_LINE for line in text.split("\n")):
        return f"holds a paragraph of more than {LONGEST_LINE:,} characters, which no article has"
    return None
