"""What the main window does with what was said before: the window of pairs, and its news."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from claimtracker.gui.claim_panel.said_commands import said_keys
from claimtracker.gui.desk import Desk
from claimtracker.gui.said_before.commands import listed_pair_keys
from claimtracker.gui.said_before.window import SaidBeforeWindow


class SaidDesk(QObject):
    """Opens the window “Looks said before” over the main one, once."""

    claim_wanted = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.pairs: SaidBeforeWindow | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers by the command's name, as `commands.COMMANDS` names them."""
        return {"said_before": self.show_pairs}

    def show_pairs(self) -> None:
        """Show the window of pairs, the one that is open already if any."""
        if self.pairs is None:
            self.pairs = SaidBeforeWindow(self._desk, self._window)
            self.pairs.claim_wanted.connect(self.claim_wanted)
            self.pairs.undo_wanted.connect(self.undo_wanted)
            self.pairs.redo_wanted.connect(self.redo_wanted)
            self.pairs.destroyed.connect(self._forget_pairs)
            self.pairs.stand_alone()
        self.pairs.come_forward()

    def close(self) -> None:
        """Look no further: the database is about to be closed."""
        if self.pairs is not None:
            self.pairs.search.stop()

    def _forget_pairs(self) -> None:
        self.pairs = None


def further_said_keys() -> list[tuple[str, str]]:
    """The keys of the places where a claim was said, and of the window of pairs."""
    return [*said_keys(), *listed_pair_keys()]
