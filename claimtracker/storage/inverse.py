"""The lines of an action applied again, forwards or backwards, where they still hold.

Lines of one table that do the same to different rows are applied together; their order across
tables stays, since triggers keep the search index by what stands in other tables at that moment.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Select, func, select, text
from sqlmodel import Session, SQLModel

from claimtracker.claims.errors import Collision, UndoConflict
from claimtracker.storage import log_lines
from claimtracker.storage.change_log import Fields, table_of
from claimtracker.storage.consistency import JUDGED
from claimtracker.storage.log_lines import Does, Line, does
from claimtracker.storage.logged_rows import (
    RowChange,
    StoredRow,
    among,
    stored_rows,
    write_rows,
)
from claimtracker.storage.tables import Action, Change, Claim

FieldKey = tuple[str, int, str]
"""A field of a row: the table, the row's id, the column."""

_TABLES: dict[str, type[SQLModel]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in SQLModel._sa_registry.mappers  # the only list of tables that sqlmodel keeps
}
_LINE = table_of(Change)


def apply_action(
    session: Session,
    action: Action,
    *,
    backwards: bool,
    keeping: Collection[FieldKey] | None = None,
    is_alone: bool = False,
) -> set[int]:
    """Apply the lines of an action and of those that continue it, within an open action.

    Fields that something else wrote since are left alone where `keeping` names them, and
    overwritten otherwise; without `keeping` UndoConflict is raised with all of them. One that is
    taken back alone leaves later steps standing: what these wrote collides even where it is the
    same, and what a claim repeats of its assessments is left to the caller. Returns the claims
    that were touched.
    """
    session.execute(text("PRAGMA defer_foreign_keys = ON"))  # lines need not come parents first
    collisions: list[Collision] = []
    touched: set[int] = set()
    for run in log_lines.runs(session, action, backwards=backwards):
        touched.update(line.claim_id for line in run if line.claim_id is not None)
        applied = _Run(session, action, run, backwards=backwards, is_alone=is_alone)
        collisions += applied.apply(keeping)
    if collisions and keeping is None:
        count = "1 field" if len(collisions) == 1 else f"{len(collisions):,} fields"
        raise UndoConflict(
            f"This cannot be undone: {count} of it changed again since.",
            action.id or 0,
            collisions,
        )
    return touched


class _Run:
    """Lines of one table that all add, remove or change rows, each row once."""

    def __init__(
        self,
        session: Session,
        action: Action,
        lines: Sequence[Line],
        *,
        backwards: bool,
        is_alone: bool,
    ) -> None:
        self._session = session
        self._action = action
        self._lines = lines
        self._backwards = backwards
        self._is_alone = is_alone
        self._table = _TABLES[lines[0].table]
        self._does = does(lines[0], backwards=backwards)
        self._ids = [line.row_id for line in lines]
        self._stripped: dict[int, tuple[Fields, Fields]] = {}  # by identity; holds it

    def apply(self, keeping: Collection[FieldKey] | None) -> list[Collision]:
        """Write what the lines want; return the fields that were written by others since."""
        if self._does is Does.ADD:
            self._add()
            return []
        if self._does is Does.REMOVE:
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
            own -= self._repeated
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
        since = self._written_since()
        for line in self._lines:
            row = found.get(line.row_id)
            if row is None:
                raise self._refusal(line.row_id)
            expected, wanted = self._expected_and_wanted(line)
            later = since.get(line.row_id, frozenset()) & wanted.keys()
            if later or any(row.fields[name] != value for name, value in expected.items()):
                collided = list(_collisions(line, row, expected, wanted, later))
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

    def _expected_and_wanted(self, line: Line) -> tuple[Fields, Fields]:
        before, after = (self._own(side) for side in (line.before, line.after))
        return (after, before) if self._backwards else (before, after)

    def _own(self, side: Fields | None) -> Fields:
        """What a line says but for what is repeated there; the same for lines that say the same."""
        if side is None or not self._repeated & side.keys():
            return {} if side is None else side
        if id(side) not in self._stripped:
            kept = {name: value for name, value in side.items() if name not in self._repeated}
            self._stripped[id(side)] = (side, kept)
        return self._stripped[id(side)][1]

    @property
    def _repeated(self) -> frozenset[str]:
        is_repeating = self._is_alone and self._table is Claim
        return frozenset(JUDGED) if is_repeating else frozenset()

    def _written_since(self) -> dict[int, frozenset[str]]:
        """What steps that still stand wrote into the rows after this action."""
        if not self._is_alone:
            return {}
        actions = table_of(Action)
        asked = self._of_rows(_LINE.c.row_id, _LINE.c.after).join_from(
            _LINE, actions, actions.c.id == _LINE.c.action_id
        )
        return _by_row(
            self._session.execute(
                asked.where(
                    actions.c.id > self._action.id,
                    actions.c.is_undoable,
                    actions.c.undone_by_id.is_(None),
                    _LINE.c.before.is_not(None),
                    _LINE.c.after.is_not(None),
                )
            )
        )

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
        return _by_row(self._session.execute(later))

    def _of_rows(self, *columns: Any) -> Select[Any]:  # noqa: ANN401 - whatever can be selected
        is_one = (_LINE.c.table == self._lines[0].table) & among(_LINE.c.row_id, self._ids)
        return select(*columns).where(is_one)

    def _refusal(self, row_id: int) -> UndoConflict:
        called = self._lines[0].table.replace("_", " ")
        return UndoConflict(
            f"This cannot be undone: {called} {row_id} was changed again since.",
            self._action.id or 0,
        )


def _by_row(written: Iterable[Any]) -> dict[int, frozenset[str]]:
    """The columns that were written, by the row."""
    found: dict[int, frozenset[str]] = {}
    for row_id, after in written:
        found[row_id] = found.get(row_id, frozenset()) | frozenset(after)
    return found


def _collisions(
    line: Line, row: StoredRow, expected: Fields, wanted: Fields, later: Collection[str]
) -> Iterator[Collision]:
    """Give the fields that are neither as the line left them nor as it wants them.

    Those that were written `later` are what somebody else wants, even where it is the same.
    """
    for name, value in wanted.items():
        present = row.fields[name]
        if present != value and (name in later or present != expected[name]):
            yield Collision(line.table, line.row_id, line.claim_id, name, value, present)


def _differing(row: StoredRow, wanted: Fields, kept: Collection[str]) -> tuple[Fields, Fields]:
    after = {
        name: value
        for name, value in wanted.items()
        if name not in kept and row.fields[name] != value
    }
    return {name: row.fields[name] for name in after}, after
