"""How a candidate's row is painted: kind and claimant, the sentence, the deadline."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimtracker.articles.candidate import Candidate
from claimtracker.claims.vocabulary import label
from claimtracker.gui.article_window.candidate_groups import CandidateGroup
from claimtracker.gui.article_window.candidate_model import AnyIndex, CandidateModel, Heading
from claimtracker.gui.article_window.candidate_words import first_line, third_line
from claimtracker.gui.article_window.marks import KIND_INKS, underline_pen
from claimtracker.gui.article_window.review import Standing
from claimtracker.gui.claim_list.delegates import FOCUS_PIXELS, MIDDLE_RIGHT, RADIUS, write
from claimtracker.gui.theme import colour, secondary_font

_PADDING = 8
_GAP = 4
_MARGIN = 12
_PILL = 8
_STANDING_TOKENS = {Standing.TAKEN: "kept", Standing.DROPPED: "settled"}


class CandidatePainter(QStyledItemDelegate):
    """Paints every candidate in three lines, every heading in one."""

    def __init__(self, today: Callable[[], date], view: QListView) -> None:
        super().__init__(view)
        self._today = today
        self._view = view
        self._measured: QFont | None = None
        self._heading_size = self._row_size = QSize()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Two heights in all, whatever the texts are; measured once, for thousands of rows."""
        if self._measured != option.font:
            self._measured = QFont(option.font)
            small = QFontMetrics(secondary_font(option.font)).height()
            three = QFontMetrics(option.font).height() + 2 * (small + _GAP)
            self._heading_size = QSize(0, small + 2 * _PADDING)
            self._row_size = QSize(0, three + 2 * _PADDING)
        is_heading = isinstance(self._model().row(index.row()), Heading)
        return self._heading_size if is_heading else self._row_size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the ground, then what stands on it."""
        row = self._model().row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row)
        elif row is not None:
            self._paint_ground(painter, option, index)
            self._paint_candidate(painter, option, row)
        painter.restore()

    def _model(self) -> CandidateModel:
        model = self._view.model()
        assert isinstance(model, CandidateModel)
        return model

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading
    ) -> None:
        painter.fillRect(option.rect, colour("window"))
        font = secondary_font(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        write(painter, option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0), heading.text, colour("muted"))

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour("selection"))
        painter.setPen(colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(colour("accent"), FOCUS_PIXELS))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1.5))

    def _paint_candidate(
        self, painter: QPainter, option: QStyleOptionViewItem, group: CandidateGroup
    ) -> None:
        box = option.rect.adjusted(_MARGIN, _PADDING, -_MARGIN, -_PADDING)
        small, plain = secondary_font(option.font), option.font
        is_faint = self._model().standing(group) is Standing.DROPPED
        upper = QRect(box.left(), box.top(), box.width(), QFontMetrics(small).height())
        middle = QRect(box.left(), upper.bottom() + _GAP, box.width(), QFontMetrics(plain).height())
        lower = upper.translated(0, middle.bottom() + _GAP - upper.top())
        painter.setFont(small)
        self._paint_first(painter, upper, group)
        painter.setFont(plain)
        text = " ".join(group.candidate.sentence.split())
        write(painter, middle, text, colour("muted" if is_faint else "text"))
        painter.setFont(small)
        write(painter, lower, third_line(group, self._today()), colour("muted"))

    def _paint_first(self, painter: QPainter, line: QRect, group: CandidateGroup) -> None:
        left = self._paint_kind(painter, line, group.candidate)
        standing = self._model().standing(group)
        mark = self._model().mark(group) or _score(group)
        width = painter.fontMetrics().horizontalAdvance(mark) + _MARGIN if mark else 0
        if mark:
            ink = colour(_STANDING_TOKENS.get(standing, "muted"))
            write(painter, line.adjusted(left, 0, 0, 0), mark, ink, MIDDLE_RIGHT)
        words = first_line(group, self._today())
        write(painter, line.adjusted(left, 0, -width, 0), words, colour("muted"))

    def _paint_kind(self, painter: QPainter, line: QRect, candidate: Candidate) -> int:
        """Paint the kind as a word in its box, underlined as in the text; return where it ends."""
        token, words = KIND_INKS[candidate.kind], label(candidate.kind)
        width = painter.fontMetrics().horizontalAdvance(words) + 2 * _PILL
        pill = QRectF(line.left(), line.top() - 1, width, line.height() + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(f"{token}_background"))
        painter.drawRoundedRect(pill, RADIUS, RADIUS)
        write(painter, pill.toRect(), words, colour(token), Qt.AlignmentFlag.AlignCenter)
        painter.setPen(underline_pen(candidate.kind))
        bottom = pill.bottom() - 0.5
        painter.drawLine(QLineF(pill.left() + _PILL, bottom, pill.right() - _PILL, bottom))
        return int(width) + _PADDING


def _score(group: CandidateGroup) -> str:
    """What stands at the right while nothing was decided."""
    return "" if group.is_own or group.is_not_taken else f"{group.candidate.score:.2f}"
