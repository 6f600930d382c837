"""A look into a database that is not the open one: nothing is migrated, nothing written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from claimtracker.claims.backups import Summary
from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.storage.custody import any_text
from claimtracker.storage.database_copy import connected
from claimtracker.storage.faults import damaged, is_damage, told_by_sqlite
from claimtracker.storage.named_files import NamedFile
from claimtracker.storage.patience import PATIENCE_MS, IsStopped, never

_NAMED = text(
    " UNION ".join(
        f"SELECT {name}, method != '{CaptureMethod.IMPORTED}' FROM evidence"
        f" UNION SELECT CASE WHEN json_valid(after) THEN json_extract(after, '$.{name}') END, 0"
        " FROM change WHERE \"table\" = 'evidence' AND after IS NOT NULL"
        for name in ("sha256", "text_sha256")
    )
)


@contextmanager
def looking_into(path: Path) -> Iterator[Session]:
    """Yield a session for reading; raises ClaimTrackerError for what cannot be read."""
    # By a cursor, which knows nothing of the patience of a connection.
    connect = partial(connected, path, timeout=PATIENCE_MS / 1_000)
    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)
    try:
        with Session(engine) as session, any_text(session):
            yield session
    except (SQLAlchemyError, sqlite3.Error, UnicodeError) as error:
        raise unreadable(path, error) from error
    finally:
        engine.dispose()


def files_named_in(path: Path) -> list[NamedFile]:
    """Return every captured file that this database names or once named, in any order.

    As `named_files` finds them, but read by SQLite alone: a backup wants the hashes, and not what
    the documents are called. Needed are those of documents that there are.
    """
    found: dict[str, NamedFile] = {}
    with looking_into(path) as session:
        for sha256, is_needed in session.execute(_NAMED):
            if isinstance(sha256, str) and sha256:
                found.setdefault(sha256, NamedFile(sha256)).is_needed |= bool(is_needed)
    return list(found.values())


def summary_of(path: Path, is_stopped: IsStopped = never) -> Summary:
    """Return what a database holds; raises ClaimTrackerError where it is no ClaimTracker's."""
    try:
        with closing(connected(path, is_stopped=is_stopped)) as opened:
            opened.row_factory = sqlite3.Row
            (revision,) = opened.execute("SELECT version_num FROM alembic_version").fetchone()
            (claims,) = opened.execute("SELECT count(*) FROM claim").fetchone()
            (changes,) = opened.execute("SELECT max(id) FROM change").fetchone()
            last = opened.execute("SELECT * FROM action ORDER BY id DESC LIMIT 1").fetchone()
    except (
        sqlite3.Error,
        TypeError,
        UnicodeError,
    ) as error:  # TypeError: a table without rows
        raise unreadable(path, error) from error
    told = dict(last) if last else {}
    return Summary(
        claims=claims,
        changes=changes or 0,
        last_at=_moment(told.get("at")),
        last_action=told.get("id", 0),
        last_hash=str(told.get("chain_hash", "")),
        revision=str(revision),
    )


def unreadable(path: Path, error: Exception) -> ClaimTrackerError:
    """The one sentence for a file that cannot be looked into."""
    found = getattr(error, "orig", None) or error
    if is_damage(found) or isinstance(found, UnicodeError):
        return Damaged(damaged(path))
    told = told_by_sqlite(found, path)
    return told or ClaimTrackerError(f"{path} is not a ClaimTracker database.")


def _moment(stored: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(stored)).replace(tzinfo=UTC)
    except ValueError:
        return None
