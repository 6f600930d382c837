"""The chain of the change log: the hash of each action covers the one before it.

Whoever changes, removes or slips in an action or one of its changes breaks the chain there, and a
row that is not as the log left it is seen by `altered_rows`. Not covered is what the program itself
changes without a word in the log: by which action one was undone (`undone_by_id`), reminders and
saved views, and a row's `version` and `updated_at`. Nor is it seen without a copy kept elsewhere
where somebody computes all that follows anew, or takes away the newest actions together with what
SQLite has counted of them (`sqlite_sequence`).
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, column, select, table

from claimtracker.storage.driver_rows import driver_rows

BEGINNING = "0" * 64
"""What the first action covers in place of a hash."""

_COVERED = ("table", "row_id", "claim_id", "before", "after")
_NAMES = 3  # of these come before what was before and after
_AT_ONCE = 500  # lines of one action that are held as fields

# Not the tables of today's program: the migration that chained the log reads it by these, too. And
# without types: what another program wrote there need not be of one.
ACTION = table(
    "action",
    column("id"),
    column("at"),
    column("by"),
    column("name"),
    column("is_undoable"),
    column("continues_id"),
    column("chain_hash"),
)
CHANGE = table(
    "change",
    column("id"),
    column("action_id"),
    column("table"),
    column("row_id"),
    column("claim_id"),
    column("before"),
    column("after"),
)


class Illegible(ValueError):
    """What stands in the log is not in the form in which this program writes it."""


class Changes:
    """The changes of one action, as far as its hash covers them."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add_read(self, lines: Iterable[Sequence[Any]]) -> None:
        """Cover these, each as its values in the order of what is covered."""
        self._hash.update("".join(f"{_canonical(line)}\n" for line in lines).encode("ascii"))

    def add_told(
        self,
        tables: Sequence[str],
        row_ids: Sequence[int],
        claim_ids: Sequence[int | None],
        before: Sequence[str],
        after: Sequence[str],
    ) -> None:
        """Cover these, a column each, of which the fields before and after are told already."""
        named = {table: _canonical(table) for table in set(tables)}
        columns = zip(tables, row_ids, claim_ids, before, after, strict=True)
        lines = [
            f"[{named[table]},{row_id},{'null' if owner is None else owner},{was},{becomes}]\n"
            for table, row_id, owner, was, becomes in columns
        ]
        self._hash.update("".join(lines).encode("ascii"))

    @property
    def digest(self) -> str:
        """The SHA-256 of all so far."""
        return self._hash.hexdigest()


@dataclass(frozen=True)
class LoggedAction:
    """An action as the log tells it; `chain_hash` is the hash that stands there.

    Of one that is not legible only the id and the hash are told, and no hash fits it.
    """

    id: int
    at: datetime
    by: str
    name: str
    is_undoable: bool
    continues_id: int | None = None
    chain_hash: str = ""
    changes: Changes = field(default_factory=Changes)
    is_legible: bool = True

    def hash_after(self, before: str) -> str:
        """Return the hash that it has where `before` is that of the action before it."""
        if not self.is_legible:
            return ""
        told = [self.id, self.at.isoformat(), self.by, self.name, bool(self.is_undoable)]
        covered = [before, *told, self.continues_id, self.changes.digest]
        return hashlib.sha256(f"{_canonical(covered)}\n".encode("ascii")).hexdigest()


def logged_actions(connection: Connection, *, after: int = 0) -> Iterator[LoggedAction]:
    """Give every action after this id with its changes, the oldest first, a few at a time."""
    asked = (
        select(*ACTION.c, *(CHANGE.c[name] for name in _COVERED))
        .outerjoin(CHANGE, CHANGE.c.action_id == ACTION.c.id)
        .order_by(ACTION.c.id, CHANGE.c.id)
    )
    if after:
        asked = asked.where(ACTION.c.id > after)
    own = len(ACTION.c)
    for action_id, found in groupby(driver_rows(connection, asked), itemgetter(0)):
        first = next(found)
        try:
            yield _read(first[:own], (line[own:] for line in chain([first], found)))
        except Illegible:
            yield _illegible(action_id, first[own - 1])


def fields_read(stored: object) -> dict[str, Any] | None:
    """Return what the log holds of a row before or after a change; None where there was no row.

    Raises Illegible for what this program did not write.
    """
    return all_fields_read([stored])[0]


def all_fields_read(stored: Sequence[object]) -> list[dict[str, Any] | None]:
    """The same of several, in their order.

    Another spelling of the same is refused, too: of a name told twice the last one counts. What was
    read is spelled as one list: since each text is one mapping from its first character to its
    last, the list is spelled as they are only where each of them is.
    """
    try:
        found = [None if each is None else _mapping(each) for each in stored]
        spelled = json.dumps([each for each in found if each is not None])
    except (ValueError, RecursionError) as error:
        raise Illegible from error
    if spelled != f"[{', '.join(each for each in stored if isinstance(each, str))}]":
        raise Illegible
    return found


def fields_known(stored: Sequence[Any]) -> list[dict[str, Any] | None]:
    """The same of lines that were read before, in the same transaction: each is legible."""
    return [None if each is None else _decoded(each)[0] for each in stored]


def _mapping(stored: object) -> dict[str, Any]:
    if not isinstance(stored, str):
        raise Illegible
    found, end = _decoded(stored)
    if not isinstance(found, dict) or end != len(stored):
        raise Illegible
    return found


def _read(action: tuple[Any, ...], lines: Iterable[tuple[Any, ...]]) -> LoggedAction:
    action_id, at, by, name, is_undoable, continues_id, chain_hash = action
    has_texts = all(isinstance(part, str) for part in (by, name, chain_hash))
    if not has_texts or is_undoable not in (0, 1) or isinstance(is_undoable, float):
        raise Illegible
    if not isinstance(continues_id, int | None):
        raise Illegible
    told = (by, name, bool(is_undoable), continues_id, chain_hash)
    return LoggedAction(action_id, _moment(at), *told, changes=_changes(lines))


def _illegible(action_id: int, chain_hash: object) -> LoggedAction:
    """Return what is left of an action; by its hash those after it are still read."""
    told = chain_hash if isinstance(chain_hash, str) else ""
    never = datetime.min.replace(tzinfo=UTC)
    return LoggedAction(action_id, never, "", "", False, chain_hash=told, is_legible=False)


def _moment(stored: object) -> datetime:
    """Return a moment in UTC from the form in which SQLAlchemy writes it into SQLite."""
    try:
        found = datetime.fromisoformat(stored) if isinstance(stored, str) else None
    except ValueError as error:
        raise Illegible from error
    if found is None or found.isoformat(" ", "microseconds") != stored:
        raise Illegible
    return datetime.combine(found, found.time(), UTC)  # some times as fast as to replace the zone


def _changes(lines: Iterable[tuple[Any, ...]]) -> Changes:
    # The columns of change cannot be null: such a line stands for an action without changes.
    left = (line for line in lines if line[0] is not None)
    written = Changes()
    while some := list(islice(left, _AT_ONCE)):
        written.add_read(_legible(some))
    return written


def _legible(lines: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Give these lines with what was before and after as fields; Illegible if it is for one."""
    if any(isinstance(part, bytes) for line in lines for part in line[:_NAMES]):
        raise Illegible
    fields = iter(all_fields_read([each for line in lines for each in line[_NAMES:]]))
    return ((*line[:_NAMES], next(fields), next(fields)) for line in lines)


# The one way in which a value is written here: a line of ASCII. Made once: `json.dumps` would make
# an encoder for each value.
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode

_decoded = json.JSONDecoder().raw_decode
