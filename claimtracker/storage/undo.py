"""Undo and redo: the log itself is the stack."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from claimtracker.claims.errors import ClaimTrackerError, UndoConflict
from claimtracker.claims.rows import ActionRow
from claimtracker.storage import change_log
from claimtracker.storage.consistency import link_faults, repeat_verdicts
from claimtracker.storage.inverse import FieldKey, apply_action
from claimtracker.storage.tables import Action

_BUILDS_ON = "Later changes build on “{}”: take those back first."


@dataclass(frozen=True)
class Steps:
    """What undo and redo would take next."""

    undo: ActionRow | None
    redo: ActionRow | None


def steps(session: Session) -> Steps:
    """The next action to undo and the next to redo; the log itself is the stack."""
    return Steps(_as_row(_newest_done(session)), _as_row(_oldest_undone(session)))


def undo_newest(
    session: Session,
    by: str,
    *,
    only: int | None = None,
    keeping: Collection[FieldKey] | None = None,
) -> ActionRow | None:
    """Append the inverse of the newest action that still stands; None if there is none.

    With `only`, None as well where that is not the action of this id. Raises UndoConflict where
    fields were written since, unless `keeping` says which of them stay as they are.
    """
    done = _newest_done(session)
    if done is None or only not in (None, done.id):
        return None
    with change_log.recorded(session, f"undo: {done.name}", by, is_undoable=False) as action:
        apply_action(session, done, backwards=True, keeping=keeping)
        change_log.mark_undone(session, done, action)
    return _as_row(done)


def redo_oldest(
    session: Session,
    by: str,
    *,
    only: int | None = None,
    keeping: Collection[FieldKey] | None = None,
) -> ActionRow | None:
    """Apply again what the last undo took back; None when something new was done since.

    With `only`, None as well where that is not the action of this id.
    """
    undone = _oldest_undone(session)
    if undone is None or only not in (None, undone.id):
        return None
    with change_log.recorded(session, f"redo: {undone.name}", by, is_undoable=False):
        apply_action(session, undone, backwards=False, keeping=keeping)
        change_log.mark_undone(session, undone, None)
    return _as_row(undone)


def take_back(
    session: Session, action_id: int, by: str, *, keeping: Collection[FieldKey] | None = None
) -> ActionRow:
    """Append the inverse of one action, whatever was done since, as a step of its own.

    A verdict is never chosen by it: a claim has that of the newest assessment that still stands.
    Raises UndoConflict as the undo of the newest does, and where later changes would be wrong
    without it; ClaimTrackerError where there is nothing to take back.
    """
    is_one = 0 < action_id < 2**63  # a longer number overflows in the driver
    done = session.get(Action, action_id, populate_existing=True) if is_one else None
    if done is None or not done.is_undoable or done.undone_by_id is not None:
        raise ClaimTrackerError("That is no change that still stands: nothing was taken back.")
    try:
        with change_log.recorded(session, f"take back: {done.name}", by) as action:
            touched = apply_action(session, done, backwards=True, keeping=keeping, is_alone=True)
            repeat_verdicts(session, touched)
            if fault := next(link_faults(session), None):
                raise UndoConflict(f"{_BUILDS_ON.format(done.name)} {fault}", action_id)
    except IntegrityError as error:
        raise UndoConflict(_BUILDS_ON.format(done.name), action_id) from error
    if change_log.kept_id(session, action) is None:
        raise ClaimTrackerError(f"“{done.name}” was taken back already: nothing is left of it.")
    return _as_row(done) or ActionRow(action_id, done.name)


def _newest_done(session: Session) -> Action | None:
    standing = select(func.max(Action.id)).where(
        col(Action.is_undoable), col(Action.undone_by_id).is_(None)
    )
    return session.exec(select(Action).where(col(Action.id) == standing.scalar_subquery())).first()


def _oldest_undone(session: Session) -> Action | None:
    # Something new done since, even if itself undone, ends what could be done again before it.
    # Where it is the last of all, as after each change, there is no need to look through them.
    newest = session.exec(select(func.max(Action.id)).where(col(Action.is_undoable))).one()
    if newest is None or newest == session.exec(select(func.max(Action.id))).one():
        return None
    undone = select(Action).where(col(Action.is_undoable), col(Action.undone_by_id) > newest)
    return session.exec(undone.order_by(col(Action.id)).limit(1)).first()


def _as_row(action: Action | None) -> ActionRow | None:
    return None if action is None else ActionRow(action.id or 0, action.name, action.by)
