"""The backups of a database, the newest first, with what each holds."""

from pathlib import Path

from sqlmodel import Session

from claimtracker.claims.backups import Backup, ToldBackup
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.restore_backup import rehearse_restore
from claimtracker.storage import backups
from claimtracker.storage.database_place import located
from claimtracker.storage.engine import PATH
from claimtracker.storage.looking_into import summary_of
from claimtracker.storage.patience import IsStopped, never
from claimtracker.storage.wrong_values import unreadable_value


def list_backups(session: Session) -> list[ToldBackup]:
    """Return the backups in the folder `backups` beside the open database."""
    session.rollback()  # whoever writes need not wait for it
    return [_told(backup) for backup in backups.backups_of(session.info[PATH])]


def has_backups(database: Path) -> bool:
    """Whether there is any, good or not."""
    return bool(backups.backups_of(located(database)))


def newest_good(database: Path, *, is_stopped: IsStopped = never) -> ToldBackup | None:
    """Return the newest backup that passes every check of restoring; None where none does."""
    for backup in backups.backups_of(located(database)):
        if is_stopped():
            return None
        try:
            found = rehearse_restore(database, backup.path, is_stopped=is_stopped)
        except ClaimTrackerError:
            continue
        if unreadable_value(backup.path, of_odd_bytes=False, is_stopped=is_stopped):
            continue
        return ToldBackup(backup, found.backup)
    return None


def _told(backup: Backup) -> ToldBackup:
    try:
        return ToldBackup(backup, summary_of(backup.path))
    except ClaimTrackerError as error:
        return ToldBackup(backup, None, str(error))
