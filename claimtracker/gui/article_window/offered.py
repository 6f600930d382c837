"""What a person hands over as an article: on the clipboard, or dropped on the window."""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from claimtracker.claims.web_address import is_web_address
from claimtracker.gui.claim_panel.drops import is_no_article

TABLE_SUFFIXES = frozenset({".csv", ".json"})


@dataclass(frozen=True)
class Offered:
    """A file, an address, or a text with the HTML it came as; exactly one of the three."""

    file: Path | None = None
    address: str = ""
    text: str = ""
    html: str = ""

    @property
    def name(self) -> str:
        """What is said to be read."""
        if self.file is not None:
            return self.file.name
        return self.address or "the text"

    @property
    def is_table(self) -> bool:
        """Whether it is a file that claims are imported from."""
        return self.file is not None and self.file.suffix.lower() in TABLE_SUFFIXES


def offered(content: QMimeData) -> list[Offered]:
    """Everything in there that may be an article; empty for a folder, a picture, or nothing."""
    if content.hasUrls():
        found = [_from_url(url) for url in content.urls()]
        return [each for each in found if each is not None]
    text = content.text() if content.hasText() else ""
    html = content.html() if content.hasHtml() else ""
    if is_web_address(text.strip()):
        return [Offered(address=text.strip())]
    return [Offered(text=text, html=html)] if text.strip() or html.strip() else []


def may_be_article(offer: Offered) -> bool:
    """Whether it is a file that may hold one, going by its name; a text came with a picture."""
    return offer.file is not None and not is_no_article(offer.file.name)


def _from_url(url: QUrl) -> Offered | None:
    if url.isLocalFile():
        path = Path(url.toLocalFile())
        return Offered(file=path) if os.path.isfile(path) else None
    address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return Offered(address=address) if is_web_address(address) else None
