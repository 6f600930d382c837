"""Claims that leave the bin for good: said before, done as said, and taken back by one undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.empty_bin import (
    BIN_IS_EMPTY,
    FILES_STAY,
    DeleteForGoodDialog,
    EmptyBinDialog,
    belongings_text,
    staying_text,
)
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.empty_bin import Going, empty_bin
from claimtracker.operations.undo import undo
from tests.conftest import Enter
from tests.gui.window.conftest import Shown

Settle = Callable[[], None]


@pytest.fixture
def told(desk: Desk) -> list[str]:
    """All that is said or refused."""
    heard: list[str] = []
    desk.changes.said.connect(heard.append)
    desk.changes.refused.connect(heard.append)
    return heard


def _follow(desk: Desk, settled: Settle) -> None:
    desk.changes.changed.emit()
    settled()


def _do(shown: Shown, settled: Settle, name: str) -> None:
    shown.view.actions_by_name[name].trigger()
    settled()


@pytest.fixture
def binned(shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle) -> Shown:
    """The window on its bin with two claims."""
    bin_claims(session, [enter("Sign", tags=("a",)), enter("Talk")], by="Ada")
    shown.view.sidebar.choose("bin")
    _follow(desk, settled)
    return shown


def test_the_bin_is_emptied_after_it_was_said_what_goes(
    binned: Shown, settled: Settle, session: Session, told: list[str]
) -> None:
    _do(binned, settled, "empty_bin")
    (dialog,) = binned.view.findChildren(EmptyBinDialog)
    assert dialog.claims.text() == "2 claims go for good."
    assert dialog.belongings.text() == "With that: 1 tag on a claim."
    dialog.action_button.click()
    settled()
    assert told[-1] == "2 claims deleted for good. Ctrl+Z takes it back."
    assert binned.view.claims.count == 0
    assert not binned.view.actions_by_name["empty_bin"].isEnabled()
    _do(binned, settled, "undo")
    assert binned.view.claims.count == 2


def test_enter_presses_what_shows_the_focus_which_is_cancel_first(
    qtbot: QtBot, binned: Shown, settled: Settle
) -> None:
    _do(binned, settled, "empty_bin")
    (dialog,) = binned.view.findChildren(EmptyBinDialog)
    assert dialog.cancel_button.isDefault()
    qtbot.waitUntil(dialog.cancel_button.hasFocus)
    QTest.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
    settled()
    assert binned.view.claims.count == 2


def test_the_bin_can_be_emptied_from_any_view(binned: Shown, settled: Settle) -> None:
    binned.view.sidebar.choose("all")
    settled()
    assert binned.view.actions_by_name["empty_bin"].isEnabled()


def test_one_claim_of_the_bin_is_deleted_for_good(binned: Shown, settled: Settle) -> None:
    binned.view.claims.select_claim(2)
    settled()
    _do(binned, settled, "delete_for_good")
    (dialog,) = binned.view.findChildren(DeleteForGoodDialog)
    assert dialog.claims.text() == "1 claim goes for good."
    assert not dialog.belongings.isVisibleTo(dialog)
    dialog.action_button.click()
    settled()
    assert binned.view.claims.count == 1


def test_a_claim_that_was_taken_out_meanwhile_stops_it(
    binned: Shown, settled: Settle, session: Session
) -> None:
    _do(binned, settled, "empty_bin")
    (dialog,) = binned.view.findChildren(EmptyBinDialog)
    undo(session, by="Bob")
    dialog.action_button.click()
    settled()
    assert "is not in the bin" in dialog.problem.text()


def test_a_bin_that_was_emptied_elsewhere_leaves_nothing_to_do(
    binned: Shown, settled: Settle, session: Session
) -> None:
    empty_bin(session, by="Bob")
    _do(binned, settled, "empty_bin")
    (dialog,) = binned.view.findChildren(EmptyBinDialog)
    assert dialog.claims.text() == BIN_IS_EMPTY
    assert not dialog.action_button.isEnabled()


def test_outside_the_bin_nothing_goes_for_good(
    shown: Shown, desk: Desk, enter: Enter, settled: Settle
) -> None:
    enter("Sign")
    _follow(desk, settled)
    for name in ("empty_bin", "delete_for_good"):
        assert not shown.view.actions_by_name[name].isEnabled()
    shown.view.history.delete_for_good()
    assert shown.view.findChildren(DeleteForGoodDialog) == []


def test_what_goes_is_said_in_a_sentence() -> None:
    going = Going((1,), 1, 2, 1, 1, 0, 0)
    assert belongings_text(going) == (
        "With that: 1 place where it was said, 1 verdict and 2 links to evidence."
    )
    assert staying_text(going) == f"1 document goes back to the evidence inbox. {FILES_STAY}"
    assert belongings_text(Going((1,), 0, 0, 0, 0, 0, 0)) == ""
