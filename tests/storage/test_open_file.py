"""Nothing is acknowledged that was written to a file which is not at its path any more."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.add_claim import add_claim
from claimtracker.storage.engine import WRITING, Database
from claimtracker.storage.open_file import KeptFile, identity
from claimtracker.storage.tables import Tag

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows moves no open file")


def _write(session: Session, name: str = "ukraine") -> None:
    session.connection(execution_options=WRITING)
    session.add(Tag(name=name))
    session.flush()


def _tags(database: Database) -> list[str]:
    with database.session() as session:
        return list(session.execute(text("SELECT name FROM tag ORDER BY id")).scalars())


def _at_the_commit(session: Session, do: Callable[[], object]) -> None:
    """Let something happen when SQLite itself has begun to commit."""
    driver = session.connection().connection.driver_connection
    assert isinstance(driver, KeptFile)
    driver.set_trace_callback(lambda statement: do() if statement == "COMMIT" else None)


def test_a_file_is_known_by_its_disk_and_its_number(database_path: Path, tmp_path: Path) -> None:
    found = identity(database_path)
    os.link(database_path, tmp_path / "link.db")
    copy = Path(shutil.copy(database_path, tmp_path / "copy.db"))
    assert found == identity(tmp_path / "link.db") != identity(copy)
    assert identity(tmp_path / "none.db") is None
    assert identity(Path("claims\0.db")) is None


def test_a_commit_to_a_file_that_was_deleted_meanwhile_is_refused_and_not_made(
    database: Database, tmp_path: Path
) -> None:
    kept = shutil.copy(database.path, tmp_path / "kept.db")
    with pytest.raises(ClaimTrackerError, match="is gone or closed"), database.session() as session:
        _write(session)
        database.path.unlink()
        session.commit()
    assert not database.path.exists()
    os.replace(kept, database.path)
    assert _tags(database) == []
    with database.session() as session:  # whoever was told goes on without a second refusal
        _write(session)
        session.commit()
    assert _tags(database) == ["ukraine"]


def test_a_commit_to_a_file_that_was_replaced_meanwhile_is_refused_and_not_made(
    database: Database, tmp_path: Path
) -> None:
    other = shutil.copy(database.path, tmp_path / "other.db")
    with pytest.raises(ClaimTrackerError, match="or replaced"), database.session() as session:
        _write(session)
        os.replace(other, database.path)
        session.commit()
    assert _tags(database) == []


def test_where_the_file_goes_during_the_commit_nobody_is_told_that_it_is_saved(
    database: Database,
) -> None:
    away = database.path.with_name("away.db")
    with (
        pytest.raises(ClaimTrackerError, match="look whether the change is there"),
        database.session() as session,
    ):
        _write(session)
        _at_the_commit(session, lambda: database.path.rename(away))
        session.commit()
    away.rename(database.path)
    assert _tags(database) == ["ukraine"]


def test_another_file_is_written_to_only_after_one_refusal(
    database: Database, tmp_path: Path
) -> None:
    shutil.copy(database.path, tmp_path / "other.db")
    os.replace(tmp_path / "other.db", database.path)
    assert _tags(database) == []  # what is there is read
    with pytest.raises(ClaimTrackerError, match="or replaced"), database.session() as session:
        add_claim(session, ClaimDraft.of(summary="Sign"), by="Ada")
    with database.session() as session:
        assert add_claim(session, ClaimDraft.of(summary="Sign"), by="Ada") == 1


def test_another_file_that_was_looked_at_is_written_to(database: Database, tmp_path: Path) -> None:
    shutil.copy(database.path, tmp_path / "other.db")
    os.replace(tmp_path / "other.db", database.path)
    database.look()
    with database.session() as session:
        assert add_claim(session, ClaimDraft.of(summary="Sign"), by="Ada") == 1


def test_nothing_is_read_while_the_file_is_away(database: Database) -> None:
    away = database.path.rename(database.path.with_name("away.db"))
    with pytest.raises(ClaimTrackerError, match=r"gone or closed.*Bring it back"):
        _tags(database)
    away.rename(database.path)
    assert _tags(database) == []


def test_a_file_that_came_back_and_is_replaced_later_is_news_again(
    database: Database, tmp_path: Path
) -> None:
    away = database.path.rename(tmp_path / "away.db")
    with pytest.raises(ClaimTrackerError):
        _tags(database)
    away.rename(database.path)
    assert _tags(database) == []
    shutil.copy(database.path, tmp_path / "other.db")
    os.replace(tmp_path / "other.db", database.path)
    with pytest.raises(ClaimTrackerError, match="or replaced"), database.session() as session:
        add_claim(session, ClaimDraft.of(summary="Sign"), by="Ada")
