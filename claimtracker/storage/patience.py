"""For as long as the work is wanted: waiting for another program, and looking through a file."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")

IsStopped = Callable[[], bool]
TO_READ = "PRAGMA schema_version"
"""The least that needs the file; what a transaction reads after it waits for nobody any more."""
PATIENCE_MS = 30_000
"""For another program."""
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
        _in_turn(do, patience_ms, is_stopped)
    finally:
        driver.execute(f"PRAGMA busy_timeout = {patience_ms}")


def until_done(driver: sqlite3.Connection, statement: str, is_stopped: IsStopped) -> None:
    """The same for a statement, whose rows are read to their end: else nothing could COMMIT."""
    patiently(driver, lambda: driver.execute(statement).fetchall(), is_stopped)


class PatientConnection(sqlite3.Connection):
    """Waits its turn before each statement, for as long as that is wanted, and for half a minute.

    SQLite itself must wait for LOOK_MS alone. Once a statement has begun it waits for nobody.
    """

    is_stopped: IsStopped = staticmethod(never)

    def execute(self, *statement: Any) -> sqlite3.Cursor:  # noqa: ANN401 - as sqlite3 takes it
        """Raises LeftOff once it is stopped; else as any connection does."""
        return _in_turn(partial(super().execute, *statement), PATIENCE_MS, self.is_stopped)


def _in_turn(do: Callable[[], T], patience_ms: int, is_stopped: IsStopped) -> T:
    for _ in range(patience_ms // LOOK_MS):
        try:
            return do()
        except sqlite3.OperationalError as error:
            if not is_busy(error):
                raise
        if is_stopped():
            raise LeftOff
    return do()


def is_busy(error: Exception) -> bool:
    """Whether it says that another program has the database just now."""
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
