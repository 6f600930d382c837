"""Waiting for another program that has the database, for as long as the work is wanted."""

import sqlite3
from collections.abc import Callable

from claimtracker.storage.database_copy import IsStopped

LOOK_MS = 100
"""From one look to the next: as long as SQLite itself waits between two tries."""


class LeftOff(Exception):
    """It was stopped before it was done; nothing was changed.

    No ClaimTrackerError: an import that goes on after a row that is refused must not go on here.
    """


def patiently(driver: sqlite3.Connection, do: Callable[[], object], is_stopped: IsStopped) -> None:
    """Do what may have to wait for another program, for as long as this connection would.

    Nothing breaks SQLite off while it waits, so it waits a little at a time. Raises LeftOff once it
    is stopped, and what `do` raises for anything else, or at last.
    """
    (patience_ms,) = driver.execute("PRAGMA busy_timeout").fetchone()
    driver.execute(f"PRAGMA busy_timeout = {min(LOOK_MS, patience_ms)}")
    try:
        for _ in range(patience_ms // LOOK_MS):
            if _is_done(do):
                return
            if is_stopped():
                raise LeftOff
        do()
    finally:
        driver.execute(f"PRAGMA busy_timeout = {patience_ms}")


def _is_done(do: Callable[[], object]) -> bool:
    try:
        do()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:  # its last byte is the kind
            raise
        return False
    return True
