"""The window while something is wrong with the file: what is typed stays, and later it is saved."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import OperationDialog
from claimtracker.gui.dialogs.verdict import VerdictDialog
from claimtracker.gui.outside_writes import THERE_AGAIN, OutsideWrites
from claimtracker.storage.engine import Database
from tests.conftest import Enter
from tests.faults.figures import IS_FULL
from tests.faults.troubles import TROUBLES, Trouble, needs_posix
from tests.gui.finding import child
from tests.gui.test_outside_writes import outside
from tests.gui.window.conftest import Shown

__all__ = ["outside"]

pytestmark = needs_posix

Settle = Callable[[], None]


def in_trouble(quick: str) -> pytest.MarkDecorator:
    """Let a test run in this trouble; in full in each one that always refuses."""
    names = [it for it in TROUBLES if it != "no file can grow"] if IS_FULL else [quick]
    return pytest.mark.parametrize("trouble", [TROUBLES[it] for it in names], ids=names)


@pytest.fixture
def look(outside: OutsideWrites, shown: Shown, settled: Settle) -> Settle:
    """Let a second pass."""

    def looking() -> None:
        outside.look()
        settled()

    return looking


@pytest.fixture
def refusals(desk: Desk) -> list[str]:
    heard: list[str] = []
    desk.changes.refused.connect(heard.append)
    return heard


def _problem(shown: Shown) -> str:
    """Why the form was not saved, as it stands beside the button that saves."""
    label = child(shown.view.panel, QLabel, "form_problem")
    return label.text() if label.isVisible() else ""


@in_trouble("no byte can be written")
def test_a_claim_that_cannot_be_saved_stays_in_the_form_and_is_saved_later(
    trouble: Trouble, shown: Shown, database: Database, settled: Settle
) -> None:
    shown.view.actions_by_name["new_claim"].trigger()
    panel = shown.view.panel
    typed = {"summary": "Sign the deal", "quote": "“We sign,\nsoon.”", "notes": "ask again"}
    for name, text in typed.items():
        panel.form.fields[name].set_text(text)
    with trouble(database.path):
        shown.view.actions_by_name["save"].trigger()
        settled()
        assert str(database.path) in _problem(shown)
        assert {name: panel.form.texts()[name] for name in typed} == typed
        assert panel.has_unsaved
    shown.view.actions_by_name["save"].trigger()
    settled()
    assert not panel.has_unsaved
    assert _problem(shown) == ""
    assert shown.view.claims.count == 1


@in_trouble("folder closed")
def test_an_edit_that_cannot_be_saved_stays_in_the_form_and_is_saved_later(
    trouble: Trouble, shown: Shown, desk: Desk, database: Database, enter: Enter, settled: Settle
) -> None:
    claim_id = enter("Sign the deal")
    desk.changes.changed.emit()
    settled()
    shown.view.claims.select_claim(claim_id)
    settled()
    panel = shown.view.panel
    panel.form.fields["notes"].set_text("typed for half an hour")
    with trouble(database.path):
        shown.view.actions_by_name["save"].trigger()
        settled()
        assert str(database.path) in _problem(shown)
        desk.changes.changed.emit()  # and the views read again meanwhile, or try to
        settled()
        assert panel.form.texts()["notes"] == "typed for half an hour"
    shown.view.actions_by_name["save"].trigger()
    settled()
    assert not panel.has_unsaved
    assert panel.form.texts()["notes"] == "typed for half an hour"


@in_trouble("drive removed")
def test_a_dialog_that_cannot_save_stays_with_what_is_typed_and_saves_later(
    trouble: Trouble,
    shown: Shown,
    desk: Desk,
    database: Database,
    enter: Enter,
    settled: Settle,
    qtbot: QtBot,
) -> None:
    dialog = VerdictDialog(desk, [enter()], shown.window)
    dialog.open()
    settled()
    dialog.verdicts.choose(Verdict.BROKEN)
    dialog.reason.setPlainText("Nothing came.")
    with trouble(database.path):
        dialog.submit()
        settled()
        assert dialog.isVisible()
        assert str(database.path) in dialog.problem.text()
        assert dialog.reason.toPlainText() == "Nothing came."
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()


def _kinds(of: type[OperationDialog]) -> Iterator[type[OperationDialog]]:
    for kind in of.__subclasses__():
        yield kind
        yield from _kinds(kind)


def test_no_dialog_closes_before_its_operation_is_done(shown: Shown) -> None:
    """What the dialog above does holds of each: they leave by way of the common one."""
    for kind in _kinds(OperationDialog):
        assert "accept" not in vars(kind), kind
        refusing = vars(kind).get("_refuse")
        assert refusing is None or "super" in refusing.__code__.co_names, kind


@pytest.mark.parametrize(
    "how", ["file moved away", "file deleted", "drive removed"] if IS_FULL else ["file deleted"]
)
def test_a_file_that_is_away_is_said_once_and_the_list_comes_back_by_itself(
    how: str,
    shown: Shown,
    desk: Desk,
    database: Database,
    enter: Enter,
    look: Settle,
    refusals: list[str],
    settled: Settle,
) -> None:
    enter("Sign the deal")
    look()
    assert shown.view.claims.count == 1
    heard: list[str] = []
    desk.changes.said.connect(heard.append)
    with TROUBLES[how](database.path):
        for _ in range(3):
            look()
        assert len(refusals) == 1
        assert str(database.path) in refusals[0]
        assert shown.view.messages.isVisible()
        assert shown.view.claims.count == 1  # what was read stays in sight
    look()
    assert heard == [THERE_AGAIN]
    assert shown.view.messages.isHidden()
    enter("Sign another")
    look()
    assert shown.view.claims.count == 2
    assert len(refusals) == 1


def test_a_list_that_is_read_while_the_file_is_away_is_whole_once_it_is_back(
    shown: Shown, database: Database, enter: Enter, look: Settle, settled: Settle
) -> None:
    enter("Sign the deal")
    with TROUBLES["file moved away"](database.path):
        look()
        shown.view.actions_by_name["check"].trigger()  # reads everything anew
        settled()
        assert shown.view.messages.isVisible()
    look()
    assert shown.view.claims.count == 1
    assert shown.view.messages.isHidden()
