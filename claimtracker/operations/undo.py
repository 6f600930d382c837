"""Take back the newest action or an older one, or bring back the last one taken back."""

from collections.abc import Collection

from sqlmodel import Session

from claimtracker.claims.rows import ActionRow
from claimtracker.storage import undo as log
from claimtracker.storage.inverse import FieldKey
from claimtracker.storage.undo import Steps

__all__ = ["FieldKey", "Steps", "next_steps", "redo", "take_back", "undo"]


def undo(
    session: Session,
    *,
    by: str,
    action_id: int | None = None,
    keeping: Collection[FieldKey] | None = None,
) -> ActionRow | None:
    """Undo the newest action that stands; None where there is nothing to undo.

    With `action_id`, this action or nothing: None where another one is the newest. Raises
    UndoConflict where somebody else wrote the same fields since, unless `keeping` says which of
    them stay as they are now; the others are overwritten.
    """
    return log.undo_newest(session, by, only=action_id, keeping=keeping)


def redo(
    session: Session,
    *,
    by: str,
    action_id: int | None = None,
    keeping: Collection[FieldKey] | None = None,
) -> ActionRow | None:
    """Do again what the last undo took back; None where something new was done since.

    With `action_id`, this action or nothing. Raises UndoConflict, both as `undo` does.
    """
    return log.redo_oldest(session, by, only=action_id, keeping=keeping)


def take_back(
    session: Session,
    action_id: int,
    *,
    by: str,
    keeping: Collection[FieldKey] | None = None,
) -> ActionRow:
    """Take back one action alone, whatever was done since, as a new step that can be undone.

    Raises UndoConflict as `undo` does, and ClaimTrackerError for what cannot be taken back.
    """
    return log.take_back(session, action_id, by, keeping=keeping)


def next_steps(session: Session) -> Steps:
    """Name what undo and redo would take next."""
    return log.steps(session)
