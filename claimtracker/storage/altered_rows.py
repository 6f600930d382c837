"""Rows that are not as the change log left them: somebody wrote to the file by another program."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import Column, Table, column, func, select
from sqlalchemy import table as plain_table
from sqlmodel import Session, SQLModel

from claimtracker.storage.chain import CHANGE, Illegible, fields_read
from claimtracker.storage.change_log import BOOKKEEPING, is_logged_table
from claimtracker.storage.log_texts import Fields
from claimtracker.storage.tables.column_types import UtcDateTime

_BATCH = 2_000
_MISSING = object()
Stored = Sequence[object]


def altered_rows(session: Session) -> Iterator[str]:
    """Say of each row that was altered, added or removed beside the log where it differs."""
    for table in sorted(SQLModel.metadata.tables.values(), key=attrgetter("name")):
        if is_logged_table(table.name):
            yield from _altered(session, table)


def _altered(session: Session, table: Table) -> Iterator[str]:
    """Walk the log and the table side by side, both by the row's id, a few rows at a time."""
    columns = [column for column in table.columns if column.name not in BOOKKEEPING]
    logged, stored = _logged(session, table), _stored(session, table, columns)
    left, right = next(logged, None), next(stored, None)
    called = table.name.replace("_", " ")
    while left or right:
        if left and (right is None or left[0] < right[0]):
            if left[1] is not None:
                yield f"The {called} {left[0]} is missing, and the change log knows of no removal."
            left = next(logged, None)
        elif right and (left is None or right[0] < left[0]):
            yield f"The {called} {right[0]} is not known to the change log."
            right = next(stored, None)
        elif left and right:
            if names := _differing(columns, left[1], right[1]):
                yield f"The {called} {left[0]} is not as the change log left it: {names}."
            left, right = next(logged, None), next(stored, None)


def _differing(columns: Sequence[Column[Any]], logged: Fields | None, stored: Stored) -> str:
    if logged is None:  # the chain names the action that cannot be read
        return ""
    differ = []
    for each, found in zip(columns, stored, strict=True):
        told = logged.get(each.name)
        if type(told) is type(found) and told == found and told is not None:
            continue  # nearly all of them: the rest is looked at more closely
        if not _is_same(as_stored(each, logged), found):
            differ.append(each.name)
    return ", ".join(name.replace("_", " ") for name in differ)


def as_stored(column: Column[Any], logged: Fields) -> object:
    """Return what the file holds where the log is right; a column may be younger than the line."""
    value = logged.get(column.name, _MISSING)
    if value is _MISSING:
        if column.name == "text_hash" and logged.get("text"):  # filled in by revision 0003
            return sha256(str(logged["text"]).encode("utf-8", "surrogatepass")).hexdigest()
        return None if column.nullable else ""
    if isinstance(value, str) and isinstance(column.type, UtcDateTime):
        return _moment_stored(value)
    return value


@lru_cache(_BATCH)
def _moment_stored(logged: str) -> str:
    """A moment in UTC as SQLAlchemy writes it into SQLite; what is none as it stands."""
    try:
        moment = datetime.fromisoformat(logged).astimezone(UTC)
    except (ValueError, OverflowError):
        return logged
    return moment.replace(tzinfo=None).isoformat(" ", "microseconds")


def _is_same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


def _logged(session: Session, table: Table) -> Iterator[tuple[int, Fields | None]]:
    """Give what the log last wrote into each row that it did not remove; None if illegible."""
    # A row's number is always whole: the chain names what is not.
    is_of_table = (CHANGE.c.table == table.name) & (func.typeof(CHANGE.c.row_id) == "integer")
    lines = select(CHANGE.c.row_id, CHANGE.c.after).where(is_of_table)
    ordered = lines.order_by(CHANGE.c.row_id, CHANGE.c.id)
    found = session.execute(ordered, execution_options={"yield_per": _BATCH})
    for row_id, changes in groupby(found, itemgetter(0)):
        try:
            if (last := folded(after for _, after in changes)) is not None:
                yield row_id, last
        except Illegible:
            yield row_id, None


def folded(changes: Iterator[object]) -> Fields | None:
    """Return what these lines of a row lead to; None where it was removed. Raises Illegible."""
    last: Fields | None = None
    for change in changes:
        after = fields_read(change)
        last = None if after is None else {**(last or {}), **after}
    return last


def _stored(
    session: Session, table: Table, columns: Sequence[Column[Any]]
) -> Iterator[tuple[int, Stored]]:
    """Give the rows as they lie in the file: what another program wrote need not be of a type."""
    raw = plain_table(table.name, column("id"), *(column(each.name) for each in columns))
    asked = select(*raw.columns).order_by(raw.c.id)
    for row_id, *stored in session.execute(asked, execution_options={"yield_per": _BATCH}):
        yield row_id, stored
