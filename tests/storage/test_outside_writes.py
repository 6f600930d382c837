"""Every commit to the file is heard of, once looked for; looking keeps nobody from anything."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.add_claim import add_claim
from claimtracker.storage.engine import Database
from claimtracker.storage.outside_writes import Stamp, Watch
from claimtracker.storage.tables import Claim
from tests.conftest import Enter


@pytest.fixture
def watch(database_path: Path) -> Iterator[Watch]:
    made = Watch(database_path)
    yield made
    made.close()


@pytest.fixture
def other(database_path: Path) -> Iterator[sqlite3.Connection]:
    """Another program, which writes as it likes."""
    with closing(sqlite3.connect(database_path, isolation_level=None, timeout=0)) as opened:
        yield opened


def write(program: sqlite3.Connection, name: str = "ukraine") -> None:
    program.execute("INSERT INTO tag (name) VALUES (?)", (name,))


def summaries(database: Database) -> list[str]:
    with database.session() as session:
        return list(session.exec(select(Claim.summary).order_by(col(Claim.id))).all())


def test_nothing_written_changes_nothing(watch: Watch) -> None:
    assert watch.stamp() == watch.stamp() is not None


def test_a_commit_of_another_program_is_seen_once(watch: Watch, other: sqlite3.Connection) -> None:
    before = watch.stamp()
    write(other)
    after = watch.stamp()
    assert after is not None and after != before
    assert watch.stamp() == after


def test_what_is_not_committed_is_not_seen(watch: Watch, other: sqlite3.Connection) -> None:
    before = watch.stamp()
    other.execute("BEGIN IMMEDIATE")
    write(other)
    assert watch.stamp() == before
    other.execute("ROLLBACK")
    assert watch.stamp() == before


def test_a_transaction_that_writes_nothing_is_no_news(
    watch: Watch, other: sqlite3.Connection
) -> None:
    before = watch.stamp()
    other.execute("BEGIN IMMEDIATE")
    other.execute("COMMIT")
    assert watch.stamp() == before


def test_looking_never_waits_for_who_writes(watch: Watch, other: sqlite3.Connection) -> None:
    before = watch.stamp()
    other.execute("BEGIN EXCLUSIVE")
    write(other)
    assert watch.stamp() is None
    other.execute("COMMIT")
    after = watch.stamp()
    assert before is not None and after is not None
    assert after.version != before.version and after.opened == before.opened


def test_looking_keeps_nobody_from_writing(watch: Watch, other: sqlite3.Connection) -> None:
    watch.stamp()
    other.execute("BEGIN EXCLUSIVE")  # waits for no reader: the timeout is nought
    other.execute("COMMIT")


def test_a_file_that_was_away_for_a_moment_is_looked_at_again(
    watch: Watch, database_path: Path
) -> None:
    before = watch.stamp()
    away = database_path.rename(database_path.with_name("away.db"))
    assert watch.stamp() is None
    assert not database_path.exists()  # and it is not made anew, empty
    away.rename(database_path)
    after = watch.stamp()
    assert after is not None and after != before  # what happened meanwhile cannot be known
    assert watch.stamp() == after


def test_a_file_that_is_no_database_any_more_is_left_to_whoever_reads_it(
    watch: Watch, database_path: Path
) -> None:
    watch.stamp()
    other = database_path.with_name("other")
    other.write_bytes(b"no database" * 1_000)
    os.replace(other, database_path)
    assert watch.stamp() is None


def test_a_closed_watch_opens_again(watch: Watch) -> None:
    watch.stamp()
    watch.close()
    watch.close()
    assert watch.stamp() == Stamp(2, 1)


def test_a_database_put_in_the_place_of_ours_is_read_from_then_on(
    database: Database, enter: Enter, session: Session
) -> None:
    enter("Before")
    database.look()
    backup = shutil.copy(database.path, database.path.with_name("backup.db"))
    enter("After the backup")
    session.rollback()
    session.close()
    before = database.look()
    assert summaries(database) == ["Before", "After the backup"]
    os.replace(backup, database.path)
    assert database.look() != before
    assert summaries(database) == ["Before"]
    with database.session() as again:  # and written to
        add_claim(again, ClaimDraft.of(summary="Since"), by="Ada")
    with closing(sqlite3.connect(database.path)) as program:
        found = program.execute("SELECT summary FROM claim ORDER BY id").fetchall()
    assert found == [("Before",), ("Since",)]


def test_a_newer_database_in_the_place_of_ours_is_refused_until_ours_is_back(
    database: Database,
) -> None:
    database.look()
    newer = database.path.with_name("newer.db")
    shutil.copy(database.path, newer)
    with closing(sqlite3.connect(newer, isolation_level=None)) as program:
        program.execute("UPDATE alembic_version SET version_num = '9999'")
    ours = database.path.rename(database.path.with_name("ours.db"))
    os.replace(newer, database.path)
    for _ in range(2):
        with pytest.raises(ClaimTrackerError, match="newer ClaimTracker"):
            database.look()
    os.replace(ours, database.path)
    assert database.look() is not None
