"""What can be read of a damaged database, brought into a new one; the file itself is only read."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.storage import migrate
from claimtracker.storage.backups import backups_of
from claimtracker.storage.broken_table import BROKEN
from claimtracker.storage.custody import any_text, chain_faults
from claimtracker.storage.damaged_copy import damaged_copy, nothing_in
from claimtracker.storage.database_copy import UNFINISHED, put_in_place, remove_left_over
from claimtracker.storage.engine import Database, begin_database, open_database
from claimtracker.storage.patience import IsStopped, never
from claimtracker.storage.restore import free_name, replace
from claimtracker.storage.salvaged_log import Tables, bring_back, count_lost, settle_contradictions
from claimtracker.storage.salvaged_rows import STOPPED, Tell, copy_rows

SALVAGED, DAMAGED = "salvaged", "damaged"
_MOST_DONORS = 3
_LEAST_ROW = 8  # bytes that a row takes in the file, at least
_REBUILD = "INSERT INTO claim_search(claim_search) VALUES('rebuild')"


@dataclass(frozen=True)
class Part:
    """A new database under a temporary name, with what was read into it."""

    path: Path
    tables: Tables
    has_gaps: bool


@contextmanager
def salvaged(
    damaged: Path, folder: Path, tell: Tell, is_stopped: IsStopped = never
) -> Iterator[Part]:
    """Yield a new database in this folder with all that can be read; what is not placed goes again.

    The damaged file is only read. Raises Damaged where no row of ours can be read, and
    ClaimTrackerError where the folder cannot be written to, or once it is stopped.
    """
    remove_left_over(folder)
    try:
        with TemporaryDirectory(dir=folder, prefix=UNFINISHED, ignore_cleanup_errors=True) as made:
            part = Path(made) / "salvaged.db"
            tables = _copied(damaged, Path(made), part, tell, is_stopped)
            yield _completed(part, tables)
    except OSError as error:
        raise ClaimTrackerError(f"{folder} cannot be written to: {error.strerror}.") from error


def name_beside(damaged: Path, at: datetime) -> Path:
    """Return the name of the new database beside the damaged one."""
    return free_name(damaged, SALVAGED, at)


def place_at(part: Part, target: Path, damaged: Path) -> None:
    """Give the new database this name, which nothing has yet."""
    try:
        shutil.copymode(damaged, part.path)  # whoever may not read the one may not read the other
        put_in_place(part.path, target)
    except OSError as error:
        raise ClaimTrackerError(f"{target} cannot be written: {error.strerror}.") from error


def place_instead(new: Path, damaged: Path, at: datetime) -> Path:
    """Give it the name of the damaged one, which is kept beside it; return where that lies.

    Its journal is kept with it: playing it back would change what was damaged.
    """
    aside = replace(damaged, new, at, DAMAGED)
    return aside or damaged


def _copied(damaged: Path, folder: Path, part: Path, tell: Tell, is_stopped: IsStopped) -> Tables:
    with damaged_copy(damaged, folder, _donors(damaged, folder), is_stopped) as opened:
        begin_database(part, _revision(opened))
        with closing(sqlite3.connect(part, isolation_level=None)) as written:
            most = os.path.getsize(damaged) // _LEAST_ROW
            try:
                copied = copy_rows(opened, written, most, tell, is_stopped)
                bring_back(written, copied.tables, copied.mended)
                settle_contradictions(written, copied.tables)
                count_lost(written, copied.tables)
                written.execute(_REBUILD)
            except sqlite3.Error as error:  # of what is written: all of what is read was heeded
                told = f"{folder.parent} cannot be written to: {error}; nothing was changed."
                raise ClaimTrackerError(told) from error
    if not any(table.kept for table in copied.tables.values()):
        raise Damaged(nothing_in(damaged))
    if is_stopped():
        raise ClaimTrackerError(STOPPED)
    return copied.tables


def _donors(damaged: Path, folder: Path) -> Iterator[Path]:
    """Give databases of the same layout: backups, the newest first, then an empty one."""
    for backup in backups_of(damaged)[:_MOST_DONORS]:
        yield backup.path
    fresh = folder / "fresh.db"
    begin_database(fresh, migrate.NEWEST)
    yield fresh


def _revision(opened: sqlite3.Connection) -> str:
    """The revision that wrote the rows; ours where it cannot be read."""
    with suppress(*BROKEN):
        for (found,) in opened.execute("SELECT version_num FROM alembic_version"):
            if found in migrate.REVISIONS:
                return str(found)
    return migrate.NEWEST


def _completed(part: Path, tables: Tables) -> Part:
    """Bring it up to date, and look whether the log has gaps."""
    database = open_database(part)
    try:
        has_gaps = _has_gaps(database)
    finally:
        database.close()
    return Part(part, tables, has_gaps)


def _has_gaps(database: Database) -> bool:
    with database.session() as session, any_text(session):
        return any(chain_faults(session))
