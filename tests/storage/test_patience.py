"""What waits for another program ends as soon as it is wanted no more, or has its turn."""

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage import patience
from claimtracker.storage.database_copy import connected
from claimtracker.storage.engine import PRAGMAS, Database, begin_writing, open_database
from claimtracker.storage.patience import LOOK_MS, LeftOff, interrupting, patiently
from claimtracker.storage.tables import Tag
from tests.for_ever import FOR_EVER

PATIENCE_MS = 30_000  # which no test waits for


@pytest.fixture
def patient(database_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database that waits for others as long as it does in earnest."""
    monkeypatch.setitem(PRAGMAS, "busy_timeout", PATIENCE_MS)
    opened = open_database(database_path)
    yield opened
    opened.close()


@pytest.fixture
def writer(database_path: Path) -> Iterator[sqlite3.Connection]:
    """Another program that is about to write."""
    with closing(sqlite3.connect(database_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


@pytest.fixture
def reader(database_path: Path) -> Iterator[sqlite3.Connection]:
    """Another program that reads, and goes on: nobody can commit meanwhile."""
    with closing(sqlite3.connect(database_path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM tag").fetchall()
        yield other


def _then(do: Callable[[], object], *, is_stopped: bool) -> Callable[[], bool]:
    """What is asked while one waits: it does something first."""

    def asked() -> bool:
        do()
        return is_stopped

    return asked


def _end(other: sqlite3.Connection) -> None:
    if other.in_transaction:
        other.execute("COMMIT")


def _tag(session: Session, name: str) -> None:
    begin_writing(session)
    session.add(Tag(name=name))
    session.commit()


def _names(database: Database) -> list[str]:
    with database.session() as session:
        return list(session.execute(text("SELECT name FROM tag")).scalars())


@pytest.fixture
def sole_user(writer: sqlite3.Connection) -> sqlite3.Connection:
    """Another program that lets nobody read, as within a large change."""
    writer.execute("ROLLBACK")
    writer.execute("BEGIN EXCLUSIVE")
    return writer


def test_whoever_waits_to_read_can_be_stopped(
    patient: Database, sole_user: sqlite3.Connection
) -> None:
    assert sole_user.in_transaction
    with pytest.raises(LeftOff), patient.session(lambda: True) as session:
        session.execute(text("SELECT name FROM tag"))


def test_once_the_file_is_let_go_of_it_is_read(
    patient: Database, sole_user: sqlite3.Connection
) -> None:
    with patient.session(_then(partial(_end, sole_user), is_stopped=False)) as session:
        assert session.execute(text("SELECT name FROM tag")).all() == []


def test_a_reader_that_is_not_stopped_waits_for_nobody_for_ever(
    database: Database, sole_user: sqlite3.Connection
) -> None:
    assert sole_user.in_transaction
    with (
        pytest.raises(ClaimTrackerError, match="in use"),
        database.session(lambda: False) as session,
    ):
        session.execute(text("SELECT name FROM tag"))


@pytest.mark.usefixtures("sole_user")
def test_a_look_beside_the_program_can_be_stopped(database_path: Path) -> None:
    looking = connected(database_path, is_stopped=lambda: True)
    with closing(looking), pytest.raises(LeftOff):
        looking.execute("SELECT name FROM tag")


@pytest.mark.usefixtures("sole_user")
def test_a_look_that_is_not_stopped_waits_for_nobody_for_ever(
    database_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PATIENCE_MS", 0)
    looking = connected(database_path)
    with closing(looking), pytest.raises(sqlite3.OperationalError, match="locked"):
        looking.execute("SELECT name FROM tag")


def test_a_look_is_had_in_each_statement_once_the_file_is_let_go_of(
    database_path: Path, sole_user: sqlite3.Connection
) -> None:
    with closing(
        connected(database_path, is_stopped=_then(partial(_end, sole_user), is_stopped=False))
    ) as looking:
        for _ in range(2):
            assert looking.execute("SELECT name FROM tag").fetchall() == []
            sole_user.execute("BEGIN EXCLUSIVE")


@pytest.mark.usefixtures("sole_user")
def test_whoever_waits_to_open_it_can_be_stopped(
    database_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "busy_timeout", PATIENCE_MS)
    with pytest.raises(LeftOff):
        open_database(database_path, is_stopped=lambda: True)


def test_whoever_waits_for_a_file_that_was_put_in_its_place_can_be_stopped(
    patient: Database, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    shutil.copy(patient.path, other)
    with closing(sqlite3.connect(other, isolation_level=None)) as user:
        user.execute("BEGIN EXCLUSIVE")
        os.replace(other, patient.path)
        with pytest.raises(LeftOff), patient.session(lambda: True):
            pytest.fail("the file that is there was not looked at")
        with pytest.raises(LeftOff):
            patient.look(lambda: True)
        user.execute("ROLLBACK")
        assert _names(patient) == []


def test_whoever_waits_for_a_writer_can_be_stopped(
    patient: Database, writer: sqlite3.Connection
) -> None:
    assert writer.in_transaction
    with pytest.raises(LeftOff), patient.session(lambda: True) as session:
        _tag(session, "ukraine")


def test_once_the_writer_is_done_the_next_one_has_its_turn(
    patient: Database, writer: sqlite3.Connection
) -> None:
    with patient.session(_then(partial(_end, writer), is_stopped=False)) as session:
        _tag(session, "ukraine")
    assert _names(patient) == ["ukraine"]


def test_a_commit_that_waits_for_a_reader_can_be_stopped_and_leaves_no_trace(
    patient: Database, reader: sqlite3.Connection
) -> None:
    stop = False
    with pytest.raises(LeftOff), patient.session(lambda: stop) as session:
        begin_writing(session)
        session.add(Tag(name="ukraine"))
        session.flush()
        stop = True
        session.commit()
    reader.execute("ROLLBACK")
    with patient.session() as session:
        _tag(session, "russia")
    assert _names(patient) == ["russia"]


def test_once_the_reader_is_done_the_commit_goes_through(
    patient: Database, reader: sqlite3.Connection
) -> None:
    with patient.session(_then(reader.rollback, is_stopped=False)) as session:
        _tag(session, "ukraine")
    assert _names(patient) == ["ukraine"]


def test_whoever_is_not_stopped_waits_for_nobody_for_ever(
    database: Database, writer: sqlite3.Connection
) -> None:
    assert writer.in_transaction
    with (
        pytest.raises(ClaimTrackerError, match="in use"),
        database.session(lambda: False) as session,
    ):
        _tag(session, "ukraine")


@pytest.mark.parametrize("is_stopped", [True, False])
def test_the_connection_waits_as_long_as_before_afterwards(
    patient: Database, writer: sqlite3.Connection, *, is_stopped: bool
) -> None:
    with closing(sqlite3.connect(patient.path, timeout=PATIENCE_MS / 1_000)) as driver:
        begin = driver.cursor().execute
        try:
            patiently(
                driver, lambda: begin("BEGIN IMMEDIATE"), _then(writer.close, is_stopped=is_stopped)
            )
        except LeftOff:
            assert is_stopped
        assert driver.execute("PRAGMA busy_timeout").fetchone() == (PATIENCE_MS,)


def test_what_is_looked_through_in_one_step_is_broken_off() -> None:
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as driver:
        broken_off = pytest.raises(sqlite3.OperationalError, match="interrupted")
        with broken_off, interrupting(driver, lambda: True):
            driver.execute(FOR_EVER)
        assert driver.execute("SELECT 1").fetchone() == (1,)


def test_what_nobody_stops_comes_to_its_end() -> None:
    with closing(sqlite3.connect(":memory:")) as driver, interrupting(driver, lambda: False):
        assert driver.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert "interrupting" not in {thread.name for thread in threading.enumerate()}


def test_what_fails_for_another_reason_is_not_tried_again() -> None:
    with closing(sqlite3.connect(":memory:", timeout=LOOK_MS)) as driver:
        tries: list[int] = []

        def fail() -> None:
            tries.append(1)
            driver.execute("SELECT missing")

        with pytest.raises(sqlite3.OperationalError, match="no such column"):
            patiently(driver, fail, lambda: False)
    assert tries == [1]
