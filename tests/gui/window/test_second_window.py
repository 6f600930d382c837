"""The program beside another window: a database is shown once, and left when the window closes."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from claimtracker.app import Databases
from claimtracker.gui import window_call
from claimtracker.gui.application import Application
from claimtracker.gui.dialogs.start import StartDialog
from claimtracker.gui.main_window import MainWindow
from claimtracker.gui.only_window import OnlyWindow
from claimtracker.gui.window_lock import WindowLock
from claimtracker.settings import Settings


@pytest.fixture
def program(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Iterator[Application]:
    hook = sys.excepthook
    running = Application(Databases(), window, Settings(theme="light"), None, None)
    running.create(tmp_path / "mine.db")
    qtbot.waitUntil(lambda: running.is_idle)
    yield running
    running.let_go()
    sys.excepthook = hook


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.db"
    Databases().open(path, create=True).close()
    return path


@pytest.fixture
def other(theirs: Path) -> Iterator[OnlyWindow]:
    """Another window, which shows `theirs`."""
    lock = WindowLock.take(theirs)
    assert lock is not None
    showing = OnlyWindow()
    showing.hold(lock)
    yield showing
    showing.let_go()


def message(program: Application) -> str:
    assert program.view is not None
    return program.view.messages.sentence


def test_a_database_that_another_window_shows_is_left_to_that_one(
    program: Application, window: MainWindow, other: OnlyWindow, theirs: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(other.called):
        program.open(theirs)
    qtbot.waitUntil(lambda: message(program).startswith("theirs.db is open already"))
    assert window.windowTitle() == "mine.db – ClaimTracker"


def test_where_nothing_is_open_yet_the_ways_in_stay_offered(
    window: MainWindow, other: OnlyWindow, theirs: Path, qtbot: QtBot
) -> None:
    running = Application(Databases(), window, Settings(theme="light"), None, None)
    running.open(theirs)
    qtbot.waitUntil(lambda: bool(window.findChildren(StartDialog)))
    (start,) = window.findChildren(StartDialog)
    assert start.problem.text().startswith("theirs.db is open already")
    start.close()
    running.let_go()


def test_beside_a_window_that_hangs_it_opens_and_says_so(
    program: Application,
    window: MainWindow,
    theirs: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    defaults = (window_call.RETRY_MS * 4, None)
    monkeypatch.setattr(window_call.WindowCall.__init__, "__defaults__", defaults)
    lock = WindowLock.take(theirs)  # and nobody answers
    assert lock is not None
    program.open(theirs)
    qtbot.waitUntil(lambda: window.windowTitle() == "theirs.db – ClaimTracker")
    assert "does not answer" in message(program)
    qtbot.waitUntil(lambda: program.is_idle)
    lock.let_go()


def test_a_second_start_brings_the_window_forward(
    program: Application, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.showMinimized()
    call = window_call.WindowCall(tmp_path / "mine.db")
    with qtbot.waitSignal(call.ended) as told:
        call.start()
    assert told.args == [None]
    assert not window.isMinimized()


def test_the_same_database_may_be_opened_anew(
    program: Application, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(tmp_path / "mine.db")
    qtbot.waitUntil(lambda: program.is_idle)
    assert window.windowTitle() == "mine.db – ClaimTracker"
    assert WindowLock.take(tmp_path / "mine.db") is None


def test_a_closed_window_is_not_called_any_more(
    program: Application, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()
    lock = WindowLock.take(tmp_path / "mine.db")
    assert lock is not None and lock.is_held
    lock.let_go()


def test_a_database_that_was_left_may_be_shown_by_others(
    program: Application, theirs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(theirs)
    qtbot.waitUntil(lambda: program.is_idle)
    lock = WindowLock.take(tmp_path / "mine.db")
    assert lock is not None and lock.is_held
    lock.let_go()


def test_what_cannot_be_opened_is_not_kept_from_others(
    program: Application, tmp_path: Path
) -> None:
    program.open(tmp_path / "missing.db")
    lock = WindowLock.take(tmp_path / "missing.db")
    assert lock is not None and lock.is_held
    lock.let_go()


def test_the_lock_of_the_start_is_the_one_that_is_kept(
    window: MainWindow, theirs: Path, qtbot: QtBot
) -> None:
    lock = WindowLock.take(theirs)
    running = Application(Databases(), window, Settings(theme="light"), None, None, lock=lock)
    running.open(theirs)
    qtbot.waitUntil(lambda: running.is_idle and window.windowTitle().startswith("theirs.db"))
    assert WindowLock.take(theirs) is None
    running.let_go()
    assert WindowLock.take(theirs) is not None
