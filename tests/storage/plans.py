"""How SQLite goes about what it is asked: by which index it looks up the rows of which table."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlmodel import Session


@contextmanager
def plans_of(session: Session) -> Iterator[list[str]]:
    """Collect a line for each table that a question within this block goes through."""
    found: list[str] = []

    def note(_by: object, cursor: sqlite3.Cursor, asked: str, values: Any, *_more: object) -> None:  # noqa: ANN401 - whatever the driver takes
        if asked.startswith("SELECT"):
            plan = cursor.connection.execute(f"EXPLAIN QUERY PLAN {asked}", values)
            found.extend(detail for *_numbers, detail in plan)

    bind = session.get_bind()
    event.listen(bind, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(bind, "before_cursor_execute", note)
