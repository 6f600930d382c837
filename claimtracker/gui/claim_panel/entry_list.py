"""A quick list of two-line entries: evidence, verdicts, moves, changes, matches."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.plain_text import one_line, plain_tooltip
from claimtracker.gui.theme import colour, secondary_font

_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PADDING = 8
_GAP = 4


@dataclass(frozen=True)
class Entry:
    """One entry: a line, a quieter one under it, a mark at the right, and the whole of it."""

    title: str
    note: str = ""
    mark: str = ""
    mark_colour: str = "muted"
    whole: str = ""
    key: int = 0
    is_faint: bool = False

    @property
    def told(self) -> str:
        """All that a screen reader says, and what the tooltip and the details show."""
        return self.whole or "\n".join(part for part in (self.title, self.mark, self.note) if part)


class EntryModel(QAbstractListModel):
    """Holds the entries; the view asks for what is in sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Replace all entries."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The entry in this row, None outside the list."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, key: int) -> int:
        """The row of the entry with this key, the first row where it is gone."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), 0)

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """How many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, the words for a screen reader, and the tooltip."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.told
        return plain_tooltip(entry.told) if role == Qt.ItemDataRole.ToolTipRole else None


class EntryList(QListView):
    """Shows entries in rows of one height; Enter and double-click open one."""

    opened = Signal(object)
    chosen = Signal(object)  # the Entry that is current now, or None

    def __init__(
        self, name: str, label: str, *, has_notes: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, name, label)
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(_EntryPainter(self, has_notes=has_notes))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._choose)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Replace the entries; the one that was current stays so, wherever it is now."""
        current = self.current()
        self.entries.show_entries(entries)
        if entries:
            row = self.entries.row_of(current.key) if current else 0
            self.setCurrentIndex(self.entries.index(row))
        else:
            self.chosen.emit(None)

    def current(self) -> Entry | None:
        """The entry that has the cursor."""
        return self.entries.entry(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the entry."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self._open()
        else:
            super().keyPressEvent(event)

    def step(self, rows: int) -> None:
        """Move the cursor, for a search field that keeps the focus."""
        row = min(max(self.currentIndex().row() + rows, 0), self.entries.rowCount() - 1)
        self.setCurrentIndex(self.entries.index(row))

    def _open(self) -> None:
        if entry := self.current():
            self.opened.emit(entry)

    def _choose(self) -> None:
        self.chosen.emit(self.current())


class _EntryPainter(QStyledItemDelegate):
    """Paints two lines and a mark in the list's own colours."""

    def __init__(self, parent: QWidget, *, has_notes: bool) -> None:
        super().__init__(parent)
        self._has_notes = has_notes

    def sizeHint(self, option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        """One height for all, so that a long list need not be measured."""
        title, note = QFontMetrics(option.font), QFontMetrics(secondary_font(option.font))
        second = note.height() + _GAP if self._has_notes else 0
        return QSize(0, title.height() + second + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw the row's ground as the style does, then the texts."""
        model = index.model()
        entry = model.entry(index.row()) if isinstance(model, EntryModel) else None
        if entry is None:
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        self._draw(painter, option, entry)
        painter.restore()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        box = option.rect.adjusted(_PADDING + _GAP, _PADDING, -_PADDING - _GAP, -_PADDING)
        metrics = QFontMetrics(option.font)
        first = QRect(box.left(), box.top(), box.width(), metrics.height())
        ink = option.palette.color(QPalette.ColorRole.Text)
        mark_width = self._draw_mark(painter, option.font, first, entry)
        title = first.adjusted(0, 0, -mark_width, 0)
        painter.setFont(option.font)
        painter.setPen(colour("muted") if entry.is_faint else ink)
        painter.drawText(title, _LEFT, _elided(metrics, entry.title, title.width()))
        if not self._has_notes:
            return
        font = secondary_font(option.font)
        small = QFontMetrics(font)
        second = QRect(box.left(), first.bottom() + _GAP, box.width(), small.height())
        painter.setFont(font)
        painter.setPen(colour("muted"))
        painter.drawText(second, _LEFT, _elided(small, entry.note, second.width()))

    def _draw_mark(self, painter: QPainter, base: QFont, line: QRect, entry: Entry) -> int:
        if not entry.mark:
            return 0
        font = secondary_font(base)
        painter.setFont(font)
        painter.setPen(colour(entry.mark_colour))
        painter.drawText(line, _RIGHT, entry.mark)
        return QFontMetrics(font).horizontalAdvance(entry.mark) + 12


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, width)
