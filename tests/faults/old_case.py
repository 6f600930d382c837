"""A database of an earlier revision, known before its upgrade and after it."""

import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from claimtracker.storage.engine import open_database
from claimtracker.storage.migrate import NEWEST
from tests.faults.killing import Victim
from tests.faults.old_databases import Columns, Rows, columns_of, make, rows_of
from tests.faults.working import DONE, READY

_TABLES = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"


@dataclass(frozen=True)
class State:
    """A database as SQLite reads it: its revision, its tables, its rows and what is wrong."""

    revision: str
    tables: tuple[str, ...]
    rows: Rows
    faults: tuple[object, ...]


def state(path: Path, columns: Columns | None = None) -> State:
    """Read the database, of its rows these columns; what was left open is rolled back."""
    with closing(sqlite3.connect(path)) as opened:
        (revision,) = opened.execute("SELECT version_num FROM alembic_version").fetchone()
        tables = tuple(sql for (sql,) in opened.execute(_TABLES))
        faults = [it for it in opened.execute("PRAGMA integrity_check") if it != ("ok",)]
        faults += opened.execute("PRAGMA foreign_key_check").fetchall()
        known = columns_of(opened)
        rows = rows_of(opened, known if columns is None or not _has(known, columns) else columns)
    return State(revision, tables, rows, tuple(faults))


def _has(known: Columns, columns: Columns) -> bool:
    return all(set(names) <= set(known.get(table, ())) for table, names in columns.items())


class OldCase:
    """The database as the program of that revision left it; tests take copies."""

    def __init__(self, folder: Path, revision: str) -> None:
        self._folder = folder
        self.path = folder / "claims.db"
        make(self.path, revision)
        with closing(sqlite3.connect(self.path)) as opened:
            self.columns = columns_of(opened)
        self.before = state(self.path)

    @cached_property
    def after(self) -> State:
        """What an upgrade that nothing disturbs makes of it; of its rows the old columns."""
        path = self.copied("upgraded")
        open_database(path).close()
        return state(path, self.columns)

    def copied(self, name: str) -> Path:
        """Copy it into a folder of this name, in place of an earlier copy there."""
        place = self._folder / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        return Path(shutil.copy(self.path, place))

    def seconds(self, work: Callable[..., None]) -> float:
        """Measure how long a process takes for its upgrade."""
        victim = Victim(work, self.copied("measured"))
        victim.until(READY)
        start = time.monotonic()
        victim.until(DONE)
        taken = time.monotonic() - start
        victim.end()
        return taken

    def backup_of(self, path: Path) -> Path:
        """The copy that is made before an upgrade."""
        return path.with_name(f"{path.name}.before-{NEWEST}")

    def is_upgraded(self, path: Path) -> bool | None:
        """Whether it is wholly the new one, or wholly the old one; None is neither."""
        found = state(path, self.columns)
        if found == self.before:
            return False
        return True if found == self.after else None
