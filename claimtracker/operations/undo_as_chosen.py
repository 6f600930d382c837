"""Undo where a later change wrote the same fields: as a person chose, and only what was asked."""

from collections.abc import Callable, Collection
from functools import partial

from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError, UndoConflict
from claimtracker.claims.rows import ActionRow
from claimtracker.operations.undo import FieldKey

Take = Callable[..., ActionRow | None]
ALL_STAYS = "Everything stays as it is now: nothing was taken back."


def undo_as_chosen(
    session: Session, take: Take, asked: UndoConflict, keeping: Collection[FieldKey]
) -> ActionRow | None:
    """Take the step so that these fields stay as they are; the others asked about go back.

    `take` is undo, redo or take_back but for the session, the action and `keeping`; None where the
    action asked about is by now not the next one to undo or redo. Raises UndoConflict again where
    there is something else to choose than what was `asked`.
    """
    take = partial(take, action_id=asked.action_id)
    try:
        return take(session, keeping=None)
    except UndoConflict as now:
        if now.collisions != asked.collisions:
            raise
    try:
        return take(session, keeping=keeping)
    except UndoConflict:
        raise
    except ClaimTrackerError as error:
        raise (ClaimTrackerError(ALL_STAYS) if keeping else error) from error
