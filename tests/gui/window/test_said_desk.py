"""What was said before, in the main window: the places, the pairs, and the way between claims."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.state import AsOf
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.dialogs.restate import RestateDialog
from claimtracker.gui.said_before.window import SaidBeforeWindow
from claimtracker.operations.capture_claims import Taking, capture_claims
from claimtracker.operations.claim_of_candidate import draft_of
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter
from tests.gui.window.conftest import Shown
from tests.operations.articles import ARTICLE, SIGNED

Settle = Callable[[], None]
DEAL = "Sign the minerals deal with Ukraine"


@pytest.fixture
def merged(
    shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle
) -> tuple[Shown, int, int]:
    """The window with a claim and another one in the bin that restates it."""
    original = enter(DEAL, quote="soon", due_on=date(2025, 6, 1))
    again = enter("Sign it", quote="now")
    restate_claim(session, again, original, by="Ada")
    desk.changes.changed.emit()
    settled()
    return shown, original, again


def test_a_claim_that_restates_leads_to_the_other_and_back(
    merged: tuple[Shown, int, int], settled: Settle
) -> None:
    shown, original, again = merged
    panel = shown.view.panel
    panel.pages.said.binned_wanted.emit(again)
    settled()
    assert (panel.claim_id, shown.view.sidebar.view.key) == (again, "bin")
    assert panel.pages.heading.restates.text() == f"Restates claim {original}"
    panel.pages.heading.restates.click()
    settled()
    assert (panel.claim_id, shown.view.sidebar.view.key) == (original, "all")
    assert not panel.pages.heading.restates.isVisible()


def test_one_key_leads_to_the_places(
    qtbot: QtBot, merged: tuple[Shown, int, int], settled: Settle
) -> None:
    shown, original, _again = merged
    shown.view.claims.select_claim(original)
    settled()
    shown.window.activateWindow()
    qtbot.waitUntil(shown.window.isActiveWindow)
    QTest.keyClick(shown.window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    pages = shown.view.panel.pages
    assert pages.tabs.currentWidget() is pages.said
    assert pages.tabs.tabText(pages.tabs.currentIndex()) == "Said 2"
    assert QApplication.focusWidget() is pages.said.entries.list


def test_letters_on_the_places_are_not_those_of_the_claim_list(
    qtbot: QtBot, merged: tuple[Shown, int, int], settled: Settle
) -> None:
    """Delete takes a place off here, and never puts the claim into the bin."""
    shown, original, _again = merged
    shown.view.claims.select_claim(original)
    settled()
    shown.view.actions_by_name["show_said"].trigger()
    said = shown.view.panel.pages.said
    shown.window.activateWindow()
    qtbot.waitUntil(said.entries.list.hasFocus)
    QTest.keyClick(said.entries.list, Qt.Key.Key_Delete)
    settled()
    assert shown.view.claims.count == 1
    assert said.entries.list.entries.rowCount() == 2  # one place, and the claim that restates


def test_enter_shows_the_words_in_their_article(
    qtbot: QtBot, shown: Shown, desk: Desk, session: Session, settled: Settle
) -> None:
    (claim_id,) = capture_claims(
        session, ARTICLE, [Taking(SIGNED, draft_of(SIGNED, ARTICLE))], by="Ada"
    ).claim_ids
    desk.changes.changed.emit()
    settled()
    shown.view.claims.select_claim(claim_id)
    settled()
    shown.view.panel.pages.said.by_name["show_place"].trigger()
    qtbot.waitUntil(lambda: bool(shown.view.articles.windows), timeout=20_000)
    (window,) = shown.view.articles.windows
    assert window.article.text == ARTICLE.text
    window.close()


def test_the_window_of_pairs_opens_once_and_leads_to_a_claim(
    qtbot: QtBot, shown: Shown, desk: Desk, enter: Enter, settled: Settle
) -> None:
    first, _second = (enter(DEAL, claimant="Ada L.") for _each in range(2))
    desk.changes.changed.emit()
    settled()
    for _each in range(2):
        shown.view.actions_by_name["said_before"].trigger()
    pairs = shown.view.beside.shown("said_before")
    assert isinstance(pairs, SaidBeforeWindow)
    qtbot.waitUntil(lambda: pairs.list.pairs.rowCount() == 1)
    settled()
    pairs.actions_by_name["open_first"].trigger()
    settled()
    assert shown.view.panel.claim_id == first
    pairs.actions_by_name["apart"].trigger()
    settled()
    assert pairs.list.pairs.rowCount() == 0
    pairs.actions_by_name["undo"].trigger()
    settled()
    assert pairs.list.pairs.rowCount() == 1
    pairs.close()
    qtbot.waitUntil(lambda: shown.view.beside.shown("said_before") is None)


def test_leaving_stops_the_look(qtbot: QtBot, shown: Shown, settled: Settle) -> None:
    shown.view.actions_by_name["said_before"].trigger()
    pairs = shown.view.beside.shown("said_before")
    assert isinstance(pairs, SaidBeforeWindow)
    left: list[bool] = []

    def leave() -> None:
        left.append(True)

    shown.view.ask_to_leave(leave)
    qtbot.waitUntil(lambda: left == [True] and not pairs.search.is_looking)
    settled()


def test_several_selected_claims_are_marked_in_one_go(
    qtbot: QtBot, shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle
) -> None:
    ids = [enter(f"Sign it {number}") for number in range(3)]
    desk.changes.changed.emit()
    settled()
    shown.view.claims.select_claim(ids[0])
    shown.view.claims.table.add_rows([1])
    shown.view.actions_by_name["restate"].trigger()
    settled()
    (dialog,) = shown.view.findChildren(RestateDialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    settled()
    details = show_claim(session, ids[2], AsOf(date(2025, 5, 1)))
    assert [it.claim_id for it in details.restated_by] == ids[:2]
    session.rollback()


def test_the_keys_stand_in_the_list_of_keys(shown: Shown) -> None:
    shown.view.actions_by_name["keys"].trigger()
    (dialog,) = shown.view.findChildren(KeysDialog)
    table = dialog.findChild(QTreeWidget, "keys")
    assert table is not None
    told = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    words = {item.text(1) for item in told if item}
    assert "In the places where it was said: Take off" in words
    assert "In “Looks said before”: Not the same" in words
    dialog.close()


def test_every_control_of_the_places_has_a_name(
    merged: tuple[Shown, int, int], settled: Settle
) -> None:
    shown, original, _again = merged
    shown.view.claims.select_claim(original)
    settled()
    shown.view.actions_by_name["show_said"].trigger()
    for widget in shown.view.panel.pages.said.findChildren(QWidget):
        is_control = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
        if is_control and widget.isVisible():
            assert widget.accessibleName() and widget.objectName(), widget
