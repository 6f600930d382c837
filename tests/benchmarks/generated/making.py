"""Makes the file: one transaction, the search index built at the end, swept a week ago."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from claimtracker.claims.state import AsOf
from claimtracker.operations.sweep_deadlines import announce_due
from claimtracker.storage.engine import Database, open_database
from tests.benchmarks.generated.casebook import TODAY, Casebook
from tests.benchmarks.generated.diary import Diary

LAST_SWEEP = TODAY - timedelta(days=7)
_SEEN_BEFORE = TODAY - timedelta(days=30)
# Nobody reads the file before it is whole: it is flushed once, by the opening at the end.
_IN_A_HURRY = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000")


def make_database(path: Path, claims: int) -> Database:
    """Make a database with this many claims at `path`, its log chained as the program chains it.

    The claims of a smaller one are the first ones of a larger one, but for the moments in the log.
    """
    open_database(path, create=True).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for setting in _IN_A_HURRY:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN")
        triggers = _without_triggers(connection)
        diary = Diary(connection, claims)
        Casebook(diary).write(claims)
        diary.write()
        connection.execute("INSERT INTO claim_search (claim_search) VALUES ('rebuild')")
        for trigger in triggers:
            connection.execute(trigger)
        connection.execute("COMMIT")
    database = open_database(path)
    with database.session() as session:
        announce_due(session, AsOf(LAST_SWEEP))
    _put_notices_away(path, LAST_SWEEP, _SEEN_BEFORE)
    return database


def _without_triggers(connection: sqlite3.Connection) -> list[str]:
    """Take the triggers off; return what makes them again."""
    kept = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = kept.fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    return [sql for _, sql in triggers]


def _put_notices_away(path: Path, announced_on: date, seen_before: date) -> None:
    """Somebody has read the older notices; the moments are no matter of this machine's clock."""
    announced_at, seen_at = (f"{announced_on} {hour:02}:00:00.000000" for hour in (8, 9))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE reminder SET announced_at = ?, seen_at = CASE WHEN fell_on < ? THEN ? END",
            (announced_at, f"{seen_before}", seen_at),
        )
