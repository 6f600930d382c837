"""The window of claimants: looked through, edited, merged, deleted, each by one key."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.terms_of_office import written
from claimtracker.claims.verdict_labels import POLITIFACT
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.claimants.commands import CLAIMANT_COMMANDS
from claimtracker.gui.claimants.edit_dialog import EditClaimantDialog
from claimtracker.gui.claimants.find_dialogs import NO_PAIRS, FindOtherDialog, NearNamesDialog
from claimtracker.gui.claimants.merge_dialog import MergeDialog
from claimtracker.gui.claimants.merging import MOST_MERGED
from claimtracker.gui.claimants.window import NO_MATCH, NOBODY, ClaimantsWindow
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.what_would_change import WhatWouldChangeDialog
from claimtracker.operations.edit_claimant import edit_claimant
from claimtracker.operations.set_verdict_labels import set_verdict_labels
from claimtracker.operations.undo import undo
from claimtracker.storage.claim_details import find_claim
from tests.conftest import Enter, Rate
from tests.gui.window.conftest import Shown
from tests.operations.claimants import claimant_id, names, other, stored

Settle = Callable[[], None]
Open = TypeVar("Open", bound=QWidget)
SAID = date(2025, 1, 10)
FULL, SHORT, LAST = "Marco Rubio", "Rubio", "Zoe Zu"


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, settled: Settle, enter: Enter) -> ClaimantsWindow:
    """The window over three claimants, two of whom are one person."""
    enter("One", claimant=FULL, claimant_role="Secretary", due_on=date(2025, 4, 1))
    enter("Two", claimant=SHORT, stated_on=SAID, deadline_wording="in his first 100 days")
    enter("Three", claimant=LAST)
    return _shown(qtbot, desk, settled)


def _shown(qtbot: QtBot, desk: Desk, settled: Settle) -> ClaimantsWindow:
    window = ClaimantsWindow(desk)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.come_forward()
    settled()
    _titles(window)  # asks for the page
    settled()
    return window


def _titles(window: ClaimantsWindow) -> list[str]:
    rows = range(window.list.paged.rowCount())
    return [entry.title for row in rows if (entry := window.list.paged.entry(row))]


def _go_to(window: ClaimantsWindow, settled: Settle, name: str) -> None:
    window.list.selectRow(_titles(window).index(name))
    settled()


def _do(window: ClaimantsWindow, settled: Settle, name: str) -> None:
    window.actions_by_name[name].trigger()
    settled()


def _open(window: QWidget, kind: type[Open]) -> Open:
    (found,) = [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]
    return found


def test_claimants_are_listed_by_name_with_their_claims(window: ClaimantsWindow) -> None:
    assert _titles(window) == [FULL, SHORT, LAST]
    entry = window.list.paged.entry(0)
    assert entry is not None
    assert (entry.note, entry.mark) == ("Secretary", "1 claim")


def test_the_one_that_has_the_cursor_is_told_of(
    window: ClaimantsWindow, settled: Settle, session: Session
) -> None:
    _go_to(window, settled, FULL)
    assert window.pane.name.text() == FULL
    assert window.pane.states.text() == "1 passed"
    assert window.pane.near.text() == f"May be the same person as {SHORT}"
    claim = window.pane.claims.paged.entry(0)
    settled()
    claim = window.pane.claims.paged.entry(0)
    assert claim is not None and (claim.title, claim.mark) == ("One", "Passed")
    _go_to(window, settled, LAST)
    assert not window.pane.near.isVisible()


def test_verdicts_of_its_claims_are_called_as_the_house_calls_them(
    qtbot: QtBot, desk: Desk, settled: Settle, session: Session, enter: Enter, rate: Rate
) -> None:
    rate(enter("One", claimant=FULL), Verdict.BROKEN)
    set_verdict_labels(session, POLITIFACT, by="Ada")
    session.rollback()
    desk.changes.changed.emit()
    settled()
    window = _shown(qtbot, desk, settled)
    _go_to(window, settled, FULL)
    window.pane.claims.paged.entry(0)  # asks for the page
    settled()
    claim = window.pane.claims.paged.entry(0)
    assert claim is not None and [sign.words for sign in claim.signs] == ["Promise Broken"]


def test_words_find_claimants_and_an_empty_answer_says_so(
    qtbot: QtBot, window: ClaimantsWindow
) -> None:
    window.words.setText("secret")
    qtbot.waitUntil(lambda: window.list.paged.rowCount() == 1)
    window.words.setText("nobody of this name")
    qtbot.waitUntil(window.nothing.isVisible)
    assert window.nothing.text() == NO_MATCH
    assert not window.actions_by_name["edit"].isEnabled()


def test_without_claimants_it_says_where_they_come_from(
    qtbot: QtBot, desk: Desk, settled: Settle
) -> None:
    empty = _shown(qtbot, desk, settled)
    assert empty.nothing.isVisible()
    assert empty.nothing.text() == NOBODY


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_claimant_is_edited_by_one_key(
    window: ClaimantsWindow, settled: Settle, session: Session, key: Qt.Key
) -> None:
    _go_to(window, settled, LAST)
    QTest.keyClick(window.list, key)
    settled()
    dialog = _open(window, EditClaimantDialog)
    dialog.role.setText("Mayor")
    dialog.aliases.setPlainText("Zu\n\nMs Zu")
    dialog.submit()
    settled()
    found = stored(session, claimant_id(session, LAST))
    assert (found.role, found.aliases) == ("Mayor", ("Zu", "Ms Zu"))


def test_a_term_is_stored_after_what_it_changes_was_seen(
    window: ClaimantsWindow, settled: Settle, session: Session, desk: Desk
) -> None:
    said: list[str] = []
    desk.changes.said.connect(said.append)
    _go_to(window, settled, SHORT)
    _do(window, settled, "edit")
    dialog = _open(window, EditClaimantDialog)
    dialog.began.set_day(date(2025, 1, 21))
    dialog.submit()
    settled()
    changes = _open(dialog, WhatWouldChangeDialog)
    assert changes.about.text() == "1 claim would be read otherwise"
    assert stored(session, claimant_id(session, SHORT)).term_began_on is None
    changes.reread_button.click()
    settled()
    session.expire_all()
    assert find_claim(session, 2).due_on == date(2025, 4, 30)
    assert said[-1] == "Claimant saved, 1 claim re-read. Ctrl+Z takes it back."
    undo(session, by="Ada")
    assert stored(session, claimant_id(session, SHORT)).term_began_on is None


def test_an_earlier_term_changes_what_was_said_in_it(
    window: ClaimantsWindow, settled: Settle, session: Session
) -> None:
    _go_to(window, settled, SHORT)
    _do(window, settled, "edit")
    dialog = _open(window, EditClaimantDialog)
    dialog.earlier.setPlainText("2025-01-21")
    dialog.submit()
    settled()
    assert "needs two days, such as" in dialog.problem.text()
    dialog.earlier.setPlainText("2025-01-21 to 2025-12-31")
    dialog.submit()
    settled()
    _open(dialog, WhatWouldChangeDialog).reread_button.click()
    settled()
    session.expire_all()
    assert find_claim(session, 2).due_on == date(2025, 4, 30)
    row = stored(session, claimant_id(session, SHORT))
    assert written(row.earlier_terms) == "2025-01-21 – 2025-12-31"


def test_cancelling_what_would_change_stores_nothing_and_keeps_what_is_typed(
    window: ClaimantsWindow, settled: Settle, session: Session
) -> None:
    _go_to(window, settled, SHORT)
    _do(window, settled, "edit")
    dialog = _open(window, EditClaimantDialog)
    dialog.began.set_day(date(2025, 1, 21))
    dialog.submit()
    settled()
    _open(dialog, WhatWouldChangeDialog).reject()
    assert dialog.isVisible() and dialog.action_button.isEnabled()
    dialog.submit()
    settled()
    _open(dialog, WhatWouldChangeDialog).keep_button.click()
    settled()
    assert stored(session, claimant_id(session, SHORT)).term_began_on == date(2025, 1, 21)
    assert find_claim(session, 2).due_on is None


def test_a_name_that_is_taken_offers_the_merge(
    window: ClaimantsWindow, settled: Settle, session: Session
) -> None:
    _go_to(window, settled, LAST)
    _do(window, settled, "edit")
    dialog = _open(window, EditClaimantDialog)
    assert not dialog.merge_button.isVisible()
    dialog.name.setText(SHORT)
    dialog.submit()
    settled()
    assert "is already another claimant's name" in dialog.problem.text()
    dialog.merge_button.click()
    settled()
    assert {row.name for row in (_open(window, MergeDialog).stays, _open(window, MergeDialog).goes)}
    assert names(session) == [FULL, SHORT, LAST]


def test_two_selected_are_merged_field_by_field(
    window: ClaimantsWindow, settled: Settle, session: Session
) -> None:
    _go_to(window, settled, FULL)
    QTest.keyClick(window.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window.list, Qt.Key.Key_M)
    settled()
    dialog = _open(window, MergeDialog)
    assert dialog.draft().role == "Secretary"
    dialog.names.sides[1].click()
    assert (dialog.stays.name, dialog.draft().role) == (SHORT, "Secretary")
    dialog.names.sides[0].click()
    dialog.roles.sides[1].click()
    assert dialog.draft().role == ""
    dialog.submit()
    settled()
    assert names(session) == [FULL, LAST]
    assert _titles(window) == [FULL, LAST]
    undo(session, by="Ada")
    assert names(session) == [FULL, SHORT, LAST]


def test_the_other_one_is_found_by_its_name(
    qtbot: QtBot, window: ClaimantsWindow, settled: Settle
) -> None:
    _go_to(window, settled, LAST)
    _do(window, settled, "merge")
    finder = _open(window, FindOtherDialog)
    finder.words.setText("marco")
    qtbot.waitUntil(lambda: finder.matches.entries.rowCount() == 1)
    finder.matches.opened.emit(finder.matches.current())
    settled()
    dialog = _open(window, MergeDialog)
    assert {dialog.stays.name, dialog.goes.name} == {FULL, LAST}


def test_three_are_not_merged_at_once(window: ClaimantsWindow, settled: Settle) -> None:
    window.list.selectAll()
    _do(window, settled, "merge")
    assert window.messages.sentence == MOST_MERGED


def test_names_that_look_alike_are_compared(
    window: ClaimantsWindow, settled: Settle, session: Session
) -> None:
    QTest.keyClick(window.list, Qt.Key.Key_N)
    settled()
    near = _open(window, NearNamesDialog)
    assert near.listed.current() is not None
    near.buttons.accepted.emit()
    settled()
    dialog = _open(near, MergeDialog)
    dialog.submit()
    settled()
    assert near.about.text() == NO_PAIRS
    assert names(session) == [FULL, LAST]


def test_only_a_claimant_without_claims_is_deleted(
    window: ClaimantsWindow, settled: Settle, session: Session, desk: Desk
) -> None:
    _go_to(window, settled, LAST)
    QTest.keyClick(window.list, Qt.Key.Key_Delete)
    settled()
    assert "has 1 claim" in window.messages.sentence
    find_claim(session, 3).claimant_id = None
    session.commit()
    _do(window, settled, "delete")
    assert names(session) == [FULL, SHORT]


def test_a_claim_is_shown_in_the_main_window(
    qtbot: QtBot, window: ClaimantsWindow, settled: Settle
) -> None:
    _go_to(window, settled, SHORT)
    _do(window, settled, "show_claims")
    with qtbot.waitSignal(window.claim_wanted) as wanted:
        QTest.keyClick(window.pane.claims, Qt.Key.Key_Return)
    assert wanted.args == [2]


def test_the_main_window_opens_it_once_and_comes_forward_for_a_claim(
    shown: Shown, settled: Settle, enter: Enter, desk: Desk, qtbot: QtBot, session: Session
) -> None:
    claim_id = enter("One", claimant=FULL)
    desk.changes.changed.emit()
    shown.view.actions_by_name["claimants"].trigger()
    settled()
    opened = shown.view.beside.shown("claimants")
    assert opened is not None
    shown.view.actions_by_name["claimants"].trigger()
    assert shown.view.beside.shown("claimants") is opened
    opened.claim_wanted.emit(claim_id)
    settled()
    assert shown.view.claims.current_id == claim_id
    opened.undo_wanted.emit()
    settled()
    assert names(session) == []
    opened.close()
    qtbot.waitUntil(lambda: shown.view.beside.shown("claimants") is None)


def test_every_command_stands_in_a_menu_and_every_control_has_a_name(
    window: ClaimantsWindow,
) -> None:
    listed = [action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()]
    for command in CLAIMANT_COMMANDS:
        assert window.actions_by_name[command.name] in listed
    for kind in (QAbstractButton, QAbstractItemView, QLineEdit):
        for control in window.findChildren(kind):
            assert control.accessibleName() or not control.isVisible(), control


def test_the_claims_are_paged(
    window: ClaimantsWindow, settled: Settle, session: Session, enter: Enter, desk: Desk
) -> None:
    for number in range(450):
        enter(f"Promise {number}", claimant=LAST)
    desk.changes.changed.emit()
    _go_to(window, settled, LAST)
    claims = window.pane.claims.paged
    assert claims.rowCount() == 451
    assert claims.found(450) is None  # its page is asked for only now
    settled()
    assert claims.found(450) is not None


def test_an_edit_made_elsewhere_meanwhile_is_kept(
    window: ClaimantsWindow, settled: Settle, session: Session
) -> None:

    _go_to(window, settled, LAST)
    _do(window, settled, "edit")
    dialog = _open(window, EditClaimantDialog)
    key = claimant_id(session, LAST)
    edit_claimant(session, key, other(session, key, role="Judge"), by="Bea")
    dialog.role.setText("Mayor")
    dialog.submit()
    settled()
    assert "changed elsewhere" in dialog.problem.text()
    assert stored(session, key).role == "Judge"
