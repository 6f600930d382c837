"""What a person drops on the window or has on the clipboard: addresses, files, pictures, text."""

import mimetypes
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage

from claimtracker.claims.drafts import LONGEST_LINE
from claimtracker.claims.web_address import is_web_address
from claimtracker.gui.plain_text import one_line

MOST_DROPPED = 500  # documents at once
# Under these names browsers give the page that a copied or dragged text comes from.
_FIREFOX, _CHROMIUM, _CHROMIUM_MAC = (
    "text/x-moz-url-priv",
    "chromium/x-source-url",
    "org.chromium.source-url",
)
_WINDOWS_HTML = 'application/x-qt-windows-mime;value="HTML Format"'
_LINK = "text/x-moz-url"  # an address and, on the next line, the words of the link
_NO_ARTICLE = frozenset({"image", "audio", "video", "font"})
_PACKED = frozenset(
    {
        "application/zip",
        "application/x-tar",
        "application/x-7z-compressed",
        "application/vnd.rar",
        "application/x-rar-compressed",
    }
)


@dataclass(frozen=True)
class Dropped:
    """The beginning of a piece of evidence: an address, a file, a picture or a text.

    A text or a picture may come with the address of its page, an address with its title.
    """

    url: str = ""
    file: Path | None = None
    text: str = ""
    image: QImage | None = None
    title: str = ""


def dropped(content: QMimeData | None) -> list[Dropped]:
    """Read what was dropped or copied; empty for what can be no evidence, such as a folder."""
    if content is None:  # as a clipboard that nobody filled
        return []
    if content.hasUrls() and ((found := _from_addresses(content)) or not content.hasImage()):
        return found  # what Qt gives as text is the addresses again
    if content.hasImage():
        return _picture(content)
    text = content.text().strip() if content.hasText() else ""
    lines = text.split()
    if lines and len(lines) <= MOST_DROPPED and all(map(is_web_address, lines)):
        return [Dropped(url=line) for line in dict.fromkeys(lines)]
    return [Dropped(text=text, url=page_of(content))] if text else []


def may_be_dropped(content: QMimeData) -> bool:
    """Whether it can be evidence: as `dropped`, but without bringing a picture over."""
    has_picture = content.hasImage() and not content.hasUrls()
    return has_picture or bool(dropped(content))


def accept_copy(event: QDropEvent) -> None:
    """Take what is dragged or dropped as a copy: a move would take the text out of its source.

    What its source gives only by a move is not taken.
    """
    ways = Qt.DropAction
    event.setDropAction(ways.CopyAction)  # Qt keeps the proposed one where the source has no copy
    event.setAccepted(event.dropAction() in (ways.CopyAction, ways.LinkAction))


def copied(content: QMimeData | None) -> list[Dropped]:
    """Read the clipboard: a text only where its page is known, others may be about anything."""
    return [found for found in dropped(content) if not found.text or found.url]


def page_of(content: QMimeData) -> str:
    """Return the address of the page that a text was copied from, where the browser gives one."""
    for name, read in _PAGES.items():
        if content.hasFormat(name):
            address = read(bytes(content.data(name).data()))
            if is_web_address(address):
                return address
    return ""


def without_articles(content: QMimeData) -> list[Dropped]:
    """Of what was dropped, the documents that can hold no article: pictures, packed files."""
    return [
        found
        for found in dropped(content)
        if found.image is not None or (found.file is not None and is_no_article(found.file.name))
    ]


def is_no_article(name: str) -> bool:
    """Whether a file of this name holds nothing to be read as an article."""
    kind, packing = mimetypes.guess_type(name)
    if kind is None:
        return packing is not None and not name.lower().endswith(".warc.gz")
    return kind.partition("/")[0] in _NO_ARTICLE or kind in _PACKED


def _from_addresses(content: QMimeData) -> list[Dropped]:
    urls = content.urls()[:MOST_DROPPED]
    title = _title(content) if len(urls) == 1 else ""
    found = [_from_address(url, title) for url in urls]
    return list(dict.fromkeys(each for each in found if each is not None))


def _from_address(url: QUrl, title: str) -> Dropped | None:
    if url.isLocalFile():
        path = Path(url.toLocalFile())
        return Dropped(file=path) if os.path.isfile(path) else None
    address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return Dropped(url=address, title=title) if is_web_address(address) else None


def _title(content: QMimeData) -> str:
    if not content.hasFormat(_LINK):
        return ""
    _address, _, title = _utf_16(bytes(content.data(_LINK).data())).partition("\n")
    tidy = one_line(title.strip(), LONGEST_LINE)
    return "" if is_web_address(tidy) else tidy


def _picture(content: QMimeData) -> list[Dropped]:
    image = content.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return []
    return [Dropped(image=image, url=page_of(content))]


def _utf_16(data: bytes) -> str:
    """Firefox gives UTF-16 on every system, some others UTF-8 under the same name."""
    is_wide = b"\0" in data[:4]
    return data.decode("utf-16-le" if is_wide else "utf-8", "replace").strip("\ufeff\0 \r\n")


def _utf_8(data: bytes) -> str:
    return data.decode("utf-8", "replace").strip("\0 \r\n")


def _source_line(data: bytes) -> str:
    """The line of the head that Windows puts before copied HTML (CF_HTML)."""
    for line in data[:4_096].splitlines():
        if line.startswith(b"SourceURL:"):
            return _utf_8(line.removeprefix(b"SourceURL:"))
    return ""


_PAGES: dict[str, Callable[[bytes], str]] = {
    _FIREFOX: _utf_16,
    _CHROMIUM: _utf_8,
    _CHROMIUM_MAC: _utf_8,
    _WINDOWS_HTML: _source_line,
}
