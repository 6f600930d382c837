"""Bringing a database to the newest revision, in the one transaction that the caller holds."""

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, inspect, text

from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.claims.file_faults import reason
from claimtracker.storage.database_copy import checked_copy, connected, put_in_place
from claimtracker.storage.faults import damaged
from claimtracker.storage.patience import LOOK_MS, IsStopped, LeftOff, is_busy, never
from claimtracker.storage.tables import Claim

NEWEST = "0006"
REVISIONS = ("0001", "0002", "0003", "0004", "0005", NEWEST)

_COLUMNS = (
    "SELECT it.name, own.name FROM sqlite_master AS it, pragma_table_info(it.name) AS own"
    " WHERE it.type = 'table'"
)


def what_delays(path: Path) -> str:
    """Say why opening this database takes a while; nothing where it does not, or is refused.

    It waits for nobody: whoever opens the database does.
    """
    try:
        with closing(connected(path, timeout=0)) as opened:
            found = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.Error, UnicodeError) as error:
        if is_busy(error):
            return f"{path.name} is in use. It is opened once that is over…"
        return ""
    if found is not None and found[0] in REVISIONS[:-1]:
        return f"{path.name} is of an earlier ClaimTracker. It is copied and brought up to date…"
    return ""


def is_newest(connection: Connection, path: Path) -> bool:
    """Whether the database is of the newest revision, and not one to be brought there.

    Raises ClaimTrackerError for a database of another program or of a newer ClaimTracker.
    """
    found = _revision(connection, path)
    if found == NEWEST:
        _refuse_incomplete(connection, path)
    elif found is not None and found not in REVISIONS:
        raise ClaimTrackerError(f"{path} was made by a newer ClaimTracker; nothing was changed.")
    return found == NEWEST


def upgrade(connection: Connection, path: Path, is_stopped: IsStopped = never) -> None:
    """Migrate inside the open transaction; an older database is first copied beside itself.

    Raises what `is_newest` raises.
    """
    if is_newest(connection, path):  # by now: another program was quicker
        return
    if _revision(connection, path) is not None:
        keep_copy(path, path.with_name(f"{path.name}.before-{NEWEST}"), is_stopped)
    _run_alembic(connection, is_stopped)


def begin(connection: Connection, revision: str) -> None:
    """Make the tables of this revision in an empty database, inside the open transaction."""
    _run_alembic(connection, revision=revision)


def keep_copy(path: Path, copy: Path, is_stopped: IsStopped = never) -> None:
    """Copy the database by SQLite's backup interface and check the copy; whole or not at all."""
    with checked_copy(path, copy.parent, is_stopped) as part:
        try:
            put_in_place(part, copy)
        except OSError as error:
            told = f"{path} cannot be copied: {reason(error)}. Nothing was changed."
            raise ClaimTrackerError(told) from error


def _revision(connection: Connection, path: Path) -> str | None:
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables or "claim" not in tables:
        raise ClaimTrackerError(f"{path} is a database of another program; nothing was changed.")
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is None:
        raise ClaimTrackerError(f"{path} does not say which version made it; nothing was changed.")
    return str(found)


def _refuse_incomplete(connection: Connection, path: Path) -> None:
    there = set(map(tuple, connection.exec_driver_sql(_COLUMNS)))
    tables = Claim.metadata.tables.values()
    if not there.issuperset((it.name, column.name) for it in tables for column in it.columns):
        raise Damaged(damaged(path))


_alembic = Lock()
"""It keeps in its module what it is about: one database at a time, of all threads."""


def _run_alembic(
    connection: Connection, is_stopped: IsStopped = never, *, revision: str = NEWEST
) -> None:
    # Imported here: a database that is up to date, the usual case, starts without Alembic.
    from alembic.command import upgrade as run
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    while not _alembic.acquire(timeout=LOOK_MS / 1_000):
        if is_stopped():
            raise LeftOff
    try:
        run(config, revision)
    finally:
        _alembic.release()
