"""What takes the place of a database that no window has open meanwhile: a backup, or a salvage."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.backup_words import holds, lacking_words
from claimtracker.claims.backups import Restored
from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.gui.background import Background
from claimtracker.gui.databases import ShownDatabase
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.damaged import DamagedDialog
from claimtracker.gui.dialogs.progress import BusyBar
from claimtracker.operations.list_backups import has_backups
from claimtracker.operations.restore_backup import restore_backup
from claimtracker.operations.salvage_database import may_be_salvaged, use_salvaged


class RestoringDialog(PlainDialog):
    """Keeps the window from being used until the file is there again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Restore", parent, 420)
        self.add_note("Putting it in the place of the database…", "restoring")
        self.bar = BusyBar()
        self.column.addWidget(self.bar)
        self.buttons.hide()
        self.bar.begin()

    def reject(self) -> None:
        """Stay: it takes some seconds, and half of it is nothing."""


class Restoring(QObject):
    """Asks and restores by a thread of its own, that of the database being closed."""

    restore_wanted = Signal(object, object)  # the Paths of the database and of what replaces it
    # Why the database was not opened, and whether another one was asked for.
    other_wanted = Signal(str, bool)
    ended = Signal(object, str, bool)  # the Path, what is to be said, and whether it was done
    broke = Signal(object)

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._background: Background | None = None
        self._dialog: RestoringDialog | None = None
        self._path, self._sentence = Path(), ""
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
        self._dialog = RestoringDialog(self._window)
        self._dialog.open()
        start = partial(self._at_work().start, refused=self._refuse, broke=self._leave)
        if backup == self._salvaged:
            start(partial(_used, path=path, salvaged=backup), self._finish_salvage)
        else:
            start(partial(_restored, path=path, backup=backup), self._finish)

    def close(self) -> None:
        """Wait for what is under way, and end the thread."""
        if self._background is not None:
            self._background.close()
            self._background = None

    def _at_work(self) -> Background:
        if self._background is None:
            self._background = Background(Session, self)  # sessions of nothing: no file is open
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
        self.ended.emit(self._path, words, True)

    def _finish_salvage(self, aside: Path) -> None:
        self._leave()
        words = f"This is what was salvaged. The damaged file is kept as {aside.name}."
        self.ended.emit(self._path, words, True)

    def _refuse(self, error: ClaimTrackerError) -> None:
        self._leave()
        self.ended.emit(self._path, f"Not restored: {error}", False)

    def _leave(self, _error: object = None) -> None:
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None

    def _break(self, error: BaseException) -> None:
        self.broke.emit(error)


def say_once_filled(shown: ShownDatabase, words: str, is_done: bool) -> None:
    """Say what came of it under the list, which the status line would not survive before."""
    changes = shown.desk.changes
    say = partial((changes.said if is_done else changes.refused).emit, words)
    shown.view.claims.filled.connect(say, Qt.ConnectionType.SingleShotConnection)


def may_be_restored(path: Path, error: ClaimTrackerError) -> bool:
    """Whether the database is not there as it was, and something can take its place."""
    if not os.path.exists(path) or os.path.getsize(path) == 0:
        return has_backups(path)
    return isinstance(error, Damaged) and (has_backups(path) or may_be_salvaged(path))


def _restored(_session: Session, path: Path, backup: Path) -> Restored:
    return restore_backup(path, backup)


def _used(_session: Session, path: Path, salvaged: Path) -> Path:
    return use_salvaged(path, salvaged)
