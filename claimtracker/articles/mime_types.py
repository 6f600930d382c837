"""What a file is by its content, as a MIME type; its name and what a server says count after that.

Nothing is unpacked or parsed: a look at signs, and at the names in an archive's list of contents.
"""

import codecs
import re
import zlib
from pathlib import PurePath

from .documents.kinds import DocumentKind, kind_by_content

UNKNOWN = "application/octet-stream"
PROGRAM = "application/vnd.microsoft.portable-executable"
WARC = "application/warc"

_OPEN_XML = "application/vnd.openxmlformats-officedocument."
WORD_DOCUMENT = f"{_OPEN_XML}wordprocessingml.document"

_HEAD_BYTES = 4_096
_SIGNS = (  # what a file begins with
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"\x00\x00\x01\x00", "image/vnd.microsoft.icon"),
    (b"MZ", PROGRAM),
    (b"\x7fELF", "application/x-executable"),
    (b"\xcf\xfa\xed\xfe", "application/x-mach-binary"),
    (b"\xce\xfa\xed\xfe", "application/x-mach-binary"),
    (b"\xca\xfe\xba\xbe", "application/java-vm"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "application/x-ms-shortcut"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"{\\rtf", "application/rtf"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"%!PS", "application/postscript"),
)
_PLAIN_SIGNS = frozenset({b"BM", b"MZ", b"BZh", b"ID3"})  # that a text may begin with as well
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # files of the older Office, and of Windows' installer
_OLE_TYPES = {
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".msg": "application/vnd.ms-outlook",
    ".msi": "application/x-msi",
}
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS = (  # of the files that name one after "ftyp"; all others are films
    (b"avif", "image/avif"),
    (b"hei", "image/heic"),
    (b"mif1", "image/heif"),
    (b"M4A", "audio/mp4"),
    (b"qt", "video/quicktime"),
    (b"3g", "video/3gpp"),
)
_IN_ARCHIVE = re.compile(  # an entry in the list of contents: 46 bytes, then the name
    rb"PK\x01\x02.{42}(word/document|xl/workbook|ppt/presentation|META-INF/MANIFEST\.MF)", re.DOTALL
)
_MACROS = re.compile(rb"PK\x01\x02.{42}(?:word|xl|ppt)/vbaProject\.bin", re.DOTALL)
_ARCHIVES = {  # plain, and with macros that run when it is opened
    b"word/document": (
        WORD_DOCUMENT,
        "application/vnd.ms-word.document.macroEnabled.12",
    ),
    b"xl/workbook": (
        f"{_OPEN_XML}spreadsheetml.sheet",
        "application/vnd.ms-excel.sheet.macroEnabled.12",
    ),
    b"ppt/presentation": (
        f"{_OPEN_XML}presentationml.presentation",
        "application/vnd.ms-powerpoint.presentation.macroEnabled.12",
    ),
    b"META-INF/MANIFEST.MF": ("application/java-archive", "application/java-archive"),
}
_SELF_NAMED = re.compile(  # OpenDocument and EPUB: the first entry says the type
    rb"PK\x03\x04.{26}mimetype(application/[a-z0-9.+-]+?)(?=PK|[^a-z0-9.+-])", re.DOTALL
)
_BY_KIND = {
    DocumentKind.PDF: "application/pdf",
    DocumentKind.HTML: "text/html",
    DocumentKind.MAIL: "message/rfc822",
    DocumentKind.WEB_ARCHIVE: WARC,
}
_XML = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?+"
    rb"(?:(?><!--.*?-->)\s*+|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?+>\s*+)*+<([A-Za-z:]+)",
    re.DOTALL,
)
_XML_TYPES = {
    b"svg": "image/svg+xml",
    b"svg:svg": "image/svg+xml",
    b"rss": "application/rss+xml",
    b"feed": "application/atom+xml",
}
_WIDE = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NO_TEXT = re.compile("[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_TEXT_SUFFIXES = {
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".md": "text/markdown",
    ".json": "application/json",
    ".htm": "text/html",
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".ics": "text/calendar",
    ".vtt": "text/vtt",
    ".eml": "message/rfc822",
    ".bat": "application/x-bat",
    ".cmd": "application/x-bat",
    ".ps1": "application/x-powershell",
    ".vbs": "text/vbscript",
    ".sh": "text/x-shellscript",
    ".py": "text/x-python",
    ".desktop": "application/x-desktop",
    ".url": "application/x-mswinurl",
}
_TEXT_TYPES = frozenset({*_TEXT_SUFFIXES.values(), "application/ld+json"})


def mime_type_of(data: bytes, name: str = "", declared: str = "") -> str:
    """Return the MIME type of a file, without parameters; UNKNOWN where nothing shows it.

    `name` is that of the file and `declared` what a server says. They only tell kinds of text
    apart, and files of the older Office: no name makes a program a PDF.
    """
    head = data[:_HEAD_BYTES]
    suffix = PurePath(name).suffix.lower()
    return (
        _by_sign(head)
        or _by_box(head, suffix)
        or _by_list_of_contents(data)
        or _by_markup(head)
        or _by_words(data, suffix, declared.partition(";")[0].strip().lower())
        or UNKNOWN
    )


def _by_sign(head: bytes) -> str:
    has_nul = b"\x00" in head
    for sign, mime_type in _SIGNS:
        if head.startswith(sign) and (has_nul or sign not in _PLAIN_SIGNS):
            return mime_type
    return ""


def _by_box(head: bytes, suffix: str) -> str:
    """Return the type of what says what it holds some bytes further on."""
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        brands = (kind for brand, kind in _BRANDS if head[8:12].startswith(brand))
        return next(brands, "video/mp4")
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return "video/webm" if b"webm" in head[:64] else "video/x-matroska"
    if head.startswith(_OLE):
        return _OLE_TYPES.get(suffix, "application/x-ole-storage")
    return _gzip_type(head) if head.startswith(b"\x1f\x8b") else ""


def _gzip_type(head: bytes) -> str:
    try:
        begins = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 16)
    except zlib.error:
        begins = b""
    return WARC if begins.startswith(b"WARC/") else "application/gzip"


def _by_list_of_contents(data: bytes) -> str:
    if not data.startswith(b"PK\x03\x04"):
        return "application/zip" if data.startswith(b"PK\x05\x06") else ""
    if named := _SELF_NAMED.match(data, 0, 256):
        return named[1].decode("ascii")
    if found := _IN_ARCHIVE.search(data):
        plain, with_macros = _ARCHIVES[found[1]]
        return with_macros if _MACROS.search(data) else plain
    return "application/zip"


def _by_markup(head: bytes) -> str:
    if (kind := kind_by_content(head)) is not None:
        return _BY_KIND.get(kind, "")
    if found := _XML.match(head.removeprefix(b"\xef\xbb\xbf")):
        if known := _XML_TYPES.get(found[1].lower()):
            return known
        return "application/xml" if b"<?xml" in head[:64] else ""
    return ""


def _by_words(data: bytes, suffix: str, declared: str) -> str:
    head = data[:_HEAD_BYTES]
    if not _is_text(data):
        return ""
    if head.startswith(b"#!"):
        return "text/x-shellscript"
    named = _TEXT_SUFFIXES.get(suffix) or (declared if declared in _TEXT_TYPES else "")
    if named == "text/html" and b"<" not in head:
        return "text/plain"
    return named or "text/plain"


def _is_text(data: bytes) -> bool:
    """Whether the bytes can be words: in a wide encoding that says so, or without controls."""
    head = data[:_HEAD_BYTES]
    for mark, encoding in _WIDE:
        if head.startswith(mark):
            try:  # what is cut in the middle of a character is no error
                words = codecs.getincrementaldecoder(encoding)().decode(head)
            except UnicodeDecodeError:
                return False
            return _NO_TEXT.search(words) is None
    is_plain = _NO_TEXT.search(head.decode("latin-1")) is None and b"\x00" not in data
    return is_plain and bool(head.strip())
