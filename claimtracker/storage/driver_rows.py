"""Rows of a long answer as the driver gives them: SQLAlchemy's own take as long to make again."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, cast

from sqlalchemy import Connection, Select
from sqlalchemy.exc import DBAPIError


def driver_rows(
    connection: Connection, asked: Select[*tuple[Any, ...]]
) -> Iterator[tuple[Any, ...]]:
    """Give each row with its values as they lie in the file, whatever the types of the columns."""
    with connection.execute(asked) as found:
        try:
            yield from cast("Iterable[tuple[Any, ...]]", found.cursor)
        except sqlite3.Error as error:  # as SQLAlchemy tells it: see `Database.session`
            raise DBAPIError(str(asked), None, error) from error
