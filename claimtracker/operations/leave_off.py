"""Let work with a session be stopped while it goes on."""

from collections.abc import Callable

from sqlalchemy import event
from sqlmodel import Session

from claimtracker.storage.left_off import IS_STOPPED, is_stopped
from claimtracker.storage.patience import IsStopped, LeftOff

__all__ = ["IsStopped", "LeftOff", "is_stopped", "of_no_file", "when_stored"]


def of_no_file(is_stopped: IsStopped) -> Session:
    """A session for work that needs no open database, and asks whether it is stopped."""
    return Session(info={IS_STOPPED: is_stopped})


def when_stored(session: Session, note: Callable[[], object]) -> None:
    """Call `note` when something that this session did is stored, whatever comes after it."""
    event.listen(session, "after_commit", lambda _session: note())
