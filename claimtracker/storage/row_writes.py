"""Rows added and changed by few statements, from their fields as the log tells them.

SQLAlchemy's own way, a dictionary of parameters for each row, takes three times as long.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import NamedTuple

from sqlalchemy import Connection, inspect
from sqlmodel import SQLModel

from claimtracker.storage.change_log import encoded, table_of
from claimtracker.storage.log_texts import Fields
from claimtracker.storage.plain_inserts import insert_plain
from claimtracker.storage.tables.column_types import now

_ALIKE = 25  # from about as many rows on, a statement of their own changes them sooner


def insert_rows(
    connection: Connection,
    table: type[SQLModel],
    ids: Sequence[int],
    rows: Sequence[Fields | None],
    usual: Fields,
) -> None:
    """Add rows with these ids; a column of which one says nothing holds what is `usual`."""
    plain = table_of(table)
    by_program = {"version": 1, "updated_at": encoded(now())}
    own = {name: value for name, value in by_program.items() if name in plain.c}
    for group in _by_columns(table, ids, rows):
        untold = {name: value for name, value in usual.items() if name not in group.names}
        constant = own | {name: encoded(value) for name, value in untold.items()}
        count = len(group.ids)
        held = {name: [_held(table, name, value)] * count for name, value in constant.items()}
        columns = dict(zip(group.names, group.columns, strict=True))
        insert_plain(connection, plain.name, {"id": group.ids, **held, **columns})


def update_rows(
    connection: Connection,
    table: type[SQLModel],
    ids: Sequence[int],
    rows: Sequence[Fields | None],
) -> None:
    """Let the rows with these ids hold these values, each a version further."""
    plain = table_of(table)
    has_version = "version" in plain.c
    own = [_held(table, "updated_at", encoded(now()))] if has_version else []
    few: dict[str, list[tuple[object, ...]]] = defaultdict(list)
    for fields, alike in _ids_by_fields(ids, rows):
        settings = [f'"{name}" = ?' for name in fields]
        if has_version:
            settings += ["version = version + 1", "updated_at = ?"]
        update = f'UPDATE "{plain.name}" SET {", ".join(settings)} WHERE id'
        values = [*(_held(table, name, value) for name, value in fields.items()), *own]
        if len(alike) < _ALIKE:
            few[f"{update} = ?"] += [(*values, row_id) for row_id in alike]
            continue
        several = f"{update} IN (SELECT value FROM json_each(?))"
        connection.exec_driver_sql(several, (*values, json.dumps(alike)))
    for update, parameters in few.items():
        connection.exec_driver_sql(update, parameters)


def _ids_by_fields(
    ids: Sequence[int], rows: Sequence[Fields | None]
) -> Iterator[tuple[Fields, list[int]]]:
    """Give what rows get with the ids of all that get the same."""
    shared: dict[int, tuple[Fields, list[int]]] = {}
    for row_id, fields in zip(ids, rows, strict=True):
        if not fields:
            continue
        known = shared.get(id(fields))
        if known is None:
            known = shared[id(fields)] = (fields, [])
        known[1].append(row_id)
    alike: dict[tuple[tuple[str, object], ...], list[int]] = defaultdict(list)
    for fields, own in shared.values():
        alike[tuple(fields.items())] += own
    return ((dict(items), own) for items, own in alike.items())


class _Group(NamedTuple):
    """Rows that write the same columns, each column as the file holds it."""

    names: tuple[str, ...]
    ids: list[int]
    columns: Sequence[Sequence[object]]


def _by_columns(
    table: type[SQLModel], ids: Sequence[int], rows: Sequence[Fields | None]
) -> Iterator[_Group]:
    groups: dict[tuple[str, ...], tuple[list[int], list[Fields]]] = {}
    for row_id, fields in zip(ids, rows, strict=True):
        if fields is not None:
            of_group = groups.setdefault(tuple(fields), ([], []))
            of_group[0].append(row_id)
            of_group[1].append(fields)
    dated = dated_columns(table)
    for names, (own_ids, own) in groups.items():
        columns = [[fields[name] for fields in own] for name in names]
        for place, name in enumerate(names):
            if name in dated:
                columns[place] = list(map(dated[name], columns[place]))
        yield _Group(names, own_ids, columns)


def _held(table: type[SQLModel], name: str, told: object) -> object:
    """What the file holds for one value of the log."""
    dated = dated_columns(table)
    return dated[name](told) if name in dated else told


@cache
def dated_columns(table: type[SQLModel]) -> dict[str, Callable[[object], object]]:
    """The columns of days and moments by name, each with what turns the log's text into its own."""
    kinds = {column.name: column.type.python_type for column in inspect(table).columns}
    return {
        name: _moment_held if issubclass(kind, datetime) else _day_held
        for name, kind in kinds.items()
        if issubclass(kind, date)
    }


@lru_cache(4_096)
def _day_held(told: str | None) -> str | None:
    return told and date.fromisoformat(told).isoformat()


@lru_cache(4_096)
def _moment_held(told: str | None) -> str | None:
    """A moment in the form in which SQLAlchemy writes it into SQLite."""
    if not told:
        return told
    moment = datetime.fromisoformat(told)
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
