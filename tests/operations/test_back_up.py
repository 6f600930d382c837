"""Backing up by itself, before what changes much, and to a file that a person names."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.back_up import back_up, back_up_first, back_up_to
from claimtracker.operations.list_backups import has_backups, list_backups, newest_good
from claimtracker.operations.restore_backup import (
    rehearse_here,
    rehearse_restore,
    restore_backup,
)
from claimtracker.storage.engine import Database
from tests.conftest import Enter
from tests.faults.old_databases import EARLIER, make
from tests.storage.backed_up import every_row

NOW = datetime(2025, 5, 1, 14, 30, tzinfo=UTC)


def test_an_unchanged_database_is_not_backed_up_twice(session: Session, enter: Enter) -> None:
    assert back_up(session) is None  # nothing was done in it yet
    enter()
    assert back_up(session) is not None
    assert back_up(session) is None
    enter("Another")
    assert back_up(session) is not None


def test_a_stopped_backup_leaves_none(session: Session, enter: Enter) -> None:
    enter()
    with pytest.raises(ClaimTrackerError, match="stopped"):
        back_up(session, is_stopped=lambda: True)
    assert list_backups(session) == []


def test_what_changes_much_finds_its_backup_made(session: Session, enter: Enter) -> None:
    enter()

    def change(given: Session) -> int:
        assert len(list_backups(given)) == 1
        return add_claim(given, ClaimDraft.of(summary="Taken in"), by="Ada")

    assert back_up_first(session, change) == 2
    (told,) = list_backups(session)
    assert told.summary is not None and told.summary.claims == 1


def test_without_a_backup_nothing_is_changed(
    session: Session, enter: Enter, database: Database
) -> None:
    enter()
    (database.path.parent / "backups").write_bytes(b"in its way")
    with pytest.raises(ClaimTrackerError, match="so nothing was changed"):
        back_up_first(session, lambda _session: pytest.fail("it was changed"))


def test_the_list_tells_of_each_what_it_holds(
    session: Session, enter: Enter, database: Database
) -> None:
    assert not has_backups(database.path)
    for day in range(3):
        enter(f"Claim {day}")
        back_up(session, now=NOW + timedelta(days=day))
    newest = list_backups(session)[0]
    newest.backup.path.write_bytes(b"broken")
    told = list_backups(session)
    assert [each.summary.claims if each.summary else None for each in told] == [None, 2, 1]
    assert told[0].problem.endswith(f"{newest.backup.path} is not a ClaimTracker database.") or (
        "damaged" in told[0].problem
    )
    good = newest_good(database.path)
    assert good is not None and good.backup == told[1].backup
    assert newest_good(database.path, is_stopped=lambda: True) is None


def test_no_good_one_is_told_as_none(session: Session, enter: Enter, database: Database) -> None:
    enter()
    made = back_up(session)
    assert made is not None
    made.path.write_bytes(b"broken")
    assert has_backups(database.path)
    assert newest_good(database.path) is None


def test_a_person_names_the_file(session: Session, enter: Enter, tmp_path: Path) -> None:
    enter()
    place = tmp_path / "stick"
    place.mkdir()
    made = back_up_to(session, place / "case.db")
    assert every_row(made.path)["claim"]
    with pytest.raises(ClaimTrackerError, match="is there already"):
        back_up_to(session, place / "case.db")
    enter("Another")
    assert len(every_row(back_up_to(session, made.path, replaces=True).path)["claim"]) == 2


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("claims.db", "the database itself"),
        (".", "is a folder"),
        ("no folder/case.db", "does not exist"),
    ],
)
def test_places_that_are_none_are_refused(
    session: Session, database: Database, name: str, told: str
) -> None:
    with pytest.raises(ClaimTrackerError, match=told):
        back_up_to(session, database.path.parent / name, replaces=True)


@pytest.mark.parametrize("asked", [0, 1, 2, 5, 20])
def test_a_rehearsal_that_is_stopped_says_so_and_leaves_nothing(
    database: Database, tmp_path: Path, asked: int
) -> None:
    """At once, within the copy, or while an older one is brought up to date."""
    old = tmp_path / "old" / "old.db"
    old.parent.mkdir()
    make(old, EARLIER[0])
    left = [asked]

    def is_stopped() -> bool:
        left[0] -= 1
        return left[0] < 0

    before = set(database.path.parent.rglob("*"))
    with pytest.raises(ClaimTrackerError, match="stopped"):
        rehearse_restore(database.path, old, is_stopped=is_stopped)
    assert set(database.path.parent.rglob("*")) == before


def test_restoring_is_rehearsed_without_a_change(
    session: Session, enter: Enter, database: Database
) -> None:
    enter()
    made = back_up(session)
    assert made is not None
    enter("Another")
    before = every_row(database.path)
    found = rehearse_here(session, made.path)
    assert found == rehearse_restore(database.path, made.path)
    assert found.present is not None
    assert (found.backup.claims, found.present.claims) == (1, 2)
    assert every_row(database.path) == before


def test_restoring_brings_back_what_was(session: Session, enter: Enter, database: Database) -> None:
    enter()
    made = back_up(session)
    assert made is not None
    before = every_row(database.path)
    enter("Another")
    session.close()
    database.engine.dispose()
    done = restore_backup(database.path, made.path, now=NOW)
    assert done.aside is not None
    assert every_row(database.path) == before


def test_a_place_without_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClaimTrackerError, match="does not exist"):
        restore_backup(tmp_path / "no folder" / "claims.db", tmp_path / "case.db")
    with pytest.raises(ClaimTrackerError, match="is a folder"):
        rehearse_restore(tmp_path, tmp_path / "case.db")


def test_nobody_who_writes_waits_for_a_backup_to_end(
    session: Session, enter: Enter, database: Database
) -> None:
    enter()
    asked: list[bool] = []

    def write() -> bool:
        if not asked:
            with sqlite3.connect(database.path, timeout=0) as other:
                other.execute("UPDATE claim SET notes = 'meanwhile'")
            other.close()
        asked.append(True)
        return False

    assert back_up(session, is_stopped=write) is not None
