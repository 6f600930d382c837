"""The chain of the change log: the hash of each action covers the one before it.

Whoever changes, removes or slips in an action or one of its changes breaks the chain there, unless
he computes all that follows anew; against that only a copy kept elsewhere helps.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import JSON, Boolean, Connection, column, select, table

from claimtracker.storage.tables.column_types import UtcDateTime

BEGINNING = "0" * 64
"""What the first action covers in place of a hash."""

_COVERED = ("table", "row_id", "claim_id", "before", "after")
_BATCH = 2_000

# Not the tables of today's program: the migration that chained the log reads it by these, too.
_ACTION = table(
    "action",
    column("id"),
    column("at", UtcDateTime),
    column("by"),
    column("name"),
    column("is_undoable", Boolean),
    column("continues_id"),
    column("chain_hash"),
)
_CHANGE = table(
    "change",
    column("id"),
    column("action_id"),
    column("table"),
    column("row_id"),
    column("claim_id"),
    column("before", JSON),
    column("after", JSON),
)


class Changes:
    """The changes of one action, as far as its hash covers them."""

    def __init__(self, changes: Iterable[Mapping[str, Any]] = ()) -> None:
        self._hash = hashlib.sha256()
        self.add(changes)

    def add(self, changes: Iterable[Mapping[str, Any]]) -> None:
        """Cover these, in their order."""
        for change in changes:
            self._hash.update(_canonical([change[name] for name in _COVERED]))

    @property
    def digest(self) -> str:
        """The SHA-256 of all so far."""
        return self._hash.hexdigest()


@dataclass(frozen=True)
class LoggedAction:
    """An action as the log tells it; `chain_hash` is the hash that stands there."""

    id: int
    at: datetime
    by: str
    name: str
    is_undoable: bool
    continues_id: int | None = None
    chain_hash: str = ""
    changes: Changes = field(default_factory=Changes)

    def hash_after(self, before: str) -> str:
        """Return the hash that it has where `before` is that of the action before it."""
        told = [self.id, self.at.isoformat(), self.by, self.name, bool(self.is_undoable)]
        covered = [before, *told, self.continues_id, self.changes.digest]
        return hashlib.sha256(_canonical(covered)).hexdigest()


def logged_actions(connection: Connection) -> Iterator[LoggedAction]:
    """Give every action of the log with its changes, the oldest first, a few at a time."""
    asked = (
        select(*_ACTION.c, *(_CHANGE.c[name] for name in _COVERED))
        .outerjoin(_CHANGE, _CHANGE.c.action_id == _ACTION.c.id)
        .order_by(_ACTION.c.id, _CHANGE.c.id)
    )
    own = len(_ACTION.c)
    with connection.execution_options(yield_per=_BATCH).execute(asked) as rows:
        for _, found in groupby(rows, itemgetter(0)):
            lines = [tuple(row) for row in found]
            changes = (dict(zip(_COVERED, line[own:], strict=True)) for line in lines)
            written = Changes(change for change in changes if change["table"] is not None)
            yield LoggedAction(*lines[0][:own], changes=written)  # type: ignore[misc]  # by columns


def _canonical(value: object) -> bytes:
    """Return the one way in which a value is written here: a line of ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii") + b"\n"
