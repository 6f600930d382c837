"""A list with the whole of its current entry under it, so that nothing is only in a tooltip."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QStackedLayout, QWidget

from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.plain_text import PlainLabel


class DetailedList(QWidget):
    """An entry list, the full text of the current entry, and a word when there is none."""

    def __init__(self, name: str, label: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = EntryList(name, label)
        self.list.chosen.connect(self._show_whole)
        self.whole = named(QPlainTextEdit(readOnly=True), f"{name}_details")
        self.whole.setAccessibleName(f"{label}, in full")
        self.whole.setTabChangesFocus(True)
        halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        halves.addWidget(self.list)
        halves.addWidget(self.whole)
        halves.setSizes([300, 140])
        self._nothing = PlainLabel(nothing)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(0, 12, 0, 0)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(halves)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries in place of the earlier ones."""
        self.list.show_entries(entries)
        self._pages.setCurrentIndex(1 if entries else 0)

    def _show_whole(self, entry: Entry | None) -> None:
        self.whole.setPlainText(entry.told if entry else "")
