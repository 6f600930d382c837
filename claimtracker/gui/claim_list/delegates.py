"""How the cells are painted: quiet boxes, two lines of text, the time axis; never markup."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.verdict_labels import VerdictLabels
from claimtracker.claims.vocabulary import State, Verdict, label
from claimtracker.gui.claim_list.axis import Scale
from claimtracker.gui.claim_list.axis_paint import (
    paint_diamond,
    paint_line,
    paint_said,
    paint_today,
    paint_window,
)
from claimtracker.gui.claim_list.columns import CLAIM_ROLE, Column, Index
from claimtracker.gui.claim_list.words import (
    COMING,
    days_line,
    evidence_text,
    mark_on,
    said_text,
    verdict_text,
    wording_text,
)
from claimtracker.gui.plain_text import one_line
from claimtracker.gui.slip_words import figure_text
from claimtracker.gui.theme import colour, secondary_font

MARGIN = 8
RADIUS = 5
FOCUS_PIXELS = 2
MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
STATE_TOKENS = {
    State.PASSED: "passed",
    State.GRACE: "grace",
    State.DUE_SOON: "due_soon",
    State.SETTLED: "settled",
}
_VERDICT_TOKENS = {
    Verdict.KEPT: "kept",
    Verdict.KEPT_LATE: "kept",
    Verdict.PARTLY_KEPT: "grace",
    Verdict.BROKEN: "passed",
    Verdict.STALLED: "grace",
}


class CellDelegate(QStyledItemDelegate):
    """Paints the ground of a cell; what stands on it is `paint_claim`'s."""

    def __init__(
        self,
        today: Callable[[], date],
        is_all_selected: Callable[[], bool],
        parent: QWidget,
        labels: Callable[[], VerdictLabels] = VerdictLabels,
    ) -> None:
        super().__init__(parent)
        self.today = today
        self.labels = labels
        self._is_all_selected = is_all_selected

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, text and line of one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected or self._is_all_selected():
            painter.fillRect(option.rect, colour("selection"))
        painter.setPen(colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._paint_focus(painter, option, index)
        claim: ClaimRow | None = index.data(CLAIM_ROLE)
        box = option.rect.adjusted(MARGIN, 4, -MARGIN, -5)
        painter.setFont(option.font)
        if claim is None:
            write(painter, box, COMING, colour("muted"))
        else:
            self.paint_claim(painter, box, claim)
        painter.restore()

    def paint_claim(self, painter: QPainter, box: QRect, claim: ClaimRow) -> None:
        """Paint this cell of the claim; each column does it in its way."""
        raise NotImplementedError

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Mark the current row along its edges while the list has the focus."""
        view = self.parent()
        assert isinstance(view, QWidget)
        if not view.hasFocus() or view.property("current_row") != index.row():
            return
        painter.setPen(QPen(colour("accent"), FOCUS_PIXELS))
        rect = QRectF(option.rect).adjusted(0, 1, 0, -1.5)
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == Column.STATE:
            painter.drawLine(rect.topLeft() + QPointF(1, 0), rect.bottomLeft() + QPointF(1, 0))
        if index.column() == Column.EVIDENCE:
            painter.drawLine(rect.topRight() - QPointF(1, 0), rect.bottomRight() - QPointF(1, 0))


def write(
    painter: QPainter,
    box: QRect,
    text: str,
    ink: QColor,
    alignment: Qt.AlignmentFlag = MIDDLE_LEFT,
) -> None:
    """Write one line, cut off with an ellipsis where it does not fit."""
    painter.setPen(ink)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, alignment | Qt.TextFlag.TextSingleLine, shown)


def halves(box: QRect) -> tuple[QRect, QRect]:
    """The upper and the lower line of a cell."""
    height = box.height() // 2
    upper = QRect(box.left(), box.top(), box.width(), height)
    return upper, QRect(box.left(), box.top() + height, box.width(), box.height() - height)


class StateDelegate(CellDelegate):
    """The state as a word in a quiet box."""

    def paint_claim(self, painter: QPainter, box: QRect, claim: ClaimRow) -> None:
        """Paint the box; due soon has an outline, so that colour is not the only sign."""
        painter.setFont(secondary_font(painter.font()))
        height = painter.fontMetrics().height() + 6
        top = box.center().y() - height // 2
        pill = QRectF(box.left(), top, box.width(), height)
        token = STATE_TOKENS.get(claim.state)
        ground = colour(f"{token}_background") if token else colour("surface")
        has_outline = token is None or claim.state is State.DUE_SOON
        painter.setPen(colour(token or "line") if has_outline else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, RADIUS, RADIUS)
        ink = colour(token or "text")
        write(painter, pill.toRect(), label(claim.state), ink, Qt.AlignmentFlag.AlignCenter)


class ClaimDelegate(CellDelegate):
    """The summary over claimant and day said."""

    def paint_claim(self, painter: QPainter, box: QRect, claim: ClaimRow) -> None:
        """Paint both lines."""
        upper, lower = halves(box)
        write(painter, upper, claim.summary, colour("text"))
        painter.setFont(secondary_font(painter.font()))
        write(painter, lower, said_text(claim, self.today()), colour("muted"))


class DeadlineDelegate(CellDelegate):
    """The speaker's words over the window and the days."""

    def paint_claim(self, painter: QPainter, box: QRect, claim: ClaimRow) -> None:
        """Paint both lines; the words in italics, since they are the speaker's."""
        upper, lower = halves(box)
        plain = QFont(painter.font())
        slanted = QFont(plain)
        slanted.setItalic(bool(claim.deadline_wording))
        painter.setFont(slanted)
        write(painter, upper, wording_text(claim), colour("text"))
        painter.setFont(secondary_font(plain))
        token = STATE_TOKENS.get(claim.state, "muted")
        write(painter, lower, days_line(claim, self.today()), colour(token))


class VerdictDelegate(CellDelegate):
    """The verdict in words; under it how far the deadline moved, where it is one of a chain."""

    def paint_claim(self, painter: QPainter, box: QRect, claim: ClaimRow) -> None:
        """Paint it; coloured only where it judges."""
        ink = colour(_VERDICT_TOKENS.get(claim.verdict, "muted"))
        moved = figure_text(claim.chain)
        upper, lower = halves(box) if moved else (box, box)
        write(painter, upper, verdict_text(claim, self.labels()), ink)
        if moved:
            painter.setFont(secondary_font(painter.font()))
            write(painter, lower, moved, colour("muted"))


class EvidenceDelegate(CellDelegate):
    """The number of pieces of evidence, aligned right."""

    def paint_claim(self, painter: QPainter, box: QRect, claim: ClaimRow) -> None:
        """Paint the number."""
        ink = colour("text" if claim.evidence_count else "muted")
        write(painter, box, evidence_text(claim), ink, MIDDLE_RIGHT)


class AxisDelegate(CellDelegate):
    """Day said, window, evidence and today on one line."""

    def paint_claim(self, painter: QPainter, box: QRect, claim: ClaimRow) -> None:
        """Paint the line of the claim's life."""
        scale = Scale.around(self.today())
        paint_line(painter, box)
        ink = colour(STATE_TOKENS.get(claim.state, "accent"))
        paint_window(painter, box, scale, claim.window, ink)
        paint_today(painter, box, scale, self.today())
        if claim.stated_on is not None:
            paint_said(painter, box, scale, claim.stated_on)
        mark = mark_on(claim)
        if mark is not None and scale.holds(mark):
            paint_diamond(painter, box, scale.middle_of(mark, box.width()), colour("kept"))


DELEGATES: dict[Column, type[CellDelegate]] = {
    Column.STATE: StateDelegate,
    Column.CLAIM: ClaimDelegate,
    Column.DEADLINE: DeadlineDelegate,
    Column.AXIS: AxisDelegate,
    Column.VERDICT: VerdictDelegate,
    Column.EVIDENCE: EvidenceDelegate,
}
