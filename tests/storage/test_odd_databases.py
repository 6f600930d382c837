"""What may lie or happen where a database is looked for: odd names, links, other programs."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.add_claim import add_claim
from claimtracker.storage import migrate
from claimtracker.storage.engine import WRITING, Database, open_database
from claimtracker.storage.file_store import FileStore

PROJECT = Path(__file__).parents[2]


def _refusal(path: Path, *, create: bool = False) -> str:
    with pytest.raises(ClaimTrackerError) as refused:
        open_database(path, create=create).close()
    return str(refused.value)


def test_an_empty_file_is_a_database_not_begun(tmp_path: Path) -> None:
    """A creation that was killed leaves one: it must not stand in the way for ever."""
    path = tmp_path / "claims.db"
    path.touch()
    assert _refusal(path) == f"There is no database at {path}."
    assert path.read_bytes() == b""
    open_database(path, create=True).close()
    open_database(path).close()


def test_a_creation_that_fails_takes_away_only_what_it_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "claims.db"

    def fail(*_: object, **__: object) -> None:
        path.write_bytes(b"begun by another program meanwhile")
        raise ClaimTrackerError("It fails.")

    monkeypatch.setattr(migrate, "upgrade", fail)
    _refusal(path, create=True)
    assert path.exists()


_BEGIN_BOTH = """
import sys
from pathlib import Path
from claimtracker.storage.engine import open_database
print("ready", flush=True)
sys.stdin.readline()
open_database(Path(sys.argv[1]), create=True).close()
"""


def test_two_programs_can_begin_the_same_database(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    programs = [_program(_BEGIN_BOTH, path) for _ in range(2)]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == b"ready\n"
    for program in programs:  # both are loaded: now they begin together
        assert program.stdin is not None
        program.stdin.write(b"\n")
        program.stdin.flush()
    assert [program.communicate()[1] for program in programs] == [b"", b""]
    open_database(path).close()


_TRY_TO_WRITE = """
import sqlite3, sys
sqlite3.connect(sys.argv[1], timeout=0).execute("BEGIN IMMEDIATE")
"""


def _program(source: str, path: Path) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", source, str(path)]
    return subprocess.Popen(command, cwd=PROJECT, stdin=pipe, stdout=pipe, stderr=pipe)


def test_opening_again_gives_up_no_lock_of_this_program(database: Database) -> None:
    """POSIX drops every lock of a process when it closes any handle on the file."""
    with database.session() as session:
        session.connection(execution_options=WRITING)
        open_database(database.path).close()
        told = _program(_TRY_TO_WRITE, database.path).communicate()[1]
    assert b"database is locked" in told


@pytest.mark.skipif(os.name != "posix", reason="Windows moves no open file")
def test_a_database_replaced_while_open_is_told_and_not_written(
    database: Database, tmp_path: Path, empty_file: Path
) -> None:
    with database.session() as session:
        add_claim(session, ClaimDraft.of(summary="Sign"), by="Ada")
    os.replace(shutil.copy(empty_file, tmp_path / "other.db"), database.path)
    with (
        pytest.raises(ClaimTrackerError, match="replaced while it was open"),
        database.session() as session,
    ):
        add_claim(session, ClaimDraft.of(summary="Talk"), by="Ada")
    with closing(sqlite3.connect(database.path)) as found:
        assert found.execute("SELECT count(*) FROM claim").fetchone() == (0,)


@pytest.mark.skipif(os.name != "posix", reason="links are those of POSIX")
def test_a_link_leads_to_the_files_beside_the_database(database_path: Path) -> None:
    (database_path.parent / "desk").mkdir()
    link = database_path.parent / "desk" / "claims.db"
    link.symlink_to(database_path)
    opened = open_database(link)
    opened.close()
    assert opened.path == database_path
    name = "ab" * 32
    assert opened.files.path_of(name) == FileStore(database_path).path_of(name)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems want names in Unicode")
def test_a_name_that_is_no_text_is_a_name_as_well(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.db")
    open_database(path, create=True).close()
    open_database(path).close()


def test_a_path_with_a_nul_is_refused_and_not_cut_short(tmp_path: Path) -> None:
    assert "NUL" in _refusal(tmp_path / "claims\0.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_a_working_folder_that_is_gone_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def gone() -> str:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(os, "getcwd", gone)
    assert "working folder" in _refusal(Path("claims.db"))
