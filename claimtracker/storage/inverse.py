"""The lines of an action applied again, forwards or backwards, where they still hold.

Lines of one table that do the same to different rows are applied together; their order across
tables stays, since triggers keep the search index by what stands in other tables at that moment.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from enum import Enum, auto
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, func, or_, select, text
from sqlmodel import Session, SQLModel, col

from claimtracker.claims.errors import Collision, UndoConflict
from claimtracker.storage.chain import CHANGE
from claimtracker.storage.change_log import Fields, table_of
from claimtracker.storage.logged_rows import (
    BATCH,
    RowChange,
    StoredRow,
    among,
    stored_rows,
    write_rows,
)
from claimtracker.storage.tables import Action, Change

FieldKey = tuple[str, int, str]
"""A field of a row: the table, the row's id, the column."""

_TABLES: dict[str, type[SQLModel]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in SQLModel._sa_registry.mappers  # the only list of tables that sqlmodel keeps
}
_LINE = table_of(Change)


class _Line(NamedTuple):
    """A line of the log; those that are told alike share their fields, which are never changed."""

    id: int
    table: str
    row_id: int
    claim_id: int | None
    before: Fields | None
    after: Fields | None


class _Does(Enum):
    """What a line does to its row in the direction in which it is applied."""

    ADD = auto()
    REMOVE = auto()
    CHANGE = auto()


def apply_action(
    session: Session,
    action: Action,
    *,
    backwards: bool,
    keeping: Collection[FieldKey] | None = None,
) -> None:
    """Apply the lines of an action and of those that continue it, within an open action.

    Fields that something else wrote since are left alone where `keeping` names them, and
    overwritten otherwise; without `keeping` UndoConflict is raised with all of them.
    """
    session.execute(text("PRAGMA defer_foreign_keys = ON"))  # lines need not come parents first
    collisions: list[Collision] = []
    for run in _runs(session, action, backwards=backwards):
        collisions += _Run(session, action, run, backwards=backwards).apply(keeping)
    if collisions and keeping is None:
        count = "1 field" if len(collisions) == 1 else f"{len(collisions):,} fields"
        raise UndoConflict(
            f"This cannot be undone: {count} of it changed again since.",
            action.id or 0,
            collisions,
        )


class _Run:
    """Lines of one table that all add, remove or change rows, each row once."""

    def __init__(
        self, session: Session, action: Action, lines: Sequence[_Line], *, backwards: bool
    ) -> None:
        self._session = session
        self._action = action
        self._lines = lines
        self._backwards = backwards
        self._table = _TABLES[lines[0].table]
        self._does = _does(lines[0], backwards=backwards)
        self._ids = [line.row_id for line in lines]

    def apply(self, keeping: Collection[FieldKey] | None) -> list[Collision]:
        """Write what the lines want; return the fields that were written by others since."""
        if self._does is _Does.ADD:
            self._add()
            return []
        if self._does is _Does.REMOVE:
            self._remove()
            return []
        return self._change(keeping or ())

    def _add(self) -> None:
        if found := stored_rows(self._session, self._table, self._ids, ("id",)):
            raise self._refusal(next(iter(found)))
        last = self._last_removed() if self._backwards else {}
        added = [
            RowChange(line.row_id, line.claim_id, None, last.get(line.row_id, line.after))
            for line in self._lines
        ]
        write_rows(self._session, self._table, added)

    def _remove(self) -> None:
        found = stored_rows(self._session, self._table, self._ids)
        continued = {} if self._backwards else self._continued()
        for line in self._lines:
            expected = (line.after if self._backwards else line.before) or {}
            own = expected.keys() - continued.get(line.row_id, frozenset())
            row = found.get(line.row_id)
            if row is None or any(row.fields[name] != expected[name] for name in own):
                raise self._refusal(line.row_id)
        removed = [
            RowChange(line.row_id, line.claim_id, found[line.row_id].fields, None)
            for line in self._lines
        ]
        write_rows(self._session, self._table, removed)

    def _change(self, keeping: Collection[FieldKey]) -> list[Collision]:
        names = tuple(dict.fromkeys(name for line in self._lines for name in line.after or {}))
        found = stored_rows(self._session, self._table, self._ids, names)
        changes: list[RowChange] = []
        collisions: list[Collision] = []
        alike: dict[tuple[int, int], tuple[Fields, Fields]] = {}
        for line in self._lines:
            row = found.get(line.row_id)
            if row is None:
                raise self._refusal(line.row_id)
            expected, wanted = self._expected_and_wanted(line)
            if any(row.fields[name] != value for name, value in expected.items()):
                collided = list(_collisions(line, row, expected, wanted))
                collisions += collided
                kept = {one.field for one in collided if one.key in keeping}
                differing = _differing(row, wanted, kept)
            elif (known := alike.get((id(wanted), id(row.fields)))) is not None:
                differing = known
            else:
                differing = alike[id(wanted), id(row.fields)] = _differing(row, wanted, ())
            if differing[1]:
                changes.append(RowChange(line.row_id, line.claim_id, *differing))
        write_rows(self._session, self._table, changes)
        return collisions

    def _expected_and_wanted(self, line: _Line) -> tuple[Fields, Fields]:
        before, after = ({} if side is None else side for side in (line.before, line.after))
        return (after, before) if self._backwards else (before, after)

    def _last_removed(self) -> dict[int, Fields]:
        """What these rows were when they were last removed.

        Between an undo and a redo a capture may come in that continues an older action: it is no
        step of its own, so the row goes and comes back with it.
        """
        newest = self._of_rows(func.max(_LINE.c.id)).where(_LINE.c.after.is_(None))
        asked = select(_LINE.c.row_id, _LINE.c.before)
        asked = asked.where(_LINE.c.id.in_(newest.group_by(_LINE.c.row_id)))
        return {row_id: before for row_id, before in self._session.execute(asked)}

    def _continued(self) -> dict[int, frozenset[str]]:
        """What was written into the rows since by actions that continue an older one."""
        actions = table_of(Action)
        asked = self._of_rows(_LINE.c.row_id, _LINE.c.after).join_from(
            _LINE, actions, actions.c.id == _LINE.c.action_id
        )
        later = asked.where(
            _LINE.c.id > min(line.id or 0 for line in self._lines),
            actions.c.continues_id.is_not(None),
            _LINE.c.after.is_not(None),
        )
        found: dict[int, frozenset[str]] = {}
        for row_id, after in self._session.execute(later):
            found[row_id] = found.get(row_id, frozenset()) | frozenset(after)
        return found

    def _of_rows(self, *columns: Any) -> Select[Any]:  # noqa: ANN401 - whatever can be selected
        is_one = (_LINE.c.table == self._lines[0].table) & among(_LINE.c.row_id, self._ids)
        return select(*columns).where(is_one)

    def _refusal(self, row_id: int) -> UndoConflict:
        called = self._lines[0].table.replace("_", " ")
        return UndoConflict(
            f"This cannot be undone: {called} {row_id} was changed again since.",
            self._action.id or 0,
        )


def _collisions(
    line: _Line, row: StoredRow, expected: Fields, wanted: Fields
) -> Iterator[Collision]:
    """Give the fields that are neither as the line left them nor as it wants them."""
    for name, value in wanted.items():
        present = row.fields[name]
        if present not in (expected[name], value):
            yield Collision(line.table, line.row_id, line.claim_id, name, value, present)


def _differing(row: StoredRow, wanted: Fields, kept: Collection[str]) -> tuple[Fields, Fields]:
    after = {
        name: value
        for name, value in wanted.items()
        if name not in kept and row.fields[name] != value
    }
    return {name: row.fields[name] for name in after}, after


def _runs(session: Session, action: Action, *, backwards: bool) -> Iterator[list[_Line]]:
    """Give the lines in their order, those together that can be applied together."""
    run: list[_Line] = []
    rows: set[int] = set()
    for line in _lines(session, action, backwards=backwards):
        fits = run and line.table == run[0].table and line.row_id not in rows
        is_alike = fits and _does(line, backwards=True) is _does(run[0], backwards=True)
        if run and (not is_alike or len(run) == BATCH):
            yield run
            run, rows = [], set()
        run.append(line)
        rows.add(line.row_id)
    if run:
        yield run


def _lines(session: Session, action: Action, *, backwards: bool) -> Iterator[_Line]:
    """Give the lines a batch at a time: an action may have changed all that there is."""
    own = select(col(Action.id)).where(
        or_(col(Action.id) == action.id, col(Action.continues_id) == action.id)
    )
    asked = select(*(CHANGE.c[name] for name in _Line._fields))
    asked = asked.where(CHANGE.c.action_id.in_(own))
    order = CHANGE.c.id.desc() if backwards else CHANGE.c.id
    last: int | None = None
    while True:
        onward = asked
        if last is not None:
            onward = asked.where(CHANGE.c.id < last if backwards else CHANGE.c.id > last)
        found = session.execute(onward.order_by(order).limit(BATCH)).all()
        read = cache(json.loads)  # rows that changed alike share their fields
        for *told, before, after in found:
            yield _Line(*told, *(None if side is None else read(side) for side in (before, after)))
        if len(found) < BATCH:
            return
        last = found[-1].id


def _does(line: _Line, *, backwards: bool) -> _Does:
    before, after = (line.after, line.before) if backwards else (line.before, line.after)
    if before is None:
        return _Does.ADD
    return _Does.REMOVE if after is None else _Does.CHANGE
