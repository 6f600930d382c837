"""Work that is wanted no more ends between two steps of the database, and leaves no trace."""

import gc
import weakref
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import text
from sqlmodel import Session

from claimtracker.operations.import_claims import import_claims
from claimtracker.storage.engine import Database
from claimtracker.storage.left_off import STEPS
from claimtracker.storage.patience import LeftOff
from tests.conftest import Enter

_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT {})"
_LONG = text(f"{_NUMBERS.format(STEPS)} SELECT count(*) FROM n")
_SOME_STATEMENTS = 6  # of an import of nine rows, which needs more


class _Soon:
    """Wants to stop from the second time on that it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked > 1


def test_a_statement_under_way_is_broken_off(database: Database) -> None:
    soon = _Soon()
    with pytest.raises(LeftOff), database.session(soon) as session:
        session.execute(_LONG)
    assert soon.asked > 1


def test_the_control_a_statement_that_nobody_stops_comes_to_its_end(database: Database) -> None:
    with database.session(Event().is_set) as session:
        assert session.execute(_LONG).scalar() == STEPS


def test_no_further_statement_is_begun(database: Database) -> None:
    stop = Event()
    with pytest.raises(LeftOff), database.session(stop.is_set) as session:
        session.execute(text("SELECT 1"))
        stop.set()
        session.execute(text("SELECT 1"))


def test_what_was_written_by_then_is_taken_back(database: Database, enter: Enter) -> None:
    claim_id, stop = enter("Sign the deal"), Event()
    with pytest.raises(LeftOff), database.session(stop.is_set) as session:
        session.execute(text("UPDATE claim SET summary = 'Half'"))
        stop.set()
        session.execute(text("UPDATE claim SET notes = 'done'"))
    with database.session() as session:
        found = session.execute(text("SELECT id, summary FROM claim")).all()
    assert found == [(claim_id, "Sign the deal")]


def test_whoever_comes_next_is_stopped_by_nobody(database: Database) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(LeftOff), database.session(stop.is_set) as session:
        session.execute(text("SELECT 1"))
    with database.session() as session:
        assert session.execute(_LONG).scalar() == STEPS


def test_an_import_that_is_stopped_brings_in_nothing(database: Database, tmp_path: Path) -> None:
    table, asked = tmp_path / "table.csv", 0
    table.write_text("summary\n" + "".join(f"Sign deal {number}\n" for number in range(9)))

    def stops() -> bool:
        nonlocal asked
        asked += 1
        return asked > _SOME_STATEMENTS

    with pytest.raises(LeftOff), database.session(stops) as session:
        import_claims(session, table, by="Ada")
    with database.session() as session:
        assert session.execute(text("SELECT count(*) FROM claim")).scalar() == 0


def test_a_session_that_was_left_is_freed_at_once(database: Database) -> None:
    """By the thread that had it: what it was to ask may belong to the window."""
    gc.disable()
    try:
        with database.session(Event().is_set) as session:
            session.execute(text("SELECT 1"))
            left = weakref.ref(session)
        del session
        assert left() is None
    finally:
        gc.enable()


def test_what_is_committed_already_stays(database: Database, session: Session) -> None:
    stop = Event()
    with database.session(stop.is_set) as other:
        other.execute(text("CREATE TABLE kept (n INTEGER)"))
        stop.set()
        other.commit()
    assert session.execute(text("SELECT count(*) FROM kept")).scalar() == 0
