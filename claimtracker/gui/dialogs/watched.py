"""A dialog whose operation may take long: it is watched, and stopped until it is done."""

from PySide6.QtWidgets import QWidget

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import OperationDialog
from claimtracker.gui.dialogs.progress import BusyBar, Progress
from claimtracker.operations.many_claims import Stopped, Watch


class WatchedDialog(OperationDialog):
    """Closing it stops what is on its way, which leaves no trace; it closes when that is sure."""

    is_long = True

    def __init__(
        self, desk: Desk, title: str, action: str, parent: QWidget | None, width: int = 480
    ) -> None:
        super().__init__(desk, title, action, parent, width)
        self.busy = BusyBar()
        self._whole.insertWidget(1, self.busy)
        self.doing = Progress()
        self.is_running = False

    def watched(self) -> Progress:
        """Begin something that takes its time, and show how far it has come."""
        watched = Progress()
        watched.moved.connect(self.busy.show_progress)
        self.busy.begin()
        return watched

    def watch(self) -> Watch:
        """Begin the operation itself."""
        self.is_running = True
        self.doing = self.watched()
        return Watch(self.doing.tell, self.doing.is_stopped)

    def reject(self) -> None:
        """Stop what is on its way; close where nothing is."""
        if self.is_running:
            self.doing.stop()
            self.cancel_button.setEnabled(False)
            return
        super().reject()

    def _succeed(self, result: object) -> None:
        self.is_running = False
        super()._succeed(result)

    def _refuse(self, error: ClaimTrackerError) -> None:
        was_running, self.is_running = self.is_running, False
        self.busy.end()
        self.cancel_button.setEnabled(True)
        if was_running and isinstance(error, Stopped):
            self.desk.changes.said.emit(str(error))
            self.reject()
            return
        super()._refuse(error)
