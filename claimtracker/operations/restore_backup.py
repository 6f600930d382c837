"""Restore a backup: what it would bring, and doing it. The database is closed by whoever asks."""

import os
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlmodel import Session

from claimtracker.claims.backups import Comparison, Restored
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage import left_off, restore
from claimtracker.storage.database_place import located
from claimtracker.storage.engine import PATH
from claimtracker.storage.patience import IsStopped, never


def rehearse_restore(database: Path, backup: Path, *, is_stopped: IsStopped = never) -> Comparison:
    """Check the backup and say what it holds beside the present database; nothing is changed.

    Raises ClaimTrackerError for a backup that is damaged, or made by a newer ClaimTracker, or whose
    change log does not end as it was written.
    """
    return restore.compared(_place(database), located(backup), is_stopped)


def rehearse_here(session: Session, backup: Path) -> Comparison:
    """The same for the database that is open."""
    session.rollback()  # whoever writes need not wait for it
    is_stopped = partial(left_off.is_stopped, session)
    return rehearse_restore(session.info[PATH], backup, is_stopped=is_stopped)


def restore_backup(database: Path, backup: Path, *, now: datetime | None = None) -> Restored:
    """Put the backup in the place of the database, which is kept beside it under another name.

    Captured files that are missing are brought back. Raises ClaimTrackerError where it fails, and
    the database is as it was.
    """
    return restore.put_back(_place(database), located(backup), now or datetime.now(UTC))


def _place(database: Path) -> Path:
    place = located(database)
    if os.path.isdir(place):
        raise ClaimTrackerError(f"{place} is a folder, not a database.")
    if not os.path.isdir(place.parent):
        raise ClaimTrackerError(f"The folder {place.parent} does not exist.")
    return place
