"""From a path to an open database, or why it is none; waited for where that is needed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.file_faults import reason
from claimtracker.gui.background import Background, Job
from claimtracker.gui.databases import Databases, OpenDatabase
from claimtracker.gui.dialogs.waiting import WaitingDialog
from claimtracker.operations.leave_off import is_stopped

Opened = Callable[[OpenDatabase], object]
Refused = Callable[[ClaimTrackerError], object]


class Opening(QObject):
    """Opens at once what can be had at once, and anything else by a thread of its own.

    To copy a database of a million claims and to bring it up to date takes half a minute, and as
    long is waited for another program.
    """

    broke = Signal(object)

    def __init__(self, databases: Databases, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._databases = databases
        self._window = window
        self._background: Background | None = None
        self._dialog: WaitingDialog | None = None
        self._job: Job | None = None
        self._path = Path()
        self._ways: tuple[Opened, Refused] | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is on its way."""
        return self._background is None or self._background.is_idle

    def open(self, path: Path, opened: Opened, refused: Refused, *, create: bool) -> None:
        """Open the database and hand it on, now or later, or say why not."""
        try:
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
            if sentence := self._databases.what_delays(path):
                self._path, self._ways = path, (opened, refused)
                self._wait(sentence)
                return
            database = self._databases.open(path, create=create)
        except ClaimTrackerError as error:
            refused(error)
        except OSError as error:
            refused(ClaimTrackerError(f"{path} cannot be made: {reason(error)}."))
        else:
            opened(database)

    def close(self) -> None:
        """Leave off what is under way, and end the thread; nobody waits for a database any more."""
        self._ways = None
        if self._background is not None:
            self._background.close()
            self._background = None

    def _wait(self, sentence: str) -> None:
        if self._background is None:
            self._background = Background(Session, self)  # sessions of nothing: no file is open
            self._background.broke.connect(self._break)
        self._dialog = WaitingDialog("Opening", sentence, self._window, can_cancel=True)
        self._dialog.rejected.connect(self._cancel)
        self._dialog.open()
        work = partial(_opened, self._databases, self._path)
        start = self._background.start
        self._job = start(work, self._finish, refused=self._refuse, broke=self._leave)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        told = f"{self._path.name} was not opened; nothing was changed in it."
        self._refuse(ClaimTrackerError(told))

    def _finish(self, found: tuple[Path, OpenDatabase]) -> None:
        path, database = found
        ways = self._leave() if path == self._path else None  # or it came after it was cancelled
        if ways is None:
            database.close()
        else:
            ways[0](database)

    def _refuse(self, error: ClaimTrackerError) -> None:
        if ways := self._leave():
            ways[1](error)

    def _leave(self, _error: object = None) -> tuple[Opened, Refused] | None:
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None
        ways, self._ways = self._ways, None
        return ways

    def _break(self, error: BaseException) -> None:
        self.broke.emit(error)


def _opened(databases: Databases, path: Path, session: Session) -> tuple[Path, OpenDatabase]:
    return path, databases.open(path, is_stopped=partial(is_stopped, session))
