"""That something was written to the file, by whichever program: asked often, and cheaply."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from claimtracker.storage.patience import is_busy


@dataclass(frozen=True)
class Stamp:
    """Differs from an earlier one where something was committed between; which file it is of.

    `opened` counts the connections: what happened while there was none cannot be known.
    """

    opened: int
    version: int


class Watch:
    """A connection of its own, which holds neither a transaction nor a lock between two looks.

    `PRAGMA data_version` moves with every commit of any other connection
    (https://www.sqlite.org/pragma.html#pragma_data_version), over a network's folder as well.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._opened = 0

    @property
    def opened(self) -> int:
        """How often it was opened: anew where another file lies there, or it could not be read."""
        return self._opened

    def stamp(self) -> Stamp | None:
        """Look; None where that cannot be told just now: the file is away, or being written to."""
        try:
            connection = self._connected()
            (version,) = connection.execute("PRAGMA data_version").fetchone()
        except (OSError, sqlite3.Error) as error:  # who reads the claims will say what is wrong
            if not is_busy(error):
                self.close()
            return None
        return Stamp(self._opened, int(version))

    def close(self) -> None:
        """Let go of the file."""
        connection, self._connection, self._file = self._connection, None, None
        if connection is not None:
            connection.close()

    def _connected(self) -> sqlite3.Connection:
        """The connection to the file that lies there now; one to another file hears nothing."""
        found = os.stat(self._path)
        file = (found.st_dev, found.st_ino)
        if self._connection is None or file != self._file:
            self.close()
            self._connection, self._file = _connect(self._path), file
            self._opened += 1
        return self._connection


def _connect(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(os.fsencode(path))}?mode=rw"
    # No patience: who writes just now is heard of at the next look.
    return sqlite3.connect(
        address, uri=True, timeout=0, isolation_level=None, check_same_thread=False
    )
