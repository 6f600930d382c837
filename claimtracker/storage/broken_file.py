"""Whether the file is broken where a statement failed for no reason that is known."""

import sqlite3
from contextlib import closing
from pathlib import Path

from claimtracker.claims.errors import Damaged
from claimtracker.storage.database_copy import connected
from claimtracker.storage.faults import damaged, is_damage

_WORDS = "INSERT INTO claim_search(claim_search, rank) VALUES('integrity-check', 1)"


def brokenness(path: Path) -> Damaged | None:
    """Say that SQLite finds the file broken, or an index at odds with its table.

    By an index that is, another row is come to than was asked for. One of words lets a claim be
    read and not be changed: half a journal leaves it so.
    """
    try:
        with closing(connected(path)) as opened:
            (answer,) = opened.execute("PRAGMA integrity_check(1)").fetchone()
            if answer == "ok":
                opened.execute("BEGIN")
                opened.execute(_WORDS)
                opened.execute("ROLLBACK")
                return None
    except sqlite3.Error as error:
        # A head that says it is of another format is no more than an error to SQLite.
        is_odd = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_ERROR
        if not (is_odd or is_damage(error)):
            return None
    except UnicodeError:  # of the name of a table
        pass
    return Damaged(damaged(path))
