"""A backup put back is row by row what it was; what fails leaves the database as it was."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, nullcontext
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.operations.verify import verify
from claimtracker.storage import migrate, restore
from claimtracker.storage.backups import copy_to
from claimtracker.storage.database_copy import UNFINISHED, side_files
from claimtracker.storage.engine import Database, open_database
from claimtracker.storage.restore import compared, put_back
from tests.conftest import Enter
from tests.storage.backed_up import every_row, fill, stored_files

NOW = datetime(2025, 5, 1, 14, 30, tzinfo=UTC)
ASIDE = "claims.before-restore-2025-05-01T143000Z.db"


@pytest.fixture
def backup(session: Session, database: Database, enter: Enter, tmp_path: Path) -> Path:
    """A backup in another folder; the database has gone on since and lost its captured file."""
    fill(session, tmp_path)
    session.rollback()
    place = tmp_path / "stick"
    place.mkdir()
    made = copy_to(database.path, place / "case.db").path
    enter("Since then")
    session.close()
    database.engine.dispose()
    shutil.rmtree(database.path.parent / "files")
    return made


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_it_is_row_by_row_equal_with_its_captured_files(backup: Path, database: Database) -> None:
    before = every_row(database.path)
    done = put_back(database.path, backup, NOW)
    assert every_row(database.path) == every_row(backup)
    assert stored_files(database.path.parent / "files") == stored_files(backup.parent / "files")
    assert (done.files, done.lacking, done.summary.claims) == (1, 0, 1)
    assert done.aside == database.path.with_name(ASIDE)
    assert every_row(done.aside) == before
    assert list(database.path.parent.glob(f"{UNFINISHED}*")) == []
    opened = open_database(database.path)
    with opened.session() as session:
        assert verify(session).ok
    opened.close()


def test_it_takes_the_place_of_nothing_too(backup: Path, tmp_path: Path) -> None:
    place = tmp_path / "new"
    place.mkdir()
    done = put_back(place / "claims.db", backup, NOW)
    assert done.aside is None
    assert every_row(place / "claims.db") == every_row(backup)


def test_what_lies_there_is_compared_first(backup: Path, database: Database) -> None:
    found = compared(database.path, backup)
    assert found.present is not None
    assert (found.backup.claims, found.present.claims) == (1, 2)
    assert found.backup.changes < found.present.changes
    assert found.present.last_at is not None


def test_a_damaged_database_is_kept_with_what_belongs_to_it(
    backup: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restore, "_held", nullcontext)  # SQLite would play the journal back
    database.path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5_000)
    for side in side_files(database.path):
        side.write_bytes(b"of the damaged one")
    damaged = database.path.read_bytes()
    done = put_back(database.path, backup, NOW)
    assert done.aside is not None and done.aside.read_bytes() == damaged
    assert [side.exists() for side in side_files(database.path)] == [False] * 3
    assert [side.read_bytes() for side in side_files(done.aside)] == [b"of the damaged one"] * 3
    assert every_row(database.path) == every_row(backup)


def test_beside_a_damaged_database_nothing_is_compared(backup: Path, database: Database) -> None:
    database.path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5_000)
    assert compared(database.path, backup).present is None
    put_back(database.path, backup, NOW)
    assert every_row(database.path) == every_row(backup)


def test_two_in_one_second_keep_both(backup: Path, database: Database) -> None:
    first, second = (put_back(database.path, backup, NOW).aside for _ in range(2))
    assert first is not None and second is not None
    assert first != second and first.exists() and second.exists()


@pytest.fixture
def untouched(database: Database) -> Iterator[None]:
    """Neither the file nor its folder may be otherwise afterwards."""
    before = _hash(database.path), sorted(database.path.parent.iterdir())
    yield
    assert (_hash(database.path), sorted(database.path.parent.iterdir())) == before


@pytest.mark.usefixtures("backup", "untouched")
class TestRefusals:
    def test_a_damaged_backup(self, backup: Path, database: Database) -> None:
        held = backup.read_bytes()
        backup.write_bytes(held[:60_000] + b"\xff" * 8_192 + held[68_192:])
        for restoring in (lambda: compared(database.path, backup), self._put(backup, database)):
            with pytest.raises(ClaimTrackerError):
                restoring()

    @staticmethod
    def _put(backup: Path, database: Database) -> "_Put":
        return _Put(database.path, backup)

    def test_what_is_no_database(self, backup: Path, database: Database) -> None:
        backup.write_bytes(b"a text")
        with pytest.raises(Damaged):
            put_back(database.path, backup, NOW)

    def test_a_database_of_another_program(self, backup: Path, database: Database) -> None:
        backup.unlink()
        with closing(sqlite3.connect(backup)) as other:
            other.execute("CREATE TABLE claim (id INTEGER)")
        with pytest.raises(ClaimTrackerError, match="not a ClaimTracker database"):
            put_back(database.path, backup, NOW)

    def test_one_of_a_newer_program(self, backup: Path, database: Database) -> None:
        with closing(sqlite3.connect(backup)) as newer:
            newer.execute("UPDATE alembic_version SET version_num = '9999'")
            newer.commit()
        with pytest.raises(ClaimTrackerError, match="newer ClaimTracker"):
            put_back(database.path, backup, NOW)

    def test_one_whose_log_does_not_end_as_written(self, backup: Path, database: Database) -> None:
        with closing(sqlite3.connect(backup)) as forged:
            forged.execute("UPDATE action SET by = 'Bob' WHERE id = (SELECT max(id) FROM action)")
            forged.commit()
        with pytest.raises(ClaimTrackerError, match="is not as it was made"):
            put_back(database.path, backup, NOW)

    def test_one_whose_newest_actions_were_taken_away(
        self, backup: Path, database: Database
    ) -> None:
        with closing(sqlite3.connect(backup)) as forged:
            newest = "(SELECT max(id) FROM action)"
            forged.execute(f"DELETE FROM change WHERE action_id = {newest}")
            forged.execute(f"DELETE FROM action WHERE id = {newest}")
            forged.commit()
        with pytest.raises(ClaimTrackerError, match="is not as it was made"):
            put_back(database.path, backup, NOW)

    def test_one_whose_name_is_too_long_for_any_disk(self, database: Database) -> None:
        with pytest.raises(ClaimTrackerError, match="no backup at"):
            put_back(database.path, database.path.with_name("x" * 300), NOW)

    def test_one_that_is_not_there(self, backup: Path, database: Database) -> None:
        with pytest.raises(ClaimTrackerError, match="no backup at"):
            put_back(database.path, backup.with_name("gone.db"), NOW)

    def test_the_database_itself(self, database: Database) -> None:
        with pytest.raises(ClaimTrackerError, match="is the database itself"):
            put_back(database.path, database.path, NOW)


class _Put:
    """Putting back, called without arguments."""

    def __init__(self, database: Path, backup: Path) -> None:
        self._database, self._backup = database, backup

    def __call__(self) -> None:
        put_back(self._database, self._backup, NOW)


def test_one_that_somebody_writes_to_is_not_replaced(
    backup: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restore, "_PATIENCE_SECONDS", 0.0)
    with closing(sqlite3.connect(database.path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(ClaimTrackerError, match="in use by another program"):
            put_back(database.path, backup, NOW)
        writer.execute("UPDATE claim SET notes = 'meanwhile'")
        writer.execute("COMMIT")
    assert not database.path.with_name(ASIDE).exists()
    assert len(every_row(database.path)["claim"]) == 2


def test_where_replacing_fails_all_is_as_it_was(
    backup: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_part: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restore, "_held", nullcontext)
    database.path.write_bytes(b"damaged")
    side_files(database.path)[0].write_bytes(b"its journal")
    before = sorted(database.path.parent.iterdir())
    monkeypatch.setattr(restore, "put_in_place", full)
    with pytest.raises(ClaimTrackerError, match="cannot be replaced: the disk is full"):
        put_back(database.path, backup, NOW)
    assert database.path.read_bytes() == b"damaged"
    assert side_files(database.path)[0].read_bytes() == b"its journal"
    files = database.path.parent / "files"  # brought back before: no harm
    assert sorted(each for each in database.path.parent.iterdir() if each != files) == before


def test_without_second_names_the_file_is_copied_aside(
    backup: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_source: Path, _target: Path) -> None:
        raise OSError(1, "Operation not permitted")

    before = every_row(database.path)
    monkeypatch.setattr(os, "link", refuse)
    done = put_back(database.path, backup, NOW)
    assert done.aside is not None and every_row(done.aside) == before
    assert every_row(database.path) == every_row(backup)


def test_an_older_backup_is_brought_up_to_date_and_stays_as_it_is(
    backup: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(backup)) as older:
        older.execute("UPDATE alembic_version SET version_num = '0004'")
        older.commit()
    held = _hash(backup)
    monkeypatch.setattr(migrate, "_run_alembic", _only_number)
    put_back(database.path, backup, NOW)
    assert every_row(database.path)["alembic_version"] == [(migrate.NEWEST,)]
    assert _hash(backup) == held
    assert list(database.path.parent.glob(f"*{UNFINISHED}*")) == []


def _only_number(connection: object, _is_stopped: object) -> None:
    connection.exec_driver_sql(  # type: ignore[attr-defined]
        f"UPDATE alembic_version SET version_num = '{migrate.NEWEST}'"
    )


def test_a_captured_file_that_nobody_has_is_told(backup: Path, database: Database) -> None:
    shutil.rmtree(backup.parent / "files")
    done = put_back(database.path, backup, NOW)
    assert (done.files, done.lacking) == (0, 1)


def test_a_window_that_has_it_open_reads_what_was_put_back(
    backup: Path, database: Database
) -> None:
    database.look()
    put_back(database.path, backup, NOW)
    database.look()
    with database.session() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM claim").scalar() == 1
