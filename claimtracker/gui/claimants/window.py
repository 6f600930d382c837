"""The window of claimants: a list to look through, and all of the one that has the cursor."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QSplitter, QVBoxLayout, QWidget
from sqlmodel import Session

from claimtracker.gui.article_window.action_button import ActionButton
from claimtracker.gui.article_window.wrapping_row import WrappingRow
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.claimants.commands import CLAIMANT_COMMANDS, FURTHER_KEYS
from claimtracker.gui.claimants.details import ClaimantPane
from claimtracker.gui.claimants.lists import ClaimantList
from claimtracker.gui.claimants.merging import Merging
from claimtracker.gui.commands import build_actions
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.own_window import SideWindow
from claimtracker.gui.plain_text import one_line, wrapped_label
from claimtracker.gui.step_names import StepNames
from claimtracker.operations.delete_claimant import delete_claimant

FIRST_SIZE = (1_000, 680)
PAUSE_MS = 150
NOBODY = "There is no claimant yet.\n\nWhoever is entered as the claimant of a claim stands here."
NO_MATCH = "No claimant fits these words. Fewer words find more."
BUTTONS = ("edit", "merge", "near", "delete")
_NEED_ONE = ("edit", "merge", "delete")
_WIDE = 800
_BESIDE, _ABOVE = (440, 560), (240, 300)


class ClaimantsWindow(SideWindow):
    """Stands beside the main window, so that a claim is seen there while one looks through."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("claimants_window")
        self.setWindowTitle("Claimants")
        self.words = named(QLineEdit(placeholderText="Name, role, organisation"), "words")
        self.words.setAccessibleName("Look for claimants")
        self.words.setClearButtonEnabled(True)
        self.list = ClaimantList(desk)
        self.pane = ClaimantPane(desk)
        self.nothing = wrapped_label("no_claimants", "muted")
        self.merging = Merging(desk, self)
        self.halves = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.actions_by_name = build_actions(
            self,
            self,
            self.list,
            self._handlers(),
            CLAIMANT_COMMANDS,
            evidence_list=self.pane.claims,
        )
        self._lay_out()
        self._connect()
        StepNames(desk, self.actions_by_name, self)
        self._look()
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the claimant under the list where the window is narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self.halves.orientation() != wanted:
            self.halves.setOrientation(wanted)
            self.halves.setSizes(_BESIDE if is_wide else _ABOVE)
            self.pane.stand(is_beside=is_wide)

    def _lay_out(self) -> None:
        buttons = WrappingRow(spacing=4)
        for name in BUTTONS:
            buttons.addWidget(
                ActionButton(self.actions_by_name[name], self, is_main=name == "edit")
            )
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(4, 24, 4, 0)
        self.halves.addWidget(self.list)
        self.halves.addWidget(self.pane)
        self.halves.setSizes(_BESIDE)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        for part in (self.words, self.messages):
            column.addWidget(part)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.halves, 1)
        column.addLayout(buttons)
        self.setCentralWidget(middle)
        self._said.setObjectName("claimants_said")
        self._counts.setObjectName("claimant_counts")
        self.furnish_status_bar("claimants_status", self._said, self._counts)
        self.setMinimumSize(480, 400)
        self.resize(*FIRST_SIZE)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "edit": self._edit,
            "merge": partial(self._on_selected, self.merging.merge),
            "near": self.merging.show_near_names,
            "delete": self._delete,
            "open_claim": self._open_claim,
            "close": self.close,
            "undo": self.undo_wanted.emit,
            "redo": self.redo_wanted.emit,
            "find": self.words.setFocus,
            "show_list": self.list.setFocus,
            "show_claims": self.pane.claims.setFocus,
            "keys": self._show_keys,
        }

    def _connect(self) -> None:
        self.words.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._look)
        self.list.counted.connect(self._count)
        self.list.chosen.connect(self._follow)
        self.list.doubleClicked.connect(self.actions_by_name["edit"].trigger)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.pane.merge_wanted.connect(self.merging.merge_both)
        self.pane.claims.doubleClicked.connect(self._open_claim)
        self.pane.claims.counted.connect(self._offer_claim)

    def _look(self) -> None:
        self.list.look_for(self.words.text())

    def _follow(self) -> None:
        self.pane.show_claimant(self.list.current_id())

    def _count(self, listed: int, selected: int) -> None:
        had_none = self.halves.isHidden()
        self.nothing.setText(NO_MATCH if self.words.text().strip() else NOBODY)
        self.nothing.setVisible(not listed)
        self.halves.setVisible(bool(listed))
        if listed and had_none and not self.words.hasFocus():
            self.list.setFocus()  # which had no place on the screen until now
        count = "1 claimant" if listed == 1 else f"{listed:,} claimants"
        self._counts.setText(f"{count} · {selected:,} selected")
        for name in _NEED_ONE:
            self.actions_by_name[name].setEnabled(selected > 0)

    def _offer_claim(self, listed: int, _selected: int) -> None:
        self.actions_by_name["open_claim"].setEnabled(listed > 0)

    def _show_menu(self, place: QPoint) -> None:
        """The menu of claimants, where the pointer or the cursor is."""
        if menu := self.menuBar().findChild(QMenu, "menu_claimant"):
            menu.popup(self.list.viewport().mapToGlobal(place))

    def _on_selected(self, work: Callable[[Sequence[int]], object]) -> None:
        self.messages.hide()
        if selected := self.list.selected_ids():
            work(selected)

    def _edit(self) -> None:
        self.messages.hide()
        if (current := self.list.current_id()) is not None:
            self.merging.edit(current)

    def _delete(self) -> None:
        if (current := self.list.current_id()) is not None:
            work = partial(_deleted, claimant_id=current, by=self._desk.by)
            self._desk.carry_out(work, self._say)

    def _say(self, words: str) -> None:
        self._desk.changes.said.emit(words)

    def _open_claim(self) -> None:
        if (current := self.pane.claims.current_id()) is not None:
            self.claim_wanted.emit(current)

    def _show_keys(self) -> None:
        KeysDialog(list(self.actions_by_name.values()), self, FURTHER_KEYS).open()


def _deleted(session: Session, claimant_id: int, by: str) -> str:
    """Delete it; the words for the status line travel with the answer, so that they are true."""
    name = delete_claimant(session, claimant_id, by=by)
    return f"{one_line(name, 60)} deleted. Ctrl+Z takes it back."
