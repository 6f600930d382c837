"""Pages of a PDF as pictures, where Qt's PDF module is installed; the program runs without it."""

from functools import cache
from importlib import import_module
from types import ModuleType

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from claimtracker.claims.errors import ClaimTrackerError

MISSING = "Pages of a PDF can be shown where Qt's PDF module (PySide6-Addons) is installed."
UNREADABLE = "This PDF cannot be drawn; open what was captured."
MOST_PIXELS = 16_000_000


@cache
def qt_pdf() -> ModuleType | None:
    """The module, or None where it is not there."""
    try:
        return import_module("PySide6.QtPdf")
    except ImportError:
        return None


class PdfPages:
    """An open PDF; to be made and used on one thread, which is not the window's.

    Raises ClaimTrackerError where the module is missing, or the file is no PDF or has a password.
    """

    def __init__(self, data: bytes) -> None:
        module = qt_pdf()
        if module is None:
            raise ClaimTrackerError(MISSING)
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = module.QPdfDocument()
        self._document.load(self._buffer)
        self.count: int = self._document.pageCount()
        if self.count < 1:
            self.close()
            raise ClaimTrackerError(UNREADABLE)

    def close(self) -> None:
        """Let go of the file: the document must not be the one of the two that stays longer."""
        self._document.close()

    def picture(self, page: int, longest_side: int) -> QImage:
        """Draw a page, counted from 0, on white."""
        points = self._document.pagePointSize(page)
        longest = max(points.width(), points.height(), 1.0)
        factor = longest_side / longest
        width, height = max(int(points.width() * factor), 1), max(int(points.height() * factor), 1)
        if width * height > MOST_PIXELS:
            raise ClaimTrackerError(UNREADABLE)
        drawn = self._document.render(page, QSize(width, height))
        if drawn.isNull():
            raise ClaimTrackerError(UNREADABLE)
        ground = QImage(drawn.size(), QImage.Format.Format_RGB32)
        ground.fill(QColor("white"))
        painter = QPainter(ground)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return ground


def page_picture(data: bytes, page: int, longest_side: int) -> tuple[QImage, int]:
    """Draw one page; returns it with the number of pages."""
    pages = PdfPages(data)
    try:
        return pages.picture(min(page, pages.count - 1), longest_side), pages.count
    finally:
        pages.close()
