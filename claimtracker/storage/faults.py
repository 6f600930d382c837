"""What can befall a database file, as one clear sentence each."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from claimtracker.claims.errors import ClaimTrackerError, Damaged

# SQLite's result codes, an extended one before its primary: https://www.sqlite.org/rescode.html
_SENTENCES = {
    sqlite3.SQLITE_BUSY: "{path} is in use by another program; nothing was changed.",
    sqlite3.SQLITE_LOCKED: "{path} is in use by another program; nothing was changed.",
    sqlite3.SQLITE_READONLY_DBMOVED: "{path} was moved, deleted or replaced while it was open; "
    "nothing was changed. Put it back, then do it again.",
    sqlite3.SQLITE_READONLY: "{path} cannot be written to: the file or its folder is read-only; "
    "nothing was changed. Allow writing there, then do it again.",
    sqlite3.SQLITE_PERM: "{path} cannot be opened: permission is missing. Allow it, then do it "
    "again.",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened: the file or its folder is gone or closed "
    "to this user; nothing was changed. Bring it back, then do it again.",
    sqlite3.SQLITE_FULL: "The disk is full: {path} was left as it was. Make room, then do it "
    "again.",
    sqlite3.SQLITE_IOERR: "The disk with {path} does not answer as it should; nothing was "
    "changed. Look whether it is full, closed or gone, then do it again.",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged; nothing was changed.",
    sqlite3.SQLITE_NOTADB: "{path} is not a ClaimTracker database.",
}
_NO_TEXT = "Could not decode to UTF-8"
_UNSURE = (
    "{path} was moved or deleted just while a change was written to it. Bring it back, then look "
    "whether the change is there."
)
_PRIMARY_CODE = 0xFF
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def as_of_the_engine(statement: str) -> Iterator[None]:
    """Raise what the driver raises here as SQLAlchemy does: it is asked about in one place."""
    try:
        yield
    except sqlite3.Error as error:
        raise DBAPIError(statement, None, error) from error


def refusal(error: DBAPIError, path: Path) -> ClaimTrackerError | None:
    """Say what the world did to the file; None where the error is a bug of ours."""
    if is_no_text(error):
        return Damaged(damaged(path))
    return told_by_sqlite(error.orig, path)


def told_by_sqlite(error: BaseException | None, path: Path) -> ClaimTrackerError | None:
    """The same for SQLite's own error."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code == sqlite3.SQLITE_CONSTRAINT:  # a rule of ours has an extended code: the index of words
        return Damaged(damaged(path))
    told = _SENTENCES.get(code) or _SENTENCES.get(code & _PRIMARY_CODE)
    if told is None:
        return None
    kind = Damaged if is_damage(error) else ClaimTrackerError
    return kind(told.format(path=path))


def is_damage(error: BaseException | None) -> bool:
    """Whether SQLite's error says that a file is none of its own, or not a whole one."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE in _DAMAGE


def is_no_text(error: DBAPIError) -> bool:
    """Whether bytes were read that are no text; the driver's error quotes what is before them."""
    return str(error.orig).startswith(_NO_TEXT)


def damaged(path: Path) -> str:
    """Say that the file holds what no program of ours wrote there."""
    return _SENTENCES[sqlite3.SQLITE_CORRUPT].format(path=path)


def gone(path: Path) -> str:
    """Say that the file is not there, or cannot be seen."""
    return _SENTENCES[sqlite3.SQLITE_CANTOPEN].format(path=path)


def exchanged(path: Path) -> str:
    """Say that the file that was open is not the one that is there now."""
    return _SENTENCES[sqlite3.SQLITE_READONLY_DBMOVED].format(path=path)


def gone_meanwhile(path: Path) -> str:
    """Say that nobody can know whether the change that was just committed will be found."""
    return _UNSURE.format(path=path)
