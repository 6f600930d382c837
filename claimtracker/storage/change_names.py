"""What the numbers in the change log stand for, also where the row is gone by now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, String, cast, func, select
from sqlmodel import Session, SQLModel, col

from claimtracker.claims.field_words import CALLED_BY, REFERENCES
from claimtracker.storage.tables import Change

_BATCH = 5_000
_LONGEST_NAME = 200
_OWN = {"deadline": "claim"}  # whose rows these are

Key = tuple[str, int]
Names = dict[Key, str]


def keys_of(change: Row[Any]) -> Iterator[Key]:
    """Give what a line of the log speaks of: its own row, and those that its fields name."""
    yield change.table, change.row_id
    for fields in (change.before, change.after):
        for name, value in (fields or {}).items():
            if name in REFERENCES and isinstance(value, int):
                yield REFERENCES[name], value


def names_of(session: Session, keys: Iterable[Key]) -> Names:
    """Return what these rows are called now, or were when they were removed."""
    called, further = _called(session, set(keys))
    if further:  # as a link is called after its document, which is called by itself
        beyond = names_of(session, further.values())
        called |= {key: beyond[other] for key, other in further.items() if other in beyond}
    return called


def _called(session: Session, keys: set[Key]) -> tuple[Names, dict[Key, Key]]:
    """The names of rows, and for those called after another row the key of that."""
    by_table: dict[str, list[int]] = defaultdict(list)
    for table, row_id in keys:
        if table in CALLED_BY:
            by_table[table].append(row_id)
    called: Names = {}
    further: dict[Key, Key] = {}
    for table, ids in by_table.items():
        for row_id, fields in _fields(session, table, sorted(ids)).items():
            name = next((name for name in CALLED_BY[table] if fields.get(name)), "")
            if name in REFERENCES:
                further[table, row_id] = (REFERENCES[name], int(fields[name]))
            elif name:
                called[table, row_id] = str(fields[name])[:_LONGEST_NAME]
    return called, further


def _fields(session: Session, table: str, ids: Sequence[int]) -> dict[int, Mapping[str, Any]]:
    found: dict[int, Mapping[str, Any]] = {}
    stored = SQLModel.metadata.tables[_OWN.get(table, table)]
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        columns = [_short(stored.c[name], name) for name in CALLED_BY[table]]
        asked = select(stored.c.id, *columns).where(stored.c.id.in_(batch))
        found.update({row.id: row._mapping for row in session.execute(asked)})
        if gone := [row_id for row_id in batch if row_id not in found]:
            found.update(_removed(session, stored.name, gone))
    return found


def _short(column: Any, name: str) -> Any:  # noqa: ANN401 - a column of whatever type
    is_number = name in REFERENCES
    return column if is_number else func.substr(cast(column, String), 1, _LONGEST_NAME).label(name)


def _removed(session: Session, table: str, ids: Sequence[int]) -> dict[int, Mapping[str, Any]]:
    """What the log last knew of rows that are gone; the newest removal counts."""
    asked = select(col(Change.row_id), col(Change.before)).where(
        col(Change.table) == table, col(Change.row_id).in_(ids), col(Change.after).is_(None)
    )
    lines = session.execute(asked.order_by(col(Change.id)))
    return {row_id: before or {} for row_id, before in lines}
