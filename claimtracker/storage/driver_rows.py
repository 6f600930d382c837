"""Rows of a long answer as the driver gives them: SQLAlchemy's own take as long to make again."""

import sqlite3
from collections.abc import Iterator
from typing import Any, cast

from sqlalchemy import Connection, Select
from sqlalchemy.exc import DBAPIError

_AT_ONCE = 1_000


def driver_rows(
    connection: Connection, asked: Select[*tuple[Any, ...]]
) -> Iterator[tuple[Any, ...]]:
    """Give each row with its values as they lie in the file, whatever the types of the columns.

    Whoever stops in between may let go of it at any time, be the database closed by then.
    """
    cursor = cast("sqlite3.Cursor", connection.execute(asked).cursor)
    try:
        while some := cursor.fetchmany(_AT_ONCE):
            yield from some
    except sqlite3.Error as error:  # as SQLAlchemy tells it: see `Database.session`
        raise DBAPIError(str(asked), None, error) from error
