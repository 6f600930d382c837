"""Whatever single field another program changes, the look through everything names it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel

from claimtracker.articles.article import Article
from claimtracker.articles.capture_page import PageCapture
from claimtracker.claims.drafts import AssessmentDraft, ClaimDraft, DocumentDraft, EvidenceDraft
from claimtracker.deadlines import Policy
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.keep_capture import keep_capture
from claimtracker.operations.keep_evidence import NamedBytes, keep_evidence
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.set_policy import set_policy
from claimtracker.operations.undo import redo, undo
from claimtracker.operations.verify import verify
from claimtracker.storage.change_log import is_logged_table
from claimtracker.storage.engine import Database, open_database

# What the program itself changes without a word in the log.
UNCOVERED: dict[tuple[str, str], int | str] = {
    ("action", "undone_by_id"): 1,
    ("claim", "version"): 99,
    ("claim", "updated_at"): "2025-04-18 12:00:00.000000",
}
"""What the program changes without a line in the log, with another value that is one of its own."""
URL = "https://example.org/a"

Field = tuple[str, int, str]
Value = None | int | float | str | bytes


def _is_covered(table: str) -> bool:
    return is_logged_table(table) or table in ("action", "change")


def _fill(database: Database) -> None:
    """Put a row or more into nearly every table, with steps undone and done again."""
    told = {"stated_on": "2025-04-18", "deadline_wording": "by June 2025", "tags": ("a", "b")}
    day = date(2025, 5, 1)
    page = PageCapture(warc=b"WARC", mime_type="text/html", article=Article("Signed.", title="P"))
    rated = {"verdict": "kept", "reason": "Seen.", "assessed_on": day}
    with database.session() as session:
        for name in ("Ada", "Bea"):
            draft = ClaimDraft.of(summary="Sign", claimant=name, source={"url": URL}, **told)
            add_claim(session, draft, by="Ada")
        linked = EvidenceDraft.of(relation="fulfils", url=URL, note="p. 4")
        evidence_id = link_evidence(session, [1], linked, by="Ada")
        keep_capture(session, evidence_id, page, by="Ada")
        keep_evidence(session, [(DocumentDraft.of(), NamedBytes("a.txt", b"a"))], by="Ada")
        verdict = AssessmentDraft.of(**rated, evidence_ids=(evidence_id,))
        rate_claims(session, [1], verdict, by="Ada")
        move_deadline(session, 1, "by July 2025", stated_on=day, by="Ada")
        restate_claim(session, 1, 2, by="Ada")
        set_policy(session, Policy(week_starts_on=6), by="Ada")
        undo(session, by="Ada")
        redo(session, by="Ada")
        undo(session, by="Ada")


@pytest.fixture(scope="module")
def case(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A case that is in order, each table of which has rows."""
    path = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("case") / "case.db"))
    database = open_database(path)
    _fill(database)
    yield database
    database.close()


@pytest.fixture(scope="module")
def fields(case: Database) -> list[Field]:
    """Every field of every row that is covered."""
    found: list[Field] = []
    with closing(sqlite3.connect(case.path)) as connection:
        for table in SQLModel.metadata.sorted_tables:
            if not _is_covered(table.name):
                continue
            names = {column.name for column in table.columns}
            names -= {name for owner, name in UNCOVERED if owner == table.name}
            rows = connection.execute(f'SELECT id FROM "{table.name}"').fetchall()
            found += [(table.name, key, name) for (key,) in rows for name in sorted(names)]
    return found


VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    st.binary(max_size=6),
    st.sampled_from(["{}", "[1]", "null", "2025-04-18", "2025-04-18 12:00:00.000000", "0" * 64]),
)


def _edit(path: Path, field: Field, value: Value, kind: str) -> bool:
    """Write the value; return whether the field is another one now."""
    table, key, name = field
    read = f'SELECT typeof("{name}"), CAST("{name}" AS BLOB) FROM "{table}" WHERE id = ?'
    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute(read, (key,)).fetchone()
        given = "CAST(? AS TEXT)" if kind == "text" else "?"
        try:
            edit = f'UPDATE "{table}" SET "{name}" = {given} WHERE id = ?'
            connection.execute(edit, (value, key))
        except sqlite3.Error:  # what the table itself does not take
            return False
        after = connection.execute(read, (key,)).fetchone()
        connection.commit()
    return bool(before != after)


@contextmanager
def _put_back(case: Database) -> Iterator[None]:
    """Leave the case as it was; a connection must not go on with what it remembers of it."""
    held = case.path.read_bytes()
    try:
        yield
    finally:
        case.close()
        case.path.write_bytes(held)


@given(data=st.data())
@settings(max_examples=150)
def test_each_field_that_another_program_changes_is_named(
    case: Database, fields: list[Field], data: st.DataObject
) -> None:
    field = data.draw(st.sampled_from(fields))
    value, kind = data.draw(VALUES), data.draw(st.sampled_from(["as it is", "text"]))
    with _put_back(case):
        assume(_edit(case.path, field, value, kind))
        event(field[0])
        with case.session() as session:
            assert not verify(session).ok


def test_what_nobody_changed_is_in_order(case: Database) -> None:
    with case.session() as session:
        assert verify(session).problems == ()


@pytest.mark.parametrize(("table", "name"), sorted(UNCOVERED))
def test_what_the_program_changes_without_a_word_is_no_problem(
    case: Database, table: str, name: str
) -> None:
    with _put_back(case):
        assert _edit(case.path, (table, 1, name), UNCOVERED[table, name], "as it is")
        with case.session() as session:
            assert verify(session).ok
