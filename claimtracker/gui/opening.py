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
from claimtracker.operations.leave_off import is_stopped, of_no_file

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
        self._awaited: _Awaited | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is on its way."""
        return self._background is None or self._background.is_idle

    def open(self, path: Path, opened: Opened, refused: Refused, *, create: bool) -> None:
        """Open the database and hand it on, now or later, or say why not."""
        if self._awaited is not None:
            self._awaited.cancel()
        try:
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
            if sentence := self._databases.what_delays(path):
                self._awaited = _Awaited(path.name, opened, refused, self)
                work = partial(_opened, self._databases, path, create)
                self._awaited.begin(work, self._at_work(), sentence, self._window)
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
        if self._awaited is not None:
            self._awaited.give_up()
        if self._background is not None:
            self._background.close()
            self._background = None

    def _at_work(self) -> Background:
        if self._background is None:
            self._background = Background(of_no_file, self)
            self._background.broke.connect(self._break)
        return self._background

    def _break(self, error: BaseException) -> None:
        self.broke.emit(error)


class _Awaited(QObject):
    """One database that is waited for; whoever wants it hears of it once, if it is still wanted."""

    def __init__(self, name: str, opened: Opened, refused: Refused, parent: QObject) -> None:
        super().__init__(parent)
        self._name, self._opened, self._refused = name, opened, refused
        self._dialog: WaitingDialog | None = None
        self._job: Job | None = None
        self._is_wanted = True

    def begin(
        self,
        work: Callable[[Session], OpenDatabase],
        background: Background,
        sentence: str,
        window: QWidget,
    ) -> None:
        """Open it by a thread, and say meanwhile what is waited for."""
        self._dialog = WaitingDialog("Opening", sentence, window, can_cancel=True)
        self._dialog.rejected.connect(self.cancel)
        self._dialog.open()
        self._job = background.start(work, self.take, refused=self.refuse, broke=self.give_up)

    def cancel(self) -> None:
        """Leave it off, and say so; what is all but done may be done all the same."""
        if self._job is not None:
            self._job.cancel()
        self.refuse(ClaimTrackerError(f"{self._name} was not opened."))

    def take(self, database: OpenDatabase) -> None:
        """Hand on what was opened, or close it where it came too late."""
        if self.give_up():
            self._opened(database)
        else:
            database.close()

    def refuse(self, error: ClaimTrackerError) -> None:
        """Say why it was not opened."""
        if self.give_up():
            self._refused(error)

    def give_up(self, _bug: object = None) -> bool:
        """Wait no more; returns whether it was wanted until now."""
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None
        was_wanted, self._is_wanted = self._is_wanted, False
        return was_wanted


def _opened(databases: Databases, path: Path, create: bool, session: Session) -> OpenDatabase:
    return databases.open(path, create=create, is_stopped=partial(is_stopped, session))
