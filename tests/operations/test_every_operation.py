"""Random sequences of everything that can be done, undone and redone end as their model does.

The model keeps what every editor keeps: a stack of states, of which undo and redo show another
one. Some run with the tests; `CLAIMTRACKER_SEQUENCES=1000` asks for more.
"""

import importlib
import inspect
import os
import pkgutil
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
)
from sqlalchemy import text
from sqlmodel import Session, SQLModel, col, func, select

from claimtracker import operations
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.keep_evidence import document_of
from claimtracker.operations.rate_claim import rate
from claimtracker.operations.salvage_database import salvage_database
from claimtracker.operations.sample_case import enter_sample_case
from claimtracker.operations.undo import next_steps, redo, undo
from claimtracker.operations.verify import verify
from claimtracker.storage import log_lines
from claimtracker.storage.consistency import condition_faults, link_faults, verdict_faults
from claimtracker.storage.engine import Database, open_database
from claimtracker.storage.tables import Action
from tests.conftest import Dump, Rows, told_rows
from tests.operations.every_operation import OPERATIONS, Picks

SEQUENCES = int(os.environ.get("CLAIMTRACKER_SEQUENCES", "15"))
STEPS = 25
# What needs no line in the table: undo and redo are the machine's own, and these are done within
# an action that is open already, before there is anything to undo, or on another database.
WITHIN_OTHERS = {undo, redo, rate, document_of, enter_sample_case, salvage_database}

WORDS = ("", "peace", "a b", "é", "\0", "'=1", "🕊")
PICKS = st.builds(Picks, st.integers(0, 60), st.integers(0, 60), st.sampled_from(WORDS))


def _with_by() -> Iterator[Callable[..., object]]:
    """Give every public function and method of the operations that is told who does it."""
    for module in pkgutil.iter_modules(operations.__path__, f"{operations.__name__}."):
        found = importlib.import_module(module.name)
        for holder in (found, *dict(inspect.getmembers(found, inspect.isclass)).values()):
            for _, each in inspect.getmembers(holder, inspect.isfunction):
                is_own = each.__module__ == module.name and not each.__qualname__.startswith("_")
                if is_own and "by" in inspect.signature(each).parameters and _is_action(each):
                    yield each


def _is_action(function: Callable[..., object]) -> bool:
    """Whether it opens an action, by itself or in a function beside it."""
    source = inspect.getsource(inspect.getmodule(function) or function)
    return "recorded(" in source or "undo" in function.__module__


def test_no_operation_is_left_out() -> None:
    assert set(_with_by()) - WITHIN_OTHERS == set(OPERATIONS)


class EverySequence(RuleBasedStateMachine):
    """Does, undoes and redoes at random, and holds the database against a stack of states."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        path = Path(shutil.copy(_empty_file(), Path(self._folder.name) / "claims.db"))
        self._database: Database = open_database(path)
        self.states: list[Rows] = [self._rows()]
        self.at = 0

    def teardown(self) -> None:
        """Undo all and do all again, and let the log be checked."""
        count = self.at
        for _ in range(count):
            self.undo()
        for _ in range(count):
            self.redo()
        with self._database.session() as session:
            assert verify(session).problems == ()
        self.close()

    def close(self) -> None:
        """Leave nothing behind."""
        self._database.close()
        self._folder.cleanup()

    @rule(which=st.sampled_from(list(OPERATIONS)), picks=PICKS)
    def do(self, which: Callable[..., object], picks: Picks) -> None:
        """Do something; what is refused leaves everything as it was."""
        last = self._last_action()
        try:
            with self._database.session() as session:
                OPERATIONS[which](session, picks)
        except ClaimTrackerError:
            assert self._last_action() == last
            return
        self._note(last)

    @rule()
    def undo(self) -> None:
        """Undo gives the state before the last step."""
        with self._database.session() as session:
            assert (next_steps(session).undo is not None) == (self.at > 0)
            assert (undo(session, by="Bea") is not None) == (self.at > 0)
        self.at -= self.at > 0

    @rule()
    def redo(self) -> None:
        """Redo gives the state after it again."""
        is_possible = self.at < len(self.states) - 1
        with self._database.session() as session:
            assert (redo(session, by="Bea") is not None) == is_possible
        self.at += is_possible

    @rule()
    def start_again(self) -> None:
        """Close the program and open the file again."""
        self._database.close()
        self._database = open_database(self._database.path)

    @invariant()
    def is_as_the_model(self) -> None:
        """The database holds what the model holds, and the index what the claims hold."""
        assert self._rows() == self.states[self.at]
        with self._database.session() as session:
            session.execute(
                text("INSERT INTO claim_search(claim_search, rank) VALUES('integrity-check', 1)")
            )
            session.rollback()
            for faults in (verdict_faults, link_faults, condition_faults):
                assert list(faults(session)) == []

    @invariant()
    def has_outcomes_of_conditions_alone(self) -> None:
        """What is open has no day, and without a condition nothing came about."""
        for row in self.states[self.at]["claim"]:
            is_open = row["condition_outcome"] == ConditionOutcome.OPEN
            assert is_open == (row["condition_outcome_on"] is None)
            assert is_open or row["condition"]

    def _note(self, last: int) -> None:
        """Take up what was done: a step, a part of an earlier step, or nothing."""
        with self._database.session() as session:
            asked = select(Action).where(col(Action.id) > last)
            new = session.exec(asked).all()
        now = self._rows()
        for action in new:
            if action.continues_id is not None:
                self._carry_over(self.states[self.at], now)
            elif action.is_undoable:
                self.states[self.at + 1 :] = [now]
                self.at += 1

    def _carry_over(self, before: Rows, now: Rows) -> None:
        """What continues an earlier step goes and comes with it: every state has it from there."""
        for table, rows in now.items():
            old = {row["id"]: row for row in before[table]}
            for row in rows:
                was = old[row["id"]]
                changed = {name: value for name, value in row.items() if was[name] != value}
                for state in self.states:
                    _update(state[table], row["id"], changed)

    def _last_action(self) -> int:
        with self._database.session() as session:
            return session.exec(select(func.max(Action.id))).one() or 0

    def _rows(self) -> Rows:
        with self._database.session() as session:
            return told_rows(session)


def _update(rows: list[dict[str, Any]], row_id: int, changed: dict[str, Any]) -> None:
    for row in rows:
        if row["id"] == row_id:
            row.update(changed)


@cache
def _empty_file() -> Path:
    path = Path(tempfile.mkdtemp(prefix="claimtracker-test-")) / "empty.db"
    open_database(path, create=True).close()
    return path


TestEverySequence = EverySequence.TestCase
TestEverySequence.settings = settings(max_examples=SEQUENCES, stateful_step_count=STEPS)


def test_each_operation_really_does_something_in_the_sequences(
    session: Session, dump: Dump
) -> None:
    """A control: what is always refused would be tested by nothing."""
    does_nothing = set(OPERATIONS)
    chance = random.Random(1)
    for _ in range(40):
        for which in OPERATIONS:
            before = dump() if which in does_nothing else None
            picks = Picks(chance.randrange(60), chance.randrange(60), "b")
            if _try(session, which, picks) and before is not None and dump() != before:
                does_nothing.remove(which)
        if not does_nothing:
            break
    assert does_nothing == set()


def test_an_undo_that_forgets_something_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A control: the machine fails where undo does."""
    runs = log_lines.runs
    monkeypatch.setattr(log_lines, "runs", lambda *told, **how: list(runs(*told, **how))[:-1])
    machine = EverySequence()
    machine.do(add_claim, Picks(0, 0, "a"))
    machine.is_as_the_model()
    machine.undo()
    with pytest.raises(AssertionError):
        machine.is_as_the_model()
    machine.close()


def _try(session: Session, which: Callable[..., object], picks: Picks) -> bool:
    try:
        OPERATIONS[which](session, picks)
    except ClaimTrackerError:
        session.rollback()
        return False
    return True


def test_the_tables_of_the_model_are_all_that_hold_what_was_said() -> None:
    """A control: a table that the model leaves out would never be compared."""
    with open_database(_empty_file()).session() as session:
        compared = set(told_rows(session))
    assert {table.name for table in SQLModel.metadata.sorted_tables} - compared == {
        "action",
        "change",
        "reminder",
    }
