"""A window that stands beside the main one, not always in front of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStatusBar, QWidget

from claimtracker.gui.desk import Desk
from claimtracker.gui.message_bar import MessageBar
from claimtracker.gui.plain_text import PlainLabel


class OwnWindow(QMainWindow):
    """May belong to another window, so that it closes with it, and still stand by itself."""

    def stand_alone(self) -> None:
        """Be no window that always stands over its parent: a claim is to be seen in front of it.

        Qt makes the window now, and would tie it to its parent when shown. `winId()` would make one
        of each part of the parent, too, and Qt then takes such a part for a window of its own.
        """
        self.create()
        self.windowHandle().setTransientParent(None)  # type: ignore[arg-type]  # None is wrong in the stubs

    def furnish_status_bar(self, name: str, said: PlainLabel, counts: PlainLabel) -> None:
        """What was said last stands at the left, the counts at the right."""
        bar = QStatusBar()
        bar.setObjectName(name)
        bar.setContentsMargins(12, 0, 12, 0)
        bar.addWidget(said, 1)
        bar.addPermanentWidget(counts)
        self.setStatusBar(bar)

    def close_by_escape(self, messages: MessageBar) -> None:
        """Let Esc close the window, but the bar of messages first while it is shown."""
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.activated.connect(self.close)
        leave.activatedAmbiguously.connect(messages.hide)  # the bar wants Esc as well

    def come_forward(self) -> None:
        """Stand in front of the other windows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()


class SideWindow(OwnWindow):
    """One that is opened once, leads to claims in the main window, and lets that undo and redo.

    What was done is said at the left of its status bar, what was refused in its bar of messages.
    """

    claim_wanted = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.messages = MessageBar()
        self.messages.follow(desk.changes)
        self._said, self._counts = PlainLabel(""), PlainLabel("")
        desk.changes.said.connect(self._said.setText)
        self.close_by_escape(self.messages)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard, which no window manager may be there to give."""
        super().showEvent(event)
        self.activateWindow()

    def leave(self) -> None:
        """Leave off what is under way; most have nothing."""
