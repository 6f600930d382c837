"""Look whether the open database holds what cannot be read, though its file is whole."""

from pathlib import Path

from sqlmodel import Session

from claimtracker.storage.engine import PATH
from claimtracker.storage.patience import IsStopped, never
from claimtracker.storage.wrong_values import unreadable_value


def look_for_damage(session: Session, *, is_stopped: IsStopped = never) -> None:
    """Raise Damaged where a row holds a day that is none, an unknown verdict or bytes for a text.

    Some rows at a time, each in a transaction of its own: nobody who writes has to wait for it.
    """
    session.rollback()
    path: Path = session.info[PATH]
    if found := unreadable_value(path, of_odd_bytes=False, is_stopped=is_stopped):
        raise found
