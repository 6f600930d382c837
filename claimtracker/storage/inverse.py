"""The lines of an action applied again, forwards or backwards, where they still hold.

Lines of one table that do the same to different rows are applied together; their order across
tables stays, since triggers keep the search index by what stands in other tables at that moment.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Any

from sqlalchemy import Select, func, select, text
from sqlmodel import Session, SQLModel

from claimtracker.claims.errors import Collision, UndoConflict
from claimtracker.storage import log_lines
from claimtracker.storage.change_log import table_of
from claimtracker.storage.consistency import JUDGED
from claimtracker.storage.log_lines import Does, Run
from claimtracker.storage.log_texts import Fields
from claimtracker.storage.logged_rows import RowChanges, stored_rows, write_rows
from claimtracker.storage.named_ids import among
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
    touched: set[int | None] = set()
    for run in log_lines.runs(session, action, backwards=backwards):
        touched.update(run.claim_ids)
        applied = _Applied(session, action, run, backwards=backwards, is_alone=is_alone)
        collisions += applied.apply(keeping)
    if collisions and keeping is None:
        count = "1 field" if len(collisions) == 1 else f"{len(collisions):,} fields"
        raise UndoConflict(
            f"This cannot be undone: {count} of it changed again since.",
            action.id or 0,
            collisions,
        )
    return {claim_id for claim_id in touched if claim_id is not None}


class _Applied:
    """A run of lines on its way into the database, forwards or backwards."""

    def __init__(
        self,
        session: Session,
        action: Action,
        run: Run,
        *,
        backwards: bool,
        is_alone: bool,
    ) -> None:
        self._session = session
        self._action = action
        self._run = run
        self._backwards = backwards
        self._is_alone = is_alone
        self._table = _TABLES[run.table]
        is_repeating = is_alone and self._table is Claim
        self._repeated = frozenset(JUDGED) if is_repeating else frozenset()
        self._stripped: dict[int, tuple[Fields, Fields]] = {}  # by identity; holds it

    def apply(self, keeping: Collection[FieldKey] | None) -> list[Collision]:
        """Write what the lines want; return the fields that were written by others since."""
        if self._run.does is Does.ADD:
            self._add()
            return []
        if self._run.does is Does.REMOVE:
            self._remove()
            return []
        return self._change(keeping or ())

    def _add(self) -> None:
        if found := stored_rows(self._session, self._table, self._run.row_ids, ("id",)).fields:
            raise self._refusal(next(iter(found)))
        last = self._last_removed() if self._backwards else {}
        run = self._run
        told = run.before if self._backwards else run.after
        wanted = [last.get(*each) for each in zip(run.row_ids, told, strict=True)]
        added = RowChanges(run.row_ids, run.claim_ids, [None] * len(wanted), wanted)
        write_rows(self._session, self._table, added)

    def _remove(self) -> None:
        run = self._run
        found = stored_rows(self._session, self._table, run.row_ids).fields
        rows = [found.get(row_id) for row_id in run.row_ids]
        if rows != (run.after if self._backwards else run.before):
            self._refuse_changed(found)
        gone = RowChanges(run.row_ids, run.claim_ids, rows, [None] * len(rows))
        write_rows(self._session, self._table, gone)

    def _refuse_changed(self, found: dict[int, Fields]) -> None:
        """Refuse to remove a row that is not as its line left it, but for what continued it."""
        continued = {} if self._backwards else self._continued()
        for row_id, _claim_id, expected, _wanted in self._lines():
            own = expected.keys() - continued.get(row_id, frozenset()) - self._repeated
            fields = found.get(row_id)
            if fields is None or any(fields[name] != expected[name] for name in own):
                raise self._refusal(row_id)

    def _change(self, keeping: Collection[FieldKey]) -> list[Collision]:
        names = tuple(dict.fromkeys(chain.from_iterable(filter(None, self._run.after))))
        found = stored_rows(self._session, self._table, self._run.row_ids, names).fields
        changes = RowChanges()
        collisions: list[Collision] = []
        alike: dict[tuple[int, int, int], tuple[Fields, Fields]] = {}  # where nothing collides
        since = self._written_since()
        for row_id, claim_id, *sides in self._lines():
            fields = found.get(row_id)
            if fields is None:
                raise self._refusal(row_id)
            expected, wanted = map(self._own, sides) if self._repeated else sides
            later = since[row_id] & wanted.keys() if row_id in since else frozenset()
            key = (id(expected), id(wanted), id(fields))
            differing = None if later else alike.get(key)
            if differing is None:
                row = (self._run.table, row_id, claim_id)
                collided = list(_collisions(row, fields, expected, wanted, later))
                collisions += collided
                kept = {one.field for one in collided if one.key in keeping}
                differing = _differing(fields, wanted, kept)
                if not later and not collided:
                    alike[key] = differing
            if differing[1]:
                changes.add(row_id, claim_id, *differing)
        write_rows(self._session, self._table, changes)
        return collisions

    def _lines(self) -> Iterator[tuple[int, int | None, Fields, Fields]]:
        """Give each row's id and claim, what it should hold now and what it is to hold."""
        run = self._run
        sides = (run.after, run.before) if self._backwards else (run.before, run.after)
        told = ([{} if fields is None else fields for fields in side] for side in sides)
        return zip(run.row_ids, run.claim_ids, *told, strict=True)

    def _own(self, side: Fields) -> Fields:
        """What a line says but for what is repeated there; the same for lines that say the same."""
        if not self._repeated & side.keys():
            return side
        if id(side) not in self._stripped:
            kept = {name: value for name, value in side.items() if name not in self._repeated}
            self._stripped[id(side)] = (side, kept)
        return self._stripped[id(side)][1]

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
            _LINE.c.id > self._run.first_id,
            actions.c.continues_id.is_not(None),
            _LINE.c.after.is_not(None),
        )
        return _by_row(self._session.execute(later))

    def _of_rows(self, *columns: Any) -> Select[Any]:  # noqa: ANN401 - whatever can be selected
        is_one = (_LINE.c.table == self._run.table) & among(_LINE.c.row_id, self._run.row_ids)
        return select(*columns).where(is_one)

    def _refusal(self, row_id: int) -> UndoConflict:
        called = self._run.table.replace("_", " ")
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
    row: tuple[str, int, int | None],
    fields: Fields,
    expected: Fields,
    wanted: Fields,
    later: Collection[str],
) -> Iterator[Collision]:
    """Give the fields of a row that are neither as its line left them nor as it wants them.

    Those that were written `later` are what somebody else wants, even where it is the same.
    """
    for name, value in wanted.items():
        present = fields[name]
        if present != value and (name in later or present != expected[name]):
            yield Collision(*row, name, value, present)


def _differing(fields: Fields, wanted: Fields, kept: Collection[str]) -> tuple[Fields, Fields]:
    after = {
        name: value for name, value in wanted.items() if name not in kept and fields[name] != value
    }
    return {name: fields[name] for name in after}, after
