"""The evidence window: documents that bear on no claim yet, or all of them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)
from sqlmodel import Session

from claimtracker.claims.vocabulary import of_documents
from claimtracker.gui.article_window.action_button import ActionButton
from claimtracker.gui.article_window.wrapping_row import WrappingRow
from claimtracker.gui.claim_panel.drops import Dropped, accept_copy, dropped, may_be_dropped
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.commands import build_actions
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import framed
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.dialogs.link_evidence import LinkEvidenceDialog, LinkStoredDialog
from claimtracker.gui.evidence.actions import DocumentActions
from claimtracker.gui.evidence.commands import DOCUMENT_COMMANDS
from claimtracker.gui.evidence_inbox.commands import FURTHER_KEYS, INBOX_COMMANDS, NEEDS_DOCUMENT
from claimtracker.gui.evidence_inbox.pages import DocumentPages
from claimtracker.gui.icon_button import IconButton
from claimtracker.gui.own_window import SideWindow
from claimtracker.gui.step_names import StepNames
from claimtracker.operations.keep_evidence import discard_evidence

FIRST_SIZE = (900, 680)
PAUSE_MS = 150
EMPTY_INBOX = (
    "The inbox is empty: every document bears on a claim.\n\n"
    "What is linked or dropped without a claim comes here. Ctrl+E or Ctrl+V adds an address, a "
    "file or a picture; dropping one does the same."
)
NO_DOCUMENTS = (
    "No document was captured yet. Ctrl+E or Ctrl+V adds one; dropping one does the same."
)
NO_MATCH = "No document fits these words. Fewer words find more."
NOTHING_COPIED = "There is no address, file, picture or text on the clipboard."
ICONS = tuple(command.name for command in DOCUMENT_COMMANDS)
WORDS = ("capture_again", "wayback", "discard", "add")


class EvidenceWindow(SideWindow):
    """Stands beside the main window, so that documents can be dropped on either."""

    capture_again_wanted = Signal(list)
    wayback_wanted = Signal(list, object)  # ids, and the window to ask over

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("evidence_window")
        self.setWindowTitle("Evidence")
        self.words = named(QLineEdit(placeholderText="Title, publisher, address, excerpt"), "words")
        self.words.setAccessibleName("Look for documents")
        self.words.setClearButtonEnabled(True)
        self.all_box = named(
            QCheckBox("&All documents, also those that bear on claims"), "show_all"
        )
        self.all_box.setAccessibleName("All documents")
        framed(self.all_box)
        self.pages = DocumentPages(desk)
        self.list = self.pages.list
        self.commands = DocumentActions(desk, self)
        self.buttons = WrappingRow(spacing=4)
        self._small_buttons: list[IconButton] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self.actions_by_name = build_actions(
            self, self, self.list, self._handlers(), INBOX_COMMANDS
        )
        self.commands.use_actions(self.actions_by_name)
        self._add_buttons()
        self._connect()
        StepNames(desk, self.actions_by_name, self)
        self._look()
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Level the buttons."""
        super().showEvent(event)
        for button in self._small_buttons:
            button.be_as_high_as(self.link_button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be evidence."""
        if may_be_dropped(event.mimeData()):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dialog that keeps it."""
        accept_copy(event)
        self._add(dropped(event.mimeData()))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.words, 1)
        row.addWidget(self.all_box)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.messages)
        column.addWidget(self.pages, 1)
        column.addLayout(self.buttons)
        self.setCentralWidget(middle)
        self._said.setObjectName("evidence_said")
        self._counts.setObjectName("document_counts")
        self.furnish_status_bar("evidence_status", self._said, self._counts)
        self.setAcceptDrops(True)
        self.setMinimumSize(480, 400)
        self.resize(*FIRST_SIZE)

    def _add_buttons(self) -> None:
        """What is done most by words, the rest by icons, in the order of the menu."""
        self.link_button = ActionButton(self.actions_by_name["link"], self, is_main=True)
        self.buttons.addWidget(self.link_button)
        for name in ICONS:
            button = IconButton(self.actions_by_name[name], self)
            self._small_buttons.append(button)
            self.buttons.addWidget(button)
        for name in WORDS:
            self.buttons.addWidget(ActionButton(self.actions_by_name[name], self))

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **self.commands.handlers(),
            "link": partial(self._on_selected, self._link),
            "capture_again": partial(self._on_selected, self.capture_again_wanted.emit),
            "wayback": partial(self._on_selected, self._ask_wayback),
            "discard": partial(self._on_selected, self._discard),
            "add": partial(self._add, None),
            "paste": self._paste,
            "close": self.close,
            "undo": self.undo_wanted.emit,
            "redo": self.redo_wanted.emit,
            "find": self.words.setFocus,
            "show_list": self.list.setFocus,
            "select_all": self.list.selectAll,
            "show_all": self.all_box.toggle,
            "keys": self._show_keys,
        }

    def _connect(self) -> None:
        self.words.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._look)
        self.all_box.toggled.connect(self._look)
        self.list.counted.connect(self._count)
        self.pages.chosen.connect(self.commands.offer)
        self.pages.details.again_wanted.connect(self._try_again)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.doubleClicked.connect(self.actions_by_name["link"].trigger)

    def _look(self) -> None:
        self.list.look_for(self.words.text(), in_inbox=not self.all_box.isChecked())

    def _count(self, listed: int, selected: int) -> None:
        nothing = NO_DOCUMENTS if self.all_box.isChecked() else EMPTY_INBOX
        nothing = NO_MATCH if self.words.text().strip() else nothing
        if self.pages.show_list(is_any=bool(listed), nothing=nothing) and not self.words.hasFocus():
            self.list.setFocus()  # which had no place on the screen until now
        self._counts.setText(f"{of_documents(listed)} · {selected:,} selected")
        for name in NEEDS_DOCUMENT:
            self.actions_by_name[name].setEnabled(selected > 0)

    def _show_menu(self, place: QPoint) -> None:
        """The menu of documents, where the pointer or the cursor is."""
        if menu := self.menuBar().findChild(QMenu, "menu_evidence"):
            menu.popup(self.list.viewport().mapToGlobal(place))

    def _try_again(self) -> None:
        """Capture the document whose failure is told, whatever else is selected."""
        if (current := self.list.current_id()) is not None:
            self.capture_again_wanted.emit([current])

    def _on_selected(self, work: Callable[[list[int]], object]) -> None:
        self.messages.hide()
        if selected := self.list.selected_ids():
            work(selected)

    def _link(self, evidence_ids: list[int]) -> None:
        LinkStoredDialog(self._desk, evidence_ids, self).open()

    def _ask_wayback(self, evidence_ids: list[int]) -> None:
        self.wayback_wanted.emit(evidence_ids, self)

    def _discard(self, evidence_ids: list[int]) -> None:
        work = partial(_discarded, evidence_ids=evidence_ids, by=self._desk.by)
        self._desk.carry_out(work, self._say)

    def _say(self, words: str) -> None:
        self._desk.changes.said.emit(words)

    def _paste(self) -> None:
        found = dropped(QGuiApplication.clipboard().mimeData())
        if found:
            self._add(found)
        else:
            self.messages.show_sentence(NOTHING_COPIED)

    def _add(self, found: Sequence[Dropped] | None) -> None:
        """Open the dialog that keeps documents, without a claim."""
        LinkEvidenceDialog(self._desk, (), self, found).open()

    def _show_keys(self) -> None:
        KeysDialog(list(self.actions_by_name.values()), self, FURTHER_KEYS).open()


def _discarded(session: Session, evidence_ids: Sequence[int], by: str) -> str:
    """Discard them; the words for the status line travel with the answer, so that they are true."""
    discard_evidence(session, evidence_ids, by=by)
    return f"{of_documents(len(evidence_ids))} discarded. Ctrl+Z takes it back."
