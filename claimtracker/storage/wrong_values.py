"""Values that no program of ours wrote: days that are none, unknown verdicts, bytes for a text.

SQLite keeps anything in any column, whatever it is declared as. Reading trusts the types; whoever
meets what it cannot read asks here which row it was.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from operator import methodcaller
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlmodel import SQLModel

from claimtracker.claims.errors import Damaged
from claimtracker.claims.vocabulary import (
    CaptureMethod,
    ConditionOutcome,
    Relation,
    ReminderKind,
    Verdict,
)
from claimtracker.storage.database_copy import connected
from claimtracker.storage.faults import damaged, is_damage, is_no_text
from claimtracker.storage.patience import IsStopped, LeftOff, never

LOOSE = "surrogateescape"
"""How text that is no UTF-8 is read: its odd bytes come as lone surrogates."""

OF_WRONG_VALUES = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RecursionError,
    SQLAlchemyError,
)
"""What may be raised where a value is not of the type that it is read as, or by a bug of ours."""

_ROWS_AT_ONCE = 20_000

# A verdict's label of a code that is not known counts for nothing: see `storage.verdict_labels`.
_VOCABULARIES: Mapping[tuple[str, str], type[StrEnum]] = {
    ("claim", "verdict"): Verdict,
    ("claim", "condition_outcome"): ConditionOutcome,
    ("assessment", "verdict"): Verdict,
    ("evidence", "method"): CaptureMethod,
    ("evidence_link", "relation"): Relation,
    ("reminder", "kind"): ReminderKind,
}


@dataclass(frozen=True)
class StoredColumn:
    """A column as the database declares it."""

    table: str
    name: str
    kind: str
    may_be_empty: bool
    is_blank_by_default: bool = False

    def takes(self, value: object) -> bool:
        """Whether this program can read the value there."""
        if value is None:
            return self.may_be_empty
        is_fit = self.kind not in _FITS or _FITS[self.kind](value)
        return is_fit and (not self._words or value in self._words)

    @property
    def suspicion(self) -> str:
        """What SQLite is asked for the values that may be wrong: all but text of odd bytes."""
        quoted = f'"{self.name}"'
        asked = _SUSPICIONS.get(self.kind, "0").format(quoted)
        if self._words:
            listed = ", ".join(f"'{word}'" for word in self._words)
            asked += f" OR {quoted} NOT IN ({listed})"
        empty = "NOT NULL AND" if self.may_be_empty else "NULL OR"
        return f"({quoted} IS {empty} ({asked}))"

    @property
    def _words(self) -> Sequence[str]:
        found = _VOCABULARIES.get((self.table, self.name))
        return [word.value for word in found] if found else ()


@dataclass(frozen=True)
class WrongValue:
    """Where a value stands that cannot be read."""

    table: str
    row_id: int
    column: str

    def __str__(self) -> str:
        """As a part of a sentence: claim 5 (latest on)."""
        called = self.table.replace("_", " ")
        return f"{called} {self.row_id} ({self.column.replace('_', ' ')})"


def columns_of(opened: sqlite3.Connection, table: str) -> list[StoredColumn]:
    """Return the columns of a table but its key, as the database declares them.

    What may be empty this program knows by itself: a database may say less than it was made with.
    """
    known = SQLModel.metadata.tables.get(table)
    needed = {it.name for it in known.columns if not it.nullable} if known is not None else set()
    found = opened.execute(f'PRAGMA table_info("{table}")')
    return [
        StoredColumn(table, name, kind, not is_required and name not in needed, default == "''")
        for _, name, kind, is_required, default, is_key in found
        if not is_key
    ]


def tables_of(opened: sqlite3.Connection) -> list[str]:
    """The tables whose rows have a number: ours, and not those of the index."""
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
    return [name for (name,) in opened.execute(f"{asked} ORDER BY rootpage")]


def wrong_values(
    opened: sqlite3.Connection,
    *,
    of_odd_bytes: bool = False,
    is_stopped: IsStopped = never,
    is_wanted: Callable[[StoredColumn], bool] = lambda _column: True,
) -> Iterator[WrongValue]:
    """Name each value that this program cannot read; those `of_odd_bytes` take longer to find.

    The connection reads text as `read_loosely` does. Some rows at a time: whoever writes waits for
    a reader. Only columns that are wanted are looked at.
    """
    for table in tables_of(opened):
        columns = list(filter(is_wanted, columns_of(opened, table)))
        if not columns:
            continue
        names = ", ".join(f'"{column.name}"' for column in columns)
        which = "1" if of_odd_bytes else " OR ".join(column.suspicion for column in columns)
        asked = f'SELECT id, {names} FROM "{table}" WHERE id > ? AND id <= ? AND ({which})'
        for span in _spans(opened, table):
            if is_stopped():
                return
            for row_id, *values in opened.execute(asked, span):
                for column, value in zip(columns, values, strict=True):
                    if not column.takes(value):
                        yield WrongValue(table, row_id, column.name)


def _spans(opened: sqlite3.Connection, table: str) -> Iterator[tuple[int, int]]:
    """Give stretches of numbers that hold some rows each; a damaged number may be any."""
    last = -(2**63)
    some = f'SELECT id FROM "{table}" WHERE id > ? ORDER BY id LIMIT {_ROWS_AT_ONCE}'
    while True:
        (reached,) = opened.execute(f"SELECT max(id) FROM ({some})", (last,)).fetchone()
        if not isinstance(reached, int) or reached <= last:
            return
        yield last, reached
        last = reached


def unreadable_value(
    path: Path, *, of_odd_bytes: bool = True, is_stopped: IsStopped = never
) -> Damaged | None:
    """Say where a value stands that cannot be read; None where there is none.

    A look that itself meets a place that is not whole says so.
    """
    try:
        with closing(connected(path, is_stopped=is_stopped)) as opened:
            opened.text_factory = read_loosely
            found = next(wrong_values(opened, is_stopped=is_stopped), None)
            if found is None and of_odd_bytes:
                found = next(wrong_values(opened, of_odd_bytes=True, is_stopped=is_stopped), None)
    except LeftOff:
        return None
    except UnicodeError:  # of the name of a column
        return Damaged(damaged(path))
    except sqlite3.Error as error:
        return Damaged(damaged(path)) if is_damage(error) else None
    return Damaged(f"{path} is damaged: {found} cannot be read.") if found else None


def may_be_of_values(error: BaseException) -> bool:
    """Whether it may be for a value that it was raised, and not for a lock or a full disk."""
    return not isinstance(error, DBAPIError) or is_no_text(error) or is_damage(error.orig)


read_loosely: Callable[[bytes], str] = methodcaller("decode", "utf-8", LOOSE)
"""Reads text whatever its bytes are; called for every text of a file, hence no function of ours."""


def _is_text(value: object) -> bool:
    if not isinstance(value, str):
        return False
    return value.isascii() or not any("\ud800" <= each <= "\udfff" for each in value)


def _is_day(value: object) -> bool:
    return _is_read(date.fromisoformat, value)


def _is_moment(value: object) -> bool:
    return _is_read(datetime.fromisoformat, value)


def _is_read(read: Callable[[str], object], value: object) -> bool:
    try:
        return isinstance(value, str) and read(value) is not None
    except ValueError:
        return False


def _is_number(value: object) -> bool:
    return isinstance(value, int)


def _is_flag(value: object) -> bool:
    return isinstance(value, int) and value in (0, 1)


def _is_mapping(value: object) -> bool:
    try:
        return _is_text(value) and isinstance(json.loads(str(value)), dict)
    except (ValueError, RecursionError):
        return False


_FITS: Mapping[str, Callable[[object], bool]] = {
    "VARCHAR": _is_text,
    "DATE": _is_day,
    "DATETIME": _is_moment,
    "INTEGER": _is_number,
    "BOOLEAN": _is_flag,
    "JSON": _is_mapping,
}

# The same asked of SQLite. It counts by days only where it is told to: the 30th of February else
# is a day to it.
_SUSPICIONS: Mapping[str, str] = {
    "VARCHAR": "typeof({0}) != 'text'",
    "DATE": "date({0}, '+0 days') IS NOT {0}",
    "DATETIME": "strftime('%Y-%m-%d %H:%M:%S', {0}, '+0 days') || substr({0}, 20) IS NOT {0}",
    "INTEGER": "typeof({0}) != 'integer'",
    "BOOLEAN": "typeof({0}) != 'integer' OR {0} NOT IN (0, 1)",
    "JSON": "CASE WHEN typeof({0}) = 'text' THEN substr({0}, 1, 1) != '{{' OR NOT json_valid({0}) "
    "ELSE 1 END",
}
