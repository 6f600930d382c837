"""A window that stands beside the main one, not always in front of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QStatusBar

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
