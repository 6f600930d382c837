"""Work that is wanted no more: its statements are broken off, and its transaction is taken back.

SQLite asks between its own steps (https://www.sqlite.org/c3ref/progress_handler.html), so that a
statement which takes minutes ends within milliseconds. What waits for another program before it can
read, write or COMMIT is left off, too; a COMMIT that has begun comes to its end.
"""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlmodel import Session

from claimtracker.storage.faults import as_of_the_engine
from claimtracker.storage.open_file import KeptFile
from claimtracker.storage.patience import IsStopped, LeftOff, never, until_done

IS_STOPPED = "is_stopped"
"""The key in `Session.info`, in what its transactions are begun with, and in their connections."""
STEPS = 100_000
"""Of SQLite's machine, some 5 ms, from one look to the next."""


def is_stopped(session: Session) -> bool:
    """Whether what this session is there for is wanted no more."""
    asked: IsStopped = session.info.get(IS_STOPPED, never)
    return asked()


def heeding(engine: Engine, is_stopped: IsStopped) -> Engine:
    """The same engine, whose transactions ask whether they are wanted still."""
    return engine.execution_options(**{IS_STOPPED: is_stopped})


def heed(engine: Engine) -> None:
    """Let every session of this engine be stopped."""
    event.listen(engine, "before_cursor_execute", _refuse_stopped)
    event.listen(engine, "reset", _forget)


def watch(connection: Connection, driver: KeptFile) -> IsStopped:
    """Break off what this transaction does once it is stopped; returns whom it asks."""
    asked: IsStopped = connection.get_execution_options().get(IS_STOPPED, never)
    connection.info[IS_STOPPED] = driver.is_stopped = asked
    driver.set_progress_handler(asked, STEPS)
    return asked


def wait_to(statement: str, driver: sqlite3.Connection, is_stopped: IsStopped) -> None:
    """Do what has to wait for another program, for as long as it is wanted.

    Raises LeftOff once it is not, and DBAPIError for whatever SQLite says no for.
    """
    with as_of_the_engine(statement):
        until_done(driver, statement, is_stopped)


def _refuse_stopped(connection: Connection, *_statement: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
    asked: IsStopped | None = connection.info.get(IS_STOPPED)
    if asked is not None and asked():
        raise LeftOff


def _forget(driver: KeptFile, record: Any, _state: object) -> None:  # noqa: ANN401 - as above
    if record.info.pop(IS_STOPPED, None) is not None:
        driver.is_stopped = never
        driver.set_progress_handler(None, 0)
