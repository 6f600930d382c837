"""What the window does with what was done: undo, the log, taking back, and the bin for good."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from claimtracker.claims.rows import ClaimRow
from claimtracker.gui import late
from claimtracker.gui.claim_list.view import ClaimList
from claimtracker.gui.claim_panel.history import HistoryTab
from claimtracker.gui.desk import Desk
from claimtracker.gui.undoing import Undoing
from claimtracker.operations import list_claims

GONE = "That claim is not there any more."


class HistoryDesk(QObject):
    """Brings the parts together; the log window is opened once and comes forward again."""

    claim_found = Signal(int, bool)  # a claim out of the log, and whether it lies in the bin

    def __init__(self, desk: Desk, claims: ClaimList, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._claims = claims
        self._window = window
        self.undoing = Undoing(desk, window)
        self.log: late.LogWindow | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers by the command's name, as `commands.COMMANDS` names them."""
        return {
            "undo": self.undoing.undo,
            "redo": self.undoing.redo,
            "log": self.show_log,
            "delete_for_good": self.delete_for_good,
            "empty_bin": self.empty_bin,
        }

    def serve(self, tab: HistoryTab) -> None:
        """Do for the history of a claim what is wanted there."""
        tab.take_back_wanted.connect(self.undoing.take_back)
        tab.log_wanted.connect(self.show_log)

    def show_log(self) -> None:
        """Show the log window, the one that is open already if any."""
        if self.log is None:
            self.log = late.LogWindow(self._desk, self._window)
            self.log.claim_wanted.connect(self._look_for_claim)
            self.log.take_back_wanted.connect(self._take_back_from_log)
            self.log.undo_wanted.connect(self.undoing.undo)
            self.log.redo_wanted.connect(self.undoing.redo)
            self.log.destroyed.connect(self._forget_log)
            self.log.stand_alone()
        self.log.come_forward()

    def delete_for_good(self) -> None:
        """Ask whether the selected claims of the bin are to go."""
        if self._claims.listing.query.is_in_bin and (ids := list(self._claims.selected_ids())):
            late.DeleteForGoodDialog(self._desk, ids, self._window).open()

    def empty_bin(self) -> None:
        """Ask whether all of the bin is to go."""
        late.EmptyBinDialog(self._desk, self._window).open()

    def _take_back_from_log(self, action_id: int) -> None:
        self.undoing.take_back(action_id, self.log)

    def _look_for_claim(self, claim_id: int) -> None:
        work = partial(list_claims.rows, wanted=[claim_id], as_of=self._desk.as_of)
        self._desk.ask(work, self._lead_to)

    def _lead_to(self, found: Mapping[int, ClaimRow]) -> None:
        for claim in found.values():
            self.claim_found.emit(claim.id, claim.is_binned)
        if not found:
            self._desk.changes.refused.emit(GONE)

    def _forget_log(self) -> None:
        self.log = None
