"""Documents of each kind, made from words: what the tests open."""

import gzip
import io
import uuid
from collections.abc import Sequence
from email.message import EmailMessage

import docx

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Minister promises 40,000 homes - The Example</title>
<meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2025-04-18T21:30:00-04:00">
<link rel="canonical" href="https://example.org/news/homes"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politics</a></li></ul></nav>
<header><h1>Minister promises 40,000 homes</h1></header>
<main><article>
<p>The housing minister, <b>Jane Doe</b>, said on Friday: “We will build 40,000 homes by the end of
2027.” Her plan goes to <a href="/parliament">parliament</a> next week, she said.</p>
<ul><li>10,000 homes by March 2026</li><li>Another 30,000 <em>by the end of 2027</em></li></ul>
<table><tr><th>Year</th><th>Homes</th></tr><tr><td>2026</td><td>10,000</td></tr></table>
<p>John Roe of the opposition doubted it. “We shall see,” he said in a speech in the afternoon.</p>
</article></main>
<aside><h3>Most read</h3>
<ol><li><a href="/y">Mayor vows to cut fares next week</a></li></ol></aside>
<footer>Copyright 2026 The Example. Subscribe to our newsletter.</footer></body></html>
"""
PAGE_TEXT = """Minister promises 40,000 homes
The housing minister, Jane Doe, said on Friday: “We will build 40,000 homes by the end of 2027.” \
Her plan goes to parliament next week, she said.
- 10,000 homes by March 2026
- Another 30,000 by the end of 2027
Year | Homes
2026 | 10,000
John Roe of the opposition doubted it. “We shall see,” he said in a speech in the afternoon."""


def pdf(pages: Sequence[Sequence[str]], *, info: str = "") -> bytes:
    """Return a PDF with these lines on its pages; `info` goes into its metadata as it is."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream = f"BT /F1 10 Tf 12 TL 50 800 Td {shown}ET"
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    objects.append(f"<< {info} >>")
    return _file_of(objects)


def _file_of(objects: Sequence[str]) -> bytes:
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>"
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(out)}\n%%EOF\n"
    return out.encode("latin-1")


def word(*paragraphs: str, rows: Sequence[Sequence[str]] = (), title: str = "") -> bytes:
    """Return a Word document; a paragraph that begins with "- " is an item of a list."""
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        style = "List Bullet" if paragraph.startswith("- ") else None
        document.add_paragraph(paragraph.removeprefix("- "), style)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    return saved(document)


def saved(document: "docx.document.Document") -> bytes:
    """Return the bytes of a Word document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mail(plain: str = "", page: str = "", **headers: str) -> bytes:
    """Return a mail with a plain part, an HTML part or both."""
    message = EmailMessage()
    for name, value in headers.items():
        message[name] = value
    if plain or not page:
        message.set_content(plain)
    if page and plain:
        message.add_alternative(page, subtype="html")
    elif page:
        message.set_content(page, subtype="html")
    return message.as_bytes()


def saved_page(page: str = PAGE, address: str = "https://example.org/saved") -> bytes:
    """Return a page as Chromium saves it in one file."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = address
    message["Subject"] = "Minister promises 40,000 homes"
    message["Date"] = "Mon, 2 Jun 2025 10:00:00 -0000"
    message.set_content(page, subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png")
    message.set_param("type", "text/html")
    return message.as_bytes()


def web_archive(*answers: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    """Return a WARC file of answers: address, status, media type and content."""
    records = [_record("warcinfo", "application/warc-fields", "", b"software: none\r\n")]
    for address, status, media_type, content in answers:
        head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n\r\n".encode()
        records.append(_record("response", "application/http", address, head + content))
    return b"".join(gzip.compress(record) if packed else record for record in records)


def _record(kind: str, media_type: str, address: str, content: bytes) -> bytes:
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2025-06-02T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\nContent-Type: {media_type}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"
