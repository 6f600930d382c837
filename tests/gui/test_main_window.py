"""The whole window: unsaved typing, small screens, long texts, other programs, its first moment."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPlainTextEdit, QSplitter, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.gui.desk import Desk
from claimtracker.gui.main_view import MainView
from claimtracker.gui.main_window import FIRST_SIZE, MainWindow, as_bytes, as_text, first_window
from claimtracker.operations.add_claim import add_claim
from claimtracker.settings import Settings, WindowPlace
from tests.conftest import Enter
from tests.gui.finding import child
from tests.gui.window.conftest import Shown

Settle = Callable[[], None]
NARROW, WIDE = (1000, 700), (1400, 800)
SMALLEST = (1_024, 700)
UNSAVED = "Unsaved changes"


@pytest.fixture
def listed(shown: Shown, desk: Desk, enter: Enter, settled: Settle) -> Shown:
    """The window with two claims."""
    enter("One", due_on=date(2025, 6, 1))
    enter("Two", due_on=date(2025, 6, 2))
    desk.changes.changed.emit()
    settled()
    return shown


def _type(shown: Shown) -> None:
    child(shown.view.panel.form, QPlainTextEdit, "quote").setPlainText("typed")


def _question(shown: Shown) -> QDialog:
    (found,) = (
        dialog for dialog in shown.window.findChildren(QDialog) if dialog.windowTitle() == UNSAVED
    )
    return found


def test_leaving_the_view_asks_about_unsaved_typing(listed: Shown, settled: Settle) -> None:
    _type(listed)
    listed.view.sidebar.choose("bin")
    settled()
    _question(listed).reject()
    settled()
    assert listed.view.panel.has_unsaved
    assert listed.view.panel.claim_id == 1


def test_what_was_typed_can_be_discarded_for_another_view(listed: Shown, settled: Settle) -> None:
    _type(listed)
    listed.view.sidebar.choose("bin")
    settled()
    child(_question(listed), QAbstractButton, "discard_changes").click()
    settled()
    assert not listed.view.panel.has_unsaved
    assert listed.view.panel.claim_id is None


def test_a_search_asks_about_unsaved_typing_too(listed: Shown, settled: Settle) -> None:
    _type(listed)
    listed.view.top_bar.field.setText("Two")
    listed.view.top_bar.read_now()
    settled()
    assert _question(listed).isVisible()
    _question(listed).reject()


def test_one_question_at_a_time(listed: Shown, settled: Settle) -> None:
    _type(listed)
    listed.view.claims.select_claim(2)
    settled()
    listed.window.close()
    assert _question(listed).isVisible()
    _question(listed).reject()
    assert listed.window.isVisible()


def test_closing_after_a_question_that_was_refused_asks_again(listed: Shown) -> None:
    _type(listed)
    listed.window.close()
    _question(listed).reject()
    listed.window.close()
    assert listed.window.isVisible()
    assert listed.view.panel.has_unsaved


@pytest.mark.parametrize("summary", ["x" * 400, "https://example.org/" + "y" * 400, "W" * 80])
def test_no_text_from_outside_widens_the_window(
    shown: Shown, desk: Desk, enter: Enter, settled: Settle, summary: str
) -> None:
    enter(summary, claimant="z" * 300, deadline_wording="q" * 300, due_on=date(2025, 4, 1))
    shown.view.reminders.sweep()
    desk.changes.refused.emit("r" * 400)
    desk.changes.said.emit("s" * 400)
    settled()
    assert shown.view.claims.current_id == 1
    shown.window.resize(*FIRST_SIZE)
    assert shown.window.width() == FIRST_SIZE[0]
    assert shown.view.minimumSizeHint().width() <= 1_024


def _over(desk: Desk, size: tuple[int, int], place: WindowPlace) -> MainWindow:
    window = MainWindow(place)
    window.resize(*size)
    nothing = dict.fromkeys(("new_database", "open_database", "open_sample"), lambda: None)
    view = MainView(desk, window, nothing)
    window.furnish(view, view, "claims.db")
    window.show()
    return window


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Iterator[Callable[[tuple[int, int]], MainWindow]]:
    kept: list[MainWindow] = []

    def opening(size: tuple[int, int]) -> MainWindow:
        window = _over(desk, size, WindowPlace())
        qtbot.addWidget(window)
        kept.append(window)
        return window

    yield opening
    for window in kept:
        window.empty()


def test_a_window_that_begins_narrow_stays_narrow(
    opened: Callable[[tuple[int, int]], MainWindow], settled: Settle
) -> None:
    window = opened(NARROW)
    settled()
    assert (window.width(), window.height()) == NARROW
    assert child(window, QSplitter, "list_and_panel").orientation() is Qt.Orientation.Vertical


def test_messages_do_not_make_a_small_window_taller(
    opened: Callable[[tuple[int, int]], MainWindow], desk: Desk, enter: Enter, settled: Settle
) -> None:
    enter("One", due_on=date(2025, 4, 1))
    window = opened(NARROW)
    settled()
    desk.changes.refused.emit("The disk is full.")
    settled()
    assert window.height() == NARROW[1]
    assert (
        child(window, QWidget, "claim_table").height() > child(window, QWidget, "top_bar").height()
    )


def test_list_and_panel_change_places_with_the_width(
    opened: Callable[[tuple[int, int]], MainWindow], settled: Settle
) -> None:
    window = opened(WIDE)
    both = child(window, QSplitter, "list_and_panel")
    for size, wanted in ((NARROW, Qt.Orientation.Vertical), (WIDE, Qt.Orientation.Horizontal)):
        window.resize(*size)
        assert both.orientation() is wanted
    settled()


@pytest.mark.parametrize("size", [WIDE, FIRST_SIZE, NARROW])
def test_it_can_be_made_as_narrow_as_the_smallest_screen(
    opened: Callable[[tuple[int, int]], MainWindow],
    settled: Settle,
    enter: Enter,
    size: tuple[int, int],
) -> None:
    enter("One", due_on=date(2025, 4, 1))
    window = opened(size)
    settled()
    assert window.minimumSizeHint().width() <= SMALLEST[0]
    window.resize(*SMALLEST)
    assert (window.width(), window.height()) == SMALLEST


def test_the_list_keeps_its_width(
    opened: Callable[[tuple[int, int]], MainWindow], settled: Settle
) -> None:
    window = opened(FIRST_SIZE)
    settled()
    child(window, QSplitter, "list_and_panel").setSizes((0, 10_000))
    child(window, QSplitter, "views_and_rest").setSizes((10_000, 0))
    assert child(window, QWidget, "claim_list").width() >= 600


@pytest.mark.parametrize(("command", "name"), [("toggle_views", "sidebar"), ("toggle_panel", "")])
def test_views_and_panel_can_be_hidden_and_come_back(
    listed: Shown, command: str, name: str
) -> None:
    pane = listed.view.sidebar if name else listed.view.panel
    seen = []
    for _ in range(2):
        listed.view.actions_by_name[command].trigger()
        seen.append(pane.isVisible())
    assert seen == [False, True]


def test_editing_brings_the_panel_back(listed: Shown) -> None:
    listed.view.actions_by_name["toggle_panel"].trigger()
    listed.view.actions_by_name["edit"].trigger()
    assert listed.view.panel.isVisible()


def test_working_through_leads_to_the_claim_that_came_due(
    listed: Shown, enter: Enter, settled: Settle
) -> None:
    claim_id = enter("Passed", due_on=date(2025, 4, 1))
    listed.view.top_bar.field.setText("One")
    listed.view.top_bar.read_now()
    listed.view.sidebar.choose("open")
    listed.view.reminders.sweep()
    settled()
    child(listed.view.reminders, QAbstractButton, "work_through").click()
    listed.view.top_bar.read_now()
    settled()
    assert listed.view.claims.current_id == claim_id
    assert listed.view.sidebar.view.key == "all"
    assert listed.view.top_bar.field.text() == ""


def test_the_status_line_counts_what_is_listed_and_selected(listed: Shown) -> None:
    shown = [label.text() for label in listed.window.statusBar().findChildren(QLabel)]
    assert "2 claims · 1 selected" in shown
    listed.view.claims.select_all()
    shown = [label.text() for label in listed.window.statusBar().findChildren(QLabel)]
    assert "2 claims · 2 selected" in shown


def test_the_status_line_names_the_day_of_the_check(listed: Shown, settled: Settle) -> None:
    listed.view.reminders.sweep()
    settled()
    shown = [label.text() for label in listed.window.statusBar().findChildren(QLabel)]
    assert "Deadlines checked as of Thu 1 May 2025" in shown


def test_what_a_colleague_wrote_is_there_after_f5(
    listed: Shown, settled: Settle, second_desktop: Session
) -> None:
    add_claim(second_desktop, ClaimDraft.of(summary="Elsewhere"), by="Grace")
    listed.view.actions_by_name["check"].trigger()
    settled()
    assert listed.view.claims.count == 3
    assert listed.view.claims.current_id == 1


def test_what_a_colleague_wrote_that_is_due_comes_by_itself(
    listed: Shown, settled: Settle, second_desktop: Session
) -> None:
    draft = ClaimDraft.of(summary="Elsewhere", due_on=date(2025, 4, 1))
    add_claim(second_desktop, draft, by="Grace")
    listed.view.reminders._tick.timeout.emit()
    settled()
    assert listed.view.claims.count == 3


@pytest.mark.parametrize(
    "field", ["geometry", "splitter", "inner_splitter", "columns", "view", "sort_key"]
)
@pytest.mark.parametrize("nonsense", ["nonsense", "łódź", "AAAA" * 10])
def test_a_place_that_means_nothing_is_ignored(
    qtbot: QtBot, desk: Desk, settled: Settle, field: str, nonsense: str
) -> None:
    place = WindowPlace(**{field: nonsense})  # type: ignore[arg-type]  # every field here is text
    desk.settings = Settings(window=place)
    window = _over(desk, FIRST_SIZE, place)
    qtbot.addWidget(window)
    settled()
    assert window.isVisible()
    window.empty()


def test_a_claim_that_is_gone_leaves_the_list_at_its_first(
    qtbot: QtBot, desk: Desk, enter: Enter, settled: Settle
) -> None:
    enter("One")
    desk.settings = Settings(window=WindowPlace(claim_id=99))
    window = _over(desk, FIRST_SIZE, WindowPlace())
    qtbot.addWidget(window)
    settled()
    view = window.centralWidget()
    assert isinstance(view, MainView)
    assert view.claims.current_id == 1
    window.empty()


def test_a_saved_state_comes_back_from_text_as_it_was(qtbot: QtBot) -> None:
    state = QSplitter().saveState()
    assert as_bytes(as_text(state)) == state


def test_the_first_window_is_on_the_screen_at_once_and_empty(qtbot: QtBot) -> None:
    window = first_window(Settings(theme="light"))
    qtbot.addWidget(window)
    assert window.isVisible()
    label = window.centralWidget()
    assert isinstance(label, QLabel)
    assert label.text() == "Opening …"


def test_an_empty_window_closes_without_a_question(qtbot: QtBot) -> None:
    window = MainWindow(WindowPlace())
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_a_window_that_was_put_away_comes_forward(qtbot: QtBot) -> None:
    window = MainWindow(WindowPlace())
    qtbot.addWidget(window)
    window.showMinimized()
    window.come_forward()
    assert window.isVisible()
    assert not window.isMinimized()
