"""Backups that the window makes by itself, and the way to the one that is to be restored."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.backup_words import lacking_words
from claimtracker.claims.backups import MadeBackup
from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.gui import late
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.progress import Progress
from claimtracker.operations.back_up import back_up
from claimtracker.operations.look_for_damage import look_for_damage

TICK_MS = 10 * 60_000
_A_DAY = timedelta(days=1)


class BackupDesk(QObject):
    """Backs up once the window is there and once a day; the tick only nudges, clocks may jump."""

    restore_wanted = Signal(object)  # the Path of the backup
    damage_found = Signal(str)  # the sentence: the database that is open is not whole

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._last: datetime | None = None
        self._progress: Progress | None = None
        self._refused = ""
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.look)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers by the command's name, as `commands.COMMANDS` names them."""
        return {"restore_backup": self.choose}

    def start(self) -> None:
        """Begin; once begun it goes on."""
        if not self._tick.isActive():
            self._tick.start(TICK_MS)
            self._desk.settings_changed.connect(self.look)
            self.look()

    def stop(self) -> None:
        """Leave off what is under way: the database is about to be closed."""
        self._tick.stop()
        if self._progress is not None:
            self._progress.stop()

    def look(self) -> None:
        """Back up where the last time is a day ago; an unchanged database is not copied again."""
        is_due = self._last is None or abs(datetime.now(UTC) - self._last) >= _A_DAY
        if self._desk.settings.backs_up and is_due and self._progress is None:
            self._last = datetime.now(UTC)
            self._progress = Progress()
            work = partial(_looked_after, is_stopped=self._progress.is_stopped)
            self._desk.background.start(work, self._note, refused=self._refuse)

    def choose(self) -> None:
        """Show the backups, for one to be chosen."""
        dialog = late.RestoreDialog(self._desk, self._window)
        dialog.chosen.connect(self.restore_wanted)
        dialog.open()

    def _note(self, made: MadeBackup | None) -> None:
        self._progress, self._refused = None, ""
        if made is not None and made.lacking:
            self._desk.changes.refused.emit(f"Backup: {lacking_words(made.lacking)}")

    def _refuse(self, error: ClaimTrackerError) -> None:
        is_stopped = self._progress is not None and self._progress.is_stopped()
        self._progress = None
        if is_stopped:
            return
        if isinstance(error, Damaged):
            self.damage_found.emit(str(error))
        elif str(error) != self._refused:  # said once, not each day anew
            self._refused = str(error)
            self._desk.changes.refused.emit(f"No backup was made: {error}")


def _looked_after(session: Session, is_stopped: Callable[[], bool]) -> MadeBackup | None:
    """Back up first: what a row holds that cannot be read must not keep the others from that."""
    made = back_up(session, is_stopped=is_stopped)
    look_for_damage(session, is_stopped=is_stopped)
    return made
