"""The main window's frame: on the screen at once, furnished when the rest has been read in.

Importing the database library and building the view takes some 500 ms here, the frame alone 10:
hence this file knows neither, and `__main__` shows the frame before it imports the rest. What is
typed meanwhile waits in the window system's queue.
"""

import gc
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QByteArray, QEventLoop, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenuBar, QStatusBar, QWidget

from claimtracker.gui.plain_text import plain_title
from claimtracker.gui.theme import apply_theme
from claimtracker.settings import Settings, WindowPlace

TITLE = "ClaimTracker"
FIRST_SIZE = (1280, 800)
PAINTING_MS = 200


class Furniture(Protocol):
    """What the window asks of the view that it holds."""

    def place(self, before: WindowPlace) -> WindowPlace:
        """Where everything stands."""

    def ask_to_leave(self, then: Callable[[], object]) -> None:
        """Call `then` once nothing unsaved can be lost."""


class MainWindow(QMainWindow):
    """Holds one view at a time; asks it before it closes."""

    painted = Signal()
    closed = Signal()
    place_left = Signal(object)  # the WindowPlace to come back to

    def __init__(self, place: WindowPlace) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(TITLE)
        self._place = place
        self._view: Furniture | None = None
        self._may_close = False
        self._is_asking = False
        self.setMenuBar(QMenuBar(self))
        self.setCentralWidget(_opening(self))
        self.resize(*FIRST_SIZE)
        if place.geometry:
            self.restoreGeometry(as_bytes(place.geometry))

    def empty(self) -> None:
        """Make room for another view: menus and status line go with the one that was there."""
        self._view = None
        self.setMenuBar(QMenuBar(self))
        self.setStatusBar(QStatusBar(self))

    def furnish(self, view: QWidget, furniture: Furniture, title: str) -> None:
        """Hold this view."""
        self._view = furniture
        self.setCentralWidget(view)
        self.setWindowTitle(plain_title(f"{title} – {TITLE}"))

    def come_forward(self) -> None:
        """Stand in front of the other windows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that something can be seen."""
        super().paintEvent(event)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before anything unsaved is lost, and remember where the window was."""
        if self._view is not None:
            self._view.ask_to_leave(self._let_close)
            if not self._may_close:
                self._is_asking = True
                event.ignore()
                return
            self.leave_place()
        super().closeEvent(event)
        self.closed.emit()

    def _let_close(self) -> None:
        self._may_close = True
        if self._is_asking:  # the answer came later; while it closes, Qt ignores another close
            self.close()

    def leave_place(self) -> WindowPlace:
        """Note where the window and what it holds stand now."""
        if self._view is not None:
            self._place = self._view.place(self._place)
        self._place = replace(self._place, geometry=as_text(self.saveGeometry()))
        self.place_left.emit(self._place)
        return self._place


def first_window(settings: Settings) -> MainWindow:
    """Start Qt and show the empty frame; returns when it has been painted.

    What is loaded from here on stays: Python looks for no garbage in it, over and over, until
    `GarbageRounds` begin.
    """
    gc.disable()
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([TITLE])
    apply_theme(application, settings.theme)
    window = MainWindow(settings.window)
    painting = QEventLoop()
    window.painted.connect(painting.quit)
    QTimer.singleShot(PAINTING_MS, painting.quit)  # a window nobody sees is never painted
    window.show()
    window.activateWindow()
    # Keys and clicks stay in the queue until there is something to take them.
    painting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return window


def as_text(state: QByteArray) -> str:
    """A state that Qt saved, for the settings file."""
    return bytes(state.toBase64().data()).decode("ascii")


def as_bytes(text: str) -> QByteArray:
    """That state again; what is no state is ignored by Qt."""
    return QByteArray.fromBase64(QByteArray(text.encode("ascii", "replace")))


def _opening(parent: QWidget) -> QLabel:
    label = QLabel("Opening …", parent)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setProperty("role", "muted")
    return label
