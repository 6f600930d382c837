"""Backups: databases like any other, in the folder `backups` beside theirs."""

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from claimtracker.claims.backups import Backup, MadeBackup, kept_moments
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.file_faults import reason
from claimtracker.storage.backup_files import carry, remove_unnamed
from claimtracker.storage.database_copy import (
    checked_copy,
    put_in_place,
    remove_left_over,
    unfinished,
)
from claimtracker.storage.file_store import FileStore, flush
from claimtracker.storage.looking_into import files_named_in, summary_of
from claimtracker.storage.named_files import NamedFile
from claimtracker.storage.patience import IsStopped, never

FOLDER = "backups"
_MOMENT = "%Y-%m-%dT%H%M%S.%f"  # no colon: Windows allows none in a name
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}\.\d{3})Z-(.+)", re.DOTALL)
# The time that copying may take. A file written to after that is somebody's work, not our backup.
_WRITTEN_WITHIN = timedelta(hours=1)


def backups_of(database: Path) -> list[Backup]:
    """Return the backups of this database, the newest first."""
    found = []
    with suppress(OSError):  # no folder, no backups
        for path in _folder(database).iterdir():
            backup = _backup(path, database.name)
            if backup is not None:
                found.append(backup)
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def is_backed_up(database: Path, is_stopped: IsStopped = never) -> bool:
    """Whether the newest backup has all that the change log of the database has."""
    present = summary_of(database, is_stopped)
    if not present.last_action:
        return True  # nothing was done yet
    for backup in backups_of(database)[:1]:
        with suppress(ClaimTrackerError):  # one that cannot be read is none
            return summary_of(backup.path).is_as(present)
    return False


def make_backup(database: Path, at: datetime, is_stopped: IsStopped = never) -> MadeBackup:
    """Make a backup in the folder beside the database, and take away those that are not kept.

    Raises ClaimTrackerError where that fails; the database is only read.
    """
    folder = _folder(database)
    try:
        folder.mkdir(exist_ok=True)
        flush(database.parent)
    except OSError as error:
        raise ClaimTrackerError(f"{folder} cannot be made: {reason(error)}.") from error
    made = copy_to(database, _free_name(folder, database.name, at), is_stopped)
    thin_out(database)
    return made


def copy_to(database: Path, target: Path, is_stopped: IsStopped = never) -> MadeBackup:
    """Copy a database to this path and its captured files beside that; whole or not at all.

    A file that lies at the path is replaced. Raises ClaimTrackerError where that fails.
    """
    source, store = FileStore(database), FileStore(target)
    remove_left_over(target.parent)
    with checked_copy(database, target.parent, is_stopped) as part:
        carried = carry(files_named_in(part), source, store, is_stopped)
        try:
            put_in_place(part, target)
        except OSError as error:
            raise ClaimTrackerError(f"{target} cannot be written: {reason(error)}.") from error
    return MadeBackup(target, carried.files, carried.lacking)


def thin_out(database: Path) -> None:
    """Take away the backups that are not kept, then the captured files that none names any more."""
    backups = [backup for backup in backups_of(database) if backup.is_own]
    kept = kept_moments([backup.made_at for backup in backups])
    gone = [backup for backup in backups if backup.made_at not in kept]
    with suppress(OSError):  # what cannot be taken away now is at the next one
        for backup in gone:
            backup.path.unlink()
    if gone:
        _remove_unnamed(_folder(database))


def _remove_unnamed(folder: Path) -> None:
    """Nothing goes where a database there cannot be read, or another one is being made."""
    if unfinished(folder):
        return
    wanted: list[NamedFile] = []
    try:
        for path in _databases(folder):
            wanted += files_named_in(path)
    except (ClaimTrackerError, OSError):
        return
    remove_unnamed(FileStore(folder / "any"), wanted)


def _databases(folder: Path) -> Sequence[Path]:
    """All that may name a captured file there, whoever put it there."""
    kinds = (".db", ".sqlite", ".sqlite3")
    return [each for each in folder.iterdir() if _NAME.match(each.name) or each.suffix in kinds]


def _folder(database: Path) -> Path:
    return database.parent / FOLDER


def _free_name(folder: Path, name: str, at: datetime) -> Path:
    while True:
        moment = at.astimezone(UTC).strftime(_MOMENT)[:-3]
        path = folder / f"{moment}Z-{name}"
        if not os.path.lexists(path):
            return path
        at += timedelta(milliseconds=1)


def _backup(path: Path, name: str) -> Backup | None:
    named = _NAME.fullmatch(path.name)
    if named is None or named[2] != name or not path.is_file():
        return None
    try:
        made_at = datetime.strptime(named[1], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    found = path.stat()
    written_at = datetime.fromtimestamp(found.st_mtime, UTC)
    return Backup(path, made_at, found.st_size, is_own=written_at - made_at < _WRITTEN_WITHIN)
