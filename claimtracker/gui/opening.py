"""From a path to an open database, or why it is none; brought up to date where that is needed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.file_faults import reason
from claimtracker.gui.background import Background
from claimtracker.gui.databases import Databases, OpenDatabase
from claimtracker.gui.dialogs.waiting import WaitingDialog

Opened = Callable[[OpenDatabase], object]
Refused = Callable[[ClaimTrackerError], object]


class Opening(QObject):
    """Opens at once what is up to date; what is not, by a thread of its own.

    To copy a database of a million claims and to bring it up to date takes half a minute.
    """

    broke = Signal(object)

    def __init__(self, databases: Databases, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._databases = databases
        self._window = window
        self._background: Background | None = None
        self._dialog: WaitingDialog | None = None
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
            if self._databases.is_older(path):
                self._bring_up_to_date(path, opened, refused)
                return
            database = self._databases.open(path, create=create)
        except ClaimTrackerError as error:
            refused(error)
        except OSError as error:
            refused(ClaimTrackerError(f"{path} cannot be made: {reason(error)}."))
        else:
            opened(database)

    def close(self) -> None:
        """Wait for what is under way, and end the thread; nobody waits for a database any more."""
        self._ways = None
        if self._background is not None:
            self._background.close()
            self._background = None

    def _bring_up_to_date(self, path: Path, opened: Opened, refused: Refused) -> None:
        self._ways = (opened, refused)
        if self._background is None:
            self._background = Background(Session, self)  # sessions of nothing: no file is open
            self._background.broke.connect(self._break)
        told = f"{path.name} is of an earlier ClaimTracker. It is copied and brought up to date…"
        self._dialog = WaitingDialog("Bring up to date", told, self._window)
        self._dialog.open()
        work = partial(_opened, self._databases, path)
        self._background.start(work, self._finish, refused=self._refuse, broke=self._leave)

    def _finish(self, database: OpenDatabase) -> None:
        ways = self._leave()
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


def _opened(databases: Databases, path: Path, _session: Session) -> OpenDatabase:
    return databases.open(path)
