"""What can befall a database file, as one clear sentence each."""

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from claimtracker.claims.errors import ClaimTrackerError, Damaged

# SQLite's result codes, an extended one before its primary: https://www.sqlite.org/rescode.html
_SENTENCES = {
    sqlite3.SQLITE_BUSY: "{path} is in use by another program; nothing was changed.",
    sqlite3.SQLITE_LOCKED: "{path} is in use by another program; nothing was changed.",
    sqlite3.SQLITE_READONLY_DBMOVED: "{path} was moved or replaced while it was open; nothing was "
    "changed. Open it again.",
    sqlite3.SQLITE_READONLY: "{path} cannot be written to: the file or its folder is read-only.",
    sqlite3.SQLITE_PERM: "{path} cannot be opened: permission is missing.",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened: the file or its folder is gone or closed "
    "to this user.",
    sqlite3.SQLITE_FULL: "The disk is full: {path} was left as it was.",
    sqlite3.SQLITE_IOERR: "The disk with {path} does not answer as it should; nothing was changed.",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged; nothing was changed.",
    sqlite3.SQLITE_NOTADB: "{path} is not a ClaimTracker database.",
}
_NO_TEXT = "Could not decode to UTF-8"
_PRIMARY_CODE = 0xFF
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def refusal(error: DBAPIError, path: Path) -> ClaimTrackerError | None:
    """Say what the world did to the file; None where the error is a bug of ours."""
    if is_no_text(error):
        return Damaged(damaged(path))
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is None:
        return None
    told = _SENTENCES.get(code) or _SENTENCES.get(code & _PRIMARY_CODE)
    if told is None:
        return None
    kind = Damaged if code & _PRIMARY_CODE in _DAMAGE else ClaimTrackerError
    return kind(told.format(path=path))


def is_no_text(error: DBAPIError) -> bool:
    """Whether bytes were read that are no text; the driver's error quotes what is before them."""
    return str(error.orig).startswith(_NO_TEXT)


def damaged(path: Path) -> str:
    """Say that the file holds what no program of ours wrote there."""
    return _SENTENCES[sqlite3.SQLITE_CORRUPT].format(path=path)
