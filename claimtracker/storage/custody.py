"""Custody checked: the database, the chain of its change log, and which files are captured."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col

from claimtracker.storage.chain import ACTION, BEGINNING, CHANGE, LoggedAction, logged_actions
from claimtracker.storage.change_log import BOOKKEEPING, is_logged_table
from claimtracker.storage.faults import as_of_the_engine
from claimtracker.storage.left_off import is_stopped as is_left_off
from claimtracker.storage.patience import IsStopped, interrupting, never
from claimtracker.storage.tables import Action
from claimtracker.storage.wrong_values import StoredColumn, read_loosely, wrong_values

_INTEGRITY = "PRAGMA integrity_check(20)"  # at most so many faults of the database's own are listed


@contextmanager
def any_text(session: Session) -> Iterator[None]:
    """Hold the session's transaction so that text which is no UTF-8 is read, too.

    Its odd bytes come as lone surrogates, which no text of the program's own holds.
    """
    driver = _driver(session)
    driver.text_factory = read_loosely
    try:
        yield
    finally:
        driver.text_factory = str


def _driver(session: Session) -> sqlite3.Connection:
    driver = session.connection().connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise RuntimeError("a connection without a driver")
    return driver


def database_faults(session: Session, is_stopped: IsStopped = never) -> Iterator[str]:
    """Say what SQLite itself finds wrong with the file; nothing that counts once it is stopped."""
    try:
        with interrupting(_driver(session), lambda: is_stopped() or is_left_off(session)):
            found = session.execute(text(_INTEGRITY)).all()
            astray = session.execute(text("PRAGMA foreign_key_check")).all()
    except DBAPIError:
        if is_stopped():
            return
        raise
    for (fault,) in found:
        if fault != "ok":
            yield f"The database is damaged: {fault}."
    for table, row_id, parent, _ in astray:
        yield f"The database is damaged: {table} {row_id} refers to a {parent} that is not there."


def unlogged_faults(session: Session, is_stopped: IsStopped = never) -> Iterator[str]:
    """Say which values cannot be read that neither the log covers nor its chain: none else sees."""
    found = wrong_values(_driver(session), is_stopped=is_stopped, is_wanted=_is_unlogged)
    with as_of_the_engine("the values"):
        for wrong in found:
            yield f"The database is damaged: {wrong} cannot be read."


def _is_unlogged(column: StoredColumn) -> bool:
    is_covered = is_logged_table(column.table) and column.name not in BOOKKEEPING
    return not is_covered and column.table not in (ACTION.name, CHANGE.name)


def action_count(session: Session) -> int:
    """Count the actions of the log."""
    return int(session.execute(select(func.count(col(Action.id)))).scalar_one())


def chain_faults(session: Session) -> Iterator[str | None]:
    """Walk the chain of the log: for each action a sentence where it is broken, else None."""
    before, last_id = BEGINNING, 0
    for action in logged_actions(session.connection()):
        yield _fault(action, before, last_id)
        before, last_id = action.chain_hash, action.id
    yield from _count_faults(session, last_id)
    yield from _change_faults(session)


def chain_end_fault(session: Session) -> str | None:
    """Say what is wrong with the newest action; None where it follows from the one before it."""
    (newest,) = session.execute(select(func.max(ACTION.c.id))).one()
    if isinstance(newest, int):
        asked = select(ACTION.c.chain_hash).where(ACTION.c.id == newest - 1)
        before = BEGINNING if newest == 1 else str(session.execute(asked).scalar())
        for action in logged_actions(session.connection(), after=newest - 1):
            if fault := _fault(action, before, newest - 1):
                return fault
    return next(_count_faults(session, newest or 0), None)


def _count_faults(session: Session, last_id: int) -> Iterator[str]:
    """Compare the newest action with how many SQLite has given a number."""
    asked = text("SELECT seq FROM sqlite_sequence WHERE name = 'action'")
    given = session.execute(asked).scalar() or 0
    if isinstance(given, int) and given > last_id:
        gone = f"{_actions(last_id + 1, given)} at its end {_is_gone(given - last_id)}"
        yield f"The change log: {gone}."
    elif given != last_id:
        yield "The change log: what SQLite has counted of its actions is not as it was written."


def _fault(action: LoggedAction, before: str, last_id: int) -> str | None:
    if action.id != last_id + 1:
        missing = action.id - 1 - last_id
        return f"The change log: {_actions(last_id + 1, action.id - 1)} {_is_gone(missing)}."
    if not action.is_legible:
        return f"The change log: action {action.id} cannot be read as it was written."
    if action.chain_hash != action.hash_after(before):
        return (
            f"The change log: action {action.id} (“{action.name}”, {action.by}, "
            f"{action.at:%Y-%m-%d %H:%M} UTC) is not as it was written."
        )
    return None


def _actions(first: int, last: int) -> str:
    return f"action {first}" if first == last else f"actions {first} to {last}"


def _is_gone(count: int) -> str:
    return "is missing" if count == 1 else "are missing"


def _change_faults(session: Session) -> Iterator[str]:
    """Say what is wrong with changes that the walk along the actions does not see."""
    asked = text("SELECT count(*) FROM change WHERE action_id NOT IN (SELECT id FROM action)")
    if count := session.execute(asked).scalar():
        yield f"The change log: {count} of its changes belong to no action."
        return
    # Numbered from 1, without a gap, and rising with their actions: none is ever taken away.
    numbered = text(
        "SELECT count(*) FROM (SELECT id, row_number() OVER (ORDER BY action_id, id) AS number"
        " FROM change) WHERE id != number"
    )
    if session.execute(numbered).scalar():
        yield "The change log: its changes are not numbered as they were written."
