"""A quick list of two-line entries: evidence, verdicts, moves, changes, matches."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from claimtracker.gui.claim_panel.entries import Entry, LazyEntries
from claimtracker.gui.claim_panel.entry_painter import ENTRY_ROLE, EntryPainter
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.plain_text import plain_tooltip

__all__ = ["Entry", "EntryList", "EntryModel", "LazyEntries"]

_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class EntryModel(QAbstractListModel):
    """Holds the entries; the view asks for what is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
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
        if isinstance(self._entries, LazyEntries):
            return self._entries.row_of(key)
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), 0)

    @property
    def is_lazy(self) -> bool:
        """Whether going through all entries would make all of them."""
        return isinstance(self._entries, LazyEntries)

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """How many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry itself, its title, the words for a screen reader, and the tooltip."""
        entry = self.entry(index.row())
        if entry is None or role == ENTRY_ROLE:
            return entry
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
        self,
        name: str,
        label: str,
        *,
        has_notes: bool = True,
        parent: QWidget | None = None,
        model: EntryModel | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, label)
        self.entries = model or EntryModel()
        self.entries.setParent(self)
        self.setModel(self.entries)
        self.setItemDelegate(EntryPainter(self, has_notes=has_notes))
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

    def keyboardSearch(self, search: str) -> None:
        """Qt goes through all titles for it, which a list that makes them at need is spared."""
        if not self.entries.is_lazy:
            super().keyboardSearch(search)

    def step(self, rows: int) -> None:
        """Move the cursor, for a search field that keeps the focus."""
        row = min(max(self.currentIndex().row() + rows, 0), self.entries.rowCount() - 1)
        self.setCurrentIndex(self.entries.index(row))

    def _open(self) -> None:
        if entry := self.current():
            self.opened.emit(entry)

    def _choose(self) -> None:
        self.chosen.emit(self.current())
