"""Take back the newest action, or bring back the last one taken back."""

from sqlmodel import Session

from claimtracker.claims.rows import ActionRow
from claimtracker.storage import undo as log
from claimtracker.storage.undo import Steps

__all__ = ["Steps", "next_steps", "redo", "undo"]


def undo(session: Session, *, by: str, only: int | None = None) -> ActionRow | None:
    """Undo the newest action that stands; None where there is nothing to undo.

    With `only`, the action of this id or nothing: None where another one is the newest.
    """
    return log.undo_newest(session, by, only=only)


def redo(session: Session, *, by: str) -> ActionRow | None:
    """Do again what the last undo took back; None where something new was done since."""
    return log.redo_oldest(session, by)


def next_steps(session: Session) -> Steps:
    """Name what undo and redo would take next."""
    return log.steps(session)
