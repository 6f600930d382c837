"""Changes to many rows at once, each of them a line of the log like any other.

The ORM writes row by row, which takes some 350 µs a row; here a batch of rows is read, logged and
written by one statement each. All of it belongs to the action that is open (`change_log.recorded`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar, cast

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    String,
    Table,
    delete,
    func,
    inspect,
    null,
    select,
    text,
    type_coerce,
)
from sqlmodel import Session, SQLModel

from claimtracker.storage.change_log import (
    BOOKKEEPING,
    LogLines,
    encoded,
    log_of,
    table_of,
)
from claimtracker.storage.log_texts import Fields
from claimtracker.storage.named_ids import among
from claimtracker.storage.row_writes import dated_columns, insert_rows, update_rows
from claimtracker.storage.tables.column_types import UtcDateTime

T = TypeVar("T")

BATCH = 5_000
AT_ONCE = 200  # rows that SQLAlchemy makes objects of: many keep Python looking for garbage
_OWNERS = ("claim_id", "from_claim_id")  # the claim in whose history a row of a table is shown


@dataclass
class RowChanges:
    """Rows of a table before and after; all of them are added, or removed, or changed.

    Kept in columns: an object for each row would have Python look for garbage again and again.
    """

    row_ids: list[int] = field(default_factory=list)
    claim_ids: list[int | None] = field(default_factory=list)
    before: list[Fields | None] = field(default_factory=list)
    after: list[Fields | None] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.row_ids)

    def add(
        self, row_id: int, claim_id: int | None, before: Fields | None, after: Fields | None
    ) -> None:
        """Add a row; `before` is None where it is added, `after` where it is removed."""
        self.row_ids.append(row_id)
        self.claim_ids.append(claim_id)
        self.before.append(before)
        self.after.append(after)


class StoredRows(NamedTuple):
    """Rows as they stand now by their ids, and in the history of which claims they are shown."""

    fields: dict[int, Fields]
    claim_ids: dict[int, int | None]


def change_rows(
    session: Session, table: type[SQLModel], ids: Iterable[int], values: Mapping[str, object]
) -> int:
    """Give all of these rows the same values in these columns; return how many changed."""
    wanted = {name: encoded(value) for name, value in values.items()}
    changed = 0
    for batch in batches(dict.fromkeys(ids)):
        found = stored_rows(session, table, batch, tuple(wanted))
        alike: dict[int, tuple[Fields, Fields]] = {}
        changes = RowChanges()
        for row_id in batch:
            fields = found.fields.get(row_id)
            if fields is None:
                continue
            if (differing := alike.get(id(fields))) is None:
                differing = alike[id(fields)] = _differing(fields, wanted)
            if differing[1]:
                changes.add(row_id, found.claim_ids[row_id], *differing)
        write_rows(session, table, changes)
        changed += len(changes)
    return changed


def add_rows(
    session: Session, table: type[SQLModel], rows: Iterable[Mapping[str, object]]
) -> range:
    """Add rows, each with all columns of the table but its id; return the ids they were given."""
    plain = table_of(table)
    owner = _owner(plain)
    dated = dated_columns(table)
    first = next_id = last_id(session, table) + 1  # ours alone while the transaction is held
    for batch in batches(rows):
        changes = RowChanges()
        for row_id, row in enumerate(batch, next_id):
            after: Fields = dict(row)
            after |= {name: encoded(after[name]) for name in dated if name in after}
            claim_id = row_id if owner == "id" else after[owner] if owner else None
            changes.add(row_id, claim_id, None, after)
        write_rows(session, table, changes)
        next_id += len(batch)
    return range(first, next_id)


def remove_rows(session: Session, table: type[SQLModel], ids: Iterable[int]) -> int:
    """Remove these rows; return how many there were."""
    removed = 0
    for batch in batches(dict.fromkeys(ids)):
        found = stored_rows(session, table, batch)
        changes = RowChanges()
        for row_id, fields in found.fields.items():
            changes.add(row_id, found.claim_ids[row_id], fields, None)
        write_rows(session, table, changes)
        removed += len(changes)
    return removed


def stored_rows(
    session: Session, table: type[SQLModel], ids: Sequence[int], names: Sequence[str] = ()
) -> StoredRows:
    """Return those of the rows that are there, with these columns or all logged.

    The values are as the log holds them. Rows that are alike in some columns share their fields;
    as a whole hardly any two are alike.
    """
    plain = table_of(table)
    columns = [plain.c[name] for name in names or logged_names(plain)]
    owner = _owner(plain)
    session.flush()  # what the ORM still holds back is written, and logged, first
    asked = select(plain.c.id, plain.c[owner] if owner else null(), *map(_as_logged, columns))
    called = [column.name for column in columns]
    has_moments = any(isinstance(column.type, UtcDateTime) for column in columns)

    def fields(values: tuple[object, ...]) -> Fields:
        return dict(zip(called, map(encoded, values) if has_moments else values, strict=True))

    tell = cache(fields) if names else fields
    found = StoredRows({}, {})
    for rows in session.execute(asked.where(among(plain.c.id, ids))).partitions(AT_ONCE):
        row_ids, claim_ids, *values = zip(*rows, strict=True)
        found.claim_ids.update(zip(row_ids, claim_ids, strict=True))
        found.fields.update(zip(row_ids, map(tell, zip(*values, strict=True)), strict=True))
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
    """All columns but the id as they are where nothing is told of them.

    What must be told is pydantic's own `PydanticUndefined`, which no column takes.
    """
    usual, made = _defaults(table)
    return usual | {name: make() for name, make in made.items()}


def _usual(table: type[SQLModel]) -> Fields:
    """What columns hold of which an older program knew nothing when it logged a row."""
    columns = table_of(table).c
    return {
        name: value for name, value in blank_row(table).items() if columns[name].default is not None
    }


@cache
def _defaults(table: type[SQLModel]) -> tuple[Fields, dict[str, Callable[[], object]]]:
    """What columns hold, and what makes it where it is another value each time."""
    fields = {name: table.model_fields[name] for name in logged_names(table_of(table))}
    usual = {name: field.default for name, field in fields.items()}
    # Called as they are: pydantic would look each time whether they want to know of other fields.
    makers = {name: field.default_factory for name, field in fields.items()}
    made = {name: cast("Callable[[], object]", make) for name, make in makers.items() if make}
    return usual, made


def _as_logged(column: Column[Any]) -> ColumnElement[Any]:
    """A column as the log holds it: days are stored as ISO text, as there."""
    return type_coerce(column, String) if type(column.type) is Date else column


def write_rows(session: Session, table: type[SQLModel], changes: RowChanges) -> None:
    """Log these changes and make them."""
    if not changes:
        return
    session.flush()
    plain = table_of(table)
    row_ids, before, after = changes.row_ids, changes.before, changes.after
    tables = [str(plain.name)] * len(changes)  # SQLAlchemy's own kind of text is slow to write
    lines = LogLines(tables, row_ids, changes.claim_ids, before, after)
    log_of(session).write_lines(session, lines)
    if before[0] is None:
        insert_rows(session.connection(), table, row_ids, after, _usual(table))
    elif after[0] is None:
        session.execute(delete(plain).where(among(plain.c.id, row_ids)))
    else:
        update_rows(session.connection(), table, row_ids, after)
    _forget(session, table, row_ids)


def _forget(session: Session, table: type[SQLModel], row_ids: Sequence[int]) -> None:
    """Let objects of these rows that somebody holds be read again: the ORM knows nothing of it."""
    held = [row for row in session.identity_map.values() if isinstance(row, table)]
    if held:
        written = set(row_ids)
        for row in held:
            if inspect(row).identity[0] in written:
                session.expire(row)


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


def _owner(table: Table) -> str | None:
    """The column that tells in the history of which claim a row is shown."""
    if table.name == "claim":
        return "id"
    return next((name for name in _OWNERS if name in table.c), None)
