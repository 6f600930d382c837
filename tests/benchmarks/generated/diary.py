"""Rows with their history, many at a time: each action chained to the one before it.

The chain is the program's own (`storage.chain`); only the writing is in bulk.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from claimtracker.storage.chain import BEGINNING, Changes, LoggedAction

Fields = Mapping[str, object]

_BEGINS = datetime(2023, 6, 1, 8, tzinfo=UTC)
_SPAN = timedelta(days=720)
_ACTIONS_A_CLAIM = 3  # at most, on average
_BATCH = 50_000
_MOMENTS = frozenset({"created_at", "captured_at", "linked_at", "binned_at"})
_OF_PROGRAM = {"claim": ("version", "updated_at")}
_ACTION = "INSERT INTO action (id, at, by, name, is_undoable, chain_hash) VALUES (?, ?, ?, ?, 1, ?)"
_CHANGE = (
    'INSERT INTO "change" (id, action_id, claim_id, "table", row_id, "before", "after")'
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


class Diary:
    """Takes one action after the other: the lines of it, then its end."""

    def __init__(self, connection: sqlite3.Connection, claims: int) -> None:
        self._connection = connection
        self._step = timedelta(seconds=max(1, _SPAN.total_seconds() // (claims * _ACTIONS_A_CLAIM)))
        self._ids: Counter[str] = Counter()
        self._lines: list[dict[str, object]] = []
        self._rows: dict[str, list[tuple[object, ...]]] = defaultdict(list)
        self._columns: dict[str, tuple[str, ...]] = {}
        self._actions: list[tuple[object, ...]] = []
        self._changes: list[tuple[object, ...]] = []
        self._before = BEGINNING
        self.at = _BEGINS

    @property
    def moment(self) -> str:
        """When the action that is open happens, as the log holds it."""
        return self.at.isoformat()

    def add(
        self, table: str, claim_id: int | None, fields: Fields, final: Fields | None = None
    ) -> int:
        """Add a row; `final` is what it is in the end, after the changes that the log tells."""
        self._ids[table] += 1
        row_id = self._ids[table]
        self.tell(table, row_id, claim_id or (row_id if table == "claim" else None), None, fields)
        stored = fields if final is None else {**fields, **final}
        self._put(table, row_id, stored)
        return row_id

    def tell(
        self, table: str, row_id: int, claim_id: int | None, before: Fields | None, after: Fields
    ) -> None:
        """Note one line of the action that is open."""
        told = {"table": table, "row_id": row_id, "claim_id": claim_id}
        self._lines.append({**told, "before": before, "after": after})

    def next_id(self, table: str) -> int:
        """The id that the next row of this table will be given."""
        return self._ids[table] + 1

    def end(self, name: str, by: str) -> None:
        """End the action that is open: it is chained, and written with the next batch."""
        self._ids["action"] += 1
        action_id, lines = self._ids["action"], self._lines
        changes = Changes()
        changes.add_read([*line.values()] for line in lines)
        logged = LoggedAction(action_id, self.at, by, name, True, changes=changes)
        self._before = logged.hash_after(self._before)
        self._actions.append((action_id, _stored(self.moment), by, name, self._before))
        for line in lines:
            self._ids["change"] += 1
            key = (line["claim_id"], line["table"], line["row_id"])
            self._changes.append((self._ids["change"], action_id, *key, *_sides(line)))
        self._lines = []
        self.at += self._step
        if len(self._changes) >= _BATCH:
            self.write()

    def write(self) -> None:
        """Write what has gathered."""
        self._connection.executemany(_ACTION, self._actions)
        self._connection.executemany(_CHANGE, self._changes)
        for table, rows in self._rows.items():
            columns = ", ".join(f'"{name}"' for name in self._columns[table])
            slots = ", ".join("?" * len(self._columns[table]))
            self._connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({slots})", rows)
        self._actions.clear()
        self._changes.clear()
        self._rows.clear()

    def _put(self, table: str, row_id: int, fields: Fields) -> None:
        own = _OF_PROGRAM.get(table, ())
        if table not in self._columns:
            self._columns[table] = ("id", *own, *fields)
        values = [
            _stored(str(value)) if value and name in _MOMENTS else value
            for name, value in fields.items()
        ]
        self._rows[table].append((row_id, *((1, _stored(self.moment)) if own else ()), *values))


def _sides(line: dict[str, object]) -> tuple[object, ...]:
    return tuple(
        None if line[side] is None else json.dumps(line[side]) for side in ("before", "after")
    )


def _stored(moment: str) -> str:
    """A moment of the log as the tables hold it: in UTC, without saying so."""
    return f"{moment[:10]} {moment[11:19]}.000000"
