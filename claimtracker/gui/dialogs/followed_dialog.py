"""What the dialogs have in common whose change other readings may follow."""

from PySide6.QtWidgets import QWidget

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import OperationDialog
from claimtracker.gui.dialogs.following import Change, Following
from claimtracker.gui.dialogs.progress import BusyBar


class FollowedDialog(OperationDialog):
    """Lists what would follow before anything is stored; Cancel first stops what is under way."""

    def __init__(
        self, desk: Desk, title: str, action: str, parent: QWidget | None, width: int = 480
    ) -> None:
        super().__init__(desk, title, action, parent, width)
        self.busy = BusyBar()
        self.following = Following(desk, self)
        self.following.moved.connect(self.busy.show_progress)
        self.following.stored.connect(self._store)
        self.following.refused.connect(self._stop_at)
        self.following.left.connect(self._come_back)
        self._whole.insertWidget(1, self.busy)

    def change(self) -> Change:
        """What is to be done, from what was entered; raises ClaimTrackerError."""
        raise NotImplementedError

    def submit(self) -> None:
        """Work out what follows, once; a refusal is shown and nothing typed is lost."""
        if not self.action_button.isEnabled():
            return
        self.say("")
        try:
            change = self.change()
        except ClaimTrackerError as error:
            self._refuse(error)
            return
        self.action_button.setEnabled(False)
        self.busy.begin()
        self.following.begin(change)

    def reject(self) -> None:
        """Stop what is under way, or close."""
        if self.busy.isVisible():
            self.following.stop()
        else:
            super().reject()

    def _store(self, count: int) -> None:
        self.busy.end()
        reread = f", {of_claims(count)} re-read" if count else ""
        self.desk.changes.said.emit(f"{self.done_words()}{reread}. Ctrl+Z takes it back.")
        self.take_result(count)
        self.accept()

    def _stop_at(self, error: ClaimTrackerError) -> None:
        self.busy.end()
        self._refuse(error)

    def _come_back(self) -> None:
        self.busy.end()
        self.action_button.setEnabled(True)
