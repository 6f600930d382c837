"""Calling the window that shows a database already, so that it comes to the front."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from claimtracker.gui.window_lock import WindowLock, socket_name

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

PATIENCE_MS = 8_000  # where much is started at once, a first answer takes a while
RETRY_MS = 50
TOKEN = "XDG_ACTIVATION_TOKEN"  # by which Wayland lets a window come forward
SHOW, SHOWN = b"show", b"shown"


class WindowCall(QObject):
    """Tries until it is answered, the lock is free, or its patience ends."""

    # The WindowLock to go on with; None where the other window came to the front.
    ended = Signal(object)

    def __init__(
        self, path: Path, patience_ms: int = PATIENCE_MS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._is_over = False
        self._socket = _new_socket(self)
        if self._socket is not None:
            self._socket.connected.connect(self._ask)
            self._socket.readyRead.connect(self._hear)
            self._socket.errorOccurred.connect(self._try_later)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._try)
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self._give_up)

    def start(self) -> None:
        """Begin to call."""
        self._patience.start()
        self._try()

    def give_up(self) -> None:
        """Stop without a word."""
        self._is_over = True
        self._retry.stop()
        self._patience.stop()
        if self._socket is not None:
            self._socket.abort()

    def _try(self) -> None:
        """Take the lock, should its window be gone by now; otherwise call it."""
        lock = WindowLock.take(self._path)
        if lock is not None:
            self._end(lock)
            return
        place = WindowLock.beside_another(self._path).place
        if self._socket is None or place is None:
            self._give_up()
            return
        self._socket.abort()
        self._socket.connectToServer(socket_name(place))

    def _ask(self) -> None:
        assert self._socket is not None  # it is what connected
        _allow_foreground()
        token = os.environ.get(TOKEN, "").encode("ascii", "ignore")
        self._socket.write(b" ".join((SHOW, token)).strip() + b"\n")

    def _hear(self) -> None:
        socket = self._socket
        if socket and socket.canReadLine() and bytes(socket.readLine().data()).strip() == SHOWN:
            self._end(None)

    def _try_later(self) -> None:
        """Nobody listens yet, or nobody any more."""
        if not self._is_over:
            self._retry.start()

    def _give_up(self) -> None:
        self._end(WindowLock.beside_another(self._path))

    def _end(self, lock: WindowLock | None) -> None:
        self.give_up()
        self.ended.emit(lock)


def _new_socket(parent: QObject) -> "QLocalSocket | None":
    """A socket; None where the system lacks what Qt's network needs, as bare ones lack Kerberos."""
    try:
        from PySide6.QtNetwork import QLocalSocket  # also late: most starts call nobody
    except ImportError:
        return None
    return QLocalSocket(parent)


def come_first(path: Path, patience_ms: int = PATIENCE_MS) -> WindowLock | None:
    """Take the database for a window of this program; None where another one came to the front.

    Where the other one does not answer, this window is a second one beside it.
    """
    lock = WindowLock.take(path)
    if lock is not None:
        return lock
    running = QApplication.instance() or QApplication(["ClaimTracker"])
    waiting = _Waiting(WindowCall(path, patience_ms))
    waiting.wait()
    del running
    return waiting.lock


class _Waiting(QObject):
    """Waits for the end of a call."""

    def __init__(self, call: WindowCall) -> None:
        super().__init__()
        self.lock: WindowLock | None = None
        self._call = call
        self._loop = QEventLoop()
        call.ended.connect(self._hear)

    def wait(self) -> None:
        """Call, and return when it is over."""
        QTimer.singleShot(0, self._call.start)
        self._loop.exec()

    def _hear(self, lock: WindowLock | None) -> None:
        self.lock = lock
        self._loop.quit()


def open_words(path: Path) -> str:
    """What is said where a database is shown in another window."""
    return f"{path.name} is open already: its window is in front now."


def silent_words(path: Path) -> str:
    """What is said in a window beside one that does not answer."""
    return (
        f"{path.name} is open in another window, which does not answer. This is a second one on "
        "the same file; what is stored in either appears in both."
    )


def _allow_foreground() -> None:
    """Let the other window come forward: Windows asks who has the keyboard."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1  # ASFW_ANY
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
