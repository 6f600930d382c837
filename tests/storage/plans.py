"""How SQLite goes about what it is asked: by which index it looks up the rows of which table."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlmodel import Session

Note = Callable[..., None]
"""What is told of each statement: the connection, the cursor, the statement, its values."""


@contextmanager
def each_statement(session: Session, note: Note) -> Iterator[None]:
    """Tell of each statement of this block before it is sent to the database."""
    bind = session.get_bind()
    event.listen(bind, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(bind, "before_cursor_execute", note)


@contextmanager
def plans_of(session: Session) -> Iterator[list[str]]:
    """Collect a line for each table that a question within this block goes through."""
    found: list[str] = []

    def note(_by: object, cursor: sqlite3.Cursor, asked: str, values: Any, *_more: object) -> None:  # noqa: ANN401 - whatever the driver takes
        if asked.startswith("SELECT"):
            plan = cursor.connection.execute(f"EXPLAIN QUERY PLAN {asked}", values)
            found.extend(detail for *_numbers, detail in plan)

    with each_statement(session, note):
        yield found
