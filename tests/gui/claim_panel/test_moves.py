"""The page of moves: the cursor on the claim itself, a step separated, a circle told."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.gui.claim_panel.moves import MovesTab
from claimtracker.gui.desk import Desk
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import undo
from claimtracker.storage.moves import chain_ids
from tests.conftest import Enter
from tests.storage.chains import lay_chain

SAID = date(2025, 4, 1)
Show = Callable[[int], MovesTab]


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, session: Session) -> Show:
    """The page with the chain of a claim."""
    page = MovesTab(desk)
    qtbot.addWidget(page)
    page.resize(400, 600)
    page.show()

    def showing(claim_id: int) -> MovesTab:
        page.show_claim(show_claim(session, claim_id, desk.as_of))
        session.rollback()
        return page

    return showing


def current_key(page: MovesTab) -> int:
    entry = page.entries.list.current()
    assert entry is not None
    return entry.key


def test_a_claim_that_never_moved_has_no_ladder(shown: Show, enter: Enter) -> None:
    page = shown(enter())
    assert page.entries.list.entries.rowCount() == 0
    assert not page.separate_button.isVisible()
    assert not page.total.isVisible()


def test_the_cursor_stands_on_the_claim_that_is_shown(shown: Show, session: Session) -> None:
    ids = lay_chain(session, 10_000)
    page = shown(ids[7_000])
    assert current_key(page) == ids[7_000]
    assert page.total.text() == "Moved 9,999 times, in all 9,999 days later"


def test_the_cursor_stays_where_it_is_when_the_same_claim_is_read_again(
    shown: Show, session: Session
) -> None:
    ids = lay_chain(session, 3)
    page = shown(ids[0])
    page.entries.list.step(2)
    assert current_key(shown(ids[0])) == ids[2]
    assert current_key(shown(ids[1])) == ids[1]


def test_enter_opens_the_step(qtbot: QtBot, shown: Show, session: Session) -> None:
    ids = lay_chain(session, 3)
    page = shown(ids[0])
    page.entries.list.step(1)
    with qtbot.waitSignal(page.claim_wanted) as wanted:
        QTest.keyClick(page.entries.list, Qt.Key.Key_Return)
    assert wanted.args == [ids[1]]


def test_delete_separates_the_step_from_the_one_before_it(
    qtbot: QtBot, shown: Show, desk: Desk, session: Session
) -> None:
    ids = lay_chain(session, 3)
    page = shown(ids[1])
    page.activateWindow()
    page.entries.list.setFocus()
    with qtbot.waitSignal(desk.changes.said) as said:
        QTest.keyClick(page.entries.list, Qt.Key.Key_Delete)
    assert "both claims stay" in said.args[0]
    qtbot.waitUntil(lambda: desk.background.is_idle)
    assert chain_ids(session, ids[0]) == ids[:1]
    session.rollback()
    undo(session, by="Ada")
    assert chain_ids(session, ids[0]) == ids


def test_the_first_step_offers_no_separation(shown: Show, session: Session) -> None:
    ids = lay_chain(session, 2)
    page = shown(ids[0])
    assert not page.separate_button.isEnabled()
    page.separate()
    page.entries.list.step(1)
    assert page.separate_button.isEnabled()
    assert chain_ids(session, ids[0]) == ids


def test_a_circle_is_told_and_can_be_mended(
    qtbot: QtBot, shown: Show, desk: Desk, session: Session
) -> None:
    ids = lay_chain(session, 3, is_circle=True)
    page = shown(ids[1])
    assert page.circle.isVisible()
    assert page.total.text() == ""
    page.entries.list.step(-1)
    assert page.separate_button.isEnabled()
    page.separate_button.click()
    qtbot.waitUntil(lambda: desk.background.is_idle)
    assert not shown(ids[1]).circle.isVisible()


def test_a_deadline_that_was_given_up_is_told_with_its_last_date(
    shown: Show, session: Session, enter: Enter
) -> None:
    first = enter(stated_on=SAID, deadline_wording="by 2025-04-20")
    later = move_deadline(session, first, "by 2025-04-10", SAID, by="Ada")
    last = move_deadline(session, later, "no specific number of days", SAID, by="Ada")
    told = shown(last).total.text()
    assert told == "Moved 2 times, no date now; the last date was brought forward by 10 days"


def test_a_single_move_without_days_is_told_without_a_number(
    shown: Show, session: Session, enter: Enter
) -> None:
    first = enter(stated_on=SAID)
    move_deadline(session, first, "by 2025-04-10", SAID, by="Ada")
    assert shown(first).total.text() == "Moved once"


def test_in_a_wide_panel_the_details_stand_beside_the_ladder(
    shown: Show, session: Session, qtbot: QtBot
) -> None:
    page = shown(lay_chain(session, 2)[0])
    assert page.entries.halves.orientation() is Qt.Orientation.Vertical
    page.resize(900, 200)
    qtbot.waitUntil(lambda: page.entries.halves.orientation() is Qt.Orientation.Horizontal)
    page.resize(360, 600)
    qtbot.waitUntil(lambda: page.entries.halves.orientation() is Qt.Orientation.Vertical)
