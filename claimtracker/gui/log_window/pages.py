"""The list of actions, what the current one changed, and the whole of the current change."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from claimtracker.claims.log import LogFilter, LoggedRow
from claimtracker.claims.rows import ChangeRow
from claimtracker.gui.change_entries import change_entry, logged_entry
from claimtracker.gui.claim_panel.entries import Entry
from claimtracker.gui.claim_panel.marked_text import show_marked
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.paged_list import PagedList, PagedModel
from claimtracker.gui.plain_text import wrapped_label
from claimtracker.gui.text_box import TextBox
from claimtracker.operations import read_log

_NOTHING, _LISTED = range(2)
_WIDE = 900
_ABOVE, _BESIDE = (260, 300), (480, 520)
NOTHING_DONE = (
    "Nothing was done in this database yet.\n\n"
    "Every change is listed here with who made it and when, before and after; each can be taken "
    "back by itself."
)
NO_MATCH = "No action fits. Fewer words or other days find more; Ctrl+Backspace clears the filters."


class LogPages(QStackedWidget):
    """The changes stand below the actions, or beside them where the window is wide."""

    chosen = Signal()  # another action or change is current

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._told_of: int | None = None  # the action whose changes are listed
        self.actions_list: PagedList[LoggedRow] = PagedList(
            desk, "log_actions", "Actions", is_long=True
        )
        self.changes_list: PagedList[ChangeRow] = PagedList(
            desk, "log_changes", "Changes of the action", is_long=True
        )
        self.actions_list.use_model(PagedModel(self._action_entry, self))
        self.changes_list.use_model(PagedModel(self._change_entry, self))
        for each in (self.actions_list, self.changes_list):
            each.setSelectionMode(each.SelectionMode.SingleSelection)
        self.whole = named(TextBox(readOnly=True), "log_change", "The change in full")
        self.whole.setTabChangesFocus(True)
        self.nothing = wrapped_label("no_actions", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(4, 24, 4, 0)
        self._lay_out()
        for coming in (self.actions_list.chosen, self.actions_list.filled):
            coming.connect(self._follow)
        for coming in (self.changes_list.chosen, self.changes_list.filled):
            coming.connect(self._tell)

    def _lay_out(self) -> None:
        told = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        told.addWidget(self.changes_list)
        told.addWidget(self.whole)
        told.setSizes([280, 180])
        self.halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.halves.addWidget(self.actions_list)
        self.halves.addWidget(told)
        self.halves.setSizes(_ABOVE)
        self.addWidget(self.nothing)
        self.addWidget(self.halves)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width has come or gone; otherwise what was dragged stays."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self.halves.orientation() != wanted:
            self.halves.setOrientation(wanted)
            self.halves.setSizes(_BESIDE if is_wide else _ABOVE)

    def look_for(self, wanted: LogFilter) -> None:
        """List the actions that fit, and read anew what the current one changed.

        What a claim is called may be another by now.
        """
        self._told_of = None
        self.actions_list.read_by(partial(read_log.ids, wanted=wanted), read_log.rows)

    def show_list(self, *, is_any: bool, is_filtered: bool) -> None:
        """Show the lists, or say why nothing is in them."""
        self.nothing.setText(NO_MATCH if is_filtered else NOTHING_DONE)
        self.setCurrentIndex(_LISTED if is_any else _NOTHING)

    def claim_id(self) -> int | None:
        """The claim of the current change, where its list has the focus, or of the action."""
        change, action = self.changes_list.current_row(), self.actions_list.current_row()
        if self.changes_list.hasFocus() and change is not None and change.claim_id is not None:
            return change.claim_id
        return action.claim_id if action is not None else None

    def text(self) -> str:
        """The current action and change, as they can be pasted elsewhere."""
        action, change = self.actions_list.current_entry(), self.changes_list.current_entry()
        return "\n\n".join(entry.told for entry in (action, change) if entry)

    def _follow(self) -> None:
        """List the changes of the action that has the cursor."""
        current = self.actions_list.current_id()
        if current != self._told_of:
            self._told_of = current
            self.changes_list.empty()
            if current is not None:
                read = partial(read_log.change_ids, action_id=current)
                self.changes_list.read_by(read, read_log.change_rows)
        self.chosen.emit()

    def _tell(self) -> None:
        entry = self.changes_list.current_entry()
        show_marked(self.whole, entry.told if entry else "", entry.spans if entry else ())
        self.chosen.emit()

    def _action_entry(self, row: LoggedRow) -> Entry:
        return logged_entry(row, self._desk.today)

    def _change_entry(self, row: ChangeRow) -> Entry:
        return change_entry(row, self._desk.today, self._desk.labels)
