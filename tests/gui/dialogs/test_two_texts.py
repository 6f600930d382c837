"""Dialogs with two texts for each field: led by the keyboard, and told whose the text is."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.state import AsOf
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.collisions import CollisionsDialog
from claimtracker.gui.dialogs.conflict import ConflictDialog, Difference
from claimtracker.gui.plain_text import PlainLabel
from claimtracker.operations.set_review import set_review
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.tell_collisions import ToldCollision
from tests.conftest import Enter
from tests.gui.evidence.claims import claim_with
from tests.gui.finding import child

TODAY = date(2025, 6, 1)
AT = datetime(2025, 5, 20, 12, 0, tzinfo=UTC)
DIFFERING = [
    Difference("summary", "Summary", "mine", "theirs"),
    Difference("notes", "Notes & more", "mine", "theirs", both="mine and theirs"),
]
COLLISION = ToldCollision(("claim", 1, "notes"), 1, "“Sign”", "Notes", "a", "b", ("Bea", AT))


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def opened(qtbot: QtBot, dialog: PlainDialog) -> PlainDialog:
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def conflict(over: QWidget, differing: Sequence[Difference] = DIFFERING) -> ConflictDialog:
    return ConflictDialog(claim_with(), differing, over)


def test_the_cursor_begins_on_the_first_choice_where_it_is_seen(
    qtbot: QtBot, over: QWidget
) -> None:
    dialog = opened(qtbot, conflict(over))
    assert dialog.focusWidget() is child(dialog, QRadioButton, "summary_mine")


def test_a_digit_leads_to_each_field(qtbot: QtBot, over: QWidget) -> None:
    dialog = opened(qtbot, conflict(over))
    QTest.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert dialog.focusWidget() is child(dialog, QRadioButton, "notes_both")
    QTest.keyClick(dialog, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert dialog.focusWidget() is child(dialog, QRadioButton, "summary_mine")


def test_tab_goes_from_the_choice_to_its_texts(qtbot: QtBot, over: QWidget) -> None:
    dialog = opened(qtbot, conflict(over))
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is child(dialog, QPlainTextEdit, "summary_mine_text")


def test_ten_fields_are_more_than_there_are_digits(qtbot: QtBot, over: QWidget) -> None:
    many = [Difference(f"field_{n}", f"Field {n}", "mine", "theirs") for n in range(12)]
    opened(qtbot, conflict(over, many))


@pytest.mark.parametrize("at", ["summary_mine", "summary_mine_text"])
def test_control_enter_saves_wherever_the_cursor_is(qtbot: QtBot, over: QWidget, at: str) -> None:
    dialog = conflict(over)
    opened(qtbot, dialog)
    cursor = child(dialog, QWidget, at)
    cursor.setFocus()
    with qtbot.waitSignal(dialog.settled) as told:
        QTest.keyClick(cursor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args[1] == {"summary": "mine", "notes": "mine and theirs"}


def test_control_enter_undoes_as_chosen(qtbot: QtBot, over: QWidget) -> None:
    dialog = CollisionsDialog("review date", [COLLISION], [], over)
    opened(qtbot, dialog)
    assert dialog.focusWidget() is dialog.rows[0].mine
    with qtbot.waitSignal(dialog.settled) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [frozenset([COLLISION.key])]


def test_who_changed_the_field_elsewhere_is_told_above_their_text(
    qtbot: QtBot, over: QWidget, session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter()
    set_review(session, [claim_id], TODAY, by="Bea")
    newest = show_claim(session, claim_id, as_of)
    differing = [Difference("review_on", "Review on", "", "2025-06-01")]
    dialog = ConflictDialog(newest, differing, over, today=newest.changes[0].at.date())
    note = child(dialog, PlainLabel, "note")
    assert note.text().startswith("Theirs: ") and note.text().endswith(" · Bea")
    opened(qtbot, dialog)
    assert note.x() == child(dialog, QPlainTextEdit, "review_on_theirs_text").x()


def test_whose_the_text_is_that_an_undo_would_write_over_is_told_above_it(
    qtbot: QtBot, over: QWidget
) -> None:
    dialog = CollisionsDialog("review date", [COLLISION], [], over, TODAY)
    note = child(dialog, PlainLabel, "note")
    assert note.text().startswith("Changed again: Tue 20 May, ")
    assert note.text().endswith(" · Bea")
    opened(qtbot, dialog)
    assert note.x() == child(dialog, QPlainTextEdit, "collision_0_mine_text").x()


def test_what_no_log_knows_is_nobodys(over: QWidget) -> None:
    unknown = ToldCollision(("claim", 1, "notes"), 1, "“Sign”", "Notes", "a", "b")
    dialog = CollisionsDialog("review date", [unknown], [], over, TODAY)
    assert dialog.findChild(PlainLabel, "note") is None


@pytest.mark.usefixtures("qapp")
def test_a_choice_that_is_offered_is_never_a_window_of_its_own(over: QWidget) -> None:
    shown = _ShownAlone()
    application = QCoreApplication.instance()
    assert application is not None
    application.installEventFilter(shown)
    conflict(over)
    CollisionsDialog("review date", [COLLISION], [("claim", 2, "notes")], over)
    application.removeEventFilter(shown)
    assert shown.names == []


class _ShownAlone(QObject):
    """Notes what is shown before it has a place in a window."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(watched.objectName())
        return False
