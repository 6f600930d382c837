"""What is measured on is a database as the program itself writes it, and the same each time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from claimtracker.operations.verify import verify
from claimtracker.storage.tables import SavedView, ToldApart
from claimtracker.storage.tables.conventions import ChangedConvention, VerdictLabel
from tests.benchmarks.generated import make_database

CLAIMS = 60
_NOT_MADE = {
    str(table.__tablename__) for table in (ChangedConvention, SavedView, ToldApart, VerdictLabel)
}


def test_a_generated_database_is_as_its_log_tells(tmp_path: Path) -> None:
    database = make_database(tmp_path / "made.db", CLAIMS)
    with database.session() as session:
        found = verify(session)
    database.close()
    assert found.ok, found.problems
    assert found.actions > 2 * CLAIMS
    assert _empty_tables(tmp_path / "made.db") == _NOT_MADE


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one.db", "other.db"):
        make_database(tmp_path / name, CLAIMS).close()
    assert list(_rows(tmp_path / "one.db")) == list(_rows(tmp_path / "other.db"))


def _empty_tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_sequence")}
        tables = connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINC%'")
        return {name for (name,) in tables.fetchall()} - names


def _rows(path: Path) -> Iterator[str]:
    with closing(sqlite3.connect(path)) as connection:
        yield from (line for line in connection.iterdump() if line.startswith("INSERT"))
