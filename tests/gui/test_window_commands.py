"""What the commands do to the selected claims, and what is said once it is done."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot
from sqlmodel import Session, select

from claimtracker import __version__
from claimtracker.claims.drafts import LONGEST_TEXT
from claimtracker.gui.claim_panel.drops import Dropped
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.import_table import ImportDialog
from claimtracker.gui.dialogs.link_evidence import LinkEvidenceDialog
from claimtracker.gui.dialogs.verdict import VerdictDialog
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.storage.engine import WRITING
from claimtracker.storage.moves import chain_ids
from claimtracker.storage.tables import Claim
from tests.conftest import Enter
from tests.gui.finding import child
from tests.gui.window.conftest import Shown


@pytest.fixture
def said(desk: Desk) -> list[str]:
    """What the status line said."""
    heard: list[str] = []
    desk.changes.said.connect(heard.append)
    return heard


@pytest.fixture
def listed(shown: Shown, desk: Desk, enter: Enter, settled: Callable[[], None]) -> Shown:
    """The window with three claims, the first one current."""
    for number in (1, 2, 3):
        enter(f"Claim {number}", due_on=date(2025, 6, number))
    desk.changes.changed.emit()
    settled()
    return shown


def _do(shown: Shown, settled: Callable[[], None], command: str) -> None:
    shown.view.actions_by_name[command].trigger()
    settled()


def test_what_went_to_the_bin_is_said_with_the_way_back(
    listed: Shown, settled: Callable[[], None], said: list[str]
) -> None:
    _do(listed, settled, "bin")
    assert said == ["1 claim moved to the bin. Ctrl+Z takes it back."]


def test_every_selected_claim_goes_and_comes_back_at_once(
    listed: Shown, settled: Callable[[], None], said: list[str]
) -> None:
    listed.view.claims.select_all()
    _do(listed, settled, "bin")
    assert listed.view.claims.count == 0
    _do(listed, settled, "undo")
    assert listed.view.claims.count == 3
    assert said[0] == "3 claims moved to the bin. Ctrl+Z takes it back."


def test_nothing_is_said_to_be_done_that_the_database_refused(
    listed: Shown, settled: Callable[[], None], said: list[str], second_desktop: Session
) -> None:
    second_desktop.connection(execution_options=WRITING)
    _do(listed, settled, "bin")
    second_desktop.rollback()
    assert said == []
    assert listed.view.messages.isVisible()
    assert listed.view.claims.count == 3


def test_undo_and_redo_name_what_they_did(
    listed: Shown, settled: Callable[[], None], said: list[str]
) -> None:
    _do(listed, settled, "undo")
    _do(listed, settled, "redo")
    assert said == ["Undone: new claim 'Claim 3'", "Done again: new claim 'Claim 3'"]


def test_undoing_the_claim_that_is_shown_is_no_error(
    listed: Shown, settled: Callable[[], None]
) -> None:
    listed.view.claims.select_claim(3)
    settled()
    _do(listed, settled, "undo")
    assert not listed.view.messages.isVisible()
    assert listed.view.panel.claim_id == listed.view.claims.current_id == 2


def test_with_nothing_to_take_back_that_is_said(
    shown: Shown, settled: Callable[[], None], said: list[str]
) -> None:
    shown.view.history.undoing.undo()
    shown.view.history.undoing.redo()
    settled()
    assert said == ["Nothing to undo.", "Nothing to redo."]


def test_a_web_address_on_the_clipboard_becomes_the_source(shown: Shown) -> None:
    QApplication.clipboard().setText(" https://example.org/speech ")
    shown.view.actions_by_name["paste_claim"].trigger()
    form = shown.view.panel.form
    assert child(form, QLineEdit, "source_url").text() == "https://example.org/speech"
    assert child(form, QPlainTextEdit, "quote").toPlainText() == ""


@pytest.mark.parametrize(
    "text", ["https://example.org said so", "see\nhttps://example.org", "file:///etc/passwd"]
)
def test_anything_else_on_the_clipboard_is_a_quote(shown: Shown, text: str) -> None:
    QApplication.clipboard().setText(text)
    shown.view.actions_by_name["paste_claim"].trigger()
    form = shown.view.panel.form
    assert child(form, QPlainTextEdit, "quote").toPlainText() == text
    assert child(form, QLineEdit, "source_url").text() == ""


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_clipboard_is_said(shown: Shown, text: str) -> None:
    QApplication.clipboard().setText(text)
    shown.view.actions_by_name["paste_claim"].trigger()
    assert shown.view.messages.sentence == "There is no text on the clipboard."


def test_a_text_that_is_too_long_to_store_is_refused_in_a_sentence(shown: Shown) -> None:
    QApplication.clipboard().setText("x" * (LONGEST_TEXT + 1))
    shown.view.actions_by_name["paste_claim"].trigger()
    assert shown.view.messages.isVisible()
    assert not shown.view.panel.has_unsaved


def test_a_chosen_table_is_shown_before_anything_is_imported(
    shown: Shown, settled: Callable[[], None], tmp_path: Path
) -> None:
    table = tmp_path / "claims.csv"
    table.write_text("summary\nSign the deal\n", encoding="utf-8")
    shown.view.actions_by_name["open_file"].trigger()
    (chooser,) = shown.view.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(table))
    settled()
    assert shown.view.findChildren(ImportDialog)
    assert shown.view.claims.count == 0


def test_what_was_dropped_on_a_claim_fills_in_the_link_dialog(
    listed: Shown, settled: Callable[[], None]
) -> None:
    listed.view.claims.table.dropped_on.emit(2, [Dropped(url="https://example.org/signed")])
    settled()
    (dialog,) = listed.view.findChildren(LinkEvidenceDialog)
    assert child(dialog, QLineEdit, "url").text() == "https://example.org/signed"


def test_about_says_which_version_this_is(shown: Shown) -> None:
    shown.view.actions_by_name["about"].trigger()
    (box,) = shown.view.findChildren(QMessageBox)
    assert box.text() == f"ClaimTracker {__version__}"


def test_a_bulk_command_asks_about_every_selected_claim(
    listed: Shown, settled: Callable[[], None]
) -> None:
    listed.view.claims.select_all()
    _do(listed, settled, "rate")
    (dialog,) = listed.view.findChildren(VerdictDialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("3 claims" in text for text in words)


def test_the_current_claim_is_separated_from_the_step_before_it(
    listed: Shown, session: Session, settled: Callable[[], None], said: list[str]
) -> None:
    move_deadline(session, 3, "by 4 June 2025", date(2025, 5, 1), by="Ada")
    listed.view.claims.reload()
    settled()
    listed.view.claims.select_claim(4)
    _do(listed, settled, "separate")
    assert "both claims stay" in said[-1]
    assert chain_ids(session, 3) == [3]


def test_where_nothing_comes_before_it_the_message_bar_says_so(
    listed: Shown, settled: Callable[[], None], qtbot: QtBot, desk: Desk
) -> None:
    with qtbot.waitSignal(desk.changes.refused) as refused:
        _do(listed, settled, "separate")
    assert "follows no earlier deadline" in refused.args[0]


def _review_days(session: Session) -> set[date | None]:
    found = {claim.review_on for claim in session.exec(select(Claim))}
    session.rollback()  # a reading transaction left open would hold up the writer
    return found


def test_looking_again_sets_the_day_and_says_it(
    listed: Shown, settled: Callable[[], None], said: list[str], session: Session
) -> None:
    listed.view.claims.select_all()
    _do(listed, settled, "look_again")
    assert said == ["3 claims to look at again on Thu 22 May. Ctrl+Z takes it back."]
    assert _review_days(session) == {date(2025, 5, 22)}
    _do(listed, settled, "undo")
    assert _review_days(session) == {None}


def test_w_on_the_list_looks_again(
    listed: Shown, settled: Callable[[], None], said: list[str]
) -> None:
    listed.window.activateWindow()
    listed.view.claims.take_focus()
    QTest.keyClick(listed.view.claims.table, Qt.Key.Key_W)
    settled()
    assert said == ["1 claim to look at again on Thu 22 May. Ctrl+Z takes it back."]


def test_looking_again_is_named_by_the_days_of_the_settings(listed: Shown, desk: Desk) -> None:
    action = listed.view.actions_by_name["look_again"]
    assert action.text() == "Look again in 3 weeks"
    desk.use_settings(replace(desk.settings, look_again_days=10))
    assert action.text() == "Look again in 10 days"
    assert action.toolTip() == "Look again in 10 days  (W)"
