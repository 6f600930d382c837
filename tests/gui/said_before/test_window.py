"""The window “Looks said before”: pairs to work through by single keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import AsOf
from claimtracker.claims.verdict_labels import POLITIFACT
from claimtracker.gui import paged_rows
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.dialogs.merge_pair import MergePairDialog
from claimtracker.gui.said_before import search
from claimtracker.gui.said_before.commands import NEEDS_PAIR, PAIR_COMMANDS, listed_pair_keys
from claimtracker.gui.said_before.compare import told_of
from claimtracker.gui.said_before.window import NOTHING, STOPPED, SaidBeforeWindow
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import undo
from tests.conftest import Enter

Settle = Callable[[], None]
Open = Callable[[], SaidBeforeWindow]
DEAL = "Sign the minerals deal with Ukraine"
ADA = {"claimant": "Ada Lovelace"}


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, settled: Settle) -> Open:
    """Open the window over what the test has entered, and wait for the end of the look."""

    def opening() -> SaidBeforeWindow:
        window = SaidBeforeWindow(desk)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(window)
        window.come_forward()
        qtbot.waitUntil(lambda: not window.search.is_looking)
        settled()
        return window

    return opening


def _count(window: SaidBeforeWindow) -> int:
    return window.list.pairs.rowCount()


def _do(window: SaidBeforeWindow, settled: Settle, name: str) -> None:
    window.actions_by_name[name].trigger()
    settled()


def test_pairs_are_listed_the_likest_first_and_shown_side_by_side(
    opened: Open, enter: Enter, settled: Settle
) -> None:
    enter("End the war within 24 hours", **ADA, stated_on="2024-05-10")
    enter("End the war in 24 hours", **ADA, stated_on="2024-09-10")
    enter(DEAL, **ADA, stated_on="2025-04-20")
    enter(DEAL, **ADA, stated_on="2025-04-18")
    window = opened()
    window.list.pairs.entry(0)  # asks for the page
    settled()
    entries = [window.list.pairs.entry(row) for row in range(_count(window))]
    assert [entry.title for entry in entries if entry] == [DEAL, "End the war within 24 hours"]
    assert entries[0] is not None and entries[0].mark == "100 % alike"
    days = [cell.text() for cell in window.view._cells["Said on"]]
    assert days == ["Said on", "Fri 18 Apr", "Sun 20 Apr"]
    assert window._counts.text() == "2 pairs"


def test_without_a_pair_it_says_what_comes_here(opened: Open, enter: Enter) -> None:
    enter(DEAL, **ADA)
    window = opened()
    assert window.nothing.isVisible() and window.nothing.text() == NOTHING
    assert not any(window.actions_by_name[name].isEnabled() for name in NEEDS_PAIR)
    assert window.actions_by_name["look"].isVisible()
    assert not window.bar.isVisible()


def test_n_tells_apart_for_good_and_undo_offers_it_again(
    qtbot: QtBot, opened: Open, enter: Enter, settled: Settle, session: Session, desk: Desk
) -> None:
    for _each in range(2):
        enter(DEAL, **ADA)
    window = opened()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.list, Qt.Key.Key_N)
    settled()
    assert _count(window) == 0
    assert window._said.text().startswith("Not the same")
    _do(window, settled, "look")
    qtbot.waitUntil(lambda: not window.search.is_looking)
    settled()
    assert _count(window) == 0
    undo(session, by="Ada")
    _do(window, settled, "look")
    qtbot.waitUntil(lambda: _count(window) == 1)


def test_r_asks_which_one_stays_and_the_pair_goes(
    qtbot: QtBot, opened: Open, enter: Enter, settled: Settle, session: Session, as_of: AsOf
) -> None:
    first, second = enter(DEAL, **ADA), enter(DEAL, **ADA)
    window = opened()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.list, Qt.Key.Key_R)
    (dialog,) = window.findChildren(MergePairDialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    settled()
    assert _count(window) == 0
    assert show_claim(session, second, as_of).restates_id == first


def test_m_records_the_later_one_as_a_moved_deadline(
    qtbot: QtBot, opened: Open, enter: Enter, settled: Settle, session: Session, as_of: AsOf
) -> None:
    later = enter(DEAL, **ADA, stated_on="2025-04-20")
    earlier = enter(DEAL, **ADA, stated_on="2025-04-18")
    window = opened()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.list, Qt.Key.Key_M)
    settled()
    assert _count(window) == 0
    assert [step.claim_id for step in show_claim(session, later, as_of).moves] == [earlier, later]


@pytest.mark.parametrize(("name", "place"), [("open_first", 0), ("open_second", 1)])
def test_enter_opens_the_one_and_shift_enter_the_other(
    qtbot: QtBot, opened: Open, enter: Enter, name: str, place: int
) -> None:
    ids = [enter(DEAL, **ADA) for _each in range(2)]
    window = opened()
    with qtbot.waitSignal(window.claim_wanted) as wanted:
        window.actions_by_name[name].trigger()
    assert wanted.args == [ids[place]]


def test_after_one_pair_the_next_is_current(
    opened: Open, enter: Enter, settled: Settle, session: Session, desk: Desk
) -> None:
    ids = [enter(DEAL, **ADA) for _each in range(3)]
    window = opened()
    assert _count(window) == 3
    window.list.setCurrentIndex(window.list.pairs.index(1))
    settled()
    _do(window, settled, "apart")
    assert (_count(window), window.list.currentIndex().row()) == (2, 1)
    assert window._both is not None and window._both.pair == window.list.current_pair
    bin_claims(session, ids[:2], by="Ada")
    desk.changes.changed.emit()
    settled()
    assert _count(window) == 0


def test_a_move_that_is_refused_says_why(
    qtbot: QtBot, opened: Open, enter: Enter, settled: Settle
) -> None:
    days = ("2025-04-18", "2025-04-19", "2025-04-20")
    for day in days:
        enter(DEAL, **ADA, stated_on=day)
    window = opened()
    _do(window, settled, "moved")
    _do(window, settled, "moved")
    assert "already" in window.messages.sentence or _count(window) == 0


def test_undo_and_redo_are_asked_of_the_main_window(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    for name, signal in (("undo", window.undo_wanted), ("redo", window.redo_wanted)):
        with qtbot.waitSignal(signal):
            window.actions_by_name[name].trigger()


def test_a_look_that_is_stopped_says_so_and_closing_stops_it(
    qtbot: QtBot, opened: Open, settled: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()

    def looking(_session: Session, tell: object, is_stopped: Callable[[], bool]) -> bool:
        qtbot_free_wait(is_stopped)
        return False

    monkeypatch.setattr(search, "look_for_pairs", looking)
    window.actions_by_name["look"].trigger()
    assert window.actions_by_name["stop"].isVisible() and window.bar.isVisible()
    window.actions_by_name["stop"].trigger()
    qtbot.waitUntil(lambda: not window.search.is_looking)
    settled()
    assert window.nothing.text() == STOPPED
    window.actions_by_name["look"].trigger()
    window.close()
    qtbot.waitUntil(lambda: not window.search.is_looking)
    settled()


def qtbot_free_wait(is_stopped: Callable[[], bool]) -> None:
    """Stand on the thread that looks until it is asked to leave off."""
    while not is_stopped():
        pass


def test_a_look_that_the_world_ends_is_told(
    qtbot: QtBot, opened: Open, settled: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()

    def failing(_session: Session, tell: object, is_stopped: object) -> bool:
        raise ClaimTrackerError("The database is gone.")

    monkeypatch.setattr(search, "look_for_pairs", failing)
    window.actions_by_name["look"].trigger()
    qtbot.waitUntil(lambda: not window.search.is_looking)
    settled()
    assert window.messages.sentence == "The database is gone."
    assert window.actions_by_name["look"].isVisible()


def test_only_the_likest_are_kept_and_the_rest_is_hinted_at(
    opened: Open, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST_PAIRS", 2)
    monkeypatch.setattr("claimtracker.gui.said_before.window.MOST_PAIRS", 2)
    for _each in range(3):
        enter(DEAL, **ADA)
    window = opened()
    assert (_count(window), window._counts.text()) == (2, "2 pairs at least")


def test_pairs_beyond_the_first_page_come_when_they_are_looked_at(
    opened: Open, enter: Enter, settled: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paged_rows, "PAGE_ROWS", 2)
    for number in range(4):
        enter(f"{DEAL} {number}", **ADA)
    window = opened()
    last = _count(window) - 1
    assert last == 5
    window.list.pairs.entry(last)
    settled()
    entry = window.list.pairs.entry(last)
    assert entry is not None and entry.title.startswith(DEAL)


def test_the_fields_are_told_in_words_and_long_ones_cut(
    session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter("S" * 1_900, quote="soon", due_on="2025-05-30")
    details = show_claim(session, claim_id, as_of)
    told = told_of(details, as_of.today)
    assert told["Summary"].endswith("S…") and len(told["Summary"]) == 1_201
    assert (told["Quote"], told["Read as"], told["Said"]) == (
        "“soon”",
        "Fri 30 May",
        "at 1 place",
    )
    assert told["Evidence"] == told["Condition"] == ""
    assert told["Verdict"] == "Not yet rated"
    assert told_of(details, as_of.today, POLITIFACT)["Verdict"] == "Not Yet Rated"


def test_every_key_stands_in_the_menu_and_the_list_of_keys(opened: Open, settled: Settle) -> None:
    window = opened()
    menus = window.menuBar().findChildren(QMenu)
    listed = {action.objectName() for menu in menus for action in menu.actions()}
    assert {command.name for command in PAIR_COMMANDS} <= listed
    _do(window, settled, "keys")
    (dialog,) = window.findChildren(KeysDialog)
    dialog.close()
    keys = {keys for keys, _does in listed_pair_keys()}
    assert {"R", "M", "N", "Enter, Return"} <= keys


def test_every_control_has_a_name(opened: Open, enter: Enter) -> None:
    for _each in range(2):
        enter(DEAL, **ADA)
    window = opened()
    for widget in window.findChildren(QWidget):
        is_control = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
        if is_control and widget.isVisible():
            assert widget.accessibleName(), widget
            assert widget.objectName(), widget
