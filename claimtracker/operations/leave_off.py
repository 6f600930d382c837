"""Let work with a session be stopped while it goes on."""

from sqlmodel import Session

from claimtracker.storage.database_copy import IsStopped
from claimtracker.storage.left_off import IS_STOPPED, LeftOff

__all__ = ["LeftOff", "stop_when"]


def stop_when(session: Session, is_stopped: IsStopped) -> None:
    """Break off what this session does once `is_stopped`, which any thread may ask at any time.

    The statement under way, or the next one, then raises LeftOff, and the transaction leaves no
    trace. Asked first when the session's transaction begins.
    """
    session.info[IS_STOPPED] = is_stopped
