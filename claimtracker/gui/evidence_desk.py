"""What the window does with documents: captures them, shows the inbox, asks web archives."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from claimtracker.gui import late
from claimtracker.gui.capturing import Capturing, CapturingBar
from claimtracker.gui.claim_panel.drops import Dropped, without_articles
from claimtracker.gui.claim_panel.evidence import EvidenceTab
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence.commands import MAIN_COMMANDS
from claimtracker.operations import list_evidence

NOTHING_CHOSEN = "Choose a piece of evidence of the claim first."


class EvidenceDesk(QObject):
    """Brings the parts together; `chosen_ids` are the documents chosen in the claim panel."""

    inbox_counted = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(
        self, desk: Desk, chosen_ids: Callable[[], Sequence[int]], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._chosen_ids = chosen_ids
        self._window = window
        self.bar = CapturingBar(window)
        self.capturing = Capturing(desk, self.bar, self)
        self.inbox: late.EvidenceWindow | None = None
        desk.changes.changed.connect(self.count_inbox)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers by the command's name, as `commands.COMMANDS` names them."""
        return {
            "evidence_inbox": self.show_inbox,
            "capture_again": partial(self._on_chosen, self.capturing.capture_again),
            "wayback": partial(self._on_chosen, self.ask_wayback),
        }

    def serve(self, tab: EvidenceTab, actions: Mapping[str, QAction]) -> None:
        """Offer on the evidence of a claim what the window does with documents."""
        tab.use_main_actions([actions[command.name] for command in MAIN_COMMANDS])
        tab.again_wanted.connect(actions["capture_again"].trigger)

    def show_inbox(self) -> None:
        """Show the evidence window, the one that is open already if any."""
        if self.inbox is None:
            self.inbox = late.EvidenceWindow(self._desk, self._window)
            self.inbox.capture_again_wanted.connect(self.capturing.capture_again)
            self.inbox.wayback_wanted.connect(self.ask_wayback)
            self.inbox.undo_wanted.connect(self.undo_wanted)
            self.inbox.redo_wanted.connect(self.redo_wanted)
            self.inbox.destroyed.connect(self._forget_inbox)
            self.inbox.stand_alone()
        self.inbox.come_forward()

    def ask_wayback(self, evidence_ids: Sequence[int], over: QWidget | None = None) -> None:
        """Ask which snapshot is wanted, or lead to the settings where none may be asked for."""
        parent = over or self._window
        dialog = late.WaybackDialog(self._desk, evidence_ids, parent)
        dialog.chosen.connect(partial(_ask, self.capturing, list(evidence_ids)))
        dialog.settings_wanted.connect(partial(_open_settings, self._desk, parent))
        dialog.open()

    def keep(self, found: Sequence[Dropped]) -> None:
        """Open the dialog for documents that nobody dropped on a claim."""
        late.LinkEvidenceDialog(self._desk, (), self._window, found).open()

    def take_drop(self, content: QMimeData) -> bool:
        """Take what was dropped on the window where it can be no article; False for all else."""
        found = without_articles(content)
        if found:
            self.keep(found)
        return bool(found)

    def _on_chosen(self, work: Callable[[Sequence[int]], object]) -> None:
        if chosen := self._chosen_ids():
            work(chosen)
        else:
            self._desk.changes.refused.emit(NOTHING_CHOSEN)

    def count_inbox(self) -> None:
        """Ask how many documents lie in the inbox; `inbox_counted` tells."""
        self._desk.ask(list_evidence.inbox_count, self._tell_count)

    def _tell_count(self, count: int) -> None:
        self.inbox_counted.emit(count)

    def _forget_inbox(self) -> None:
        self.inbox = None


def _ask(capturing: Capturing, evidence_ids: list[int], is_new: bool) -> None:
    capturing.ask_wayback(evidence_ids, is_new=is_new)


def _open_settings(desk: Desk, parent: QWidget) -> None:
    dialog = late.SettingsDialog(desk, parent)
    dialog.go_to("asks_wayback")
    dialog.open()
