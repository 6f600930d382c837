"""A copy is whole and checked, or there is none; others may write while it is made."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.storage import database_copy
from claimtracker.storage.database_copy import (
    UNFINISHED,
    checked_copy,
    put_in_place,
    remove_left_over,
    unfinished,
)

ROWS = 2_000


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Some hundred pages of a database."""
    path = tmp_path / "source.db"
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, told TEXT)")
        opened.executemany("INSERT INTO row (told) VALUES (?)", [("x" * 500,)] * ROWS)
        opened.commit()
    return path


@pytest.fixture
def writer(source: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(source, timeout=0)) as opened:
        yield opened


def _rows(path: Path) -> int:
    with closing(sqlite3.connect(path)) as opened:
        return int(opened.execute("SELECT count(*) FROM row").fetchone()[0])


def test_a_copy_gets_its_name_when_it_is_whole(source: Path, tmp_path: Path) -> None:
    with checked_copy(source, tmp_path) as part:
        assert part.name.startswith(UNFINISHED)
        put_in_place(part, tmp_path / "copy.db")
    assert _rows(tmp_path / "copy.db") == ROWS
    assert unfinished(tmp_path) == []


def test_what_is_not_put_in_place_leaves_no_trace(source: Path, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    with pytest.raises(RuntimeError), checked_copy(source, tmp_path):
        raise RuntimeError
    assert set(tmp_path.iterdir()) == before


def test_others_write_between_two_steps_and_the_copy_has_it(
    source: Path, tmp_path: Path, writer: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_copy, "_PAGES_AT_ONCE", 50)
    asked = []

    def look() -> bool:
        asked.append(1)
        if len(asked) == 3:
            writer.execute("INSERT INTO row (told) VALUES ('meanwhile')")
            writer.commit()
        return False

    with checked_copy(source, tmp_path, look) as part:
        assert _rows(part) == ROWS + 1
    assert len(asked) > 3


def test_who_writes_all_the_time_does_not_keep_the_copy_from_its_end(
    source: Path, tmp_path: Path, writer: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_copy, "_PAGES_AT_ONCE", 50)
    written: list[int] = []

    def write() -> bool:
        assert len(written) < 1_000, "the copy begins anew for ever"
        writer.execute("INSERT INTO row (told) VALUES (?)", ("y" * 5_000,))
        writer.commit()
        written.append(1)
        return False

    with checked_copy(source, tmp_path, write) as part:
        assert ROWS < _rows(part) <= ROWS + len(written)


def test_a_stopped_copy_is_refused_and_gone(source: Path, tmp_path: Path) -> None:
    with (
        pytest.raises(ClaimTrackerError, match="stopped"),
        checked_copy(source, tmp_path, lambda: True),
    ):
        pass
    assert unfinished(tmp_path) == []


def test_a_file_that_stays_locked_is_given_up(
    source: Path, tmp_path: Path, writer: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_copy, "_PATIENCE_SECONDS", 0.0)
    writer.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ClaimTrackerError, match="in use"), checked_copy(source, tmp_path):
        pass


@pytest.mark.parametrize("held", [b"no database" * 1_000, b"SQLite format 3\0" + b"\xff" * 9_000])
def test_damage_is_told_and_never_copied(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "bad.db"
    path.write_bytes(held)
    with pytest.raises(Damaged), checked_copy(path, tmp_path):
        pass
    assert list(tmp_path.iterdir()) == [path]


def test_a_page_of_garbage_is_found_before_the_copy_gets_its_name(
    source: Path, tmp_path: Path
) -> None:
    with source.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"\xff" * 4096)
    with pytest.raises(Damaged), checked_copy(source, tmp_path):
        pass


def test_a_place_that_cannot_be_written_to_is_told(source: Path, tmp_path: Path) -> None:
    with (
        pytest.raises(ClaimTrackerError, match="nowhere cannot be opened"),
        checked_copy(source, tmp_path / "nowhere"),
    ):
        pass


def test_whoever_may_not_read_the_database_may_not_read_the_copy(
    source: Path, tmp_path: Path
) -> None:
    source.chmod(0o600)
    with checked_copy(source, tmp_path) as part:
        assert part.stat().st_mode & 0o777 == 0o600


def test_what_a_power_cut_left_is_taken_away_after_a_day(tmp_path: Path) -> None:
    old, fresh = tmp_path / f"{UNFINISHED}old", tmp_path / f"{UNFINISHED}fresh"
    other = tmp_path / ".part-of-something-else"
    folder = tmp_path / f"{UNFINISHED}salvage"
    folder.mkdir()
    for path in (old, fresh, other, folder / "part.db"):
        path.write_bytes(b"x")
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    for path in (old, other, folder):
        os.utime(path, (two_days_ago, two_days_ago))
    remove_left_over(tmp_path)
    assert set(tmp_path.iterdir()) == {fresh, other}
