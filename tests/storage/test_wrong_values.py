"""What no program of ours wrote into a row is told in one sentence, and the rest can be read."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from claimtracker.claims.errors import Damaged
from claimtracker.claims.listing import Listing
from claimtracker.claims.state import AsOf
from claimtracker.operations import list_claims
from claimtracker.operations.export_report import export_report
from claimtracker.operations.look_for_damage import look_for_damage
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.verify import verify
from claimtracker.storage.engine import Database, open_database
from claimtracker.storage.wrong_values import unreadable_value
from tests.conftest import Enter

AS_OF = AsOf(date(2025, 6, 1))
WRONG = [
    ("due_on", "'2025-13-45'"),
    ("stated_on", "'2025-02-30'"),
    ("latest_on", "x'00ff'"),
    ("review_on", "17"),
    ("created_at", "'yesterday'"),
    ("verdict", "'odd'"),
    ("condition_outcome", "''"),
    ("quote", "x'41'"),
    ("version", "'one'"),
]


def _write(path: Path, column: str, value: str, claim_id: int) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("DROP TRIGGER claim_search_update")
        plain.execute(f"UPDATE claim SET {column} = {value} WHERE id = ?", (claim_id,))
        plain.commit()


@pytest.mark.parametrize(("column", "value"), WRONG)
def test_a_value_that_cannot_be_read_is_named_and_all_other_claims_can_be_used(
    database: Database, enter: Enter, tmp_path: Path, column: str, value: str
) -> None:
    whole, wrong = enter("Sign"), enter("Talk")
    _write(database.path, column, value, wrong)
    called = f"claim {wrong} ({column.replace('_', ' ')}) cannot be read"
    with database.session() as session:
        assert list(list_claims.ids(session, Listing(AS_OF)))
        assert whole in list_claims.rows(session, [whole, wrong], AS_OF)
        assert show_claim(session, whole, AS_OF).report.summary == "Sign"
        assert verify(session).problems
    with pytest.raises(Damaged, match="is damaged") as told, database.session() as session:
        look_for_damage(session)
    assert called in str(told.value)
    report = tmp_path / "report.csv"
    if column not in ("version", "condition_outcome"):  # which no report has
        with pytest.raises(Damaged) as told, database.session() as session:
            export_report(session, report, Listing(AS_OF))
        assert called in str(told.value)
        assert not report.exists()


def test_a_column_whose_name_is_no_text_is_damage(database: Database, enter: Enter) -> None:
    enter()
    database.engine.dispose()
    held = database.path.read_bytes()
    odd = held.replace(b"kept_on DATE", b"kept\xedon DATE")
    assert odd != held
    database.path.write_bytes(odd)
    found = unreadable_value(database.path)
    assert found is not None
    assert "is damaged" in str(found)


def test_a_database_that_lacks_a_column_is_damaged(database: Database) -> None:
    database.close()
    held = database.path.read_bytes()
    database.path.write_bytes(held.replace(b"ends_on DATE", b"ends_in DATE"))
    with pytest.raises(Damaged):
        open_database(database.path)


def test_text_of_odd_bytes_is_named_where_it_is_read(database: Database, enter: Enter) -> None:
    claim_id = enter()
    _write(database.path, "notes", "CAST(x'41ff' AS TEXT)", claim_id)
    with pytest.raises(Damaged, match="notes"), database.session() as session:
        show_claim(session, claim_id, AS_OF)


def test_a_null_where_none_may_be_is_named(database: Database, enter: Enter) -> None:
    claim_id = enter()
    with closing(sqlite3.connect(database.path)) as plain:
        plain.execute("PRAGMA writable_schema = ON")
        plain.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'summary VARCHAR NOT NULL', "
            "'summary VARCHAR') WHERE name = 'claim'"
        )
        plain.commit()
    _write(database.path, "summary", "NULL", claim_id)
    with (
        pytest.raises(Damaged, match=f"claim {claim_id} .summary. cannot be read"),
        database.session() as session,
    ):
        show_claim(session, claim_id, AS_OF)


def test_what_the_program_writes_itself_is_right(database: Database, enter: Enter) -> None:
    enter(deadline_wording="by April", tags=("peace",), claimant="Ada")
    assert unreadable_value(database.path) is None


def test_a_bug_of_ours_stays_one(database: Database, enter: Enter) -> None:
    enter()
    with pytest.raises(ValueError, match="ours"), database.session():
        raise ValueError("ours")
