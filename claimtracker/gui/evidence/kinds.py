"""What kind of thing a piece of evidence is, told by the type of its content."""

from enum import StrEnum

from claimtracker.claims.rows import DocumentRow
from claimtracker.claims.vocabulary import CaptureMethod

PICTURES = frozenset(
    {"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/tiff"}
)
PAGES = frozenset({"text/html", "application/xhtml+xml", "multipart/related"})
PDF = "application/pdf"


class Kind(StrEnum):
    """A kind by the name of its icon."""

    PAGE = "page"
    PDF = "pdf"
    PICTURE = "image"
    TEXT = "text"
    FILE = "file"
    ARCHIVE = "archive"
    LINK = "link"


WORDS = {
    Kind.PAGE: "Page",
    Kind.PDF: "PDF",
    Kind.PICTURE: "Picture",
    Kind.TEXT: "Text",
    Kind.FILE: "File",
    Kind.ARCHIVE: "Web archive",
    Kind.LINK: "Only a link",
}


def kind_of(found: DocumentRow) -> Kind:
    """The kind of what was captured; of what is only named, whether it is text or a link."""
    if found.method is CaptureMethod.ARCHIVE:
        return Kind.ARCHIVE
    if not found.sha256:
        return Kind.TEXT if found.excerpt and not found.url else Kind.LINK
    if found.mime_type == PDF:
        return Kind.PDF
    if found.mime_type in PAGES:
        return Kind.PAGE
    if found.mime_type in PICTURES:
        return Kind.PICTURE
    return Kind.TEXT if found.mime_type.startswith("text/") else Kind.FILE
