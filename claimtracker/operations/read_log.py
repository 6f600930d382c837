"""Read the log of everything that was done: actions by filter, and their changes in words."""

from array import array
from collections.abc import Sequence

from sqlmodel import Session

from claimtracker.claims.log import LogFilter, LoggedRow
from claimtracker.claims.rows import ChangeRow
from claimtracker.storage import action_log, changes


def ids(session: Session, wanted: LogFilter, limit: int | None = None) -> "array[int]":
    """Return the actions that fit, the newest first; with `limit` so many at most."""
    return action_log.action_ids(session, wanted, limit)


def rows(session: Session, wanted: Sequence[int]) -> dict[int, LoggedRow]:
    """Return these actions by id."""
    return action_log.action_rows(session, wanted)


def people(session: Session) -> list[str]:
    """Return the names of all who did something, in the order of the alphabet."""
    return action_log.people(session)


def change_ids(session: Session, action_id: int) -> "array[int]":
    """Return the changes of an action, in their order."""
    return changes.of_action(session, action_id)


def change_rows(session: Session, wanted: Sequence[int]) -> dict[int, ChangeRow]:
    """Return these changes by id, with what the numbers in them stand for."""
    return {change.id: change for change in changes.change_rows(session, wanted)}


def first_changes(session: Session, action_id: int, limit: int) -> list[ChangeRow]:
    """Return the first changes of an action."""
    found = changes.of_action(session, action_id)[:limit]
    return list(changes.change_rows(session, found))
