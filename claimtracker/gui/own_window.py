"""A window that stands beside the main one, not always in front of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow


class OwnWindow(QMainWindow):
    """May belong to another window, so that it closes with it, and still stand by itself."""

    def stand_alone(self) -> None:
        """Be no window that always stands over its parent: a claim is to be seen in front of it."""
        self.winId()  # Qt makes the window now, and would tie it to its parent when shown
        self.windowHandle().setTransientParent(None)  # type: ignore[arg-type]  # None is wrong in the stubs

    def come_forward(self) -> None:
        """Stand in front of the other windows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
