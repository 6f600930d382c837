"""Undo and redo: the inverse of an action's lines, applied only where they still hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, text
from sqlmodel import Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import ActionRow
from claimtracker.storage import change_log
from claimtracker.storage.change_log import Fields
from claimtracker.storage.tables import Action, Change

_TABLES: dict[str, type[SQLModel]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in SQLModel._sa_registry.mappers  # the only list of tables that sqlmodel keeps
}


class UndoConflict(ClaimTrackerError):
    """What would be undone was changed again since, by something outside the undo order."""


@dataclass(frozen=True)
class Steps:
    """What undo and redo would take next."""

    undo: ActionRow | None
    redo: ActionRow | None


def steps(session: Session) -> Steps:
    """The next action to undo and the next to redo; the log itself is the stack."""
    return Steps(_as_row(_newest_done(session)), _as_row(_oldest_undone(session)))


def undo_newest(session: Session, by: str, *, only: int | None = None) -> ActionRow | None:
    """Append the inverse of the newest action that still stands; None if there is none.

    With `only`, None as well where that is not the action of this id.
    """
    done = _newest_done(session)
    if done is None or only not in (None, done.id):
        return None
    with change_log.recorded(session, f"undo: {done.name}", by, is_undoable=False) as action:
        _apply(session, done, backwards=True)
        change_log.mark_undone(session, done, action)
    return _as_row(done)


def redo_oldest(session: Session, by: str) -> ActionRow | None:
    """Apply again what the last undo took back; None when something new was done since."""
    undone = _oldest_undone(session)
    if undone is None:
        return None
    with change_log.recorded(session, f"redo: {undone.name}", by, is_undoable=False):
        _apply(session, undone, backwards=False)
        change_log.mark_undone(session, undone, None)
    return _as_row(undone)


def _newest_done(session: Session) -> Action | None:
    standing = select(func.max(Action.id)).where(
        col(Action.is_undoable), col(Action.undone_by_id).is_(None)
    )
    return session.exec(select(Action).where(col(Action.id) == standing.scalar_subquery())).first()


def _oldest_undone(session: Session) -> Action | None:
    # Something new done since, even if itself undone, ends what could be done again before it.
    newest = select(func.max(Action.id)).where(col(Action.is_undoable))
    undone = select(Action).where(
        col(Action.is_undoable),
        col(Action.undone_by_id) > newest.scalar_subquery(),
    )
    return session.exec(undone.order_by(col(Action.id)).limit(1)).first()


def _apply(session: Session, action: Action, *, backwards: bool) -> None:
    session.execute(text("PRAGMA defer_foreign_keys = ON"))  # lines need not come parents first
    order = col(Change.id).desc() if backwards else col(Change.id)
    own = select(Action.id).where((Action.id == action.id) | (Action.continues_id == action.id))
    lines = select(Change).where(col(Change.action_id).in_(own)).order_by(order)
    for line in session.exec(lines).all():
        if line.after is None:
            _apply_removal(session, line, backwards=backwards)
        elif backwards:
            _apply_line(session, line, line.after, line.before)
        else:
            _apply_line(session, line, line.before, line.after)
        session.flush()


def _apply_removal(session: Session, line: Change, *, backwards: bool) -> None:
    """Remove the row again, or bring it back as it was when it was last removed.

    Between an undo and a redo a capture may come in that continues an older action: it is no step
    of its own, so the row goes and comes back with it.
    """
    before = line.before or {}
    if backwards:
        _apply_line(session, line, None, _last_removed(session, line))
        return
    continued = {name for fields in _continued(session, line) for name in fields}
    kept = {name: value for name, value in before.items() if name not in continued}
    _apply_line(session, line, kept, None)


def _last_removed(session: Session, line: Change) -> Fields | None:
    asked = _of_row(line).where(col(Change.after).is_(None))
    newest = session.exec(asked.order_by(col(Change.id).desc()).limit(1)).one()
    return newest.before


def _continued(session: Session, line: Change) -> Iterator[Fields]:
    """Give what was written into the row since by actions that continue an older one."""
    asked = _of_row(line).join(Action, col(Action.id) == Change.action_id)
    later = asked.where(col(Change.id) > line.id, col(Action.continues_id).is_not(None))
    return (found.after or {} for found in session.exec(later))


def _of_row(line: Change) -> SelectOfScalar[Change]:
    return select(Change).where(col(Change.table) == line.table, col(Change.row_id) == line.row_id)


def _apply_line(
    session: Session, line: Change, before: Fields | None, after: Fields | None
) -> None:
    table = _TABLES[line.table]
    row = session.get(table, line.row_id, populate_existing=True)
    if before is None:
        if row is not None:
            raise _conflict(line)
        session.add(table(id=line.row_id, **change_log.decoded(table, after or {})))
        return
    if row is None or not before.items() <= change_log.fields_of(row).items():
        raise _conflict(line)
    if after is None:
        session.delete(row)
        return
    for name, value in change_log.decoded(table, after).items():
        setattr(row, name, value)


def _conflict(line: Change) -> UndoConflict:
    return UndoConflict(
        f"This cannot be undone: {line.table} {line.row_id} was changed again since."
    )


def _as_row(action: Action | None) -> ActionRow | None:
    return None if action is None else ActionRow(action.id or 0, action.name)
