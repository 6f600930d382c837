"""What is called lost, phantom or torn: the rows found against those that were told of."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.judging import Outcome, Told, rows_found
from tests.faults.working import BEGIN, DONE, EVERYTHING, INTENT, READY, STORED, fingerprint
from tests.operations.every_operation import OPERATIONS

WORDS = (
    (READY, "a"), (BEGIN, "edit"), (INTENT, "b"), (STORED, ""), (DONE, "edit"), (BEGIN, "add"),
)  # fmt: skip


def _told(*words: tuple[str, str]) -> Told:
    told = Told()
    for kind, what in words:
        told.note(kind, what)
    return told


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        ("b", Outcome.WHOLE),
        ("a", Outcome.LOST),
        ("c", Outcome.PHANTOM),
        (None, Outcome.TORN),
    ],
)
def test_rows_are_held_against_what_was_acknowledged(found: str | None, outcome: Outcome) -> None:
    assert _told(*WORDS).outcome(found) is outcome


def test_the_change_under_way_may_be_there_or_not() -> None:
    told = _told(*WORDS, (INTENT, "c"))
    assert [told.outcome(found) for found in "abc"] == [
        Outcome.LOST,
        Outcome.WHOLE,
        Outcome.WHOLE,
    ]


def test_of_two_commits_of_one_operation_the_first_is_acknowledged_by_itself() -> None:
    told = _told(*WORDS, (INTENT, "c"), (STORED, ""), (INTENT, "d"))
    assert told.outcome("b") is Outcome.LOST
    assert told.outcome("c") is Outcome.WHOLE


def test_a_commit_that_was_refused_leaves_what_was_there() -> None:
    told = _told(*WORDS, (INTENT, "c"), (BEGIN, "edit"), (INTENT, "d"))
    assert [told.outcome(found) for found in "bcd"] == [
        Outcome.WHOLE,
        Outcome.PHANTOM,
        Outcome.WHOLE,
    ]


def test_every_operation_of_the_registry_is_done() -> None:
    assert len(EVERYTHING) == len(OPERATIONS) + len(("undo", "redo", "sweep_deadlines"))


def test_the_case_that_is_harmed_has_what_can_be_harmed(copied: Callable[[str], Path]) -> None:
    path = copied("whole")
    with closing(sqlite3.connect(path)) as opened:
        assert rows_found(path) == fingerprint(opened)
        for table in ("claim", "evidence", "move", "action", "change", "reminder", "event"):
            assert opened.execute(f'SELECT count(*) FROM "{table}"').fetchone() > (0,), table
    assert any(it.is_file() for it in (path.parent / "files").rglob("*"))


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE claim SET summary = 'Other' WHERE id = 1",
        "DELETE FROM occurrence",
        "INSERT INTO claim_search(claim_search) VALUES('delete-all')",
    ],
)
def test_what_is_wrong_inside_is_seen(copied: Callable[[str], Path], harm: str) -> None:
    """A control: rows that are told of are one thing, an index that lacks them another."""
    path = copied("harmed")
    with closing(sqlite3.connect(path)) as opened:
        opened.execute(harm)
        opened.commit()
    assert rows_found(path) is None
