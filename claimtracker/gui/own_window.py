"""A window that stands beside the main one, not always in front of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMainWindow, QStatusBar, QWidget

from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel


class OwnWindow(QMainWindow):
    """May belong to another window, so that it closes with it, and still stand by itself."""

    def stand_alone(self) -> None:
        """Be no window that always stands over its parent: a claim is to be seen in front of it."""
        self.winId()  # Qt makes the window now, and would tie it to its parent when shown
        self.windowHandle().setTransientParent(None)  # type: ignore[arg-type]  # None is wrong in the stubs

    def furnish_status_bar(self, name: str, said: PlainLabel, counts: PlainLabel) -> None:
        """What was said last stands at the left, the counts at the right."""
        bar = QStatusBar()
        bar.setObjectName(name)
        bar.setContentsMargins(12, 0, 12, 0)
        bar.addWidget(said, 1)
        bar.addPermanentWidget(counts)
        self.setStatusBar(bar)

    def come_forward(self) -> None:
        """Stand in front of the other windows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()


class SideWindow(OwnWindow):
    """One that is opened once, leads to claims in the main window, and lets that undo and redo."""

    claim_wanted = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk

    def leave(self) -> None:
        """Leave off what is under way; most have nothing."""
