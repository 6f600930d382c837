"""For as long as the work is wanted: waiting for another program, and looking through a file."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

IsStopped = Callable[[], bool]
LOOK_MS = 100
"""From one look to the next: as long as SQLite itself waits between two tries."""


def never() -> bool:
    """Nobody wants it to stop."""
    return False


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
        if not is_busy(error):
            raise
        return False
    return True


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another program has the database just now."""
    code: int = getattr(error, "sqlite_errorcode", 0)  # of SQLite's own errors
    return code & 0xFF == sqlite3.SQLITE_BUSY  # its last byte is the kind


@contextmanager
def interrupting(driver: sqlite3.Connection, is_stopped: IsStopped) -> Iterator[None]:
    """Break off what this connection does meanwhile, once it is stopped: another thread looks.

    For the checks of a whole file: within their longest step SQLite asks nobody, but hears of an
    interrupt (https://www.sqlite.org/c3ref/interrupt.html).
    """
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.wait(LOOK_MS / 1_000):
            if is_stopped():
                driver.interrupt()

    watching = threading.Thread(target=watch, name="interrupting", daemon=True)
    watching.start()
    try:
        yield
    finally:
        is_over.set()
        watching.join()
