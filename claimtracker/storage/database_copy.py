"""A whole copy of a database under a temporary name: checked and on the disk before it is named."""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.claims.file_faults import reason
from claimtracker.storage.faults import damaged, is_damage, told_by_sqlite
from claimtracker.storage.file_store import flush
from claimtracker.storage.patience import (
    LOOK_MS,
    PATIENCE_MS,
    IsStopped,
    PatientConnection,
    interrupting,
    never,
)

UNFINISHED = ".claimtracker-part-"
LEFT_OVER_SECONDS = 24 * 60 * 60  # after which nobody is making it any more
SIDE_FILES = ("-journal", "-wal", "-shm")
_PAGES_AT_ONCE = 2_000  # 8 MB: some milliseconds in which nobody else can write
_MOST_RESTARTS = 3
_PATIENCE_SECONDS = PATIENCE_MS / 1_000
_PAUSE_SECONDS = 0.02


@contextmanager
def checked_copy(source: Path, folder: Path, is_stopped: IsStopped = never) -> Iterator[Path]:
    """Yield a copy in this folder for `put_in_place`; what was not put in place goes again.

    Others can write to the source meanwhile. Raises ClaimTrackerError where it cannot be copied,
    Damaged where it is not whole.
    """
    part = folder / f"{UNFINISHED}{uuid4().hex}"
    try:
        try:
            _copy(source, part, is_stopped)
            shutil.copymode(source, part)  # whoever may not read the one may not read the other
            _flush_file(part)
        except sqlite3.DatabaseError as error:
            raise (stopped() if is_stopped() else _fault(source, folder, error)) from error
        except UnicodeError as error:  # of the name of a table
            raise Damaged(damaged(source)) from error
        except OSError as error:
            raise ClaimTrackerError(
                f"{folder} cannot take a copy of {source}: {reason(error)}."
            ) from error
        yield part
    finally:
        for left in (part, *side_files(part)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def put_in_place(part: Path, target: Path) -> None:
    """Give a checked copy its name, in one step that a power cut leaves done or not done."""
    os.replace(part, target)
    flush(target.parent)


def remove_left_over(folder: Path) -> None:
    """Take away copies whose making was broken off, as by a power cut, a day ago or more."""
    latest = time.time() - LEFT_OVER_SECONDS
    for part in unfinished(folder):
        with suppress(OSError):  # what cannot be tidied does no harm
            if part.stat().st_mtime >= latest:
                continue
            if part.is_dir():  # in which a salvage was made
                shutil.rmtree(part)
            else:
                part.unlink()


def unfinished(folder: Path) -> list[Path]:
    """The copies that are being made there, or were broken off."""
    return list(folder.glob(f"{UNFINISHED}*"))


def side_files(path: Path) -> list[Path]:
    """Where SQLite puts beside a database what belongs to it."""
    return [Path(f"{path}{side}") for side in SIDE_FILES]


def connected(
    path: Path, *, timeout: float | None = None, is_stopped: IsStopped = never
) -> sqlite3.Connection:
    """Open a file that there is; one that is closed to us, as on a CD, for reading only.

    Without a `timeout` in seconds it waits its turn before each statement for half a minute, or
    until it is stopped.
    """
    mode = "rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "ro"
    address = f"file:{quote(os.fsencode(path))}?mode={mode}"
    if timeout is not None:
        return sqlite3.connect(address, uri=True, timeout=timeout, isolation_level=None)
    opened = sqlite3.connect(
        address,
        uri=True,
        timeout=LOOK_MS / 1_000,
        isolation_level=None,
        factory=PatientConnection,
    )
    opened.is_stopped = is_stopped
    return opened


def _copy(source: Path, part: Path, is_stopped: IsStopped) -> None:
    with closing(connected(source)) as read, closing(sqlite3.connect(part)) as written:
        written.execute("PRAGMA journal_mode = MEMORY")  # thrown away whole where it breaks off
        written.execute("PRAGMA synchronous = OFF")  # flushed once, before it gets its name
        watched = _Watched(is_stopped)
        try:
            read.backup(written, pages=_PAGES_AT_ONCE, progress=watched.go_on, sleep=_PAUSE_SECONDS)
        except _WrittenAgain:  # somebody writes all the time: in one step, for which he waits
            watched.may_restart = True
            read.backup(written, progress=watched.go_on, sleep=_PAUSE_SECONDS)
        written.execute("PRAGMA journal_mode = DELETE")  # a copy of WAL would need its side files
        with interrupting(written, is_stopped):
            (answer,) = written.execute("PRAGMA quick_check(1)").fetchone()
    if answer != "ok":
        raise Damaged(damaged(source))


class _WrittenAgain(Exception):
    """The copy had to begin anew too often."""


class _Watched:
    """Hears of each step of a copy; ends one that is stopped, or that never comes to its end."""

    def __init__(self, is_stopped: IsStopped) -> None:
        self._is_stopped = is_stopped
        self._left: int | None = None
        self._restarts = 0
        self._moved_at = time.monotonic()
        self.may_restart = False

    def go_on(self, status: int, left: int, _total: int) -> None:
        """Called by sqlite3 after each step, also after one for which the file was locked."""
        if self._is_stopped():
            raise stopped()
        now = time.monotonic()
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            if now - self._moved_at > _PATIENCE_SECONDS:
                raise sqlite3.OperationalError("it is in use by another program")
            return
        if self._left is not None and left > self._left:
            self._restarts += 1
        self._left, self._moved_at = left, now
        if self._restarts > _MOST_RESTARTS and not self.may_restart:
            raise _WrittenAgain


def stopped() -> ClaimTrackerError:
    """Return the sentence for a copy that is wanted no more."""
    return ClaimTrackerError("The copying was stopped; nothing was changed.")


def _fault(source: Path, folder: Path, error: sqlite3.Error) -> ClaimTrackerError:
    if is_damage(error):
        return Damaged(damaged(source))
    # What can be read is not what says no.
    told = told_by_sqlite(error, folder if os.access(source, os.R_OK) else source)
    return told or ClaimTrackerError(f"{source} cannot be copied: {error}; nothing was changed.")


def _flush_file(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
