"""The migrated schema is the tables', and the copy before a migration is a whole one."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect
from sqlmodel import Session, SQLModel, select, text

from claimtracker.articles.article import Article
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage import migrate
from claimtracker.storage.altered_rows import altered_rows
from claimtracker.storage.chain import BEGINNING, logged_actions
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.conventions import kept_texts
from claimtracker.storage.database_copy import unfinished
from claimtracker.storage.engine import open_database
from claimtracker.storage.patience import LeftOff
from claimtracker.storage.tables import Source
from tests.faults.old_databases import EARLIER, make
from tests.storage.backed_up import every_row


def _not_of_the_index(name: str | None, kind: str, _parents: Mapping[str, Any]) -> bool:
    """The full-text index and its shadow tables are SQLite's own."""
    return not (kind == "table" and name is not None and name.startswith("claim_search"))


def test_the_migrated_schema_is_that_of_the_tables(session: Session) -> None:
    options = {"include_name": _not_of_the_index, "compare_type": True}
    context = MigrationContext.configure(session.connection(), opts=options)
    assert compare_metadata(context, SQLModel.metadata) == []


def test_the_newest_revision_is_the_head_of_the_scripts() -> None:
    folder = Path(migrate.__file__).with_name("migrations")
    config = Config()
    config.set_main_option("script_location", str(folder))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [migrate.NEWEST]
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == migrate.REVISIONS


def test_an_id_is_never_given_again(session: Session) -> None:
    """The change log names rows by their ids, those undone too."""
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%AUTOINCREMENT%'"
    names = session.connection().execute(text(asked)).scalars()
    own = {table.name for table in SQLModel.metadata.sorted_tables}
    assert own.isdisjoint(names)


def test_an_older_database_is_copied_before_it_is_migrated(
    database_path: Path, monkeypatch: pytest.MonkeyPatch, session: Session
) -> None:
    monkeypatch.setattr(migrate, "NEWEST", "9999")
    monkeypatch.setattr(migrate, "REVISIONS", (*migrate.REVISIONS, "9999"))
    monkeypatch.setattr(migrate, "_run_alembic", lambda *_asked: None)
    was = _revision(database_path)
    migrate.upgrade(session.connection(), database_path)
    assert _revision(database_path.with_name("claims.db.before-9999")) == was


def _revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as opened:
        (found,) = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(found)


@pytest.fixture
def oldest(tmp_path: Path) -> Path:
    """A database as the first revision made it, with one claim in it."""
    path = tmp_path / "old.db"
    config = Config()
    folder = Path(migrate.__file__).with_name("migrations")
    config.set_main_option("script_location", str(folder))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, migrate.REVISIONS[0])
        known = inspect(connection).get_columns("claim")
        texts = {column["name"]: "" for column in known if not column["nullable"]}
        moments = {name: "2025-04-18 12:00:00.000000" for name in texts if name.endswith("_at")}
        fields = texts | moments | {"id": "1", "version": "1", "summary": "Sign the deal"}
        names = ", ".join(fields)
        connection.execute(
            text(
                f"INSERT INTO claim ({names}) VALUES ({', '.join(f':{name}' for name in fields)})"
            ),
            fields | {"verdict": "not_yet_rated", "condition_outcome": "open"},
        )
    engine.dispose()
    return path


def test_a_database_of_the_first_revision_is_brought_up_to_date(oldest: Path) -> None:
    assert _revision(oldest) == "0001"
    opened = open_database(oldest)
    with opened.session() as session:
        assert kept_texts(session) == {}
        assert find_claim(session, 1).summary == "Sign the deal"
    opened.close()
    assert _revision(oldest) == migrate.NEWEST
    assert _revision(oldest.with_name(f"old.db.before-{migrate.NEWEST}")) == "0001"


def test_texts_captured_before_are_known_by_their_hash(oldest: Path) -> None:
    with closing(sqlite3.connect(oldest)) as opened:
        rows = [("A", "Käse 😀"), ("B", "")]
        added = "INSERT INTO source (title, publisher, url, text) VALUES (?, '', '', ?)"
        opened.executemany(added, rows)
        opened.commit()
    database = open_database(oldest)
    with database.session() as session:
        sources = session.exec(select(Source)).all()
        assert [(it.title, it.text_hash) for it in sources] == [
            ("A", Article("Käse 😀").text_hash),
            ("B", ""),
        ]
    database.close()


def test_what_was_done_before_the_log_was_chained_is_chained(oldest: Path) -> None:
    with closing(sqlite3.connect(oldest)) as opened:
        done = "INSERT INTO action (at, by, name, is_undoable) VALUES (?, 'Ada', ?, 1)"
        moment = "2025-04-18 12:00:00.000000"
        opened.executemany(done, [(moment, "first"), (moment, "second")])
        line = "INSERT INTO change (action_id, \"table\", row_id, after) VALUES (?, 'tag', 1, ?)"
        opened.executemany(line, [(1, '{"name": "é"}'), (2, '{"name": "f"}')])
        opened.commit()
    database = open_database(oldest)
    with database.session() as session:
        before = BEGINNING
        for action in logged_actions(session.connection()):
            assert action.chain_hash == action.hash_after(before)
            before = action.chain_hash
        assert before != BEGINNING
    database.close()


def test_a_damaged_database_is_not_migrated(database_path: Path, tmp_path: Path) -> None:
    size = database_path.stat().st_size
    with database_path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * (size // 2))
    with pytest.raises(ClaimTrackerError, match="nothing was changed"):
        migrate.keep_copy(database_path, tmp_path / "copy.db")


def test_rows_that_older_programs_logged_are_as_the_log_left_them(oldest: Path) -> None:
    fields = {"title": "A", "publisher": "", "url": "", "published_on": None, "text": "Käse"}
    with closing(sqlite3.connect(oldest)) as opened:
        done = "INSERT INTO action (at, by, name, is_undoable) VALUES (?, 'Ada', 'source', 1)"
        opened.execute(done, ("2025-04-18 12:00:00.000000",))
        line = "INSERT INTO change (action_id, \"table\", row_id, after) VALUES (1, 'source', 1, ?)"
        opened.execute(line, (json.dumps(fields),))
        added = "INSERT INTO source (title, publisher, url, text) VALUES ('A', '', '', 'Käse')"
        opened.execute(added)
        opened.execute("DELETE FROM claim")
        opened.commit()
    database = open_database(oldest)
    with database.session() as session:
        assert list(altered_rows(session)) == []
        session.connection().execute(text("UPDATE source SET text_hash = 'ab'"))
        assert list(altered_rows(session)) == [
            "The source 1 is not as the change log left it: text hash."
        ]
    database.close()


class _Later:
    """Wants to stop once it was asked so many times."""

    def __init__(self, times: int) -> None:
        self.left = times

    def __call__(self) -> bool:
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_an_upgrade_that_is_stopped_leaves_the_database_as_it_was(
    part: float, tmp_path: Path
) -> None:
    old, other, counted = tmp_path / "old.db", tmp_path / "other.db", _Later(1_000_000)
    for path in (old, other):
        make(path, EARLIER[0])
    open_database(other, is_stopped=counted).close()
    before, asked = old.read_bytes(), 1_000_000 - counted.left
    with pytest.raises((LeftOff, ClaimTrackerError)):
        open_database(old, is_stopped=_Later(int(asked * part)))
    assert old.read_bytes() == before
    assert unfinished(tmp_path) == []
    open_database(old).close()
    assert every_row(old) == every_row(other)


@pytest.mark.parametrize("revision", EARLIER)
def test_one_of_an_earlier_revision_is_known_before_it_is_opened(
    revision: str, tmp_path: Path
) -> None:
    make(tmp_path / "old.db", revision)
    assert "earlier ClaimTracker" in migrate.what_delays(tmp_path / "old.db")
    open_database(tmp_path / "old.db").close()
    assert not migrate.what_delays(tmp_path / "old.db")


def test_one_that_nobody_can_read_just_now_is_known_before_it_is_opened(
    database_path: Path,
) -> None:
    with closing(sqlite3.connect(database_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "is in use" in migrate.what_delays(database_path)
        other.execute("ROLLBACK")
        assert not migrate.what_delays(database_path)


@pytest.mark.parametrize(
    "held", [None, b"", b"SQLite format 3\0" + b"\xff" * 9_000, b"no database"]
)
def test_what_is_no_database_of_ours_is_no_older_one(held: bytes | None, tmp_path: Path) -> None:
    place = tmp_path / "none.db"
    if held is not None:
        place.write_bytes(held)
    assert not migrate.what_delays(place)
    assert place.exists() is (held is not None)
