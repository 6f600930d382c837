"""That a database is shown in one window of a user: a second start brings that one to the front."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimtracker.gui.window_call import SHOW, SHOWN, TOKEN, WindowCall, open_words
from claimtracker.gui.window_lock import WindowLock, socket_name

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LONGEST_CALL = 1_000  # bytes; nobody but this user can call, and not with more

Enter = Callable[[WindowLock], object]


class OnlyWindow(QObject):
    """Holds the lock of the database that is shown, and hears who else wants to show it."""

    called = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock: WindowLock | None = None
        self._server: QLocalServer | None = None
        self._call: WindowCall | None = None

    def come_to(self, path: Path, enter: Enter, stay_away: Callable[[str], object]) -> None:
        """Call `enter` with the database's lock, or say that its window was called instead."""
        if self._call is not None:
            self._call.give_up()
        held = self._lock if self._lock is not None and self._lock.is_for(path) else None
        lock = held or WindowLock.take(path)
        if lock is not None:
            enter(lock)
            return
        self._call = WindowCall(path, parent=self)
        self._call.ended.connect(partial(_go_on, enter, partial(stay_away, open_words(path))))
        self._call.start()

    def hold(self, lock: WindowLock) -> None:
        """Show this database from now on, and let go of the one before."""
        if lock is self._lock:
            return
        self.let_go()
        self._lock = lock
        if lock.is_held and lock.place is not None:
            self._listen(socket_name(lock.place))

    def drop(self, lock: WindowLock) -> None:
        """Let go of a lock whose database could not be opened, unless it is the one held."""
        if lock is not self._lock:
            lock.let_go()

    def let_go(self) -> None:
        """Hear nobody any more, and let another window have the database."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        if self._lock is not None:
            self._lock.let_go()
            self._lock = None

    def _listen(self, name: str) -> None:
        """Listen; where that is not possible, other starts get a window beside this one."""
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError:  # the system lacks what Qt's network needs, as bare ones lack Kerberos
            return
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        QLocalServer.removeServer(name)  # left by a program that was killed: we have the lock
        self._server.listen(name)

    def _meet(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            caller = _Caller(self._server.nextPendingConnection(), self)
            caller.called.connect(self.called)
            caller.hear()


class _Caller(QObject):
    """One other start that is heard out, and answered."""

    called = Signal()

    def __init__(self, socket: "QLocalSocket", parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setReadBufferSize(LONGEST_CALL)
        socket.readyRead.connect(self.hear)
        socket.disconnected.connect(self._leave)

    def hear(self) -> None:
        """Do what it asks for, once its line is whole."""
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() >= LONGEST_CALL:
                self._socket.abort()
            return
        asked, _blank, token = bytes(self._socket.readLine().data()).strip().partition(b" ")
        if asked == SHOW:
            if token and b"\0" not in token:
                os.environ[TOKEN] = token.decode("ascii", "ignore")  # Qt reads it there, once
            self.called.emit()
            self._socket.write(SHOWN + b"\n")
            self._socket.flush()
        self._socket.disconnectFromServer()

    def _leave(self) -> None:
        self._socket.deleteLater()
        self.deleteLater()


def _go_on(enter: Enter, stay_away: Callable[[], object], lock: WindowLock | None) -> None:
    if lock is None:
        stay_away()
    else:
        enter(lock)
