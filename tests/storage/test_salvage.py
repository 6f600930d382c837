"""What can be read of a damaged database comes into a new one, and what cannot is counted."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.claims.salvaged import lost_words, more_words, read_words
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.salvage_database import (
    ACTION,
    may_be_salvaged,
    salvage_database,
    use_salvaged,
)
from claimtracker.operations.verify import verify
from claimtracker.storage.backups import make_backup
from claimtracker.storage.engine import Database, open_database
from tests.conftest import Enter
from tests.storage.backed_up import every_row, fill
from tests.storage.spoilt import roots, spoil, spoil_all, spoil_long_text_and_root

PAGE = 4096
NUMBERED = "WITH s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 500)"
NOW = datetime(2025, 5, 1, tzinfo=UTC)


@pytest.fixture
def path(session: Session, database: Database, enter: Enter, tmp_path: Path) -> Path:
    """A database of some pages with a captured file, closed."""
    for number in range(30):
        enter(f"Claim {number}", notes="word " * 150, claimant="Ada", tags=("peace",))
    fill(session, tmp_path)
    session.close()
    database.close()
    return database.path


def _claims(path: Path) -> list[dict[str, object]]:
    """The claims but for what the program counts for itself."""
    with closing(sqlite3.connect(path)) as plain:
        plain.row_factory = sqlite3.Row
        found = [dict(row) for row in plain.execute("SELECT * FROM claim ORDER BY id")]
    return [{key: row[key] for key in row.keys() - {"version", "updated_at"}} for row in found]


def _problems(path: Path) -> tuple[str, ...]:
    database = open_database(path)
    with closing(database), database.session() as session:
        return verify(session).problems


def _write(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("DROP TRIGGER claim_search_update")
        for statement in statements:
            plain.execute(statement)
        plain.commit()


def test_of_a_whole_database_all_is_salvaged_and_one_action_noted(path: Path) -> None:
    before = every_row(path)
    done = salvage_database(path, by="Ada", now=NOW)
    assert done.path == path.with_name("claims.salvaged-2025-05-01T000000Z.db")
    after = every_row(done.path)
    assert after["claim"] == before["claim"]
    assert after["action"][:-1] == before["action"]
    assert ACTION in after["action"][-1]
    assert (done.problems, done.has_gaps) == (0, False)
    assert _problems(done.path) == ()
    assert lost_words(done) == "Nothing that the change log knows is lost."


@pytest.mark.parametrize("held", [bytes(PAGE), b"\xa5" * PAGE])
def test_claims_on_a_page_that_cannot_be_read_come_back_from_the_log(
    path: Path, held: bytes
) -> None:
    before = _claims(path)
    spoilt = spoil_all(path, "claim", held)
    done = salvage_database(path, by="Ada")
    assert path.read_bytes() == spoilt
    assert _claims(done.path) == before
    assert len(done.tables["claim"].from_log) == 31
    assert any("Brought back from the change log: 31 claims" in it for it in more_words(done))
    assert _problems(done.path) == ()


def test_of_a_log_that_cannot_be_read_the_rows_are_kept_and_the_loss_is_told(path: Path) -> None:
    before = every_row(path)["claim"]
    spoil_all(path, "change")
    done = salvage_database(path, by="Ada")
    assert every_row(done.path)["claim"] == before
    assert done.has_gaps
    assert "changes of the log" in lost_words(done)
    assert done.problems == len([it for it in _problems(done.path) if "its file" not in it])
    with closing(sqlite3.connect(done.path)) as plain:  # no number is given twice
        (given,) = plain.execute("SELECT seq FROM sqlite_sequence WHERE name='change'").fetchone()
    assert given >= done.tables["change"].lost


def test_where_neither_the_claims_nor_the_log_can_be_read_the_loss_is_told_in_a_number(
    path: Path,
) -> None:
    for table in ("claim", "change"):
        spoil_all(path, table)
    told = " ".join(more_words(salvage_database(path, by="Ada")))
    assert "Claims of the damaged database had numbers up to 31;" in told


def test_where_only_the_first_pages_of_the_claims_and_of_the_log_are_broken_nothing_is_lost(
    path: Path,
) -> None:
    before = every_row(path)
    for table in ("claim", "change"):
        spoil(path, roots(path)[table])
    done = salvage_database(path, by="Ada")
    after = every_row(done.path)
    assert (after["claim"], after["change"]) == (before["claim"], before["change"])
    assert (done.problems, done.has_gaps, done.tables["claim"].is_broken) == (0, False, True)


def test_of_a_lost_row_with_a_text_that_is_broken_the_rest_is_kept(path: Path) -> None:
    _write(
        path,
        "INSERT INTO source (title, publisher, url, text)"
        f"{NUMBERED} SELECT 'Title', 'Publisher', 'https://example.org/' || n, '' FROM s",
        "UPDATE source SET text = printf('%.*c', 9000, 'z'), text_hash = 'hash' WHERE id = 70",
    )
    before = every_row(path)["source"]
    spoil_long_text_and_root(path, "source")
    done = salvage_database(path, by="Ada")
    before[69] = (*before[69][:5], "", "", "")
    assert every_row(done.path)["source"] == before
    assert done.tables["source"].mended == 2


def test_of_a_lost_row_of_which_nothing_can_be_read_nothing_is_made(path: Path) -> None:
    _write(
        path,
        f"INSERT INTO tag (name) {NUMBERED} SELECT 'tag ' || n FROM s",
        "UPDATE tag SET name = printf('%.*c', 9000, 'z') WHERE id = 70",
    )
    before = every_row(path)["tag"]
    spoil_long_text_and_root(path, "tag")
    done = salvage_database(path, by="Ada")
    assert every_row(done.path)["tag"] == before[:69] + before[70:]


@pytest.mark.parametrize("is_head_lost", [True, False])
def test_rows_on_free_pages_do_not_come_back(path: Path, is_head_lost: bool) -> None:
    _write(
        path,
        "PRAGMA secure_delete = OFF",
        "DROP TRIGGER claim_search_delete",
        "DELETE FROM claim WHERE id > 15",
        "DELETE FROM change WHERE claim_id > 15",
    )
    before = _claims(path)
    spoil(path, roots(path)["claim"])
    if is_head_lost:
        spoil(path, 1, bytes(100))
    assert _claims(salvage_database(path, by="Ada").path) == before


@pytest.mark.parametrize("page", [1, 3, 5])
@pytest.mark.parametrize("has_backup", [True, False])
def test_where_the_list_of_tables_is_lost_a_sound_one_is_taken(
    path: Path, page: int, has_backup: bool
) -> None:
    before = every_row(path)["claim"]
    if has_backup:
        make_backup(path, NOW)
    spoil(path, page)
    assert may_be_salvaged(path)
    done = salvage_database(path, by="Ada")
    assert every_row(done.path)["claim"] == before


def test_a_header_that_is_written_over_costs_nothing(path: Path) -> None:
    before = every_row(path)["claim"]
    with path.open("r+b") as file:
        file.write(b"x" * 100)
    done = salvage_database(path, by="Ada")
    assert every_row(done.path)["claim"] == before
    assert done.problems == 0


def test_what_a_row_holds_that_cannot_be_read_comes_from_the_log(path: Path) -> None:
    before = _claims(path)
    _write(
        path,
        "UPDATE claim SET due_on = '2025-13-45' WHERE id = 1",
        "UPDATE claim SET summary = x'00ff' WHERE id = 2",
        "UPDATE claim SET notes = CAST(x'41ff' AS TEXT) WHERE id = 3",
    )
    done = salvage_database(path, by="Ada")
    assert _claims(done.path) == before
    assert len(done.tables["claim"].from_log) == 1
    assert not done.tables["claim"].unreadable  # it is not told of as left out, too
    assert done.tables["claim"].mended == 0
    assert _problems(done.path) == ()


def test_without_a_log_a_wrong_day_is_emptied_and_odd_bytes_are_marked(path: Path) -> None:
    _write(
        path,
        "UPDATE claim SET due_on = '2025-13-45' WHERE id = 1",
        "UPDATE claim SET quote = CAST(x'41ff' AS TEXT) WHERE id = 3",
        "DELETE FROM change",
    )
    done = salvage_database(path, by="Ada")
    with closing(sqlite3.connect(done.path)) as plain:
        asked = "SELECT due_on, quote FROM claim WHERE id IN (1, 3) ORDER BY id"
        assert plain.execute(asked).fetchall() == [(None, ""), (None, "A\ufffd")]
    assert done.tables["claim"].mended == 2
    assert any("2 of claims" in it for it in more_words(done))


def test_what_refers_to_a_row_that_is_not_there_is_left_out_or_let_go(path: Path) -> None:
    _write(
        path,
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM claimant",
        "DELETE FROM tag",
        "DELETE FROM change",
    )
    done = salvage_database(path, by="Ada")
    with closing(sqlite3.connect(done.path)) as plain:
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
        assert plain.execute("SELECT count(*) FROM claim").fetchone() == (31,)
    assert len(done.tables["claim_tag"].contradicting) == 30
    assert done.tables["claim"].mended == 30


def test_what_was_salvaged_takes_the_name_and_the_damaged_file_is_kept(path: Path) -> None:
    spoilt = spoil(path, roots(path)["claim"])
    done = salvage_database(path, by="Ada", now=NOW)
    aside = use_salvaged(path, done.path, now=NOW)
    assert aside == path.with_name("claims.damaged-2025-05-01T000000Z.db")
    assert aside.read_bytes() == spoilt
    database = open_database(path)
    with closing(database), database.session() as session:
        assert add_claim(session, ClaimDraft.of(summary="Another"), by="Ada") == 32
    assert not done.path.exists()


def test_what_was_written_to_since_it_was_salvaged_is_not_replaced(path: Path) -> None:
    done = salvage_database(path, by="Ada")
    _write(path, "UPDATE claim SET notes = 'later' WHERE id = 1")
    held = path.read_bytes()
    with pytest.raises(ClaimTrackerError, match="salvage it again"):
        use_salvaged(path, done.path)
    assert (path.read_bytes(), done.path.exists()) == (held, True)


def test_captured_files_go_with_a_database_that_is_salvaged_elsewhere(
    path: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = salvage_database(path, elsewhere / "new.db", by="Ada")
    assert done.lacking == 0
    assert _problems(done.path) == ()
    with pytest.raises(ClaimTrackerError, match="is there already"):
        salvage_database(path, done.path, by="Ada")


@pytest.mark.parametrize("held", [b"", b"words", b"\0" * 50_000])
def test_where_nothing_can_be_read_nothing_is_made(path: Path, held: bytes) -> None:
    path.write_bytes(held)
    before = sorted(path.parent.iterdir())
    with pytest.raises(Damaged):
        salvage_database(path, by="Ada")
    assert sorted(path.parent.iterdir()) == before
    assert not may_be_salvaged(path)


@pytest.mark.parametrize("name", ["gone.db", "x" * 300, "."])
def test_what_is_no_file_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ClaimTrackerError, match="There is no file at"):
        salvage_database(tmp_path / name, by="Ada")


def test_one_that_is_stopped_leaves_nothing(path: Path) -> None:
    before = sorted(path.parent.iterdir())
    with pytest.raises(ClaimTrackerError, match="stopped"):
        salvage_database(path, by="Ada", is_stopped=lambda: True)
    assert sorted(path.parent.iterdir()) == before


def test_words_of_a_salvage_count_one_and_many(path: Path) -> None:
    done = salvage_database(path, by="Ada")
    assert read_words(done).startswith("Read: 31 claims, 1 document of evidence, 0 verdicts, ")
