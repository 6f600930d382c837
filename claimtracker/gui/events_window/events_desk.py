"""What the main window has to do with events: it opens their window, once."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from claimtracker.gui.desk import Desk
from claimtracker.gui.events_window.window import EventsWindow


class EventsDesk(QObject):
    """Passes on what the events window asks of the main one."""

    claim_wanted = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.shown: EventsWindow | None = None

    def show(self, *_checked: bool) -> None:
        """Show the events window, the one that is open already if any."""
        if self.shown is None:
            self.shown = EventsWindow(self._desk, self._window)
            self.shown.claim_wanted.connect(self.claim_wanted)
            self.shown.undo_wanted.connect(self.undo_wanted)
            self.shown.redo_wanted.connect(self.redo_wanted)
            self.shown.destroyed.connect(self._forget)
            self.shown.stand_alone()
        self.shown.come_forward()

    def _forget(self) -> None:
        self.shown = None
