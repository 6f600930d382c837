"""History in the main window: named steps, taking back, collisions, the log, the bin for good."""

import threading
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.log import LogFilter
from claimtracker.claims.rows import ActionRow
from claimtracker.gui import undoing
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.collisions import MOST_SHOWN, CollisionsDialog
from claimtracker.gui.dialogs.command_palette import plain_name
from claimtracker.gui.history_desk import GONE
from claimtracker.gui.log_window.window import LogWindow
from claimtracker.gui.undoing import LONGEST_STEP, step_text
from claimtracker.operations import read_log
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.set_review import set_review
from claimtracker.operations.undo import Steps, next_steps, undo
from claimtracker.operations.undo_as_chosen import ALL_STAYS
from claimtracker.storage.tables import Claim
from tests.conftest import Enter
from tests.gui.finding import child
from tests.gui.window.conftest import Shown

Settle = Callable[[], None]
JUNE, JULY = date(2025, 6, 1), date(2025, 7, 1)


@pytest.fixture
def impatient() -> None:
    """Be as patient as the program is: a step is written here while the lists read."""


@pytest.fixture
def told(desk: Desk) -> list[str]:
    """All that is said or refused."""
    heard: list[str] = []
    desk.changes.said.connect(heard.append)
    desk.changes.refused.connect(heard.append)
    return heard


@pytest.fixture
def reviewed(
    shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle
) -> tuple[Shown, int]:
    """The window with a claim whose review date was set twice; and the first of the actions."""
    claim_id = enter("Sign")
    set_review(session, [claim_id], JUNE, by="Ada")
    set_review(session, [claim_id], JULY, by="Bob")
    _follow(desk, settled)
    return shown, 2


def _follow(desk: Desk, settled: Settle) -> None:
    desk.changes.changed.emit()
    settled()


def _do(shown: Shown, settled: Settle, name: str) -> None:
    shown.view.actions_by_name[name].trigger()
    settled()


def _review_on(session: Session) -> date | None:
    session.rollback()
    session.expire_all()
    found = session.get_one(Claim, 1).review_on
    session.rollback()  # who reads holds up who wants to write
    return found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("verdict broken on 'Sign'", "Undo: verdict broken on 'Sign'"),
        ("edit 'R&D'", "Undo: edit 'R&&D'"),
        ("two\nlines", "Undo: two lines"),
        ("x" * 200, f"Undo: {'x' * (LONGEST_STEP - 1)}…"),
    ],
)
def test_the_menu_names_the_step_with_no_letter_underlined(name: str, text: str) -> None:
    assert step_text("Undo", ActionRow(1, name)) == text
    assert step_text("Undo", None) == "Undo"


def test_the_menu_says_whose_the_step_is_where_it_is_not_ones_own() -> None:
    step = ActionRow(1, "edit 'X'", "Bea")
    assert step_text("Undo", step, "Ada") == "Undo Bea's: edit 'X'"
    assert step_text("Undo", step, "Bea") == "Undo: edit 'X'"


@pytest.mark.parametrize("name", ["events", "claimants", "said_before"])
def test_a_window_beside_the_main_one_names_the_step_too(
    shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle, name: str
) -> None:
    _do(shown, settled, name)
    beside = shown.view.beside.shown(name)
    assert beside is not None
    undo_action = child(beside, QAction, "undo")
    assert undo_action.text() == "Undo"
    set_review(session, [enter("Sign")], JUNE, by="Bea")
    _follow(desk, settled)
    assert undo_action.text().startswith("Undo Bea's: ")


def test_keys_lead_to_the_moves_and_the_history_of_the_claim(
    shown: Shown, desk: Desk, enter: Enter, settled: Settle
) -> None:
    enter("Sign")
    _follow(desk, settled)
    pages = shown.view.panel.pages
    for name, page in (("show_moves", pages.moves), ("show_history", pages.history)):
        _do(shown, settled, name)
        assert pages.tabs.currentWidget() is page


def test_the_palette_names_the_step_as_it_is_called(
    shown: Shown, enter: Enter, desk: Desk, settled: Settle
) -> None:
    enter("R&D talks")
    _follow(desk, settled)
    action = shown.view.actions_by_name["undo"]
    assert action.text() == "Undo: new claim 'R&&D talks'"
    assert plain_name(action) == "Undo: new claim 'R&D talks'"
    assert QKeySequence.mnemonic(action.text()).isEmpty()


def test_an_older_action_is_taken_back_alone_from_the_history(
    qtbot: QtBot,
    shown: Shown,
    desk: Desk,
    session: Session,
    enter: Enter,
    settled: Settle,
    told: list[str],
) -> None:
    claim_id = enter("Sign")
    set_review(session, [claim_id], JUNE, by="Ada")
    bin_claims(session, [enter("Talk")], by="Ada")
    _follow(desk, settled)
    shown.view.claims.select_claim(claim_id)
    settled()
    tab = shown.view.panel.pages.history
    assert tab.take_back.isEnabled()
    shown.window.activateWindow()
    qtbot.waitUntil(shown.window.isActiveWindow)
    shown.view.panel.pages.tabs.setCurrentWidget(tab)
    tab.entries.list.setFocus()
    QTest.keyClick(tab.entries.list, Qt.Key.Key_T)
    settled()
    assert told[0] == "Taken back: review date 2025-06-01 for 'Sign'"
    assert _review_on(session) is None
    _do(shown, settled, "undo")
    assert _review_on(session) == JUNE


def test_a_later_change_is_asked_about_with_both_texts(
    reviewed: tuple[Shown, int], settled: Settle, session: Session
) -> None:
    shown, action_id = reviewed
    shown.view.history.undoing.take_back(action_id)
    settled()
    (dialog,) = shown.view.findChildren(CollisionsDialog)
    (row,) = dialog.rows
    assert row.mine.isChecked()
    dialog.buttons.rejected.emit()
    settled()
    assert _review_on(session) == JULY


@pytest.mark.parametrize(("restores", "outcome"), [(True, None), (False, JULY)])
def test_what_is_chosen_is_done_and_the_log_keeps_both(
    reviewed: tuple[Shown, int],
    settled: Settle,
    session: Session,
    told: list[str],
    restores: bool,
    outcome: date | None,
) -> None:
    shown, action_id = reviewed
    shown.view.history.undoing.take_back(action_id)
    settled()
    (dialog,) = shown.view.findChildren(CollisionsDialog)
    dialog.rows[0].theirs.setChecked(restores)
    dialog.buttons.accepted.emit()
    settled()
    assert _review_on(session) == outcome
    assert told == ["Taken back: review date 2025-06-01 for 'Sign'" if restores else ALL_STAYS]
    words = [line.after for action in (2, 3) for line in read_log.first_changes(session, action, 5)]
    assert words == [{"review_on": "2025-06-01"}, {"review_on": "2025-07-01"}]


def test_what_changed_while_the_question_stood_open_is_asked_again(
    reviewed: tuple[Shown, int], settled: Settle, session: Session, desk: Desk
) -> None:
    shown, action_id = reviewed
    shown.view.history.undoing.take_back(action_id)
    settled()
    (first,) = shown.view.findChildren(CollisionsDialog)
    set_review(session, [1], date(2025, 8, 1), by="Bob")
    first.rows[0].theirs.setChecked(True)
    first.buttons.accepted.emit()
    settled()
    assert _review_on(session) == date(2025, 8, 1)
    second = shown.view.findChildren(CollisionsDialog)[-1]
    assert second is not first
    second.rows[0].theirs.setChecked(True)
    second.buttons.accepted.emit()
    settled()
    assert _review_on(session) is None


def test_ctrl_z_that_collides_asks_the_same(
    shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle
) -> None:
    claim_id = enter("Sign")
    set_review(session, [claim_id], JUNE, by="Ada")
    claim = session.get_one(Claim, claim_id)
    claim.review_on = JULY  # as another program writes it, which no log knows of
    session.add(claim)
    session.commit()
    _follow(desk, settled)
    _do(shown, settled, "undo")
    (dialog,) = shown.view.findChildren(CollisionsDialog)
    dialog.rows[0].theirs.setChecked(True)
    dialog.buttons.accepted.emit()
    settled()
    assert _review_on(session) is None


def test_of_very_many_fields_the_first_are_shown_and_one_box_stands_for_the_others(
    shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle
) -> None:
    ids = [enter(f"Claim {number}") for number in range(MOST_SHOWN + 3)]
    set_review(session, ids, JUNE, by="Ada")
    set_review(session, ids, JULY, by="Ada")
    action_id = read_log.ids(session, LogFilter())[1]
    session.rollback()
    shown.view.history.undoing.take_back(action_id)
    settled()
    (dialog,) = shown.view.findChildren(CollisionsDialog)
    assert len(dialog.rows) == MOST_SHOWN
    assert dialog.others_stay.text() == "Keep the &other 3 fields as they are now"
    first = dialog._shown[0].claim_id
    child(dialog, QPushButton, "restore_all").click()
    dialog.rows[0].mine.setChecked(True)
    dialog.buttons.accepted.emit()
    settled()
    session.rollback()
    session.expire_all()
    kept = [each for each in ids if session.get_one(Claim, each).review_on == JULY]
    assert kept == [first]


def test_what_cannot_be_taken_back_says_why(shown: Shown, settled: Settle, told: list[str]) -> None:
    shown.view.history.undoing.take_back(99)
    settled()
    assert told == ["That is no change that still stands: nothing was taken back."]


def test_the_log_opens_once_and_leads_to_a_claim_in_the_bin_too(
    qtbot: QtBot, shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle
) -> None:
    binned = [enter("Sign"), enter("Talk")][1]
    bin_claims(session, [binned], by="Ada")
    _follow(desk, settled)
    for _ in range(2):
        _do(shown, settled, "log")
    (log,) = shown.view.findChildren(LogWindow)
    for claim_id, view in ((binned, "bin"), (1, "all")):
        log.claim_wanted.emit(claim_id)
        settled()
        assert (shown.view.sidebar.view.key, shown.view.claims.current_id) == (view, claim_id)
    with qtbot.waitSignal(log.destroyed):
        log.close()
    assert shown.view.history.log is None


def test_a_claim_that_is_gone_is_said(
    shown: Shown, settled: Settle, told: list[str], enter: Enter, session: Session
) -> None:
    enter("Sign")
    undo(session, by="Ada")
    _do(shown, settled, "log")
    log = shown.view.history.log
    assert log is not None
    log.claim_wanted.emit(1)
    settled()
    assert told == [GONE]


def test_taking_back_from_the_log_asks_over_the_log(
    reviewed: tuple[Shown, int], settled: Settle
) -> None:
    shown, action_id = reviewed
    _do(shown, settled, "log")
    log = shown.view.history.log
    assert log is not None
    log.take_back_wanted.emit(action_id)
    settled()
    assert len(log.findChildren(CollisionsDialog)) == 1


def test_the_edit_menu_holds_the_steps(shown: Shown) -> None:
    menu = shown.window.menuBar().findChild(QMenu, "menu_edit")
    assert menu is not None
    names = [action.objectName() for action in menu.actions()]
    assert names[:2] == ["undo", "redo"]


def test_what_somebody_did_since_the_menu_was_named_is_not_undone(
    shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle, told: list[str]
) -> None:
    claim_id = enter("Sign")
    _follow(desk, settled)
    set_review(session, [claim_id], JUNE, by="Bob")
    _do(shown, settled, "undo")
    words = "review date 2025-06-01 for 'Sign'"
    assert told == [f"Something else was done meanwhile: nothing was undone. Next is: {words}."]
    assert shown.view.actions_by_name["undo"].text() == f"Undo Bob's: {words}"
    assert _review_on(session) == JUNE
    _do(shown, settled, "undo")
    assert _review_on(session) is None


def test_nothing_is_done_again_once_somebody_did_something_new(
    shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle, told: list[str]
) -> None:
    set_review(session, [enter("Sign")], JUNE, by="Ada")
    undo(session, by="Ada")
    _follow(desk, settled)
    enter("Bob's claim")
    _do(shown, settled, "redo")
    assert told == ["Something else was done meanwhile: nothing was done again."]
    assert not shown.view.actions_by_name["redo"].isEnabled()
    assert _review_on(session) is None


def test_a_choice_made_late_undoes_nothing_else(
    shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle, told: list[str]
) -> None:
    claim_id = enter("Sign")
    set_review(session, [claim_id], JUNE, by="Ada")
    session.get_one(Claim, claim_id).review_on = JULY  # as another program writes it, unlogged
    session.commit()
    _follow(desk, settled)
    _do(shown, settled, "undo")
    (dialog,) = shown.view.findChildren(CollisionsDialog)
    others = enter("Bob's claim")
    dialog.rows[0].theirs.setChecked(True)
    dialog.buttons.accepted.emit()
    settled()
    assert "nothing was undone. Next is: new claim" in told[0]
    assert session.get(Claim, others) is not None and _review_on(session) == JULY


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Steps that are taken wait until this is set."""
    may_go_on = threading.Event()

    def waiting(session: Session, take: Callable[[Session], ActionRow | None]) -> object:
        assert may_go_on.wait(20)
        return undoing._Taken(take(session), next_steps(session))

    monkeypatch.setattr(undoing, "_taken", waiting)
    yield may_go_on
    may_go_on.set()


def test_steps_wait_for_the_one_under_way_while_the_list_reads_on(
    qtbot: QtBot,
    shown: Shown,
    desk: Desk,
    session: Session,
    enter: Enter,
    settled: Settle,
    told: list[str],
    held: threading.Event,
) -> None:
    set_review(session, [enter("Sign")], JUNE, by="Ada")
    set_review(session, [1], JULY, by="Ada")
    _follow(desk, settled)
    for name in ("undo", "undo", "redo"):
        shown.view.actions_by_name[name].setEnabled(True)
        shown.view.actions_by_name[name].trigger()
    bar = shown.view.history.undoing.bar
    qtbot.waitUntil(bar.isVisible)
    assert bar.sentence == "Undoing: review date 2025-07-01 for 'Sign'…"
    assert not bar.cancel_button.isVisible()
    read: list[Steps] = []
    desk.ask(next_steps, read.append)
    qtbot.waitUntil(lambda: bool(read))
    assert told == []
    held.set()
    settled()
    days = [f"review date {day} for 'Sign'" for day in ("2025-07-01", "2025-06-01", "2025-06-01")]
    done = ("Undone", "Undone", "Done again")
    assert told == [f"{verb}: {day}" for verb, day in zip(done, days, strict=True)]
    assert _review_on(session) == JUNE
    assert bar.isHidden()


def test_what_waits_behind_a_question_is_not_asked_again(
    shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle
) -> None:
    set_review(session, [enter("Sign")], JUNE, by="Ada")
    session.get_one(Claim, 1).review_on = JULY
    session.commit()
    _follow(desk, settled)
    for _ in range(2):
        shown.view.actions_by_name["undo"].trigger()
    settled()
    assert len(shown.view.findChildren(CollisionsDialog)) == 1


def test_a_fault_in_one_step_does_not_stop_the_next(
    qtbot: QtBot, shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle
) -> None:
    enter("Sign")
    _follow(desk, settled)
    steps = shown.view.history.undoing
    steps._under_way = undoing._Step(desk, shown.view, undoing._UNDO, steps)
    steps._stop()  # as the background has it called for any fault
    _do(shown, settled, "undo")
    session.expire_all()
    assert session.get(Claim, 1) is None
