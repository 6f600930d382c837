"""The sqlite3 module by itself, with the settings that the program promises its safety by."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from claimtracker.storage.engine import PRAGMAS

Statement = tuple[str, Sequence[object] | dict[str, object]]


@contextmanager
def bare_connection(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection with the program's own settings; BEGIN and COMMIT are said by hand."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name, wanted in PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {wanted}")
        yield connection


def all_of(connection: sqlite3.Connection, sql: str) -> list[object]:
    """Run a query and take every row."""
    return connection.execute(sql).fetchall()


def written(connection: sqlite3.Connection, statements: Sequence[Statement]) -> None:
    """Run these in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for sql, values in statements:
        connection.execute(sql, values)
    connection.execute("COMMIT")
