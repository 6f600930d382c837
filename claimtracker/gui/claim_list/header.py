"""The list's header: titles that sort, and the months above the time axis."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from claimtracker.gui.claim_list.axis import MONTHS_AFTER, MONTHS_BEFORE, Scale
from claimtracker.gui.claim_list.columns import Column
from claimtracker.gui.claim_list.delegates import MARGIN
from claimtracker.gui.dates import MONTHS
from claimtracker.gui.theme import colour, secondary_font

TICK_PIXELS = 4
HEADER_PIXELS = 36
LABEL_ROOM = 4


class ClaimHeader(QHeaderView):
    """Paints the scale where the axis has its column."""

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._today = today
        self.setObjectName("claim_header")
        self.setAccessibleName("Columns")
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(HEADER_PIXELS)
        self.setMinimumSectionSize(48)
        self.setStretchLastSection(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a title, or the months."""
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if section == Column.AXIS:
            painter.save()
            self._paint_months(painter, rect.adjusted(MARGIN, 0, -MARGIN, 0))
            painter.restore()

    def _paint_months(self, painter: QPainter, rect: QRect) -> None:
        scale = Scale.around(self._today())
        painter.setFont(secondary_font(self.font()))
        painter.setPen(colour("muted"))
        top = QRect(rect.left(), rect.top() + 2, rect.width(), rect.height() // 2 - 2)
        painter.drawText(
            top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, scale.title
        )
        bottom = QRect(rect.left(), top.bottom(), rect.width(), rect.height() // 2 - TICK_PIXELS)
        letters = self._letters(painter, rect.width() / (MONTHS_BEFORE + MONTHS_AFTER + 1))
        free_from = rect.left() - 1.0
        for month in scale.months():
            x = rect.left() + scale.begin_of(month, rect.width())
            painter.drawLine(round(x), rect.bottom() - TICK_PIXELS, round(x), rect.bottom())
            name = MONTHS[month.month - 1][:letters]
            advance = painter.fontMetrics().horizontalAdvance(name)
            if x >= free_from and x + advance <= rect.right() + MARGIN:
                box = QRect(round(x), bottom.top(), advance + 1, bottom.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
                free_from = x + advance + 1

    def _letters(self, painter: QPainter, room: float) -> int:
        """How many letters of its name each month has room for: "Jan" or "J"."""
        widest = max(painter.fontMetrics().horizontalAdvance(name[:3]) for name in MONTHS)
        return 3 if widest + LABEL_ROOM <= room else 1
