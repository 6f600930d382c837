"""Databases of every earlier revision: its migrations, and the rows that its program wrote.

A new revision brings the rows of the one before it, written by the program as it was then:
`python -m tests.faults.old_databases claims.db >tests/faults/fixtures/0005.sql`.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from claimtracker.storage import migrate

FIXTURES = Path(__file__).with_name("fixtures")
EARLIER = migrate.REVISIONS[:-1]

Rows = dict[str, list[tuple[object, ...]]]
Columns = dict[str, list[str]]

_OWN_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'claim_search%' "
    "AND name NOT IN ('alembic_version', 'sqlite_sequence') ORDER BY rowid"
)


def make(path: Path, revision: str) -> None:
    """Make a database as the program of this revision left it."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config()
        folder = Path(migrate.__file__).with_name("migrations")
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    rows = (FIXTURES / f"{revision}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"BEGIN; {rows} COMMIT;")


def columns_of(connection: sqlite3.Connection) -> Columns:
    """Name the columns of every table."""
    tables = [name for (name,) in connection.execute(_OWN_TABLES)]
    asked = "SELECT name FROM pragma_table_info(?)"
    return {table: [name for (name,) in connection.execute(asked, (table,))] for table in tables}


def rows_of(connection: sqlite3.Connection, columns: Columns) -> Rows:
    """Read these columns of every row."""
    return {table: list(_rows(connection, table, names)) for table, names in columns.items()}


def _rows(
    connection: sqlite3.Connection, table: str, names: list[str]
) -> Iterator[tuple[object, ...]]:
    listed = ", ".join(f'"{name}"' for name in names)
    yield from connection.execute(f'SELECT {listed} FROM "{table}" ORDER BY id')


def written_out(connection: sqlite3.Connection) -> Iterator[str]:
    """Give each row as a statement that enters it."""
    for table, names in columns_of(connection).items():
        listed = ", ".join(f'"{name}"' for name in names)
        for row in _rows(connection, table, names):
            yield f'INSERT INTO "{table}" ({listed}) VALUES ({_quoted(connection, row)});'
    yield "DELETE FROM sqlite_sequence;"
    for row in connection.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetchall():
        yield f"INSERT INTO sqlite_sequence (name, seq) VALUES ({_quoted(connection, row)});"


def _quoted(connection: sqlite3.Connection, row: tuple[object, ...]) -> str:
    quoting = f"SELECT {', '.join('quote(?)' for _ in row)}"
    return ", ".join(connection.execute(quoting, row).fetchone())


if __name__ == "__main__":
    with closing(sqlite3.connect(sys.argv[1])) as opened:
        sys.stdout.writelines(f"{line}\n" for line in written_out(opened))
