"""Let work with a session be stopped while it goes on."""

from collections.abc import Callable

from sqlalchemy import event
from sqlmodel import Session

from claimtracker.storage.left_off import IS_STOPPED, is_stopped
from claimtracker.storage.patience import IsStopped, LeftOff

__all__ = ["LeftOff", "is_stopped", "stop_when", "when_stored"]


def stop_when(session: Session, is_stopped: IsStopped) -> None:
    """Break off what this session does once `is_stopped`, which any thread may ask at any time.

    The statement under way, or the next one, then raises LeftOff, and the transaction leaves no
    trace.
    """
    session.info[IS_STOPPED] = is_stopped


def when_stored(session: Session, note: Callable[[], object]) -> None:
    """Call `note` when something that this session did is stored, whatever comes after it."""
    event.listen(session, "after_commit", lambda _session: note())
