"""Changes to many rows at once, each of them a line of the log like any other.

The ORM writes row by row, which takes some 350 µs a row; here a batch of rows is read, logged and
written by one statement each. All of it belongs to the action that is open (`change_log.recorded`).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    SQLColumnExpression,
    String,
    Table,
    bindparam,
    delete,
    func,
    insert,
    inspect,
    select,
    text,
    type_coerce,
    update,
)
from sqlmodel import Session, SQLModel

from claimtracker.storage.change_log import (
    BOOKKEEPING,
    Fields,
    decoded,
    encoded,
    log_of,
    table_of,
)
from claimtracker.storage.tables.column_types import now

T = TypeVar("T")

BATCH = 5_000
_OWNERS = ("claim_id", "from_claim_id")  # the claim in whose history a row of a table is shown


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; `before` is None where it is added, `after` where it is removed."""

    row_id: int
    claim_id: int | None
    before: Fields | None
    after: Fields | None


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row as it stands now, its values as the log holds them."""

    claim_id: int | None
    fields: Fields


def change_rows(
    session: Session, table: type[SQLModel], ids: Iterable[int], values: Mapping[str, object]
) -> int:
    """Give all of these rows the same values in these columns; return how many changed."""
    wanted = {name: encoded(value) for name, value in values.items()}
    changed = 0
    for batch in batches(dict.fromkeys(ids)):
        found = stored_rows(session, table, batch, tuple(wanted))
        alike: dict[int, tuple[Fields, Fields]] = {}
        changes = []
        for row_id in batch:
            row = found.get(row_id)
            if row is None or row.fields == wanted:
                continue
            if (differing := alike.get(id(row.fields))) is None:
                differing = alike[id(row.fields)] = _differing(row.fields, wanted)
            changes.append(RowChange(row_id, row.claim_id, *differing))
        write_rows(session, table, changes)
        changed += len(changes)
    return changed


def add_rows(
    session: Session, table: type[SQLModel], rows: Iterable[Mapping[str, object]]
) -> range:
    """Add rows, each with all columns of the table but its id; return the ids they were given."""
    plain = table_of(table)
    first = next_id = last_id(session, table) + 1  # ours alone while the transaction is held
    for batch in batches(rows):
        changes = []
        for row_id, row in enumerate(batch, next_id):
            after = {name: encoded(value) for name, value in row.items()}
            changes.append(RowChange(row_id, _owner(plain, row_id, after), None, after))
        write_rows(session, table, changes)
        next_id += len(batch)
    return range(first, next_id)


def remove_rows(session: Session, table: type[SQLModel], ids: Iterable[int]) -> int:
    """Remove these rows; return how many there were."""
    removed = 0
    for batch in batches(dict.fromkeys(ids)):
        found = stored_rows(session, table, batch)
        rows = found.items()
        write_rows(
            session, table, [RowChange(key, row.claim_id, row.fields, None) for key, row in rows]
        )
        removed += len(found)
    return removed


def stored_rows(
    session: Session, table: type[SQLModel], ids: Sequence[int], names: Sequence[str] = ()
) -> dict[int, StoredRow]:
    """Return those of the rows that are there, by their ids, with these columns or all logged."""
    plain = table_of(table)
    columns = [plain.c[name] for name in names or logged_names(plain)]
    owner = next((plain.c[name] for name in _OWNERS if name in plain.c), plain.c.id)
    session.flush()  # what the ORM still holds back is written, and logged, first
    asked = select(plain.c.id, owner.label("owner"), *map(_as_logged, columns))
    called = [column.name for column in columns]
    is_owned = owner is not plain.c.id or plain.name == "claim"
    alike: dict[tuple[object, ...], Fields] = {}  # rows that are alike share their fields
    found = {}
    for row_id, claim_id, *values in session.execute(asked.where(among(plain.c.id, ids))):
        key = tuple(map(encoded, values))
        fields = alike.get(key)
        if fields is None:
            fields = alike[key] = dict(zip(called, key, strict=True))
        found[row_id] = StoredRow(claim_id if is_owned else None, fields)
    return found


def last_id(session: Session, table: type[SQLModel]) -> int:
    """The last id that was ever given; SQLite never gives one twice.

    Like SQLite, it looks at the rows as well: what counts them may be damaged.
    """
    plain = table_of(table)
    asked = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    given = session.execute(asked, {"name": plain.name}).scalar()
    return max(int(given or 0), session.execute(select(func.max(plain.c.id))).scalar() or 0)


def blank_row(table: type[SQLModel]) -> Fields:
    """All columns but the id as they are where nothing is told of them; None where it must be."""
    return {name: make() for name, make in _defaults(table)}


@cache
def _defaults(table: type[SQLModel]) -> list[tuple[str, Callable[[], object]]]:
    fields = table.model_fields
    return [
        (name, partial(fields[name].get_default, call_default_factory=True))
        for name in logged_names(table_of(table))
    ]


def _as_logged(column: Column[Any]) -> ColumnElement[Any]:
    """A column as the log holds it: days are stored as ISO text, as there."""
    return type_coerce(column, String) if type(column.type) is Date else column


def write_rows(session: Session, table: type[SQLModel], changes: Sequence[RowChange]) -> None:
    """Log these changes and make them; all of them add, or remove, or change rows."""
    if not changes:
        return
    session.flush()
    plain = table_of(table)
    log_of(session).write_changes(
        session,
        [
            {
                "table": plain.name,
                "row_id": change.row_id,
                "claim_id": change.claim_id,
                "before": change.before,
                "after": change.after,
            }
            for change in changes
        ],
    )
    if changes[0].before is None:
        _insert(session, table, changes)
    elif changes[0].after is None:
        gone = [change.row_id for change in changes]
        session.execute(delete(plain).where(among(plain.c.id, gone)))
    else:
        _update(session, table, changes)
    _forget(session, table, changes)


def _forget(session: Session, table: type[SQLModel], changes: Sequence[RowChange]) -> None:
    """Let objects of these rows that somebody holds be read again: the ORM knows nothing of it."""
    held = [row for row in session.identity_map.values() if isinstance(row, table)]
    if held:
        written = {change.row_id for change in changes}
        for row in held:
            if inspect(row).identity[0] in written:
                session.expire(row)


def among(column: SQLColumnExpression[Any], ids: Sequence[int]) -> ColumnElement[bool]:
    """Whether a column is one of these numbers, however many: SQLite takes 32,766 parameters."""
    listed = func.json_each(json.dumps(list(ids))).table_valued("value")
    return column.in_(select(listed.c.value))


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Give the items in lists of at most this size."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch


def logged_names(table: Table) -> list[str]:
    """The columns that the log covers."""
    return [column.name for column in table.columns if column.name not in BOOKKEEPING]


def _differing(stored: Fields, wanted: Fields) -> tuple[Fields, Fields]:
    names = [name for name in wanted if stored[name] != wanted[name]]
    return {name: stored[name] for name in names}, {name: wanted[name] for name in names}


def _owner(table: Table, row_id: int, fields: Fields) -> int | None:
    if table.name == "claim":
        return row_id
    return next((fields[name] for name in _OWNERS if name in fields), None)


def _insert(session: Session, table: type[SQLModel], changes: Sequence[RowChange]) -> None:
    plain = table_of(table)
    kept_by_program = {"version": 1, "updated_at": now()}
    own = {name: value for name, value in kept_by_program.items() if name in plain.c}
    for group in _by_columns(changes).values():
        rows = [
            {"id": change.row_id, **own, **decoded(table, change.after or {})} for change in group
        ]
        session.execute(insert(plain), rows)


def _update(session: Session, table: type[SQLModel], changes: Sequence[RowChange]) -> None:
    plain = table_of(table)
    own: dict[str, Any] = {}
    if "version" in plain.c:
        own = {"version": plain.c.version + 1, "updated_at": now()}
    for names, group in _by_columns(changes).items():
        if all(change.after == group[0].after for change in group):
            alike = among(plain.c.id, [change.row_id for change in group])
            values = decoded(table, group[0].after or {})
            session.execute(update(plain).where(alike).values(**values, **own))
            continue
        slots: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
        each = update(plain).where(plain.c.id == bindparam("key")).values(**slots, **own)
        session.execute(each, [_slots_filled(table, change) for change in group])


def _slots_filled(table: type[SQLModel], change: RowChange) -> dict[str, object]:
    values = decoded(table, change.after or {})
    return {"key": change.row_id, **{f"new_{name}": value for name, value in values.items()}}


def _by_columns(changes: Iterable[RowChange]) -> dict[frozenset[str], list[RowChange]]:
    """The changes by the columns that they write: a statement for many rows names them once."""
    groups: dict[frozenset[str], list[RowChange]] = defaultdict(list)
    for change in changes:
        groups[frozenset(change.after or {})].append(change)
    return groups
