"""What `verify` looks for above all, by the sqlite3, json and hashlib modules alone.

Damage, the chain of the log, how its lines are spelled, and each row beside its lines. Left out are
the captured files, what no line tells of, and whether verdicts, links and conditions fit together.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from pathlib import Path

_UNLOGGED = ("action", "change", "reminder", "saved_view")
_BEGINNING = "0" * 64
_ACTIONS = "SELECT id, at, by, name, is_undoable, continues_id, chain_hash FROM action ORDER BY id"
_LINES = (
    'SELECT action_id, "table", row_id, claim_id, before, after FROM change ORDER BY action_id, id'
)
_OF_TABLE = 'SELECT row_id, after FROM change WHERE "table" = ? ORDER BY row_id, id'
Fields = dict[str, object]


def look_through(path: Path) -> None:
    """Look for damage, walk the chain of the log, compare each row with it; raise what is found."""
    with closing(sqlite3.connect(path)) as bare:
        if bare.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise ValueError("the database is damaged")
        if bare.execute("PRAGMA foreign_key_check").fetchall():
            raise ValueError("a row refers to one that is not there")
        _walk_chain(bare)
        for (table,) in bare.execute("SELECT name FROM sqlite_sequence").fetchall():
            if table not in _UNLOGGED:
                _compare_rows(bare, table)


def _walk_chain(bare: sqlite3.Connection) -> None:
    lines = groupby(bare.execute(_LINES), itemgetter(0))
    of_action, found = next(lines, (None, iter(())))
    before = _BEGINNING
    for action_id, at, by, name, is_undoable, continues_id, chain_hash in bare.execute(_ACTIONS):
        changes = sha256()
        if of_action == action_id:
            for _, *called, was, becomes in found:
                changes.update(f"{_canonical([*called, _read(was), _read(becomes)])}\n".encode())
            of_action, found = next(lines, (None, iter(())))
        moment = datetime.fromisoformat(at).replace(tzinfo=UTC).isoformat()
        told = [before, action_id, moment, by, name, bool(is_undoable), continues_id]
        before = sha256(f"{_canonical([*told, changes.hexdigest()])}\n".encode()).hexdigest()
        if before != chain_hash:
            raise ValueError(f"action {action_id} is not as it was written")


def _compare_rows(bare: sqlite3.Connection, table: str) -> None:
    cursor = bare.execute(f'SELECT * FROM "{table}" ORDER BY id')
    names = [column[0] for column in cursor.description]
    moments = [name for name in names if name.endswith("_at")]
    for row, (row_id, logged) in zip(cursor, _logged(bare, table), strict=True):
        stored = dict(zip(names, row, strict=True))
        logged |= {name: _stored(logged[name]) for name in moments if logged.get(name)}
        if stored["id"] != row_id or stored | logged != stored:
            raise ValueError(f"{table} {row_id} is not as the log left it")


def _logged(bare: sqlite3.Connection, table: str) -> Iterator[tuple[int, Fields]]:
    """Give what the log last wrote into each row."""
    for row_id, lines in groupby(bare.execute(_OF_TABLE, (table,)), itemgetter(0)):
        last: Fields | None = None
        for _, after in lines:
            last = {**(last or {}), **json.loads(after)} if after else None
        if last is not None:
            yield row_id, last


@lru_cache(1_000)
def _stored(told: object) -> str:
    """A moment as it is stored."""
    moment = datetime.fromisoformat(str(told)).replace(tzinfo=None)
    return moment.isoformat(" ", "microseconds")


def _read(text: str | None) -> Fields | None:
    """The fields of a line, which must be spelled as the program spells them."""
    if text is None:
        return None
    found: Fields = json.loads(text)
    if json.dumps(found) != text:
        raise ValueError("a line of the log is spelled in another way")
    return found


_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
