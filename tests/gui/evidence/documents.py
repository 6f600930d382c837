"""Files as they are captured, and the type of bytes told by how they begin."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

_BEGINS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
    (b"II*\0", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"MZ", "application/vnd.microsoft.portable-executable"),
    (b"\x7fELF", "application/x-executable"),
    (b"PK\x03\x04", "application/zip"),
    (b"<", "text/html"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
)


def type_by_bytes(data: bytes, _name: str = "", _declared: str = "") -> str:
    """Stands for the reader of types: by the first bytes, else text where there is no NUL."""
    for begin, mime_type in _BEGINS:
        if data.startswith(begin):
            return mime_type
    return "application/octet-stream" if b"\0" in data or not data else "text/plain"


def picture_bytes(width: int = 40, height: int = 30, kind: str = "PNG") -> bytes:
    """A picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    assert writer.write(image)
    return bytes(buffer.data().data())


def pdf_bytes(pages: int = 2) -> bytes:
    """A PDF of empty pages, written out by the rules of its format (ISO 32000)."""
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}>>",
        *["<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>"] * pages,
    ]
    written, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj{held}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF"
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    return written + f"{head}{table}{trailer}".encode()
