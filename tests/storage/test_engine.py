"""Opening a database: set up alike, checked before it is trusted, left as it was when refused."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage import migrate
from claimtracker.storage.engine import PRAGMAS, WRITING, Database, open_database
from claimtracker.storage.tables import Tag
from tests.faults.old_databases import EARLIER, make

Make = Callable[[Path], None]


def _refusal(path: Path, *, create: bool = False) -> str:
    with pytest.raises(ClaimTrackerError) as refused:
        open_database(path, create=create).close()
    told = str(refused.value)
    assert told.endswith(".")
    assert "\n" not in told
    return told


@pytest.mark.parametrize("name", PRAGMAS)
def test_every_connection_has_every_setting(database: Database, name: str) -> None:
    with database.session() as first, database.session() as second:
        found = {one.execute(text(f"PRAGMA {name}")).scalar_one() for one in (first, second)}
    assert found == {PRAGMAS[name]}


def test_the_settings_are_those_that_lost_nothing_in_a_power_cut() -> None:
    wanted = {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "busy_timeout": 30_000}
    assert wanted == PRAGMAS


def test_two_sessions_of_one_thread_are_two_transactions(database: Database) -> None:
    with database.session() as writing, database.session() as reading:
        writing.connection(execution_options=WRITING)
        writing.add(Tag(name="ukraine"))
        writing.flush()
        assert reading.exec(select(Tag)).all() == []


def test_a_setting_that_is_not_accepted_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, database_path: Path
) -> None:
    monkeypatch.setitem(PRAGMAS, "foreign_keys", 7)
    assert "foreign_keys" in _refusal(database_path)


def test_a_missing_database_is_refused_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert _refusal(path) == f"There is no database at {path}."
    assert list(tmp_path.iterdir()) == []


def test_a_new_database_is_made_where_asked_for_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "odd %41?#name é.db"
    open_database(path, create=True).close()
    open_database(path).close()
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_missing_folder_is_refused_and_not_made(tmp_path: Path) -> None:
    assert "folder" in _refusal(tmp_path / "no" / "claims.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_for_the_disk_is_refused(tmp_path: Path) -> None:
    _refusal(tmp_path / ("a" * 300), create=True)
    _refusal(tmp_path / ("a" * 300))


def test_a_home_that_nobody_has_is_refused() -> None:
    _refusal(Path("~nobody-of-that-name/claims.db"))


def test_a_creation_that_fails_leaves_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ClaimTrackerError("It fails.")

    monkeypatch.setattr(migrate, "upgrade", fail)
    assert _refusal(tmp_path / "claims.db", create=True) == "It fails."
    assert list(tmp_path.iterdir()) == []


def _text_file(path: Path) -> None:
    path.write_text("Dear diary", encoding="utf-8")


def _cut_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 200)


def _other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmark (url TEXT)")


def _other_alembic_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
        other.execute("CREATE TABLE bookmark (url TEXT)")


def _without_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
        other.execute("CREATE TABLE claim (id INTEGER)")


def _header_only(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\0" * 34)


def _without_a_table(path: Path) -> None:
    open_database(path, create=True).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE claim_tag")


def _overwritten_words(path: Path) -> None:
    """Break the text of the schema, which SQLite then quotes in what it reports."""
    open_database(path, create=True).close()
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE", b"CREATE \xdd\xff\xfe\xdd\xff"))


@pytest.mark.parametrize(
    "make",
    [
        _text_file,
        _cut_short,
        _header_only,
        _other_program,
        _other_alembic_program,
        _without_version,
        _without_a_table,
        _overwritten_words,
    ],
)
@pytest.mark.parametrize("create", [False, True])
def test_what_is_no_database_of_ours_is_refused_and_left_as_it_was(
    make: Make, create: bool, tmp_path: Path
) -> None:
    path = tmp_path / "found.db"
    make(path)
    before = path.read_bytes()
    assert str(path) in _refusal(path, create=create)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_newer_database_is_refused_and_left_as_it_was(database_path: Path) -> None:
    with closing(sqlite3.connect(database_path)) as future:
        future.execute("UPDATE alembic_version SET version_num = '9999'")
        future.commit()
    before = database_path.read_bytes()
    assert "newer ClaimTracker" in _refusal(database_path)
    assert database_path.read_bytes() == before


def test_a_damaged_database_is_one_sentence(database_path: Path) -> None:
    with database_path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (database_path.stat().st_size - 100))
    assert str(database_path) in _refusal(database_path)


def test_half_of_a_character_is_one_sentence(database: Database) -> None:
    with pytest.raises(ClaimTrackerError, match="broken character"), database.session() as session:
        session.execute(text("SELECT :words"), {"words": "half \ud83d"})


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path) == f"{tmp_path} is a folder, not a database."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is not a ClaimTracker database" in _refusal(tmp_path / "pipe")


@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_read_only_place_is_refused(
    closed: str, monkeypatch: pytest.MonkeyPatch, database_path: Path
) -> None:
    """Simulated: permissions do not bind root, as whom tests may run."""
    locked = str(database_path if closed == "file" else database_path.parent)
    monkeypatch.setattr(os, "access", lambda path, _mode: str(path) != locked)
    assert "read-only" in _refusal(database_path)


@pytest.fixture
def other_program(database_path: Path) -> Iterator[sqlite3.Connection]:
    """Another program on the same file."""
    with closing(sqlite3.connect(database_path, isolation_level=None)) as connection:
        yield connection


@pytest.mark.usefixtures("impatient")
def test_a_database_that_cannot_be_read_just_now_is_one_sentence(
    database_path: Path, other_program: sqlite3.Connection
) -> None:
    before = database_path.read_bytes()
    other_program.execute("BEGIN EXCLUSIVE")
    assert "in use by another program" in _refusal(database_path)
    other_program.execute("ROLLBACK")
    assert database_path.read_bytes() == before


@pytest.mark.usefixtures("impatient")
def test_a_database_that_another_program_writes_to_opens_and_can_be_read(
    database_path: Path, other_program: sqlite3.Connection
) -> None:
    other_program.execute("BEGIN IMMEDIATE")
    database = open_database(database_path)
    with database.session() as session:
        assert session.execute(text("SELECT count(*) FROM claim")).scalar() == 0
    database.close()


@pytest.mark.usefixtures("impatient")
def test_an_older_one_that_another_program_writes_to_is_one_sentence(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    make(old, EARLIER[-1])
    before = old.read_bytes()
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "in use by another program" in _refusal(old)
    assert old.read_bytes() == before


@pytest.mark.usefixtures("impatient")
def test_a_writer_waits_for_nobody_for_ever(
    database_path: Path, other_program: sqlite3.Connection
) -> None:
    database = open_database(database_path)
    other_program.execute("BEGIN IMMEDIATE")
    with pytest.raises(ClaimTrackerError, match="in use"), database.session() as session:
        session.connection(execution_options=WRITING)
    database.close()


def _fill(session: Session) -> None:
    connection = session.connection(execution_options=WRITING)
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    session.add(Tag(name="a" * 1_000_000))
    session.commit()


def test_a_full_disk_is_one_sentence_and_changes_nothing(database: Database) -> None:
    before = database.path.read_bytes()
    with pytest.raises(ClaimTrackerError, match="disk is full"), database.session() as session:
        _fill(session)
    database.close()
    assert database.path.read_bytes() == before


def test_a_bug_of_ours_is_not_called_the_world(database: Database) -> None:
    with pytest.raises(Exception, match="no such table") as raised, database.session() as session:
        session.execute(text("SELECT * FROM nowhere"))
    assert not isinstance(raised.value, ClaimTrackerError)


def test_a_closed_database_leaves_no_side_file(database: Database) -> None:
    with database.session() as session:
        session.add(Tag(name="ukraine"))
        session.commit()
    database.close()
    assert list(database.path.parent.glob("claims.db?*")) == []


def test_a_commit_that_failed_leaves_no_transaction_behind(
    database: Database, second_desktop: Session
) -> None:
    second_desktop.execute(text("SELECT * FROM tag")).all()  # and reads on: nobody can commit
    with pytest.raises(ClaimTrackerError, match="in use"), database.session() as session:
        session.connection(execution_options=WRITING)
        session.add(Tag(name="Lost"))
        session.commit()
    second_desktop.rollback()
    with database.session() as session:
        session.connection(execution_options=WRITING)
        session.add(Tag(name="Kept"))
        session.commit()
        assert session.execute(text("SELECT name FROM tag")).scalars().all() == ["Kept"]
