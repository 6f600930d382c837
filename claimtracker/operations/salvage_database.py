"""Salvage: what can be read of a damaged database is brought into a new one beside it."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.salvaged import Salvaged
from claimtracker.operations.verify import verify
from claimtracker.storage import salvage
from claimtracker.storage.backup_files import carry
from claimtracker.storage.change_log import recorded
from claimtracker.storage.damaged_copy import may_hold_claims
from claimtracker.storage.database_place import located
from claimtracker.storage.engine import open_database
from claimtracker.storage.file_store import FileStore
from claimtracker.storage.named_files import NamedFile, named_files
from claimtracker.storage.patience import IsStopped, never

Tell = Callable[[int, int], object]
ACTION = "Salvage from a damaged database"


def may_be_salvaged(database: Path) -> bool:
    """Whether there is a trace of claims in a file."""
    return may_hold_claims(located(database))


def salvage_database(
    damaged: Path,
    into: Path | None = None,
    *,
    by: str,
    tell: Tell = lambda _done, _total: None,
    is_stopped: IsStopped = never,
    now: datetime | None = None,
) -> Salvaged:
    """Bring what can be read into a new database at `into`, or beside the damaged one.

    The damaged file is left as it is. Raises ClaimTrackerError where nothing can be read, where
    there is a file at `into`, and once it is stopped: then nothing is there.
    """
    damaged, at, begun = _there(damaged), now or datetime.now(UTC), time.time_ns()
    target = located(into) if into else salvage.name_beside(damaged, at)
    if os.path.lexists(target):
        raise ClaimTrackerError(f"{target} is there already; nothing was changed.")
    if not os.path.isdir(target.parent):
        raise ClaimTrackerError(f"The folder {target.parent} does not exist.")
    with salvage.salvaged(damaged, target.parent, tell, is_stopped) as part:
        done, named = _logged(part, by)
        lacking = 0
        if target.parent != damaged.parent:  # the captured files lie beside the damaged one
            carried = carry(named, FileStore(damaged), FileStore(target), is_stopped)
            lacking = carried.lacking
        salvage.place_at(part, target, damaged)
    os.utime(target, ns=(begun, begun))  # what `use_salvaged` holds a later change against
    return replace(done, path=target, damaged=damaged, lacking=lacking)


def use_salvaged(damaged: Path, new: Path, *, now: datetime | None = None) -> Path:
    """Give what was salvaged the damaged database's name; return where that is kept beside it.

    The database is closed by whoever asks. Raises ClaimTrackerError where it fails, or where the
    damaged one was written to since the salvage began; then both are as they were.
    """
    salvaged, there = _there(new), _there(damaged)
    if there.stat().st_mtime_ns > salvaged.stat().st_mtime_ns:
        raise ClaimTrackerError(f"{there} was changed since it was salvaged: salvage it again.")
    return salvage.place_instead(salvaged, there, now or datetime.now(UTC))


def _there(path: Path) -> Path:
    place = located(path)
    if not os.path.isfile(place):  # Path.is_file raises for a name that is too long
        raise ClaimTrackerError(f"There is no file at {path}.")
    return place


def _logged(part: salvage.Part, by: str) -> tuple[Salvaged, list[NamedFile]]:
    """Note in the log that what follows was done in a salvaged database, and look through it."""
    database = open_database(part.path)
    try:
        with database.session() as session:
            with recorded(session, ACTION, by, is_undoable=False):
                pass
            found = verify(session, hashes_files=False)
            named = named_files(session)
    finally:
        database.close()
    done = Salvaged(part.path, part.path, part.tables, part.has_gaps, len(found.problems))
    return done, named
