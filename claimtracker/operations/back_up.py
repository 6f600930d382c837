"""Back the database up: by itself into its folder, or to a file that a person names."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session

from claimtracker.claims.backups import MadeBackup
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage import backups, left_off
from claimtracker.storage.database_place import located
from claimtracker.storage.engine import PATH
from claimtracker.storage.patience import IsStopped, LeftOff, never

MANY_CLAIMS = 20  # a change to more than so many is backed up before

T = TypeVar("T")


def back_up(
    session: Session, *, is_stopped: IsStopped = never, now: datetime | None = None
) -> MadeBackup | None:
    """Make a backup in the folder `backups`, and let go those that are older than is kept.

    None where nothing was changed since the newest one. Others can write meanwhile. Raises
    ClaimTrackerError where it fails; the database is only read.
    """
    session.rollback()  # a reader holds up whoever writes, and the copy reads by itself
    path: Path = session.info[PATH]

    def is_left_off() -> bool:
        return is_stopped() or left_off.is_stopped(session)

    try:
        if backups.is_backed_up(path, is_left_off):
            return None
    except LeftOff:
        raise ClaimTrackerError("The backup was stopped; none was made.") from None
    return backups.make_backup(path, now or datetime.now(UTC), is_left_off)


def back_up_first(session: Session, operation: Callable[[Session], T]) -> T:
    """Carry out what changes much, after a backup; without one nothing is changed."""
    try:
        back_up(session)
    except ClaimTrackerError as error:
        told = f"No backup could be made before, so nothing was changed: {error}"
        raise ClaimTrackerError(told) from error
    return operation(session)


def back_up_to(session: Session, target: Path, *, replaces: bool = False) -> MadeBackup:
    """Copy the database to this file, and its captured files into `files` beside it.

    Raises ClaimTrackerError for a file that is there already, unless it `replaces` that.
    """
    session.rollback()
    path, target = session.info[PATH], located(target)
    if os.path.isdir(target):
        raise ClaimTrackerError(f"{target} is a folder: name a file in it.")
    if not os.path.isdir(target.parent):
        raise ClaimTrackerError(f"The folder {target.parent} does not exist.")
    if os.path.exists(target):
        if os.path.samefile(target, path):
            raise ClaimTrackerError(f"{target} is the database itself.")
        if not replaces:
            raise ClaimTrackerError(f"{target} is there already; nothing was changed.")
    return backups.copy_to(path, target)
