"""Bringing a database to the newest revision, in the one transaction that the caller holds."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage.faults import damaged
from claimtracker.storage.tables import Claim

NEWEST = "0005"
REVISIONS = ("0001", "0002", "0003", "0004", NEWEST)


def upgrade(connection: Connection, path: Path) -> None:
    """Migrate inside the open transaction; an older database is first copied beside itself.

    Raises ClaimTrackerError for a database of another program or of a newer ClaimTracker.
    """
    found = _revision(connection, path)
    if found == NEWEST:
        _refuse_incomplete(connection, path)
        return
    if found is not None and found not in REVISIONS:
        raise ClaimTrackerError(f"{path} was made by a newer ClaimTracker; nothing was changed.")
    if found is not None:
        keep_copy(path, path.with_name(f"{path.name}.before-{NEWEST}"))
    _run_alembic(connection)


def keep_copy(path: Path, copy: Path) -> None:
    """Copy the database by SQLite's backup interface and check the copy."""
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            (answer,) = target.execute("PRAGMA quick_check").fetchone()
    except sqlite3.Error as error:
        told = f"{path} cannot be copied: {error}; nothing was changed."
        raise ClaimTrackerError(told) from error
    if answer != "ok":
        raise ClaimTrackerError(f"{path} is damaged; nothing was changed.")


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
    if not set(Claim.metadata.tables).issubset(inspect(connection).get_table_names()):
        raise ClaimTrackerError(damaged(path))


def _run_alembic(connection: Connection) -> None:
    # Imported here: a database that is up to date, the usual case, starts without Alembic.
    from alembic.command import upgrade as run
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    run(config, "head")
