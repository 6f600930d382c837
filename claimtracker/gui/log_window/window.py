"""The log window: everything that was done, the newest first, and the way back from each of it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from claimtracker.gui.article_window.action_button import ActionButton
from claimtracker.gui.article_window.wrapping_row import WrappingRow
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.commands import build_actions
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.log_window.commands import FURTHER_KEYS, LOG_COMMANDS
from claimtracker.gui.log_window.filters import LogFilters
from claimtracker.gui.log_window.pages import LogPages
from claimtracker.gui.own_window import SideWindow
from claimtracker.gui.step_names import StepNames
from claimtracker.operations import read_log

FIRST_SIZE = (980, 640)
BUTTONS = ("go_to_claim", "take_back", "copy")


class LogWindow(SideWindow):
    """Stands beside the main window; goes on listing as things are done there."""

    take_back_wanted = Signal(int)  # the id of an action

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("log_window")
        self.setWindowTitle("Log of all changes")
        self.filters = LogFilters(desk)
        self.pages = LogPages(desk)
        self._is_new = True  # until something is listed, which then takes the focus
        self.buttons = WrappingRow(spacing=4)
        self._lay_out()
        self.actions_by_name = build_actions(
            self, self, self.pages.actions_list, self._handlers(), LOG_COMMANDS
        )
        for command in LOG_COMMANDS:
            if command.on_list:
                self.pages.changes_list.addAction(self.actions_by_name[command.name])
        for name in BUTTONS:
            is_main = name == BUTTONS[0]
            self.buttons.addWidget(ActionButton(self.actions_by_name[name], self, is_main=is_main))
        self._connect()
        StepNames(desk, self.actions_by_name, self)
        self._offer()
        self._read_people()
        self._look()
        self.pages.actions_list.setFocus()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.filters)
        column.addWidget(self.messages)
        column.addWidget(self.pages, 1)
        column.addLayout(self.buttons)
        self.setCentralWidget(middle)
        named(self._said, "log_said")
        named(self._counts, "log_counts")
        self.furnish_status_bar("log_status", self._said, self._counts)
        self.setMinimumSize(640, 440)
        self.resize(*FIRST_SIZE)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "go_to_claim": self._go_to_claim,
            "take_back": self._take_back,
            "copy": self._copy,
            "close": self.close,
            "undo": self.undo_wanted.emit,
            "redo": self.redo_wanted.emit,
            "find": self.filters.words.setFocus,
            "clear": self.filters.clear,
            "show_list": self.pages.actions_list.setFocus,
            "show_changes": self.pages.changes_list.setFocus,
            "keys": self._show_keys,
        }

    def _connect(self) -> None:
        self.filters.changed.connect(self._look)
        self.pages.actions_list.counted.connect(self._count)
        self.pages.chosen.connect(self._offer)
        for each in (self.pages.actions_list, self.pages.changes_list):
            each.doubleClicked.connect(self.actions_by_name["go_to_claim"].trigger)
        self.pages.actions_list.customContextMenuRequested.connect(self._show_menu)
        self.pages.changes_list.customContextMenuRequested.connect(self._show_menu_of_changes)
        self._desk.changes.changed.connect(self._read_people)

    def _look(self) -> None:
        self.pages.look_for(self.filters.wanted())

    def _read_people(self) -> None:
        self._desk.background.start(read_log.people, self.filters.offer_people)

    def _count(self, count: int) -> None:
        self._counts.setText("1 action" if count == 1 else f"{count:,} actions")
        is_filtered = self.filters.clear_button.isEnabled()
        self.pages.show_list(is_any=count > 0, is_filtered=is_filtered)
        if self._is_new and count:
            self._is_new = False
            self.pages.actions_list.setFocus()

    def _offer(self) -> None:
        action = self.pages.actions_list.current_row()
        self.actions_by_name["take_back"].setEnabled(action is not None and action.stands)
        self.actions_by_name["go_to_claim"].setEnabled(self.pages.claim_id() is not None)
        self.actions_by_name["copy"].setEnabled(action is not None)

    def _go_to_claim(self) -> None:
        if (claim_id := self.pages.claim_id()) is not None:
            self.claim_wanted.emit(claim_id)

    def _take_back(self) -> None:
        self.messages.hide()
        if (action_id := self.pages.actions_list.current_id()) is not None:
            self.take_back_wanted.emit(action_id)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.pages.text())
        self._desk.changes.said.emit("Copied.")

    def _show_menu(self, place: QPoint) -> None:
        self._popup(self.pages.actions_list.viewport().mapToGlobal(place))

    def _show_menu_of_changes(self, place: QPoint) -> None:
        self._popup(self.pages.changes_list.viewport().mapToGlobal(place))

    def _popup(self, place: QPoint) -> None:
        if menu := self.menuBar().findChild(QMenu, "menu_log"):
            menu.popup(place)

    def _show_keys(self) -> None:
        KeysDialog(list(self.actions_by_name.values()), self, FURTHER_KEYS).open()
