"""What is not as it was captured and logged is found and named; nothing is repaired."""

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from claimtracker.articles.capture_page import PageCapture
from claimtracker.claims.drafts import ClaimDraft, DocumentDraft, EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.captured_content import content_of
from claimtracker.operations.import_claims import import_claims
from claimtracker.operations.keep_capture import keep_capture
from claimtracker.operations.keep_evidence import NamedBytes, discard_evidence, keep_evidence
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.undo import redo, undo
from claimtracker.operations.verify import state_of_evidence, verify
from claimtracker.storage.engine import Database, open_database
from claimtracker.storage.file_store import FileState, FileStore
from claimtracker.storage.tables import Evidence
from tests.conftest import Enter
from tests.for_ever import FOR_EVER


@pytest.fixture
def keep(session: Session, enter: Enter, tmp_path: Path) -> Callable[[bytes], int]:
    """Link a file with this content to a claim of its own; return the evidence's id."""

    def keeping(content: bytes) -> int:
        file = tmp_path / "found.txt"
        file.write_bytes(content)
        draft = EvidenceDraft.of(relation="context")
        return link_evidence(session, [enter()], draft, by="Ada", file=file)

    return keeping


Keep = Callable[[bytes], int]


def _stored(database: Database) -> list[Path]:
    return [path for path in (database.path.parent / "files").rglob("*") if path.is_file()]


def test_what_is_as_it_was_captured_is_in_order(session: Session, keep: Keep, enter: Enter) -> None:
    for number in range(3):
        keep(b"page %d" % number)
    undo(session, by="Ada")
    redo(session, by="Ada")
    enter("Another", tags=("a", "b"), claimant="Ada", deadline_wording="within days")
    found = verify(session)
    assert found.ok, found.problems
    assert (found.files, found.actions) == (3, 9)


def test_nothing_at_all_is_in_order(session: Session) -> None:
    assert verify(session).ok


def test_each_flipped_bit_is_found_and_stays(session: Session, database: Database) -> None:
    pages = [NamedBytes("page.txt", b"page %d" % number) for number in range(300)]
    keep_evidence(session, [(DocumentDraft.of(title="Page"), page) for page in pages], by="Ada")
    paths = _stored(database)
    assert len(paths) == 300
    for number, path in enumerate(paths):
        content = bytearray(path.read_bytes())
        content[number % len(content)] ^= 1 << number % 8
        path.write_bytes(content)
    flipped = [path.read_bytes() for path in paths]
    problems = verify(session).problems
    assert len(problems) == 300
    assert all("was changed since it was captured" in problem for problem in problems)
    assert all(any(path.name in problem for problem in problems) for path in paths)
    assert [path.read_bytes() for path in paths] == flipped


def test_a_missing_file_and_two_swapped_ones_are_named(
    session: Session, database: Database, keep: Keep
) -> None:
    for content in (b"one", b"two", b"three"):
        keep(content)
    first, second, third = _stored(database)
    held = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(held)
    third.unlink()
    problems = sorted(verify(session).problems)
    assert [problem.split(": its file ")[1].split(" (")[0] for problem in problems].count(
        "is missing"
    ) == 1
    assert sum("was changed since" in problem for problem in problems) == 2


def _keep_as(session: Session, title: str) -> int:
    found = (DocumentDraft.of(title=title), NamedBytes("a.txt", b"page"))
    return keep_evidence(session, [found], by="Ada")[0]


def test_each_document_that_a_file_supports_is_named(session: Session, database: Database) -> None:
    for title in ("One", "Two"):
        _keep_as(session, title)
    _stored(database)[0].write_bytes(b"Page")
    (problem,) = verify(session).problems
    assert problem.startswith("Evidence 1 “One”, 2 “Two”: its file was changed")


@pytest.mark.parametrize("steps", ["discard", "undo"])
def test_the_file_of_a_document_that_is_gone_is_looked_at_too(
    session: Session, database: Database, steps: str
) -> None:
    key = _keep_as(session, "One")
    if steps == "undo":
        undo(session, by="Ada")
    else:
        discard_evidence(session, [key], by="Ada")
    (path,) = _stored(database)
    path.write_bytes(b"Page")
    (problem,) = verify(session).problems
    assert problem.startswith("Evidence 1 “One”: its file was changed")
    path.unlink()
    # What was taken back may never come again; what was discarded was evidence.
    missing = ["is missing" in told for told in verify(session).problems]
    assert missing == ([True] if steps == "discard" else [])


def test_a_file_whose_discarding_was_taken_back_with_its_keeping_may_be_missing(
    session: Session, database: Database
) -> None:
    discard_evidence(session, [_keep_as(session, "One")], by="Ada")
    _stored(database)[0].unlink()
    undo(session, by="Ada")
    assert not verify(session).ok
    undo(session, by="Ada")
    assert verify(session).ok


@pytest.mark.parametrize(
    ("tampering", "told"),
    [
        ("UPDATE action SET by = 'Eve' WHERE id = 1", "action 1 (“new claim"),
        ("UPDATE change SET after = '{}' WHERE action_id = 1", "action 1 (“new claim"),
        ("DELETE FROM change WHERE action_id = 2", "action 2 (“new claim"),
        ("DELETE FROM action WHERE id = 2", "action 2 is missing"),
        ("DELETE FROM action WHERE id = 3", "action 3 at its end is missing"),
        ("DELETE FROM action WHERE id > 1", "actions 2 to 3 at its end are missing"),
        ("UPDATE change SET action_id = 9 WHERE action_id = 1", "belong to no action"),
        ("UPDATE claim SET summary = 'Other' WHERE id = 2", "claim 2 is not as the change log"),
        ("DELETE FROM claim WHERE id = 2", "claim 2 is missing"),
        ("INSERT INTO tag (name) VALUES ('planted')", "tag 1 is not known to the change log"),
        ("UPDATE action SET at = 'garbage' WHERE id = 3", "action 3 cannot be read"),
        ("UPDATE action SET by = x'ff' WHERE id = 3", "action 3 cannot be read"),
        ("UPDATE action SET by = CAST(x'ff' AS TEXT) WHERE id = 3", "action 3 (“new claim"),
        ("UPDATE action SET is_undoable = 2 WHERE id = 3", "action 3 cannot be read"),
        ("UPDATE action SET continues_id = 1 WHERE id = 3", "action 3 (“new claim"),
        ("UPDATE action SET continues_id = 'x' WHERE id = 3", "action 3 cannot be read"),
        ("UPDATE action SET chain_hash = x'00' WHERE id = 3", "action 3 cannot be read"),
        ("UPDATE change SET after = '{broken' WHERE action_id = 3", "action 3 cannot be read"),
        ("UPDATE change SET after = '[1]' WHERE action_id = 3", "action 3 cannot be read"),
        ("UPDATE change SET after = 7 WHERE action_id = 3", "action 3 cannot be read"),
        ("UPDATE change SET after = CAST(after AS BLOB)", "action 3 cannot be read"),
        (
            "UPDATE change SET after = replace(hex(zeroblob(99999)), '0', '[')",
            "action 3 cannot be read",
        ),
        ("UPDATE change SET row_id = 'x' WHERE action_id = 3", "action 3 (“new claim"),
        ("UPDATE change SET row_id = 1e300 WHERE action_id = 3", "action 3 (“new claim"),
        ("UPDATE change SET row_id = x'ff' WHERE action_id = 3", "action 3 cannot be read"),
        ("UPDATE change SET id = id + 9 WHERE id = (SELECT max(id) FROM change)", "not numbered"),
        ("UPDATE sqlite_sequence SET seq = 'x'", "what SQLite has counted"),
        ("DELETE FROM sqlite_sequence", "what SQLite has counted"),
        (
            "UPDATE claim SET stated_on = 'nope' WHERE id = 2",
            "claim 2 is not as the change log",
        ),
        ("UPDATE claim SET created_at = 'x' WHERE id = 2", "claim 2 is not as the change log"),
        ("UPDATE claim SET summary = x'ff00' WHERE id = 2", "claim 2 is not as the change log"),
        (
            "UPDATE claim SET summary = CAST(x'ff' AS TEXT) WHERE id = 2",
            "claim 2 is not as the change log",
        ),
        (
            "UPDATE claim SET updated_at = 'x', summary = 'Other' WHERE id = 2",
            "claim 2 is not as the change log left it: summary.",
        ),
    ],
)
def test_what_was_written_beside_the_log_is_named(
    session: Session, enter: Enter, tampering: str, told: str
) -> None:
    for number in range(3):
        enter(f"Claim {number}")
    connection = session.connection()
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    connection.execute(text(tampering))
    problems = verify(session).problems
    assert any(told in problem for problem in problems), problems


def test_a_later_action_slipped_in_is_named(session: Session, enter: Enter) -> None:
    enter()
    planted = "INSERT INTO action (at, by, name, is_undoable, chain_hash) VALUES (?, ?, ?, 1, ?)"
    moment = "2025-04-18 12:00:00.000000"
    session.connection().exec_driver_sql(planted, (moment, "Ada", "new claim", "0" * 64))
    assert "action 2 (“new claim”" in verify(session).problems[0]


def test_what_an_action_that_cannot_be_read_says_of_a_row_is_not_guessed_at(
    session: Session, enter: Enter
) -> None:
    for number in range(2):
        enter(f"Claim {number}")
    session.connection().execute(text("UPDATE change SET after = '{' WHERE action_id = 1"))
    (problem,) = verify(session).problems
    assert problem == "The change log: action 1 cannot be read as it was written."


def test_that_an_action_continues_another_is_covered(session: Session, enter: Enter) -> None:
    draft = EvidenceDraft.of(relation="context", url="https://example.org")
    evidence_id = link_evidence(session, [enter()], draft, by="Ada")
    keep_capture(session, evidence_id, PageCapture(warc=b"WARC"), by="Ada")
    assert verify(session).ok
    session.connection().execute(text("UPDATE action SET continues_id = NULL WHERE id = 3"))
    assert ["action 3 (“capture" in told for told in verify(session).problems] == [True]


def test_a_file_that_sqlite_itself_refuses_is_told_of_in_one_sentence(
    database: Database, enter: Enter, session: Session
) -> None:
    for number in range(60):
        enter(f"Claim {number}")
    session.rollback()
    database.close()
    content = bytearray(database.path.read_bytes())
    content[4096:] = bytes(byte ^ 0x5A for byte in content[4096:])
    database.path.write_bytes(content)
    with pytest.raises(ClaimTrackerError, match="is damaged"), database.session() as other:
        verify(other)


def test_a_look_that_is_stopped_says_nothing(session: Session, keep: Keep) -> None:
    keep(b"page")
    with pytest.raises(ClaimTrackerError, match="stopped"):
        verify(session, is_stopped=lambda: True)


def test_it_can_be_stopped_while_sqlite_looks_through_the_file(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one step, which is made to last for ever here."""
    session.connection()
    monkeypatch.setattr("claimtracker.storage.custody._INTEGRITY", FOR_EVER)
    with pytest.raises(ClaimTrackerError, match="stopped"):
        verify(session, is_stopped=lambda: True)


def test_it_tells_how_far_it_has_come(session: Session, keep: Keep) -> None:
    for number in range(3):
        keep(b"page %d" % number)
    told: list[tuple[int, int]] = []
    verify(session, tell=lambda done, total: told.append((done, total)))
    assert told[-1] == (9, 9)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_others_may_write_while_files_are_hashed(
    session: Session, keep: Keep, second_desktop: Session
) -> None:
    keep(b"page")
    written: list[int] = []

    def write(done: int, total: int) -> None:
        if done == total - 1:  # the only file comes last
            written.append(add_claim(second_desktop, ClaimDraft.of(summary="Other"), by="Bea"))

    verify(session, tell=write)
    assert written == [2]


def test_others_may_write_while_one_document_is_hashed(
    session: Session, keep: Keep, second_desktop: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    evidence_id = keep(b"page")
    look = FileStore.state_of

    def looking(store: FileStore, sha256: str) -> FileState:
        add_claim(second_desktop, ClaimDraft.of(summary="Other"), by="Bea")
        return look(store, sha256)

    monkeypatch.setattr(FileStore, "state_of", looking)
    assert state_of_evidence(session, evidence_id) is FileState.UNCHANGED


def test_one_document_can_be_asked_for(session: Session, database: Database, keep: Keep) -> None:
    evidence_id = keep(b"page")
    assert state_of_evidence(session, evidence_id) is FileState.UNCHANGED
    (path,) = _stored(database)
    path.write_bytes(b"Page")
    assert state_of_evidence(session, evidence_id) is FileState.CHANGED
    path.unlink()
    assert state_of_evidence(session, evidence_id) is FileState.MISSING


@pytest.fixture
def imported(session: Session, tmp_path: Path) -> int:
    """A document that an imported table names by the hash of a file."""
    table = tmp_path / "claims.csv"
    item = "context; 2025-04-30; Signed; https://example.org; sha256:"
    table.write_text(f"summary,evidence\nBuild,{item}{sha256(b'page').hexdigest()}\n")
    import_claims(session, table, by="Ada")
    return session.exec(select(Evidence.id)).one() or 0


def test_a_file_that_only_an_imported_table_names_need_not_be_here(
    session: Session, imported: int
) -> None:
    assert verify(session).ok
    assert verify(session).files == 1
    assert state_of_evidence(session, imported) is None


def test_a_file_that_an_imported_table_names_is_looked_at_where_it_is_here(
    session: Session, database: Database, imported: int
) -> None:
    place = database.files.path_of(database.files.keep_bytes(b"page").sha256)
    assert state_of_evidence(session, imported) is FileState.UNCHANGED
    place.write_bytes(b"Page")
    assert state_of_evidence(session, imported) is FileState.CHANGED


def test_the_page_of_an_imported_document_can_be_captured(session: Session, imported: int) -> None:
    page = PageCapture(warc=b"WARC", mime_type="text/html")
    keep_capture(session, imported, page, by="Ada")
    assert session.exec(select(Evidence.method)).one() == CaptureMethod.FETCHED
    assert state_of_evidence(session, imported) is FileState.UNCHANGED
    assert verify(session).ok
    with pytest.raises(ClaimTrackerError, match="captured already"):
        keep_capture(session, imported, page, by="Ada")
    undo(session, by="Ada")
    redo(session, by="Ada")
    assert session.exec(select(Evidence.method)).one() == CaptureMethod.FETCHED


def test_a_case_copied_to_another_folder_is_whole(
    session: Session, database: Database, keep: Keep, tmp_path: Path
) -> None:
    evidence_id = keep(b"page")
    session.rollback()
    there = tmp_path / "elsewhere"
    shutil.copytree(database.path.parent / "files", there / "files")
    copied = open_database(Path(shutil.copy(database.path, there / "case.db")))
    with copied.session() as other:
        assert verify(other).ok
        assert content_of(other, evidence_id).data == b"page"
    copied.close()


def test_what_the_log_does_not_cover_is_named_where_it_cannot_be_read(session: Session) -> None:
    planted = "INSERT INTO saved_view (name, query, position) VALUES ('mine', x'00', 0)"
    session.connection().exec_driver_sql(planted)
    (problem,) = verify(session).problems
    assert problem == "The database is damaged: saved view 1 (query) cannot be read."
