"""What a database was known to hold is looked for again in the end."""

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

_NO_WAIT = 0.05  # seconds; a look that comes at a bad moment is left out

Seen = tuple[int, int]
"""The newest action of the log, and how many there are up to it."""


@dataclass
class Acknowledged:
    """How far the log of each file went; the file that a backup put in its place is another one."""

    seen: dict[tuple[str, int], Seen] = field(default_factory=dict)

    def look(self, path: Path) -> None:
        """Note what is committed by now."""
        with suppress(sqlite3.OperationalError), closing(_opened(path)) as opened:
            asked = "SELECT coalesce(max(id), 0), count(*) FROM action"
            self.seen[str(path), os.stat(path).st_ino] = opened.execute(asked).fetchone()

    def lost(self) -> int:
        """How many actions that were committed are gone."""
        return sum(self._lost(*key, *seen) for key, seen in self.seen.items())

    def _lost(self, path: str, inode: int, newest: int, count: int) -> int:
        if not os.path.exists(path) or os.stat(path).st_ino != inode:
            return 0
        with closing(_opened(Path(path))) as opened:
            asked = "SELECT count(*) FROM action WHERE id <= ?"
            (found,) = opened.execute(asked, (newest,)).fetchone()
        return max(count - int(found), 0)

    @property
    def count(self) -> int:
        """How many actions were seen in all."""
        return sum(count for _newest, count in self.seen.values())


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_NO_WAIT)
