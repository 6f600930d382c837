"""What the change log tells of rows that could not be read, and what contradicts the others."""

import sqlite3
from collections.abc import Iterable

from sqlalchemy import Table
from sqlmodel import SQLModel

from claimtracker.claims.salvaged import SalvagedTable
from claimtracker.storage.altered_rows import as_stored, folded
from claimtracker.storage.chain import Illegible
from claimtracker.storage.change_log import is_logged_table
from claimtracker.storage.log_texts import Fields
from claimtracker.storage.salvaged_rows import Mended
from claimtracker.storage.tables.column_types import now
from claimtracker.storage.wrong_values import columns_of

Tables = dict[str, SalvagedTable]

_STANDING = """
    SELECT row_id FROM (SELECT row_id, max(id), "after" FROM "change" WHERE "table" = ?
    GROUP BY row_id) WHERE "after" IS NOT NULL AND typeof(row_id) = 'integer'
    AND row_id NOT IN (SELECT id FROM "{0}")
"""
"""The rows that the log last wrote and that are not there; of `max` SQLite gives the whole line."""


def bring_back(written: sqlite3.Connection, tables: Tables, mended: Iterable[Mended]) -> None:
    """Write what the log tells of rows that are missing and of fields that could not be read."""
    written.execute("BEGIN")
    for name, told in tables.items():
        if is_logged_table(name):
            for row_id in _missing(written, name):
                if _is_written(written, name, row_id):
                    told.bring_back(row_id)
    for name, row_id, column in mended:
        tables[name].mended -= _is_field_written(written, name, row_id, column)
    written.execute("COMMIT")


def count_lost(written: sqlite3.Connection, tables: Tables) -> None:
    """Count what the log knows and what is not there; lines of the log by their numbers."""
    for name, told in tables.items():
        if is_logged_table(name):
            told.lost = len(_missing(written, name))
        elif name in ("action", "change"):
            (given,) = written.execute(_GIVEN, (name,)).fetchone() or (0,)
            (count,) = written.execute(f'SELECT count(*) FROM "{name}"').fetchone()
            told.lost = given - count


_GIVEN = "SELECT seq FROM sqlite_sequence WHERE name = ?"


def settle_contradictions(written: sqlite3.Connection, tables: Tables) -> None:
    """Take away each row that refers to one that is not there; a reference that may go, goes."""
    written.execute("BEGIN")
    while broken := written.execute("PRAGMA foreign_key_check").fetchall():
        for name, row_id, _, number in broken:
            column = _referring(written, name, number)
            if next(it for it in columns_of(written, name) if it.name == column).may_be_empty:
                asked = f'UPDATE "{name}" SET "{column}" = NULL WHERE id = ? AND "{column}" NOTNULL'
                tables[name].mended += written.execute(asked, (row_id,)).rowcount
            else:
                if written.execute(f'DELETE FROM "{name}" WHERE id = ?', (row_id,)).rowcount:
                    tables[name].take_away(row_id)
    written.execute("COMMIT")


def _referring(written: sqlite3.Connection, name: str, number: int) -> str:
    keys = written.execute(f'PRAGMA foreign_key_list("{name}")')
    return next(str(key[3]) for key in keys if key[0] == number)


def _missing(written: sqlite3.Connection, name: str) -> list[int]:
    return [row_id for (row_id,) in written.execute(_STANDING.format(name), (name,))]


def _is_written(written: sqlite3.Connection, name: str, row_id: int) -> bool:
    """Put the row there as the log left it; one that contradicts others is not put there."""
    fields = _last_known(written, name, row_id)
    if fields is None:
        return False
    table: Table = SQLModel.metadata.tables[name]
    values = {it.name: as_stored(it, fields) for it in table.columns if it.name != "id"}
    kept = columns_of(written, name)
    values |= {
        "version": 1,
        "updated_at": now().replace(tzinfo=None).isoformat(" ", "microseconds"),
    }
    told = [values.get(it.name) for it in kept]
    if not all(it.takes(value) for it, value in zip(kept, told, strict=True)):
        return False
    names = ", ".join(f'"{it.name}"' for it in kept)
    slots = ", ".join("?" for _ in kept)
    asked = f'INSERT OR IGNORE INTO "{name}" (id, {names}) VALUES (?, {slots})'
    return written.execute(asked, (row_id, *told)).rowcount > 0


def _is_field_written(written: sqlite3.Connection, name: str, row_id: int, column: str) -> bool:
    fields = _last_known(written, name, row_id)
    if fields is None or column not in fields:
        return False
    kept = next(it for it in columns_of(written, name) if it.name == column)
    value = as_stored(SQLModel.metadata.tables[name].columns[column], fields)
    asked = f'UPDATE OR IGNORE "{name}" SET "{column}" = ? WHERE id = ?'
    return kept.takes(value) and written.execute(asked, (value, row_id)).rowcount > 0


def _last_known(written: sqlite3.Connection, name: str, row_id: int) -> Fields | None:
    asked = 'SELECT "after" FROM "change" WHERE "table" = ? AND row_id = ? ORDER BY id'
    lines = [line for (line,) in written.execute(asked, (name, row_id))]
    try:
        return folded(lines)
    except Illegible:
        return None
