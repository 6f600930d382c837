"""What a person drops on the claim or has on the clipboard: an address, a file, or text."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from claimtracker.claims.web_address import is_web_address


@dataclass(frozen=True)
class Dropped:
    """The beginning of a piece of evidence: at most one of the three is given."""

    url: str = ""
    file: Path | None = None
    text: str = ""


def dropped(content: QMimeData) -> Dropped | None:
    """Read what was dropped; None for what can be no evidence, such as a folder."""
    if content.hasUrls():
        return _from_address(content.urls()[0])
    if not content.hasText() or not content.text().strip():
        return None
    text = content.text().strip()
    return Dropped(url=text) if is_web_address(text) else Dropped(text=text)


def _from_address(url: QUrl) -> Dropped | None:
    if url.isLocalFile():
        path = Path(url.toLocalFile())
        return Dropped(file=path) if path.is_file() else None
    address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return Dropped(url=address) if is_web_address(address) else None
