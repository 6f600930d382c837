"""Putting a backup in the place of a database, which is closed meanwhile and kept beside it."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from claimtracker.claims.backups import Comparison, Restored, Summary
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.file_faults import reason
from claimtracker.storage import migrate
from claimtracker.storage.backup_files import Carried, carry
from claimtracker.storage.custody import chain_end_fault
from claimtracker.storage.database_copy import (
    SIDE_FILES,
    checked_copy,
    connected,
    put_in_place,
    remove_left_over,
    side_files,
    stopped,
)
from claimtracker.storage.engine import open_database
from claimtracker.storage.file_store import FileStore
from claimtracker.storage.looking_into import files_named_in, looking_into, summary_of
from claimtracker.storage.named_files import NamedFile
from claimtracker.storage.patience import IsStopped, LeftOff, never

_PATIENCE_SECONDS = 10.0
_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def compared(database: Path, backup: Path, is_stopped: IsStopped = never) -> Comparison:
    """Check a backup as restoring does, and set it beside the database; nothing is changed."""
    summary = _fit(database, backup)
    with _ready(backup, database.parent, is_stopped):
        pass
    return Comparison(summary, _present(database))


def put_back(database: Path, backup: Path, at: datetime) -> Restored:
    """Put a checked copy of the backup in the place of the database.

    The file that is there is kept beside it; captured files that are missing are brought back. A
    backup of an older ClaimTracker is brought up to date first. Raises ClaimTrackerError where any
    of it fails, and the file that is there is as it was.
    """
    summary = _fit(database, backup)
    remove_left_over(database.parent)
    with _ready(backup, database.parent) as part:
        carried = _bring_back(files_named_in(part), backup, database)
        with _held(database):
            aside = replace(database, part, at)
    return Restored(summary, aside, carried.files, carried.lacking)


def _fit(database: Path, backup: Path) -> Summary:
    """Refuse what is no backup of ours, before anything is copied."""
    if not os.path.isfile(backup):  # Path.is_file raises for some names and closed folders
        raise ClaimTrackerError(f"There is no backup at {backup}.")
    if os.path.exists(database) and os.path.samefile(database, backup):
        raise ClaimTrackerError(f"{backup} is the database itself, and not a backup of it.")
    summary = summary_of(backup)
    if summary.revision not in migrate.REVISIONS:
        raise ClaimTrackerError(f"{backup} was made by a newer ClaimTracker; nothing was changed.")
    return summary


@contextmanager
def _ready(backup: Path, folder: Path, is_stopped: IsStopped = never) -> Iterator[Path]:
    """Yield a copy that was checked, brought up to date, and can be given its name."""
    with checked_copy(backup, folder, is_stopped) as part:
        try:
            open_database(part, is_stopped=is_stopped).close()
            with looking_into(part) as session:
                fault = chain_end_fault(session)
        except LeftOff:
            raise stopped() from None
        except ClaimTrackerError as error:
            # The copy is called by a name that nobody knows.
            raise ClaimTrackerError(str(error).replace(str(part), str(backup))) from error
        finally:
            for older in folder.glob(f"{part.name}.before-*"):  # the backup itself is that copy
                older.unlink()
        if fault:
            raise ClaimTrackerError(f"{backup} is not as it was made. {fault}")
        with part.open("r+b") as file:  # migrating may have written to it
            os.fsync(file.fileno())
        yield part


def _bring_back(named: list[NamedFile], backup: Path, database: Path) -> Carried:
    return carry(named, FileStore(backup), FileStore(database))


def _present(database: Path) -> Summary | None:
    with suppress(ClaimTrackerError):
        return summary_of(database)
    return None


@contextmanager
def _held(database: Path) -> Iterator[None]:
    """Keep all others from writing meanwhile; whose journal lies there is played back first.

    A file that is no database, or none that SQLite can read, nobody can be writing to.
    """
    if not os.path.exists(database):
        yield
        return
    try:
        connection = connected(database, timeout=_PATIENCE_SECONDS)
    except sqlite3.Error:
        yield
        return
    try:
        _lock(connection, database)
        if os.name == "nt":  # where no file that is open can be replaced
            connection.close()
        yield
    finally:
        connection.close()


def _lock(connection: sqlite3.Connection, database: Path) -> None:
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _IN_USE:
            told = f"{database} is in use by another program; nothing was changed."
            raise ClaimTrackerError(told) from error


def replace(
    database: Path, part: Path, at: datetime, called: str = "before-restore"
) -> Path | None:
    """Give the copy the database's name. What lies there gets a name of its own before.

    Its side files leave first: SQLite would play back the journal of one into the other.
    """
    aside = free_name(database, called, at)
    moved: list[tuple[Path, Path]] = []
    try:
        is_there = os.path.lexists(database)
        if is_there:
            _keep_aside(database, aside)
        for side, kept in zip(side_files(database), side_files(aside), strict=True):
            if os.path.lexists(side):
                os.replace(side, kept)
                moved.append((side, kept))
        put_in_place(part, database)
    except OSError as error:
        with suppress(OSError):
            for side, kept in moved:
                os.replace(kept, side)
            aside.unlink(missing_ok=True)
        raise ClaimTrackerError(f"{database} cannot be replaced: {reason(error)}.") from error
    return aside if is_there else None


def _keep_aside(database: Path, aside: Path) -> None:
    """A second name for the same file: nothing is copied, and nothing missing for a moment."""
    try:
        os.link(database, aside)
    except OSError:  # a file system without such names, as FAT
        _copy_bytes(database, aside)


def _copy_bytes(database: Path, aside: Path) -> None:
    with database.open("rb") as read, aside.open("xb") as written:
        shutil.copyfileobj(read, written)
        written.flush()
        os.fsync(written.fileno())


def free_name(database: Path, called: str, at: datetime) -> Path:
    """Return a path beside the database, called so and by a moment, that nothing has yet."""
    while True:
        moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
        aside = database.with_name(f"{database.stem}.{called}-{moment}{database.suffix}")
        if not any(os.path.lexists(f"{aside}{side}") for side in ("", *SIDE_FILES)):
            return aside
        at += timedelta(seconds=1)
