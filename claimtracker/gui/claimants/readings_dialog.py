"""A dialog whose change may make stored readings differ: those are shown before it is stored."""

from abc import abstractmethod
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.gui.dialogs.progress import BusyBar, Progress
from claimtracker.gui.dialogs.what_would_change import WhatWouldChangeDialog
from claimtracker.operations.what_would_change import Rereading

Comparison = Callable[[Session], list[Rereading]]


class ReadingsDialog(OperationDialog):
    """Compares, shows what would change, stores; closing it stops whatever is on its way."""

    is_long = True

    def __init__(
        self, desk: Desk, title: str, action: str, parent: QWidget | None, width: int = 480
    ) -> None:
        super().__init__(desk, title, action, parent, width)
        self.progress = Progress(self)
        self.busy = BusyBar()
        self.progress.moved.connect(self.busy.show_progress)
        self._whole.insertWidget(1, self.busy)
        self._found: Sequence[Rereading] = ()
        self._reread_ids: Sequence[int] = ()

    @abstractmethod
    def comparison(self) -> Comparison:
        """What finds the readings that would change; raises ClaimTrackerError."""

    @abstractmethod
    def storing(self, reread_ids: Sequence[int]) -> Operation:
        """What stores the change and reads these claims anew."""

    def operation(self) -> Operation:
        """Store it with what was decided about the readings."""
        return self.storing(self._reread_ids)

    def submit(self) -> None:
        """Compare first; a refusal is shown and nothing typed is lost."""
        if not self.action_button.isEnabled():
            return
        self.say("")
        try:
            work = self.comparison()
        except ClaimTrackerError as error:
            self._refuse(error)
            return
        self.action_button.setEnabled(False)
        self.busy.begin()
        self.desk.background.start(work, self._ask, refused=self._refuse)

    def reject(self) -> None:
        """Leave off comparing, and close."""
        self.progress.stop()
        super().reject()

    def reread_words(self) -> str:
        """What the status line says of the claims that were read anew."""
        count = len(self._reread_ids)
        return f", {of_claims(count)} re-read. Ctrl+Z takes it back." if count else "."

    def _ask(self, found: list[Rereading]) -> None:
        self._found = found
        if not found:
            self._store(())
            return
        self.busy.end()
        dialog = WhatWouldChangeDialog(found, self.desk.today, self)
        dialog.reread_wanted.connect(self._reread)
        dialog.keep_wanted.connect(self._keep)
        dialog.rejected.connect(self._stay)
        dialog.open()

    def _reread(self) -> None:
        self._store([found.id for found in self._found])

    def _keep(self) -> None:
        self._store(())

    def _stay(self) -> None:
        self.action_button.setEnabled(True)

    def _store(self, reread_ids: Sequence[int]) -> None:
        self._reread_ids = reread_ids
        self.busy.begin()
        self.carry_out(self.operation())

    def _refuse(self, error: ClaimTrackerError) -> None:
        self.busy.end()
        super()._refuse(error)
