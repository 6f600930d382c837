"""That the file which is open is still the one at its path: what is written elsewhere is lost.

A system lets an open file be written to long after it was deleted, or its drive was taken away.
SQLite looks once, before its first write of a transaction, and at the number of the file alone.
"""

import os
import sqlite3
from pathlib import Path

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage.faults import exchanged, gone, gone_meanwhile
from claimtracker.storage.patience import IsStopped, never, patiently

Identity = tuple[int, int]
"""The disk that a file is on, and its number there: of an open file nobody else gets it."""


def identity(path: Path) -> Identity | None:
    """Which file lies there; None where there is none, or none that can be seen."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def _is_writable(path: Path) -> bool:
    """Whether whoever runs the program now may write to the file."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


class OpenFile:
    """The file that is open at a path, and whether whoever works on it knows of another one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: Identity | None = None
        self._was_missed = False
        self._is_news = False

    def is_exchanged(self) -> bool:
        """Whether another file lies there than was; raises ClaimTrackerError where none does."""
        found = identity(self.path)
        if found is None and self._file is not None:
            raise self.missed()
        if found == self._file:
            self._was_missed = False
        return found != self._file

    def take(self) -> None:
        """Take what lies there for the file that is open; what is written next may be refused."""
        self._is_news = self._file is not None and not self._was_missed
        self._file, self._was_missed = identity(self.path), False

    def missed(self) -> ClaimTrackerError:
        """Return the sentence for a file that is away; whoever reads it expects it to come back."""
        self._was_missed = True
        return ClaimTrackerError(gone(self.path))

    def note_seen(self) -> None:
        """Whoever works on it has heard that another file is there."""
        self._is_news = False

    def refuse_news(self) -> None:
        """Refuse, once, to write to a file that nobody has looked into yet."""
        if self._is_news:
            self._is_news = False
            raise ClaimTrackerError(exchanged(self.path))


class KeptFile(sqlite3.Connection):
    """A connection that acknowledges no commit to a file which is not at its path."""

    place: OpenFile
    file: Identity | None
    is_for_reading: bool
    is_set_up = False  # until its first transaction
    is_stopped: IsStopped = staticmethod(never)
    """Whether what is done by it is wanted no more."""

    def stands_for(self, place: OpenFile) -> None:
        """Remember which file was opened, and whether SQLite could do so for reading only."""
        self.place, self.file = place, identity(place.path)
        self.is_for_reading = not _is_writable(place.path)

    def is_outdated(self) -> bool:
        """Whether the file can be written to again, which this connection never can."""
        return self.is_for_reading and _is_writable(self.place.path)

    def commit(self) -> None:
        """Commit; raises ClaimTrackerError, and commits nothing, where the file is gone.

        It can go in the very moment, too: then nobody knows, and the sentence says so.
        """
        if not self.in_transaction:
            return
        path = self.place.path
        found = identity(path)
        if found is None:
            raise self.place.missed()
        if found != self.file:
            raise ClaimTrackerError(exchanged(path))
        # Somebody may read in the file, and nobody can commit as long as that goes on.
        patiently(self, super().commit, self.is_stopped)
        if identity(path) != self.file:
            raise ClaimTrackerError(gone_meanwhile(path))
