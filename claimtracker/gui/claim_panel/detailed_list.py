"""A list with the whole of its current entry under it, so that nothing is only in a tooltip."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.claim_panel.marked_text import show_marked
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.plain_text import PlainLabel
from claimtracker.gui.text_box import TextBox


class ListOverDetails(QWidget):
    """An entry list over whatever tells of its current entry, and a word when there is none."""

    def __init__(
        self, name: str, label: str, nothing: str, details: QWidget, shares: tuple[int, int]
    ) -> None:
        super().__init__()
        self.list = EntryList(name, label)
        self.halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.halves.addWidget(self.list)
        self.halves.addWidget(details)
        self.halves.setSizes(list(shares))
        self._nothing = PlainLabel(nothing)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(0, 12, 0, 0)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self.halves)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries in place of the earlier ones."""
        self.list.show_entries(entries)
        self._pages.setCurrentIndex(1 if entries else 0)


class DetailedList(ListOverDetails):
    """An entry list with the full text of the current entry under it."""

    def __init__(self, name: str, label: str, nothing: str) -> None:
        whole = named(TextBox(readOnly=True), f"{name}_details")
        whole.setAccessibleName(f"{label}, in full")
        whole.setTabChangesFocus(True)
        super().__init__(name, label, nothing, whole, (300, 140))
        self.whole = whole
        self.list.chosen.connect(self._show_whole)

    def _show_whole(self, entry: Entry | None) -> None:
        show_marked(self.whole, entry.told if entry else "", entry.spans if entry else ())
