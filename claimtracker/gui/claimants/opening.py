"""Opens the window of claimants, the one that is open already if any."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from claimtracker.gui.claimants.window import ClaimantsWindow
from claimtracker.gui.desk import Desk


class ClaimantsOpening(QObject):
    """Passes on what the window wants of the main one."""

    claim_wanted = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.shown: ClaimantsWindow | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers by the command's name, as `commands.COMMANDS` names them."""
        return {"claimants": self.show}

    def show(self) -> None:
        """Show the window."""
        if self.shown is None:
            self.shown = ClaimantsWindow(self._desk, self._window)
            self.shown.claim_wanted.connect(self.claim_wanted)
            self.shown.undo_wanted.connect(self.undo_wanted)
            self.shown.redo_wanted.connect(self.redo_wanted)
            self.shown.destroyed.connect(self._forget)
            self.shown.stand_alone()
        self.shown.come_forward()

    def _forget(self) -> None:
        self.shown = None
