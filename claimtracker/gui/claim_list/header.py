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
        letters, every = self._labels(painter, rect.width() / (MONTHS_BEFORE + MONTHS_AFTER + 1))
        for number, month in enumerate(scale.months()):
            x = round(rect.left() + scale.begin_of(month, rect.width()))
            painter.drawLine(x, rect.bottom() - TICK_PIXELS, x, rect.bottom())
            if number % every == 0:
                box = QRect(x, bottom.top(), rect.width(), bottom.height())
                name = MONTHS[month.month - 1][:letters]
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)

    def _labels(self, painter: QPainter, room: float) -> tuple[int, int]:
        """How many letters of a month's name are shown, and of which months: "Jan", "J", or
        the letter of every second or third."""
        metrics = painter.fontMetrics()
        for letters, every in ((3, 1), (1, 1), (1, 2)):
            widest = max(metrics.horizontalAdvance(name[:letters]) for name in MONTHS)
            if widest + LABEL_ROOM <= room * every:
                return letters, every
        return 1, 3
