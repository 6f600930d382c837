"""Backups beside a database: made once for each state, thinned, their captured files kept once."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, col, func, select

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.empty_bin import delete_for_good
from claimtracker.operations.keep_evidence import discard_evidence
from claimtracker.storage import backups
from claimtracker.storage.backups import (
    backups_of,
    copy_to,
    is_backed_up,
    make_backup,
    thin_out,
)
from claimtracker.storage.database_copy import UNFINISHED
from claimtracker.storage.engine import Database, open_database
from claimtracker.storage.file_store import FileStore
from claimtracker.storage.looking_into import files_named_in
from claimtracker.storage.named_files import named_files
from claimtracker.storage.tables import Evidence
from tests.conftest import Enter
from tests.storage.backed_up import PDF, every_row, fill, stored_files

NOW = datetime.now(UTC)


@pytest.fixture
def filled(session: Session, database: Database, tmp_path: Path) -> Path:
    """A database with one claim and one captured file."""
    fill(session, tmp_path)
    session.rollback()
    return database.path


def test_a_backup_is_a_database_like_any_other(filled: Path) -> None:
    made = make_backup(filled, NOW)
    assert made.path.parent == filled.parent / "backups"
    assert (made.files, made.lacking) == (1, 0)
    assert every_row(made.path) == every_row(filled)
    assert stored_files(made.path.parent / "files") == stored_files(filled.parent / "files")
    opened = open_database(made.path)
    with opened.session():
        assert list(opened.files.hashes())
    opened.close()


def test_its_name_tells_the_moment_without_a_colon(filled: Path) -> None:
    at = datetime(2025, 5, 1, 14, 30, 5, 250_000, tzinfo=UTC)
    made = [make_backup(filled, at).path for _ in range(2)]
    assert made[0].name == "2025-05-01T143005.250Z-claims.db"
    assert made[1].name == "2025-05-01T143005.251Z-claims.db"  # none takes another's place
    assert [each.path for each in backups_of(filled)] == made[::-1]


def test_an_unchanged_database_is_known_by_the_end_of_its_log(filled: Path, enter: Enter) -> None:
    assert not is_backed_up(filled)
    made = make_backup(filled, NOW)
    assert is_backed_up(filled)
    enter("Another")
    assert not is_backed_up(filled)
    make_backup(filled, NOW + timedelta(seconds=1))
    assert is_backed_up(filled)
    backups_of(filled)[0].path.write_bytes(b"broken since")
    assert not is_backed_up(filled)
    assert made.path.exists()


def test_a_database_without_any_action_needs_no_backup(database: Database) -> None:
    assert is_backed_up(database.path)


def test_a_captured_file_is_kept_once_however_many_backups_name_it(
    filled: Path, session: Session, tmp_path: Path
) -> None:
    first = make_backup(filled, NOW)
    stored = next((first.path.parent / "files").rglob("*/*/*"))
    before = stored.stat()
    fill(session, tmp_path, "other.pdf", b"other")
    session.rollback()
    assert make_backup(filled, NOW + timedelta(days=1)).files == 2
    assert stored.stat().st_ino == before.st_ino
    assert len(stored_files(first.path.parent / "files")) == 2


@pytest.mark.parametrize("became", [None, b"%PDF-1.7 forged"])
def test_a_file_that_is_missing_or_changed_is_told_and_not_fatal(
    filled: Path, became: bytes | None
) -> None:
    (stored,) = (path for path in (filled.parent / "files").rglob("*") if path.is_file())
    stored.unlink() if became is None else stored.write_bytes(became)
    made = make_backup(filled, NOW)
    assert (made.files, made.lacking) == (0, 1)
    assert stored_files(made.path.parent / "files") == {}


def test_a_good_copy_of_a_file_outlives_its_loss_in_the_store(filled: Path, enter: Enter) -> None:
    make_backup(filled, NOW)
    shutil.rmtree(filled.parent / "files")
    enter("Another")
    made = make_backup(filled, NOW + timedelta(seconds=1))
    assert made.lacking == 0
    assert list(stored_files(made.path.parent / "files").values()) == [PDF]


def _twenty_of_one_day(made: Path) -> None:
    """Copies of a backup as if made two days ago; not all of them are kept."""
    day = (NOW - timedelta(days=2)).replace(hour=9)  # one day wherever this runs, and whenever
    for minutes in range(20):
        at = day.replace(minute=minutes)
        path = made.with_name(f"{at:%Y-%m-%dT%H%M%S}.000Z-claims.db")
        shutil.copy(made, path)
        os.utime(path, (at.timestamp(),) * 2)


def test_all_files_are_found_that_verify_looks_for(
    filled: Path, session: Session, tmp_path: Path
) -> None:
    fill(session, tmp_path, "b.pdf", b"b")
    bin_claims(session, [2], by="Ada")
    delete_for_good(session, [2], by="Ada")  # the document goes back to the inbox
    (newest,) = session.execute(select(func.max(col(Evidence.id)))).one()
    discard_evidence(session, [newest], by="Ada")
    assert len(session.exec(select(Evidence)).all()) == 1
    looked_for = {file.sha256 for file in named_files(session)}
    session.rollback()
    found = files_named_in(filled)
    assert {file.sha256 for file in found} == looked_for
    assert len(looked_for) == 2


def test_older_ones_go_with_the_files_that_no_other_names(filled: Path) -> None:
    made = make_backup(filled, NOW).path
    store = FileStore(made)
    unnamed = store.keep_bytes(b"named by none")
    _twenty_of_one_day(made)
    assert store.path_of(unnamed.sha256).exists()
    thin_out(filled)
    assert len(backups_of(filled)) == 2
    assert list(stored_files(made.parent / "files").values()) == [PDF]


def _break(made: Path) -> None:
    made.write_bytes(b"broken")


def _begin_another(made: Path) -> None:
    made.with_name(f"{UNFINISHED}x").write_bytes(b"")


def _put_another_there(made: Path) -> None:
    made.with_name("somebody's.sqlite").write_bytes(b"no database")


@pytest.mark.parametrize("hinder", [_break, _begin_another, _put_another_there])
def test_no_file_goes_where_it_is_not_sure_that_nothing_names_it(
    filled: Path, hinder: Callable[[Path], None]
) -> None:
    made = make_backup(filled, NOW).path
    FileStore(made).keep_bytes(b"named by none")
    kept = stored_files(made.parent / "files")
    _twenty_of_one_day(made)
    hinder(made)
    thin_out(filled)
    assert len(backups_of(filled)) == 2
    assert stored_files(made.parent / "files") == kept


def test_a_backup_that_somebody_wrote_to_is_never_taken_away(filled: Path) -> None:
    old = NOW - timedelta(days=900)
    made = make_backup(filled, old)  # its time is now: written to long after its moment
    make_backup(filled, NOW)
    for days in range(40):
        make_backup(filled, NOW + timedelta(days=40 * days))
    assert made.path.exists()


def test_backups_of_another_database_in_the_same_folder_are_its_own(filled: Path) -> None:
    other = Path(shutil.copy(filled, filled.with_name("b.claims.db")))
    make_backup(filled, NOW)
    mine = make_backup(other, NOW)
    assert [each.path for each in backups_of(other)] == [mine.path]
    assert len(backups_of(filled)) == 1


def test_names_of_no_moment_and_folders_are_no_backups(filled: Path) -> None:
    folder = filled.parent / "backups"
    assert backups_of(filled) == []
    folder.mkdir()
    (folder / "2025-13-41T999999.000Z-claims.db").write_bytes(b"")
    (folder / "claims.db").write_bytes(b"")
    (folder / "2025-05-01T143005.250Z-claims.db").mkdir()
    assert backups_of(filled) == []


def test_a_backup_that_fails_leaves_no_half_one(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_part: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "put_in_place", full)
    with pytest.raises(ClaimTrackerError, match="disk is full; make room"):
        make_backup(filled, NOW)
    assert list((filled.parent / "backups").glob("*.db")) == []
    assert list((filled.parent / "backups").glob(f"{UNFINISHED}*")) == []


def test_a_folder_that_cannot_be_made_is_told(filled: Path) -> None:
    (filled.parent / "backups").write_bytes(b"a file")
    with pytest.raises(ClaimTrackerError, match="cannot be made"):
        make_backup(filled, NOW)


def test_a_copy_anywhere_has_its_files_beside_it(filled: Path, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    made = copy_to(filled, place / "case.db")
    assert made.files == 1
    assert list(stored_files(place / "files").values()) == [PDF]
    assert every_row(place / "case.db") == every_row(filled)
