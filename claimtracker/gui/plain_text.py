"""Text from outside: always plain, never markup, never a path, opened only as a web address."""

import html
import unicodedata
from urllib.parse import urlsplit

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QWidget

from claimtracker.claims.web_address import WEB_SCHEMES, shown_address

LONGEST_LINE = 300
LONGEST_TOOLTIP = 2_000
WRAPPED_PIXELS = 120
# Marks that turn the direction of what follows, and could make a text read as another.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
_BYTE_ORDER = ("\ufeff", "\ufffe")


class PlainLabel(QLabel):
    """A label for text from outside: never read as markup, always selectable."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)  # before setText: Qt guesses otherwise
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """A text that wraps is cut off sooner than it widens the window by one endless word."""
        hint = super().minimumSizeHint()
        return hint.boundedTo(QSize(WRAPPED_PIXELS, hint.height())) if self.wordWrap() else hint


def wrapped_label(name: str, role: str) -> PlainLabel:
    """An empty label for text that comes later, of this object name and part in the style sheet."""
    label = PlainLabel("")
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def buddy_label(text: str, field: QWidget) -> QLabel:
    """The label of a field, whose Alt key leads to it."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "field_label")
    # A field of several parts takes no focus itself: Qt would leave it where it is.
    label.setBuddy(field.focusProxy() or field)
    return label


def plain_tooltip(text: str) -> str:
    """The text as a tooltip that shows it as it is, wrapped, and not endless."""
    shown = text if len(text) <= LONGEST_TOOLTIP else text[:LONGEST_TOOLTIP] + "…"
    if not shown.strip():
        return ""
    # A tooltip with one tag is rich text and wraps; the text itself is escaped.
    return f"<p style='white-space: pre-wrap'>{html.escape(shown)}</p>"


def plain_title(text: str) -> str:
    """The text as the title of a window; Qt keeps [*] for its mark of what is unsaved."""
    return text.replace("[*]", "[*][*]")


def one_line(text: str, limit: int = LONGEST_LINE) -> str:
    """The beginning of a text on one line, whatever it holds; costs the limit, not the text."""
    start = text[:limit]
    if start.isprintable() and start.isascii():
        return start
    return "".join(_harmless(character) for character in start)


def for_qt(text: str) -> str:
    """The text so that Qt gets all of it: PySide takes a mark of byte order in front for its own.

    Behind U+FFFE it would turn the bytes of every letter about.
    """
    return f"{_BYTE_ORDER[0]}{text}" if text.startswith(_BYTE_ORDER) else text


def _harmless(character: str) -> str:
    if character in _TURNING or character in _BYTE_ORDER:
        return ""
    category = unicodedata.category(character)
    return " " if category in {"Cc", "Zl", "Zp", "Cs"} else character


def open_url(url: str) -> bool:
    """Open a web address in the browser; False for anything else, and where nothing opens it."""
    address = web_url(url)
    return address is not None and QDesktopServices.openUrl(address)


def web_url(url: str) -> QUrl | None:
    """A web address as it may be opened; None for anything else, which never is.

    What is opened is letter by letter what `shown_address` shows, and Qt must find the same host in
    it: the browser can then go nowhere else than the person was told.
    """
    shown = shown_address(url)
    address = QUrl(shown, QUrl.ParsingMode.StrictMode)
    place = address.authority(QUrl.ComponentFormattingOption.FullyEncoded)
    if not shown or address.scheme() not in WEB_SCHEMES or place != urlsplit(shown).netloc:
        return None
    return address if address.isValid() else None
