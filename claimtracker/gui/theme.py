"""Light and dark: the tokens of resources/colours.toml as a palette, a style sheet, and colours."""

import re
import tomllib
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from claimtracker.resource_files import resource
from claimtracker.settings import Theme

_PLACEHOLDER = re.compile(r"@([a-z_]+)")
_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Accent: "accent",
}
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


class Look(QObject):
    """Which theme is worn, and the news when it changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice: Theme = "system"
        self.scheme = "light"
        self._is_begun = False

    def begin(self, application: QApplication) -> None:
        """Lay the ground, once: a second time would only listen to the desktop twice."""
        if self._is_begun:
            return
        self._is_begun = True
        application.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_system)

    def wear(self, choice: Theme) -> None:
        """Put the theme on: "system" is whatever the desktop says now and later."""
        self.choice = choice
        self.scheme = _system_scheme() if choice == "system" else choice
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(_palette(self.scheme))
            application.setStyleSheet(style_sheet(self.scheme))
        self.changed.emit()

    def follow_system(self) -> None:
        """Change with the desktop, unless the person chose."""
        if self.choice == "system":
            self.wear("system")


LOOK = Look()


def apply_theme(application: QApplication, choice: Theme) -> None:
    """Dress the whole program; may be called again at any time."""
    LOOK.begin(application)
    LOOK.wear(choice)


def colour(token: str) -> QColor:
    """The colour of a token in the theme that is worn, for painting."""
    return QColor(_tokens()[LOOK.scheme][token])


def secondary_font(font: QFont) -> QFont:
    """The same font one point smaller, as secondary text is set."""
    smaller = QFont(font)
    smaller.setPointSizeF(max(font.pointSizeF() - 1, 7))
    return smaller


def style_sheet(scheme: str) -> str:
    """The style sheet with the tokens of a theme filled in."""
    template = resource("claimtracker.qss").read_text(encoding="utf-8")
    # A style sheet names pictures by path only; this one is grey enough for both themes.
    tokens = _tokens()[scheme] | {"unfold": resource("icons/unfold.svg").as_posix()}
    return _PLACEHOLDER.sub(lambda found: tokens[found.group(1)], template)


@cache
def _tokens() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(
        resource("colours.toml").read_text(encoding="utf-8")
    )
    return found


def _system_scheme() -> str:
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


def _palette(scheme: str) -> QPalette:
    tokens = _tokens()[scheme]
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(tokens[token]))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["muted"]))
    return palette
