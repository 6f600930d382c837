"""Work that is wanted no more: its statements are broken off, and its transaction is taken back.

SQLite asks between its own steps (https://www.sqlite.org/c3ref/progress_handler.html), so that a
statement which takes minutes ends within milliseconds. What waits for another program before it can
read, write or COMMIT is left off, too; a COMMIT that has begun comes to its end.
"""

import sqlite3
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import SessionTransaction
from sqlmodel import Session

from claimtracker.storage.open_file import KeptFile
from claimtracker.storage.patience import IsStopped, LeftOff, patiently

IS_STOPPED = "is_stopped"  # the key in `Session.info`, and in that of a connection in a transaction
_READ = "PRAGMA schema_version"  # the least that needs the file; what is read next waits no more
STEPS = 100_000
"""Of SQLite's machine, some 5 ms, from one look to the next."""


def is_stopped(session: Session) -> bool:
    """Whether what this session is there for is wanted no more."""
    asked: IsStopped | None = session.info.get(IS_STOPPED)
    return asked is not None and asked()


def heed(engine: Engine) -> None:
    """Let every session of this engine be stopped that knows by whom."""
    event.listen(engine, "before_cursor_execute", _refuse_stopped)
    event.listen(engine, "reset", _forget)


@event.listens_for(Session, "after_begin")
def _watch(session: Session, _begun: SessionTransaction, connection: Connection) -> None:
    asked: IsStopped | None = session.info.get(IS_STOPPED)
    driver = connection.connection.driver_connection
    if asked is not None and isinstance(driver, KeptFile):
        connection.info[IS_STOPPED] = driver.is_stopped = asked
        driver.set_progress_handler(asked, STEPS)
        wait_to(_READ, driver, asked)


def wait_to(statement: str, driver: sqlite3.Connection, is_stopped: IsStopped) -> None:
    """Do what has to wait for another program, for as long as it is wanted.

    Raises LeftOff once it is not, and DBAPIError for whatever SQLite says no for.
    """
    try:
        patiently(driver, partial(_done, driver, statement), is_stopped)
    except sqlite3.Error as error:  # as SQLAlchemy tells it
        raise DBAPIError(statement, None, error) from error


def _done(driver: sqlite3.Connection, statement: str) -> None:
    driver.execute(statement).fetchall()  # to its end: as long as it stands, nothing can COMMIT


def _refuse_stopped(connection: Connection, *_statement: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
    asked: IsStopped | None = connection.info.get(IS_STOPPED)
    if asked is not None and asked():
        raise LeftOff


def _forget(driver: KeptFile, record: Any, _state: object) -> None:  # noqa: ANN401 - as above
    if record.info.pop(IS_STOPPED, None) is not None:
        driver.is_stopped = None
        driver.set_progress_handler(None, 0)
