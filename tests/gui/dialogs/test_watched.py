"""What may take long is done beside the lists, and stopped without a trace until it is done."""

import threading
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation
from claimtracker.gui.dialogs.restate import RestateDialog
from claimtracker.gui.dialogs.watched import WatchedDialog
from claimtracker.operations.many_claims import Watch
from claimtracker.operations.restate_claim import restate_claims
from tests.conftest import Dump, Enter


class _Counting(WatchedDialog):
    """Counts to three, a step at each signal."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, "Count", "Count", parent)
        self.begun, self.may_go_on = threading.Event(), threading.Event()
        self.fails = False

    def operation(self) -> Operation:
        watch = self.watch()

        def count(_session: Session) -> int:
            self.begun.set()
            assert self.may_go_on.wait(20)
            if self.fails:
                raise ClaimTrackerError("There is no three.")
            return sum(len(batch) for batch in watch.batches([1, 2, 3], 1))

        return count

    def done_words(self) -> str:
        return "Counted."


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window: QWidget, desk: Desk) -> _Counting:
    made = _Counting(desk, window)
    made.open()
    made.submit()
    assert made.begun.wait(20)
    return made


def test_the_lists_go_on_reading_meanwhile(dialog: _Counting, desk: Desk, qtbot: QtBot) -> None:
    answers = _Answers(dialog)
    desk.ask(_read, answers.take)
    qtbot.waitUntil(lambda: answers.taken == ["read"])
    with qtbot.waitSignal(dialog.accepted):
        dialog.may_go_on.set()
    assert dialog.busy.maximum() == dialog.busy.value() == 3


def _read(_session: Session) -> str:
    return "read"


class _Answers(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.taken: list[str] = []

    def take(self, answer: str) -> None:
        self.taken.append(answer)


def test_cancel_stops_it_and_closes_when_that_is_sure(
    dialog: _Counting, desk: Desk, qtbot: QtBot
) -> None:
    said: list[str] = []
    desk.changes.said.connect(said.append)
    dialog.cancel_button.click()
    assert dialog.isVisible() and not dialog.cancel_button.isEnabled()
    with qtbot.waitSignal(dialog.rejected):
        dialog.may_go_on.set()
    assert said == ["It was stopped; nothing was changed."]


def test_one_that_is_refused_can_be_tried_again_or_left(dialog: _Counting, qtbot: QtBot) -> None:
    dialog.fails = True
    dialog.cancel_button.click()
    dialog.may_go_on.set()
    qtbot.waitUntil(lambda: dialog.problem.text() == "There is no three.")
    assert dialog.action_button.isEnabled() and dialog.cancel_button.isEnabled()
    with qtbot.waitSignal(dialog.rejected):
        dialog.cancel_button.click()


def test_many_restatements_can_be_stopped(
    qtbot: QtBot,
    desk: Desk,
    window: QWidget,
    enter: Enter,
    dump: Dump,
    settled: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, may_go_on = threading.Event(), threading.Event()

    def slowly(
        session: Session,
        claim_ids: Sequence[int],
        of_claim_id: int,
        *,
        by: str,
        taken: frozenset[str],
        watch: Watch,
    ) -> None:
        begun.set()
        assert may_go_on.wait(20)
        restate_claims(session, claim_ids, of_claim_id, by=by, taken=taken, watch=watch)

    monkeypatch.setattr("claimtracker.gui.dialogs.restate.restate_claims", slowly)
    _original, *others = [enter(f"Sign it {number}") for number in range(3)]
    before = dump()
    dialog = RestateDialog(desk, others, window)
    dialog.open()
    settled()
    dialog.submit()
    assert begun.wait(20)
    dialog.cancel_button.click()
    with qtbot.waitSignal(dialog.rejected):
        may_go_on.set()
    assert dump() == before
