"""How an entry is painted: two lines, with their marks at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from claimtracker.gui.claim_panel.entries import Entry, Sign
from claimtracker.gui.plain_text import one_line
from claimtracker.gui.theme import colour, secondary_font

_AnyIndex = QModelIndex | QPersistentModelIndex
PADDING = 8
GAP = 4
_BEFORE_MARK = 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ENTRY_ROLE = Qt.ItemDataRole.UserRole


class EntryPainter(QStyledItemDelegate):
    """Paints in the list's own colours; rows are of one height."""

    def __init__(self, parent: QWidget, *, has_notes: bool = True) -> None:
        super().__init__(parent)
        self._has_notes = has_notes

    def sizeHint(self, option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        """One height for all, so that a long list need not be measured."""
        title, note = QFontMetrics(option.font), QFontMetrics(secondary_font(option.font))
        second = note.height() + GAP if self._has_notes else 0
        return QSize(0, title.height() + second + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw the row's ground as the style does, then the texts."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        box = option.rect.adjusted(PADDING + GAP, PADDING, -PADDING - GAP, -PADDING)
        self.draw(painter, option, box, entry)
        painter.restore()

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, entry: Entry
    ) -> None:
        """Draw both lines into this box."""
        font, small = option.font, secondary_font(option.font)
        first = QRect(box.left(), box.top(), box.width(), QFontMetrics(font).height())
        marks = (Sign(entry.mark, entry.mark_colour),) if entry.mark else ()
        title = draw_signs(painter, small, first, marks)
        ink = option.palette.color(QPalette.ColorRole.Text)
        painter.setFont(font)
        painter.setPen(colour("muted") if entry.is_faint else ink)
        painter.drawText(title, _LEFT, elided(QFontMetrics(font), entry.title, title.width()))
        if self._has_notes:
            height = QFontMetrics(small).height()
            second = QRect(box.left(), first.bottom() + GAP, box.width(), height)
            note = draw_signs(painter, small, second, entry.signs)
            painter.setPen(colour("muted"))
            painter.drawText(note, _LEFT, elided(painter.fontMetrics(), entry.note, note.width()))


def draw_signs(painter: QPainter, font: QFont, line: QRect, signs: tuple[Sign, ...]) -> QRect:
    """Draw words at the right of a line, each on three fifths at most; return what is left."""
    painter.setFont(font)
    metrics, rest = QFontMetrics(font), QRect(line)
    for sign in signs:
        words = elided(metrics, sign.words, line.width() * 3 // 5)
        painter.setPen(colour(sign.colour))
        painter.drawText(rest, _RIGHT, words)
        rest.setRight(rest.right() - metrics.horizontalAdvance(words) - _BEFORE_MARK)
    return rest


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """The text on one line, as much of it as the width has room for."""
    return metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, width)
