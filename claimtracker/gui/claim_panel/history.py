"""The history of a claim: what was done to it, by whom and when, and the way back."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimtracker.claims.rows import ClaimDetails
from claimtracker.gui.action_menu import ActionMenu
from claimtracker.gui.article_window.action_button import ActionButton
from claimtracker.gui.article_window.wrapping_row import WrappingRow
from claimtracker.gui.change_entries import ActionEntries
from claimtracker.gui.claim_panel.detailed_list import DetailedList
from claimtracker.gui.claim_panel.entry_list import Entry
from claimtracker.gui.claim_panel.named import text_button
from claimtracker.gui.commands import make_action
from claimtracker.gui.desk import Desk
from claimtracker.gui.log_window.commands import TAKE_BACK


class HistoryTab(QWidget):
    """Every action that changed the claim, the newest first, with what each of them changed."""

    take_back_wanted = Signal(int)  # the id of an action
    log_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._claim_id: int | None = None
        self._shown = ActionEntries((), desk.today)
        self.entries = DetailedList("history_list", "History", "Nothing is recorded yet.")
        self.entries.halves.setSizes([200, 240])  # what was changed is what one comes for
        self.take_back = make_action(TAKE_BACK, self)
        self.show_all = text_button("all_changes", "All changes…  Ctrl+L")
        self.take_back.triggered.connect(self._take_back)
        self.show_all.clicked.connect(self.log_wanted)
        self.entries.list.addAction(self.take_back)
        ActionMenu(self.entries.list)
        self.entries.list.chosen.connect(self._offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.entries, 1)
        buttons = WrappingRow()
        buttons.addWidget(ActionButton(self.take_back, self))
        buttons.addWidget(self.show_all)
        column.addLayout(buttons)

    def show_claim(self, details: ClaimDetails) -> None:
        """Show what was done to this claim; another one is looked at from its newest on."""
        if details.report.id != self._claim_id:
            self._claim_id = details.report.id
            self.entries.list.setCurrentIndex(QModelIndex())
        self._shown = ActionEntries(details.changes, self._desk.today, self._desk.labels)
        self.entries.show_entries(self._shown)

    def _offer(self, entry: Entry | None) -> None:
        self.take_back.setEnabled(entry is not None and self._shown.stands(entry.key))

    def _take_back(self) -> None:
        if entry := self.entries.list.current():
            self.take_back_wanted.emit(entry.key)
