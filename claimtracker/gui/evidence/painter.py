"""How a document is painted in a list: its icon or a small picture, then the words."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from claimtracker.gui.claim_panel.entries import Entry
from claimtracker.gui.claim_panel.entry_painter import EntryPainter
from claimtracker.gui.evidence.entries import DocumentEntry
from claimtracker.gui.evidence.thumbnails import SIDE, Thumbnails
from claimtracker.gui.icons import SMALL, icon
from claimtracker.gui.theme import colour

_BESIDE = 12


class DocumentPainter(EntryPainter):
    """Keeps a column of one width for icons and pictures, so that the titles stand in line."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, entry: Entry
    ) -> None:
        """Draw icon or picture, then both lines beside it."""
        if isinstance(entry, DocumentEntry):
            place = QRect(box.left(), box.center().y() - SIDE // 2, SIDE, SIDE)
            self._draw_kind(painter, place, entry)
        super().draw(painter, option, box.adjusted(SIDE + _BESIDE, 0, 0, 0), entry)

    def _draw_kind(self, painter: QPainter, place: QRect, entry: DocumentEntry) -> None:
        image = self._thumbnails.of(entry.found)
        if image is None:
            side = SMALL.width()
            icon(entry.icon).paint(
                painter, place.center().x() - side // 2, place.center().y() - side // 2, side, side
            )
            return
        size = image.deviceIndependentSize()
        corner = QRectF(place).center() - QPointF(size.width() / 2, size.height() / 2)
        painter.drawImage(corner, image)
        painter.setPen(QPen(colour("line"), 1))
        painter.drawRect(QRectF(corner, size).adjusted(-0.5, -0.5, 0.5, 0.5))
