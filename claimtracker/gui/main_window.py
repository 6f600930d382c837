"""The main window: views, list and panel side by side, and the bars around them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from claimtracker.claims.query import Query
from claimtracker.gui.claim_list.view import ClaimList
from claimtracker.gui.claim_panel.panel import ClaimPanel
from claimtracker.gui.commands import build_actions
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.message_bar import MessageBar
from claimtracker.gui.plain_text import PlainLabel
from claimtracker.gui.reminder_bar import ReminderBar
from claimtracker.gui.sidebar import Sidebar
from claimtracker.gui.top_bar import TopBar
from claimtracker.gui.views import View
from claimtracker.gui.window_commands import WindowCommands
from claimtracker.operations import list_claims, undo
from claimtracker.operations.undo import Steps
from claimtracker.settings import WindowPlace

NARROW_PIXELS = 1200
FIRST_SIZE = (1280, 800)
SIDEBAR_PIXELS = 166
LIST_AND_PANEL = (754, 360)
LONGEST_STEP = 60

Handler = Callable[[], object]


class MainWindow(QMainWindow):
    """Brings the parts together; each of them reads and writes through the desk."""

    closed = Signal()
    place_left = Signal(object)  # the WindowPlace to come back to

    def __init__(self, desk: Desk, title: str, handlers: Mapping[str, Handler]) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(title)
        self._desk = desk
        self.sidebar = Sidebar(self)
        self.top_bar = TopBar(self)
        self.reminders = ReminderBar(desk, self)
        self.messages = MessageBar(self)
        self.claims = ClaimList(desk, self)
        self.panel = ClaimPanel(desk, self)
        self._counted = PlainLabel("", self)
        self._checked = PlainLabel("", self)
        self._may_close = False
        self._lay_out()
        self._commands = WindowCommands(desk, self.claims, self.panel, self)
        self.actions_by_name = build_actions(
            self, self.claims, {**self._commands.handlers(), **self._own_handlers(), **handlers}
        )
        self._commands.use_actions(self.actions_by_name)
        for name, text in (
            ("new_claim", "New claim"),
            ("open_file", "Import"),
            ("export", "Export"),
        ):
            action = self.actions_by_name[name]
            self.top_bar.add_button(action, text, is_main=name == "new_claim")
        self._connect()
        self._come_back(desk.settings.window)
        self._read_counts()
        self.claims.take_focus()

    def show_view(self, view: View) -> None:
        """List the claims of one of the standing views."""
        self.claims.show_query(view, self.top_bar.query)

    def come_forward(self) -> None:
        """Stand in front of the other windows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def is_narrow(self) -> bool:
        """Whether the panel has no room beside the list and stands below it."""
        return self.width() < NARROW_PIXELS

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel below the list where both do not fit side by side."""
        super().resizeEvent(event)
        wanted = Qt.Orientation.Vertical if self.is_narrow() else Qt.Orientation.Horizontal
        if self._inner.orientation() != wanted:
            self._inner.setOrientation(wanted)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before anything unsaved is lost, and remember where the window was."""
        if not self._may_close:
            event.ignore()
            self.panel.ask_to_leave(self._close_for_good)
            return
        self.place_left.emit(self._place())
        super().closeEvent(event)
        self.closed.emit()

    def _close_for_good(self) -> None:
        self._may_close = True
        self.close()

    def _lay_out(self) -> None:
        middle = QWidget(self)
        middle.setObjectName("middle")
        column = QVBoxLayout(middle)
        column.setContentsMargins(8, 12, 8, 4)
        column.setSpacing(8)
        for bar in (self.top_bar, self.messages, self.reminders):
            column.addWidget(bar)
        column.addWidget(self.claims, stretch=1)
        self._inner = QSplitter(Qt.Orientation.Horizontal, self)
        self._inner.setObjectName("list_and_panel")
        self._inner.addWidget(middle)
        self._inner.addWidget(self.panel)
        self._inner.setStretchFactor(0, 1)
        self._inner.setSizes(LIST_AND_PANEL)
        self._outer = QSplitter(Qt.Orientation.Horizontal, self)
        self._outer.setObjectName("views_and_rest")
        self._outer.addWidget(self.sidebar)
        self._outer.addWidget(self._inner)
        self._outer.setStretchFactor(1, 1)
        self._outer.setSizes((SIDEBAR_PIXELS, FIRST_SIZE[0] - SIDEBAR_PIXELS))
        self.setCentralWidget(self._outer)
        self.statusBar().setObjectName("status_bar")
        self.statusBar().setContentsMargins(12, 0, 12, 0)
        self.statusBar().addWidget(self._counted)
        self.statusBar().addPermanentWidget(self._checked)

    def _own_handlers(self) -> dict[str, Handler]:
        return {
            "quit": self.close,
            "find": self.top_bar.focus_field,
            "select_all": self.claims.select_all,
            "check": self.reminders.sweep,
            "show_views": self.sidebar.take_focus,
            "show_list": self.claims.take_focus,
            "show_panel": self.panel.edit,
            "toggle_views": partial(_toggle, self.sidebar),
            "toggle_panel": partial(_toggle, self.panel),
        }

    def _connect(self) -> None:
        self.sidebar.view_chosen.connect(self.show_view)
        self.top_bar.query_changed.connect(self._look_for)
        self.top_bar.field.left_downwards.connect(self.claims.take_focus)
        self.claims.current_changed.connect(self.panel.show_claim)
        self.claims.activated.connect(self.panel.edit)
        self.claims.counted.connect(self._say_counts)
        self.claims.table.dropped_on.connect(self._commands.link_dropped)
        self.claims.empty.new_wanted.connect(self.actions_by_name["new_claim"].trigger)
        self.claims.empty.sample_wanted.connect(self.actions_by_name["open_sample"].trigger)
        self.claims.empty.clear_wanted.connect(self.top_bar.clear)
        self.claims.empty.all_wanted.connect(self.sidebar.choose_all)
        self.reminders.checked.connect(self._say_checked)
        self.panel.stayed.connect(self._come_back_to_claim)
        self.panel.saved.connect(self.claims.select_claim)
        self.panel.claim_wanted.connect(self.claims.select_claim)
        self.reminders.work_through.connect(self._work_through)
        changes = self._desk.changes
        changes.changed.connect(self._read_counts)
        changes.refused.connect(self.messages.show_sentence)
        changes.said.connect(self.statusBar().showMessage)

    def _look_for(self, query: Query) -> None:
        self.claims.show_query(self.sidebar.view, query)

    def _work_through(self, claim_ids: list[int]) -> None:
        """Go to the first of the claims that came due, among all that need a verdict."""
        self.top_bar.clear()
        self.sidebar.choose("all")
        if claim_ids:
            self.claims.select_claim(claim_ids[0])
        self.claims.take_focus()

    def _say_counts(self, listed: int, selected: int) -> None:
        claims = "1 claim" if listed == 1 else f"{listed:,} claims"
        self._counted.setText(f"{claims} · {selected:,} selected")

    def _say_checked(self) -> None:
        day = day_text(self._desk.today, self._desk.today)
        self._checked.setText(f"Deadlines checked as of {day} {self._desk.today.year}")

    def _come_back_to_claim(self) -> None:
        if self.panel.claim_id is not None:
            self.claims.select_claim(self.panel.claim_id)

    def _read_counts(self) -> None:
        self._desk.ask(
            partial(list_claims.counts, as_of=self._desk.as_of), self.sidebar.show_counts
        )
        self._desk.ask(undo.next_steps, self._name_steps)

    def _name_steps(self, steps: Steps) -> None:
        for verb, step in (("undo", steps.undo), ("redo", steps.redo)):
            action: QAction = self.actions_by_name[verb]
            action.setText(f"{verb.capitalize()}: {step.name}" if step else verb.capitalize())
            action.setEnabled(step is not None)

    def _place(self) -> WindowPlace:
        return replace(
            self._desk.settings.window,
            geometry=_as_text(self.saveGeometry()),
            splitter=_as_text(self._outer.saveState()),
            inner_splitter=_as_text(self._inner.saveState()),
            columns=self.claims.save_columns(),
            view=self.sidebar.view.key,
            claim_id=self.claims.current_id or 0,
            sort_key=self.claims.sort_key.value,
            is_descending=self.claims.is_descending,
        )

    def _come_back(self, place: WindowPlace) -> None:
        self.resize(*FIRST_SIZE)
        if place.geometry:
            self.restoreGeometry(_as_bytes(place.geometry))
            self._outer.restoreState(_as_bytes(place.splitter))
            self._inner.restoreState(_as_bytes(place.inner_splitter))
        self.claims.restore_columns(place.columns)
        self.claims.restore_sort(place.sort_key, place.is_descending)
        self.sidebar.choose(place.view)
        if place.claim_id:
            self.claims.select_claim(place.claim_id)


def _toggle(widget: QWidget) -> None:
    widget.setVisible(widget.isHidden())


def _as_text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _as_bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode("ascii", "replace")))
