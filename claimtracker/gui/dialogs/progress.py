"""How far long work has come, and the wish to stop it."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from claimtracker.gui.claim_panel.named import named

PATIENCE_MS = 1_000  # what is done sooner needs no bar


class Progress(QObject):
    """Carries figures from the thread that works to the bar that shows them.

    It belongs to nobody: the thread may still have something to tell when the window is gone.
    """

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._is_stopped = False

    def tell(self, done: int, total: int) -> None:
        """Called on the working thread; the signal is received in the window's."""
        self.moved.emit(done, total)

    def stop(self) -> None:
        """Ask the work to leave off."""
        self._is_stopped = True

    def is_stopped(self) -> bool:
        """Whether the person wants it to leave off."""
        return self._is_stopped


class FiguresBar(QProgressBar):
    """Shows the figures that a Progress carries."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "progress", "Progress")

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it has come."""
        self.setMaximum(max(total, 1))
        self.setValue(done if total else 1)


class BusyBar(FiguresBar):
    """Comes into sight when work takes long enough to be wondered about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._waiting.timeout.connect(self.show)
        self.hide()

    def begin(self) -> None:
        """Wait for a moment, then show that something is going on."""
        self.setRange(0, 0)
        self._waiting.start()

    def end(self) -> None:
        """Go out of sight."""
        self._waiting.stop()
        self.hide()
