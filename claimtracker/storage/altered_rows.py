"""Rows that are not as the change log left them: somebody wrote to the file by another program."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Table, select
from sqlmodel import Session, SQLModel, col

from claimtracker.storage.change_log import Fields, encoded, is_logged_table
from claimtracker.storage.tables import Change

_BATCH = 2_000


def altered_rows(session: Session) -> Iterator[str]:
    """Say of each row that was altered, added or removed beside the log where it differs."""
    for table in sorted(SQLModel.metadata.tables.values(), key=attrgetter("name")):
        if is_logged_table(table.name):
            yield from _altered(session, table)


def _altered(session: Session, table: Table) -> Iterator[str]:
    """Walk the log and the table side by side, both by the row's id, a few rows at a time."""
    logged, stored = _logged(session, table), _stored(session, table)
    left, right = next(logged, None), next(stored, None)
    called = table.name.replace("_", " ")
    while left or right:
        if left and (right is None or left[0] < right[0]):
            yield f"The {called} {left[0]} is missing, and the change log knows of no removal."
            left = next(logged, None)
        elif right and (left is None or right[0] < left[0]):
            yield f"The {called} {right[0]} is not known to the change log."
            right = next(stored, None)
        elif left and right:
            if names := _differing(left[1], right[1]):
                yield f"The {called} {left[0]} is not as the change log left it: {names}."
            left, right = next(logged, None), next(stored, None)


def _differing(logged: Fields, stored: Fields) -> str:
    differ = [name for name, value in logged.items() if stored.get(name) != value]
    return ", ".join(name.replace("_", " ") for name in differ)


def _logged(session: Session, table: Table) -> Iterator[tuple[int, Fields]]:
    """Give what the log last wrote into each row that it did not remove."""
    lines = select(col(Change.row_id), col(Change.after)).where(col(Change.table) == table.name)
    ordered = lines.order_by(col(Change.row_id), col(Change.id))
    found = session.execute(ordered, execution_options={"yield_per": _BATCH})
    for row_id, changes in groupby(found, attrgetter("row_id")):
        last: Fields | None = None
        for change in changes:
            last = None if change.after is None else {**(last or {}), **change.after}
        if last is not None:
            yield row_id, last


def _stored(session: Session, table: Table) -> Iterator[tuple[int, Fields]]:
    asked = select(*table.columns).order_by(table.c.id)
    for row in session.execute(asked, execution_options={"yield_per": _BATCH}):
        yield row.id, {name: encoded(value) for name, value in row._mapping.items()}
