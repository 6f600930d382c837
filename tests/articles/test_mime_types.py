"""What a file is: by its content first, whatever its name says."""

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.articles.mime_types import PROGRAM, UNKNOWN, mime_type_of
from tests.articles.made_documents import PAGE, mail, pdf, saved_page, web_archive, word

NULS = bytes(40)


def packed(*names: str, first: str = "", how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP file with these names in it; `first` is an entry that says the type."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        if first:
            archive.writestr("mimetype", first, zipfile.ZIP_STORED)
        for name in names:
            archive.writestr(name, "We will. " * 50)
    return out.getvalue()


OPEN_XML = "application/vnd.openxmlformats-officedocument"
ODT = "application/vnd.oasis.opendocument.text"
BY_CONTENT = [
    (PAGE.encode(), "text/html"),
    (b"\n<!-- a --><HTML lang=en><body>x", "text/html"),
    (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "text/html"),
    (PAGE.encode("utf-16"), "text/html"),
    (b"We will build it by June.\n", "text/plain"),
    ("Мы построим".encode("koi8-r"), "text/plain"),
    ("We will 日本".encode("utf-16"), "text/plain"),
    (b"\xef\xbb\xbfWe will", "text/plain"),
    (b"BMW will build it", "text/plain"),
    (b"MZ is no program here", "text/plain"),
    (b"ID3 tags are for music", "text/plain"),
    (pdf([["We will."]]), "application/pdf"),
    (b"\x89PNG\r\n\x1a\n" + NULS, "image/png"),
    (b"\xff\xd8\xff\xe0" + NULS, "image/jpeg"),
    (b"GIF89a" + NULS, "image/gif"),
    (b"RIFF\x10\0\0\0WEBPVP8 " + NULS, "image/webp"),
    (b"II*\0" + NULS, "image/tiff"),
    (b"MM\0*" + NULS, "image/tiff"),
    (b"BM6\0\0\0" + NULS, "image/bmp"),
    (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"),
    (b'<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE svg>\n<svg:svg/>', "image/svg+xml"),
    (b"\0\0\0\x18ftypavif" + NULS, "image/avif"),
    (b"\0\0\0\x18ftypheic" + NULS, "image/heic"),
    (b"\0\0\0\x18ftypmp42" + NULS, "video/mp4"),
    (b"\0\0\0\x18ftypqt  " + NULS, "video/quicktime"),
    (b"\0\0\0\x18ftypM4A " + NULS, "audio/mp4"),
    (b"\x1a\x45\xdf\xa3\x01\0webm" + NULS, "video/webm"),
    (b"RIFF\x10\0\0\0WAVE" + NULS, "audio/wav"),
    (b"ID3\x03\0" + NULS, "audio/mpeg"),
    (b"\xff\xfb\x90\0" + NULS, "audio/mpeg"),
    (word("We will."), f"{OPEN_XML}.wordprocessingml.document"),
    (packed("[Content_Types].xml", "xl/workbook.xml"), f"{OPEN_XML}.spreadsheetml.sheet"),
    (
        packed("[Content_Types].xml", "ppt/presentation.xml"),
        f"{OPEN_XML}.presentationml.presentation",
    ),
    (
        packed("word/document.xml", "word/vbaProject.bin"),
        "application/vnd.ms-word.document.macroEnabled.12",
    ),
    (packed("content.xml", first=ODT), ODT),
    (packed("content.opf", first="application/epub+zip"), "application/epub+zip"),
    (packed("META-INF/MANIFEST.MF", "A.class"), "application/java-archive"),
    (packed("a.txt", "b.pdf"), "application/zip"),
    (packed(), "application/zip"),
    (gzip.compress(b"We will.", mtime=0), "application/gzip"),
    (web_archive(("https://a.org/", "200 OK", "text/html", b"x")), "application/warc"),
    (
        web_archive(("https://a.org/", "200 OK", "text/html", b"x"), packed=False),
        "application/warc",
    ),
    (mail("We will.", Subject="Homes", From="a@a.org", To="b@b.org"), "message/rfc822"),
    (saved_page(), "message/rfc822"),
    (b'<?xml version="1.0"?><rss version="2.0"/>', "application/rss+xml"),
    (b'<?xml version="1.0"?><a/>', "application/xml"),
    (b"MZ\x90\0" + NULS, PROGRAM),
    (b"\x7fELF\x02" + NULS, "application/x-executable"),
    (b"#!/bin/sh\nrm -r /\n", "text/x-shellscript"),
    (b"L\0\0\0\x01\x14\x02\0" + NULS, "application/x-ms-shortcut"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NULS, "application/x-ole-storage"),
    (bytes(range(256)), UNKNOWN),
    (b"We will\0", UNKNOWN),
    (b"We will. " * 1_000 + b"\0", UNKNOWN),
    (b"", UNKNOWN),
    (b" \n", UNKNOWN),
]


@pytest.mark.parametrize(("data", "expected"), BY_CONTENT)
def test_the_content_says_what_it_is(data: bytes, expected: str) -> None:
    assert mime_type_of(data) == expected


@pytest.mark.parametrize("name", ["a.pdf", "a.png", "a.docx", "pdf", "a.PDF", "a.zip"])
@pytest.mark.parametrize("declared", ["application/pdf", "image/png", "no type at all"])
def test_no_name_and_no_server_makes_it_something_else(name: str, declared: str) -> None:
    for data, expected in BY_CONTENT:
        assert mime_type_of(data, name, declared) == expected


TOLD = [
    (b"a,b\n1,2\n", "a.csv", "", "text/csv"),
    (b"# We will", "plan.md", "", "text/markdown"),
    (b"# We will", "", "text/markdown; charset=utf-8", "text/markdown"),
    (b'{"a": 1}', "", "Application/JSON", "application/json"),
    (b"Read <b>this</b>", "a.HTM", "", "text/html"),
    (b"Read <b>this</b>", "", "text/html;charset=utf-8", "text/html"),
    (b"Read this", "a.html", "text/html", "text/plain"),
    (b"del /q *", "a.bat", "text/plain", "application/x-bat"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NULS, "a.doc", "", "application/msword"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NULS, "a.msi", "", "application/x-msi"),
]


@pytest.mark.parametrize(("data", "name", "declared", "expected"), TOLD)
def test_name_and_server_tell_what_the_content_leaves_open(
    data: bytes, name: str, declared: str, expected: str
) -> None:
    assert mime_type_of(data, name, declared) == expected


def test_comments_without_end_hold_nobody_up() -> None:
    assert mime_type_of(b'<?xml version="1.0"?>' + b"<!-- -->" * 400) == "text/plain"


@given(st.binary(max_size=200), st.text(max_size=20), st.text(max_size=20))
def test_any_bytes_have_a_type(data: bytes, name: str, declared: str) -> None:
    for begin in (b"", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"<?xml", b"\xff\xfe"):
        assert mime_type_of(begin + data, name, declared).count("/") == 1
