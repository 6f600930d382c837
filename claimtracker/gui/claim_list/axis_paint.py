"""The marks on a time axis, drawn alike wherever a claim's days stand on one line."""

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from claimtracker.claims.state import Window
from claimtracker.gui.claim_list.axis import Scale
from claimtracker.gui.theme import colour

MARK_PIXELS = 5  # from the middle of a diamond to its corner


def paint_line(painter: QPainter, box: QRect) -> None:
    """The line that everything stands on."""
    middle = box.center().y()
    painter.setPen(colour("line"))
    painter.drawLine(box.left(), middle, box.right(), middle)


def paint_window(painter: QPainter, box: QRect, scale: Scale, window: Window, ink: QColor) -> None:
    """Pale to the strict end, strong from there to the generous one."""
    latest = window.latest_on or (scale.last if window.opens_on else None)
    if latest is None:
        return
    opens = window.opens_on or latest
    due = window.due_on or latest
    pale = QColor(ink)
    pale.setAlphaF(0.3)
    painter.setPen(Qt.PenStyle.NoPen)
    begin, strict = scale.begin_of(opens, box.width()), scale.end_of(due, box.width())
    painter.setBrush(pale)
    painter.drawRoundedRect(_bar(box, begin, strict), 2, 2)
    generous = scale.end_of(latest, box.width())
    if scale.first <= latest and window.latest_on is not None and due <= scale.last:
        painter.setBrush(ink)
        painter.drawRoundedRect(_bar(box, min(strict, generous - 2), generous), 2, 2)


def paint_today(painter: QPainter, box: QRect, scale: Scale, today: date) -> None:
    """A dotted line across."""
    pen = QPen(colour("accent"))
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    x = box.left() + scale.middle_of(today, box.width())
    painter.drawLine(QPointF(x, box.top() - 4), QPointF(x, box.bottom() + 5))


def paint_said(painter: QPainter, box: QRect, scale: Scale, said: date) -> None:
    """A dot, or an arrowhead at the edge where the day lies outside of the scale."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("text"))
    middle = box.center().y() + 0.5
    x = box.left() + scale.middle_of(said, box.width())
    if scale.holds(said):
        painter.drawEllipse(QPointF(x, middle), 3, 3)
        return
    side = 5 if said < scale.first else -5
    points = [QPointF(x, middle), QPointF(x + side, middle - 4), QPointF(x + side, middle + 4)]
    painter.drawPolygon(QPolygonF(points))


def paint_diamond(
    painter: QPainter, box: QRect, x: float, ink: QColor, reach: int = MARK_PIXELS
) -> None:
    """A diamond for evidence, with an edge that keeps it apart from what lies under it."""
    centre = QPointF(box.left() + x, box.center().y() + 0.5)
    corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    painter.setPen(QPen(colour("surface"), 1))
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([centre + QPointF(dx, dy) for dx, dy in corners]))


def _bar(box: QRect, begin: float, end: float) -> QRectF:
    return QRectF(box.left() + begin, box.center().y() - 3.5, max(end - begin, 2), 8)
