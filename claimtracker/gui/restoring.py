"""What takes the place of a database that no window has open meanwhile: a backup, or a salvage."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.backup_words import holds, lacking_words
from claimtracker.claims.backups import Restored
from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.gui.background import Background
from claimtracker.gui.dialogs.damaged import DamagedDialog
from claimtracker.gui.dialogs.waiting import WaitingDialog
from claimtracker.gui.what_came import Outcome
from claimtracker.operations.leave_off import of_no_file
from claimtracker.operations.list_backups import has_backups
from claimtracker.operations.restore_backup import restore_backup
from claimtracker.operations.salvage_database import may_be_salvaged, use_salvaged

_RESTORING = "Putting it in the place of the database…"


class Restoring(QObject):
    """Asks and restores by a thread of its own, that of the database being closed."""

    restore_wanted = Signal(object, object)  # the Paths of the database and of what replaces it
    # Why the database was not opened, and whether another one was asked for.
    other_wanted = Signal(str, bool)
    ended = Signal(object)  # the Path, for the database to be opened
    broke = Signal(object)

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._background: Background | None = None
        self._dialog: WaitingDialog | None = None
        self._path, self._sentence = Path(), ""
        self._outcome: Outcome | None = None
        self._salvaged: Path | None = None
        self.damaged: DamagedDialog | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is on its way."""
        return self._background is None or self._background.is_idle

    def offer(self, path: Path, sentence: str, by: str) -> None:
        """Say that this database cannot be read; offer its backups, and to salvage from it."""
        if self.damaged is not None:
            return
        self._path, self._sentence = path, sentence
        self.damaged = DamagedDialog(path, sentence, self._at_work(), self._window, by)
        self.damaged.finished.connect(self._forget)
        self.damaged.chosen.connect(self._want)
        self.damaged.salvage_chosen.connect(self._want_salvaged)
        self.damaged.other_wanted.connect(partial(self._want_other, is_asked=True))
        self.damaged.rejected.connect(partial(self._want_other, is_asked=False))
        self.damaged.open()

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup, or what was salvaged, in the place of a database that is closed by now."""
        self._path = path
        self._dialog = WaitingDialog("Restore", _RESTORING, self._window)
        self._dialog.open()
        start = partial(self._at_work().start, refused=self._refuse, broke=self._leave)
        if backup == self._salvaged:
            start(partial(_used, path=path, salvaged=backup), self._finish_salvage)
        else:
            start(partial(_restored, path=path, backup=backup), self._finish)

    def take_outcome(self, path: Path) -> Outcome | None:
        """What came of the last restore, for whoever shows that database; once."""
        outcome, self._outcome = self._outcome, None
        is_of_it = os.path.realpath(path) == os.path.realpath(self._path)
        return outcome if is_of_it else None

    def close(self) -> None:
        """Wait for what is under way, and end the thread."""
        if self._background is not None:
            self._background.close()
            self._background = None

    def _at_work(self) -> Background:
        if self._background is None:
            self._background = Background(of_no_file, self)
            self._background.broke.connect(self._break)
        return self._background

    def _want(self, backup: Path) -> None:
        self.restore_wanted.emit(self._path, backup)

    def _want_salvaged(self, salvaged: Path) -> None:
        self._salvaged = salvaged
        self._want(salvaged)

    def _want_other(self, *, is_asked: bool) -> None:
        self.other_wanted.emit(self._sentence, is_asked)

    def _forget(self) -> None:
        self.damaged = None  # closing deletes it

    def _finish(self, done: Restored) -> None:
        self._leave()
        aside = f" What was there is kept as {done.aside.name}." if done.aside else ""
        lacking = f" {lacking_words(done.lacking)}".rstrip()
        words = f"Restored: {holds(done.summary)}.{aside}{lacking}"
        self._end(words, is_done=True)

    def _finish_salvage(self, aside: Path) -> None:
        self._leave()
        words = f"This is what was salvaged. The damaged file is kept as {aside.name}."
        self._end(words, is_done=True)

    def _refuse(self, error: ClaimTrackerError) -> None:
        self._leave()
        self._end(f"Not restored: {error}", is_done=False)

    def _end(self, words: str, *, is_done: bool) -> None:
        self._outcome = Outcome(words, is_done)
        self.ended.emit(self._path)

    def _leave(self, _error: object = None) -> None:
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None

    def _break(self, error: BaseException) -> None:
        self.broke.emit(error)


def may_be_restored(path: Path, error: ClaimTrackerError) -> bool:
    """Whether the database is not there as it was, and something can take its place."""
    if not os.path.exists(path) or os.path.getsize(path) == 0:
        return has_backups(path)
    return isinstance(error, Damaged) and (has_backups(path) or may_be_salvaged(path))


def _restored(_session: Session, path: Path, backup: Path) -> Restored:
    return restore_backup(path, backup)


def _used(_session: Session, path: Path, salvaged: Path) -> Path:
    return use_salvaged(path, salvaged)
