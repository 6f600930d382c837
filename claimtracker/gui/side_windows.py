"""The windows beside the main one: claimants, events, and what looks said before."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from claimtracker.gui import late
from claimtracker.gui.desk import Desk
from claimtracker.gui.own_window import SideWindow

_NAMES = ("claimants", "events", "said_before")


def _kind(name: str) -> type[SideWindow]:
    """The window that this command opens."""
    match name:
        case "claimants":
            return late.ClaimantsWindow
        case "events":
            return late.EventsWindow
        case _:
            return late.SaidBeforeWindow


class SideWindows(QObject):
    """Opens each of them once, and passes on what it wants of the main one."""

    claim_wanted = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._shown: dict[str, SideWindow] = {}

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers by the command's name, as `commands.COMMANDS` names them."""
        return {name: partial(self.show, name) for name in _NAMES}

    def shown(self, name: str) -> SideWindow | None:
        """The window that this command opens, None while it is closed."""
        return self._shown.get(name)

    def show(self, name: str) -> None:
        """Show the window, the one that is open already if any."""
        if name not in self._shown:
            made = self._shown[name] = _kind(name)(self._desk, self._window)
            made.claim_wanted.connect(self.claim_wanted)
            made.undo_wanted.connect(self.undo_wanted)
            made.redo_wanted.connect(self.redo_wanted)
            made.destroyed.connect(partial(self._shown.pop, name, None))
            made.stand_alone()
        self._shown[name].come_forward()

    def leave(self) -> None:
        """Leave off what is under way: the database is about to be closed."""
        for window in self._shown.values():
            window.leave()
