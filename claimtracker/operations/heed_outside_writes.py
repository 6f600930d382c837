"""Hear that another program, or another desktop, wrote to the database."""

from collections.abc import Callable

from sqlmodel import Session

from claimtracker.storage.engine import LOOK
from claimtracker.storage.outside_writes import Stamp

__all__ = ["Stamp", "stamp"]


def stamp(session: Session) -> Stamp | None:
    """Return what differs once anything was written, by whomever; None where it cannot be told."""
    look: Callable[[], Stamp | None] = session.info[LOOK]
    return look()
