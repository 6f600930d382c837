"""Icons: one set of line drawings in resources/icons, tinted with the text colour."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from claimtracker.gui.theme import LOOK, colour
from claimtracker.resource_files import resource

SMALL = QSize(16, 16)


class _TintedEngine(QIconEngine):
    """Draws when asked, so that an icon follows the theme without being made anew."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def clone(self) -> QIconEngine:
        """Another one of the same, as QIcon wants when it is copied."""
        return _TintedEngine(self._name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw into the rectangle; disabled ones in the muted colour."""
        tint = colour("muted" if mode is QIcon.Mode.Disabled else "text").name()
        drawing = _drawing(self._name).replace("currentColor", tint)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The same on a transparent ground; nothing where a window has no room left for it."""
        if size.isEmpty():
            return QPixmap()
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return QPixmap.fromImage(image)


class Sign(QLabel):
    """A small icon beside a sentence; drawn anew when the theme changes."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon(name)
        self._draw()
        LOOK.changed.connect(self._draw)

    def _draw(self) -> None:
        self.setPixmap(self._icon.pixmap(SMALL))


def icon(name: str) -> QIcon:
    """The icon of this name; raises FileNotFoundError where there is no such drawing."""
    _drawing(name)
    return QIcon(_TintedEngine(name))


@cache
def _drawing(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")
