"""What takes a while to open is waited for by a window that stays alive."""

import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from claimtracker.app import Databases
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.application import Application
from claimtracker.gui.dialogs.start import StartDialog
from claimtracker.gui.dialogs.waiting import WaitingDialog
from claimtracker.gui.main_window import MainWindow
from claimtracker.settings import Settings
from claimtracker.storage import migrate
from claimtracker.storage.engine import Database, open_database
from claimtracker.storage.patience import never
from tests.faults.old_databases import EARLIER, make
from tests.gui.finding import child
from tests.storage.backed_up import every_row

FULL = "The disk is full."
BUG = "our own mistake"
_LOOK_S = 0.01


class SlowDatabases(Databases):
    """Opens what is older only once it may, and notes by which thread."""

    def __init__(self) -> None:
        self.may_go_on = threading.Event()
        self.threads: list[threading.Thread] = []
        self.error: ClaimTrackerError | None = None
        self.is_heedless = False  # of whoever stops it
        self.broken: Path | None = None

    def open(
        self, path: Path, *, create: bool = False, is_stopped: Callable[[], bool] = never
    ) -> Database:
        """Wait, for as long as that is wanted; then open it, or refuse it."""
        self.threads.append(threading.current_thread())
        if threading.current_thread() is not threading.main_thread():
            while not self.may_go_on.wait(_LOOK_S):
                if is_stopped() and not self.is_heedless:
                    break
        if self.error is not None:
            raise self.error
        if path == self.broken:
            raise RuntimeError(BUG)
        heeded = never if self.is_heedless else is_stopped
        return super().open(path, create=create, is_stopped=heeded)


@pytest.fixture
def databases() -> SlowDatabases:
    return SlowDatabases()


@pytest.fixture
def program(databases: SlowDatabases, window: MainWindow, tmp_path: Path) -> Iterator[Application]:
    hook = sys.excepthook
    running = Application(databases, window, Settings(theme="light"), tmp_path / "s.toml", None)
    yield running
    databases.may_go_on.set()
    running.let_go()
    sys.excepthook = hook


@pytest.fixture
def bugs(program: Application, monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """The bugs that are shown, in place of a dialog that waits for somebody."""
    shown: list[BaseException] = []
    monkeypatch.setattr(program._bugs, "show", lambda _kind, error, _trace: shown.append(error))
    return shown


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    make(path, EARLIER[-1])
    return path


def _dialogs(window: MainWindow) -> list[WaitingDialog]:
    return [each for each in window.findChildren(WaitingDialog) if each.isVisible()]


def test_an_older_database_is_brought_up_to_date_by_another_thread_and_then_shown(
    program: Application, databases: SlowDatabases, window: MainWindow, old: Path, qtbot: QtBot
) -> None:
    program.open(old)
    (dialog,) = _dialogs(window)
    assert "earlier ClaimTracker" in child(dialog, QLabel, "waiting").text()
    assert (program.view, program.is_idle) == (None, False)
    databases.may_go_on.set()
    qtbot.waitUntil(lambda: program.view is not None and program.is_idle)
    assert program.view is not None and program.view.claims.count > 0
    assert _dialogs(window) == []
    assert threading.main_thread() not in databases.threads
    with closing(sqlite3.connect(old.with_name(f"old.db.before-{migrate.NEWEST}"))) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == (EARLIER[-1],)


def test_one_that_is_up_to_date_opens_at_once(
    program: Application, databases: SlowDatabases, window: MainWindow, database_path: Path
) -> None:
    program.create(database_path)
    assert program.view is not None
    assert databases.threads == [threading.main_thread()]
    assert _dialogs(window) == []


def test_where_it_cannot_be_brought_up_to_date_that_is_said_and_nothing_is_changed(
    program: Application, databases: SlowDatabases, window: MainWindow, old: Path, qtbot: QtBot
) -> None:
    before = every_row(old)
    databases.error = ClaimTrackerError(FULL)
    databases.may_go_on.set()
    program.open(old)
    qtbot.waitUntil(lambda: program.is_idle)
    (start,) = window.findChildren(StartDialog)
    assert start.problem.text() == FULL
    assert (_dialogs(window), every_row(old)) == ([], before)


def test_the_window_that_closes_meanwhile_leaves_it_off_and_shows_nothing_afterwards(
    program: Application, databases: SlowDatabases, old: Path, qtbot: QtBot
) -> None:
    before = every_row(old)
    program.open(old)
    qtbot.waitUntil(lambda: bool(databases.threads))
    program.let_go()
    QApplication.processEvents()
    assert program.view is None
    assert migrate.what_delays(old)
    assert every_row(old) == before


def test_what_is_cancelled_is_left_off_and_said(
    program: Application, databases: SlowDatabases, window: MainWindow, old: Path, qtbot: QtBot
) -> None:
    before = every_row(old)
    program.open(old)
    qtbot.waitUntil(lambda: bool(databases.threads))
    (dialog,) = _dialogs(window)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    (start,) = window.findChildren(StartDialog)
    assert start.problem.text() == "old.db was not opened."
    qtbot.waitUntil(lambda: program.is_idle)
    assert (_dialogs(window), program.view, every_row(old)) == ([], None, before)


def _cancel_too_late(
    program: Application, databases: SlowDatabases, old: Path, qtbot: QtBot
) -> None:
    """Cancel what comes to its end all the same, and wait for another one."""
    databases.is_heedless = True
    other = old.with_name("other.db")
    make(other, EARLIER[-1])
    program.open(old)
    qtbot.waitUntil(lambda: bool(databases.threads))
    (dialog,) = _dialogs(program._window)
    dialog.reject()
    program.open(other)
    databases.may_go_on.set()
    qtbot.waitUntil(lambda: program.view is not None and program.is_idle)


def test_what_was_cancelled_too_late_is_not_shown_for_the_next(
    program: Application, databases: SlowDatabases, window: MainWindow, old: Path, qtbot: QtBot
) -> None:
    _cancel_too_late(program, databases, old, qtbot)
    assert window.windowTitle().startswith("other.db")
    assert migrate.what_delays(old) == ""


def test_a_bug_in_one_that_was_cancelled_leaves_the_next_alone(
    program: Application,
    databases: SlowDatabases,
    window: MainWindow,
    old: Path,
    qtbot: QtBot,
    bugs: list[BaseException],
) -> None:
    databases.broken = old
    _cancel_too_late(program, databases, old, qtbot)
    assert window.windowTitle().startswith("other.db")
    assert [str(error) for error in bugs] == [BUG]


def test_another_one_takes_the_place_of_the_one_that_is_waited_for(
    program: Application, databases: SlowDatabases, window: MainWindow, old: Path, qtbot: QtBot
) -> None:
    other = old.with_name("other.db")
    make(other, EARLIER[-1])
    program.open(old)
    program.open(other)
    (dialog,) = _dialogs(window)
    assert child(dialog, QLabel, "waiting").text().startswith("other.db")
    databases.may_go_on.set()
    qtbot.waitUntil(lambda: program.view is not None and program.is_idle)
    assert window.windowTitle().startswith("other.db")
    assert _dialogs(window) == []


def test_a_new_one_that_another_program_is_making_is_waited_for_and_made(
    program: Application,
    databases: SlowDatabases,
    window: MainWindow,
    database_path: Path,
    qtbot: QtBot,
) -> None:
    databases.may_go_on.set()
    database_path.unlink(missing_ok=True)
    with closing(sqlite3.connect(database_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        program.create(database_path)
        assert len(_dialogs(window)) == 1
    qtbot.waitUntil(lambda: program.view is not None and program.is_idle)
    assert _dialogs(window) == []


def test_one_that_another_program_has_is_waited_for(
    program: Application,
    databases: SlowDatabases,
    window: MainWindow,
    database_path: Path,
    qtbot: QtBot,
) -> None:
    databases.may_go_on.set()
    open_database(database_path, create=True).close()
    with closing(sqlite3.connect(database_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        program.open(database_path)
        (dialog,) = _dialogs(window)
        assert "is in use" in child(dialog, QLabel, "waiting").text()
    qtbot.waitUntil(lambda: program.view is not None and program.is_idle)
    assert _dialogs(window) == []


def test_a_backup_of_an_earlier_program_is_restored_and_that_is_said(
    program: Application,
    databases: SlowDatabases,
    window: MainWindow,
    database_path: Path,
    old: Path,
    qtbot: QtBot,
) -> None:
    databases.may_go_on.set()
    program.create(database_path)
    qtbot.waitUntil(lambda: program.is_idle)
    program.restore(database_path, old)
    qtbot.waitUntil(lambda: "Restored: " in window.statusBar().currentMessage())
    assert program.view is not None and program.view.claims.count > 0
    assert _dialogs(window) == []
