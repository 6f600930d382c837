"""Damage that SQLite reports as something else is told as damage."""

import sqlite3
from contextlib import closing

import pytest

from claimtracker.claims.errors import Damaged
from claimtracker.operations.list_backups import newest_good
from claimtracker.storage.broken_file import brokenness
from claimtracker.storage.engine import Database, open_database
from tests.conftest import Enter


def test_a_whole_file_is_not_broken(database: Database, enter: Enter) -> None:
    enter()
    assert brokenness(database.path) is None
    assert newest_good(database.path) is None


def test_a_head_of_another_format_is_damage(database: Database, enter: Enter) -> None:
    enter()
    database.close()
    with database.path.open("r+b") as file:
        file.seek(44)  # which format the list of tables has
        file.write(b"\x7f\xff\xff\xff")
    with pytest.raises(Damaged, match="is damaged"):
        open_database(database.path)


def test_an_index_of_words_at_odds_with_the_claims_is_damage(
    database: Database, enter: Enter
) -> None:
    enter()
    with closing(sqlite3.connect(database.path)) as plain:
        plain.execute("DELETE FROM claim_search_data WHERE id > 10")
        plain.commit()
    told = brokenness(database.path)
    assert told is not None
    assert "is damaged" in str(told)


def test_an_index_at_odds_with_its_table_is_damage(database: Database, enter: Enter) -> None:
    enter()
    _change_past_the_index(database)
    with closing(sqlite3.connect(database.path)) as plain:
        assert plain.execute("PRAGMA quick_check").fetchone() == ("ok",)  # which does not look
    assert isinstance(brokenness(database.path), Damaged)


def test_what_makes_no_sense_is_damage_where_the_file_is_broken_and_a_bug_elsewhere(
    database: Database, enter: Enter
) -> None:
    enter()
    with pytest.raises(ValueError, match="no relation"), database.session():
        raise ValueError("no relation")
    _change_past_the_index(database)
    with pytest.raises(Damaged), database.session():
        raise ValueError("no relation")


def _change_past_the_index(database: Database) -> None:
    """Change a row while the index of it is not known: as a page of that was exchanged."""
    database.close()
    with closing(sqlite3.connect(database.path)) as plain:
        asked = "SELECT * FROM sqlite_master WHERE name = 'ix_claim_verdict'"
        known = plain.execute(asked).fetchone()
        plain.execute("PRAGMA writable_schema = ON")
        plain.execute("DELETE FROM sqlite_master WHERE name = 'ix_claim_verdict'")
        plain.commit()
    with closing(sqlite3.connect(database.path)) as plain:
        plain.execute("UPDATE claim SET verdict = 'broken'")
        plain.execute("PRAGMA writable_schema = ON")
        plain.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", known)
        plain.commit()
