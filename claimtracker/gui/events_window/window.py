"""The events window: which events there are, when, and what hangs on them."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.events import EventRow
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.article_window.action_button import ActionButton
from claimtracker.gui.article_window.wrapping_row import WrappingRow
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.commands import build_actions
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import framed
from claimtracker.gui.dialogs.following import Following
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.events_window.busy_row import BusyRow
from claimtracker.gui.events_window.commands import BUTTONS, EVENT_COMMANDS, FURTHER_KEYS
from claimtracker.gui.events_window.counting import Counting
from claimtracker.gui.events_window.delete_dialog import DeleteEventDialog
from claimtracker.gui.events_window.entries import fits
from claimtracker.gui.events_window.event_dialog import EventDialog
from claimtracker.gui.events_window.merge_dialog import MergeDialog
from claimtracker.gui.events_window.pages import EventPages
from claimtracker.gui.own_window import SideWindow
from claimtracker.gui.step_names import StepNames
from claimtracker.operations.change_events import EventChange
from claimtracker.operations.list_events import all_events
from claimtracker.operations.what_would_change import Rereading

FIRST_SIZE = (980, 640)
COUNTING, FOLLOWING = "Looking for what hangs on them …", "Working out what would change …"


class EventsWindow(SideWindow):
    """Stands beside the main window, which shows the claims that are opened here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("events_window")
        self.setWindowTitle("Events")
        self._rows: Sequence[EventRow] = ()
        self._deleting = self._wanted = ""
        self._is_stale = self._is_counted = False
        self.words = named(QLineEdit(placeholderText="Name of an event"), "words")
        self.words.setAccessibleName("Look for events")
        self.words.setClearButtonEnabled(True)
        self.own_box = named(QCheckBox("&Own events only"), "own_only", "Own events only")
        framed(self.own_box)
        self.pages = EventPages(desk)
        self.busy = BusyRow()
        self.counting = Counting(desk, self)
        self.following = Following(desk, self)
        self.buttons = WrappingRow(spacing=4)
        self._lay_out()
        self.actions_by_name = build_actions(
            self, self, self.pages.list, self._handlers(), EVENT_COMMANDS
        )
        for name in BUTTONS:
            is_main = name == "new_event"
            button = ActionButton(self.actions_by_name[name], self, is_main=is_main)
            self.buttons.addWidget(button)
        self._connect()
        StepNames(desk, self.actions_by_name, self)
        self._read()
        self.pages.list.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Look anew for what hangs on the events once somebody comes back to them."""
        super().changeEvent(event)
        is_activation = event.type() == QEvent.Type.ActivationChange
        if is_activation and self.isActiveWindow() and self._is_stale:
            self._count()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave off what is under way."""
        self.counting.stop()
        self.following.stop()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.words, 1)
        row.addWidget(self.own_box)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.messages)
        column.addWidget(self.pages, 1)
        column.addWidget(self.busy)
        column.addLayout(self.buttons)
        self.setCentralWidget(middle)
        self._said.setObjectName("events_said")
        self._counts.setObjectName("event_counts")
        self.furnish_status_bar("events_status", self._said, self._counts)
        self.setMinimumSize(480, 400)
        self.resize(*FIRST_SIZE)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "new_event": self._enter,
            "edit_event": self._edit,
            "merge_event": self._merge,
            "delete_event": self._delete,
            "close": self.close,
            "undo": self.undo_wanted.emit,
            "redo": self.redo_wanted.emit,
            "find": self.words.setFocus,
            "own_only": self.own_box.toggle,
            "show_list": self.pages.list.setFocus,
            "show_hanging": self.pages.hanging.setFocus,
            "keys": self._show_keys,
        }

    def _connect(self) -> None:
        self.words.textChanged.connect(self._look)
        self.own_box.toggled.connect(self._look)
        self.pages.chosen.connect(self._offer)
        self.pages.list.doubleClicked.connect(self.actions_by_name["edit_event"].trigger)
        self.pages.list.customContextMenuRequested.connect(self._show_menu)
        self.pages.hanging.claim_wanted.connect(self.claim_wanted)
        self.counting.begun.connect(self._begin_counting)
        self.counting.found.connect(self.pages.show_hanging)
        self.counting.ended.connect(self._end_counting)
        self.following.stored.connect(self._say_deleted)
        self.following.refused.connect(self._refuse)
        self.following.left.connect(self.busy.end)
        for work in (self.counting, self.following):
            work.moved.connect(self.busy.bar.show_progress)
            self.busy.stop_wanted.connect(work.stop)
        self._desk.changes.changed.connect(self._read)

    def _read(self) -> None:
        self._desk.ask(all_events, self._take)

    def _take(self, rows: list[EventRow]) -> None:
        self._rows = rows
        self._look()
        wanted, self._wanted = self._wanted, ""
        for row in rows:
            if row.event.name == wanted and not row.is_shipped:
                self.pages.go_to(row.id)
        self._is_stale = True
        if self.isActiveWindow() or not self._is_counted:
            self._count()

    def _count(self) -> None:
        self._is_stale, self._is_counted = False, True
        self.counting.count(self._rows)

    def _look(self) -> None:
        own_only, words = self.own_box.isChecked(), self.words.text()
        listed = [
            row for row in self._rows if fits(row, words) and not (own_only and row.is_shipped)
        ]
        self.pages.show_rows(listed)
        own = sum(not row.is_shipped for row in listed)
        self._counts.setText(f"{len(listed):,} listed · {own:,} your own")

    def _offer(self, row: EventRow | None) -> None:
        is_own = row is not None and not row.is_shipped
        edit = self.actions_by_name["edit_event"]
        edit.setEnabled(row is not None)
        is_shipped = row is not None and row.is_shipped
        edit.setText("Override with your own…" if is_shipped else "Edit…")
        has_other = sum(not other.is_shipped for other in self._rows) > 1
        self.actions_by_name["merge_event"].setEnabled(is_own and has_other)
        self.actions_by_name["delete_event"].setEnabled(is_own)

    def _begin_counting(self) -> None:
        self.pages.note_looking(is_looking=True)
        self.busy.begin(COUNTING)

    def _end_counting(self) -> None:
        self.pages.note_looking(is_looking=False)
        self.busy.end()

    def _show_menu(self, place: QPoint) -> None:
        """The menu of events, where the pointer or the cursor is."""
        if menu := self.menuBar().findChild(QMenu, "menu_event"):
            menu.popup(self.pages.list.viewport().mapToGlobal(place))

    def _enter(self) -> None:
        self._open_dialog(EventDialog(self._desk, None, self))

    def _edit(self) -> None:
        row = self.pages.current()
        if row is None:
            return
        own = self._own_of(row)
        self._open_dialog(EventDialog(self._desk, own, self, self._shared_names()))

    def _open_dialog(self, dialog: EventDialog) -> None:
        dialog.saved.connect(self._want)
        dialog.open()

    def _want(self, name: str) -> None:
        """Lead to the event that was stored just now, once it is read."""
        self._wanted = name

    def _own_of(self, row: EventRow) -> EventRow:
        """Return the own event that counts in the place of an overridden one."""
        names = (other for other in self._rows if other.event.name == row.event.name)
        return next((other for other in names if not other.is_shipped), row)

    def _shared_names(self) -> frozenset[str]:
        """Names that several shipped events bear, as "midterms": an own one would take them all."""
        shipped = (row.event for row in self._rows if row.is_shipped)
        count = Counter(name for event in shipped for name in event.aliases)
        return frozenset(name for name, bearers in count.items() if bearers > 1)

    def _merge(self) -> None:
        row = self.pages.current()
        if row is not None and not row.is_shipped:
            others = [each for each in self._rows if not each.is_shipped and each.id != row.id]
            MergeDialog(self._desk, row, others, self).open()

    def _delete(self) -> None:
        row = self.pages.current()
        if row is not None and not row.is_shipped:
            self._deleting = row.event.name
            self.messages.hide()
            self.busy.begin(FOLLOWING)
            change = EventChange(gone=(row.id,), seen=(row.event,))
            self.following.begin(change, self._confirm)

    def _confirm(self, found: Sequence[Rereading]) -> DeleteEventDialog:
        return DeleteEventDialog(self._deleting, found, self._desk.today, self)

    def _say_deleted(self, count: int) -> None:
        self.busy.end()
        reread = f", {of_claims(count)} re-read" if count else ""
        words = f"Event “{self._deleting}” deleted{reread}. Ctrl+Z takes it back."
        self._desk.changes.said.emit(words)

    def _refuse(self, error: ClaimTrackerError) -> None:
        self.busy.end()
        self.messages.show_sentence(str(error))

    def _show_keys(self) -> None:
        KeysDialog(list(self.actions_by_name.values()), self, FURTHER_KEYS).open()
