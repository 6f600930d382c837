"""Rows that are not as the change log left them: somebody wrote to the file by another program."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import Column, Table, column, func, select
from sqlalchemy import table as plain_table
from sqlmodel import Session, SQLModel

from claimtracker.storage.chain import CHANGE, Illegible, all_fields_read, fields_known
from claimtracker.storage.change_log import BOOKKEEPING, is_logged_table
from claimtracker.storage.driver_rows import driver_rows
from claimtracker.storage.log_texts import Fields
from claimtracker.storage.tables.column_types import UtcDateTime

_MOMENTS = 2_000  # of which it is kept how they are stored
_MISSING = object()
Stored = Sequence[object]
ReadAll = Callable[[Sequence[object]], list[Fields | None]]


def altered_rows(session: Session, *, is_legible: bool = False) -> Iterator[str]:
    """Say of each row that was altered, added or removed beside the log where it differs.

    The log `is_legible` where in this transaction a walk along its chain found nothing: how each
    line is spelled is not looked at again.
    """
    read = fields_known if is_legible else all_fields_read
    for table in sorted(SQLModel.metadata.tables.values(), key=attrgetter("name")):
        if is_logged_table(table.name):
            yield from _altered(session, table, read)


def _altered(session: Session, table: Table, read: ReadAll) -> Iterator[str]:
    """Walk the log and the table side by side, both by the row's id, a few rows at a time."""
    columns = _Columns([each for each in table.columns if each.name not in BOOKKEEPING])
    logged, stored = _logged(session, table, read), _stored(session, table, columns.all)
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
            if names := columns.differing(left[1], right[1]):
                yield f"The {called} {left[0]} is not as the change log left it: {names}."
            left, right = next(logged, None), next(stored, None)


class _Columns:
    """The columns of a table that the log covers, by which its rows are compared with it."""

    def __init__(self, covered: Sequence[Column[Any]]) -> None:
        self.all = covered
        # With the first one twice, so that it gives several values of one column, too.
        self._values_of = itemgetter(covered[0].name, *(each.name for each in covered))
        self._moments = [
            place for place, each in enumerate(covered) if isinstance(each.type, UtcDateTime)
        ]

    def differing(self, logged: Fields | None, stored: Stored) -> str:
        """Name the columns in which the row is not as the log left it."""
        if logged is None:  # the chain names the action that cannot be read
            return ""
        if self._is_plainly_same(logged, stored):
            return ""
        differ = [
            each.name
            for each, found in zip(self.all, stored, strict=True)
            if not _is_same(as_stored(each, logged), found)
        ]
        return ", ".join(name.replace("_", " ") for name in differ)

    def _is_plainly_same(self, logged: Fields, stored: Stored) -> bool:
        """Whether each column is logged as it is stored: nearly all rows need no closer look."""
        try:
            _, *told = self._values_of(logged)
        except KeyError:  # a column is younger than the line
            return False
        for place in self._moments:
            if isinstance(moment := told[place], str):
                told[place] = _moment_stored(moment)
        return told == stored and list(map(type, told)) == list(map(type, stored))


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


@lru_cache(_MOMENTS)
def _moment_stored(logged: str) -> str:
    """A moment in UTC as SQLAlchemy writes it into SQLite; what is none as it stands."""
    try:
        moment = datetime.fromisoformat(logged).astimezone(UTC)
    except (ValueError, OverflowError):
        return logged
    return datetime.combine(moment, moment.time()).isoformat(" ", "microseconds")


def _is_same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


def _logged(session: Session, table: Table, read: ReadAll) -> Iterator[tuple[int, Fields | None]]:
    """Give what the log last wrote into each row that it did not remove; None if illegible."""
    # A row's number is always whole: the chain names what is not.
    is_of_table = (CHANGE.c.table == table.name) & (func.typeof(CHANGE.c.row_id) == "integer")
    lines = select(CHANGE.c.row_id, CHANGE.c.after).where(is_of_table)
    ordered = lines.order_by(CHANGE.c.row_id, CHANGE.c.id)
    for row_id, changes in groupby(driver_rows(session.connection(), ordered), itemgetter(0)):
        try:
            if (last := folded([after for _, after in changes], read)) is not None:
                yield row_id, last
        except Illegible:
            yield row_id, None


def folded(changes: Sequence[object], read: ReadAll = all_fields_read) -> Fields | None:
    """Return what these lines of a row lead to; None where it was removed. Raises Illegible."""
    last: Fields | None = None
    for after in read(changes):
        last = {**last, **after} if last and after is not None else after
    return last


def _stored(
    session: Session, table: Table, columns: Sequence[Column[Any]]
) -> Iterator[tuple[int, Stored]]:
    """Give the rows as they lie in the file: what another program wrote need not be of a type."""
    raw = plain_table(table.name, column("id"), *(column(each.name) for each in columns))
    asked = select(*raw.columns).order_by(raw.c.id)
    for row_id, *stored in driver_rows(session.connection(), asked):
        yield row_id, stored
