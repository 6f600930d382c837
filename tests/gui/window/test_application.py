"""The running program: start, another database, bugs, settings, and the end."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from claimtracker import settings as stored
from claimtracker.app import Databases
from claimtracker.gui.application import Application
from claimtracker.gui.dialogs.crash import CrashDialog
from claimtracker.gui.dialogs.start import StartDialog
from claimtracker.gui.main_window import MainWindow
from claimtracker.gui.picture import PicturePainter
from claimtracker.settings import Settings
from tests.gui.finding import child

SECRET = "the words of a claim"


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def program(window: MainWindow, settings_file: Path) -> Iterator[Application]:
    hook = sys.excepthook
    running = Application(Databases(), window, Settings(theme="light"), settings_file, None)
    yield running
    running.let_go()
    sys.excepthook = hook


def _settle(program: Application, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.is_idle)


def test_a_missing_database_is_said_and_three_ways_on_are_offered(
    program: Application, window: MainWindow, tmp_path: Path
) -> None:
    program.open(tmp_path / "missing.db")
    (start,) = window.findChildren(StartDialog)
    assert "There is no database at" in start.problem.text()
    names = {"new_database", "open_database", "try_sample"}
    assert names <= {child.objectName() for child in start.findChildren(type(start.new_button))}
    start.close()


def test_a_new_database_opens_empty(
    program: Application, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    program.create(tmp_path / "folder" / "new.db")
    _settle(program, qtbot)
    assert window.windowTitle() == "new.db – ClaimTracker"
    assert (tmp_path / "folder" / "new.db").exists()


def test_the_sample_opens_as_of_its_own_day(
    program: Application, window: MainWindow, qtbot: QtBot
) -> None:
    program.open_sample()
    _settle(program, qtbot)
    view = program.view
    assert view is not None and view.claims.count == 13
    assert view.reminders.sentence.startswith("Since Fri 25 Apr")


def test_another_database_takes_the_place_of_the_first(
    program: Application, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open_sample()
    _settle(program, qtbot)
    program.create(tmp_path / "other.db")
    _settle(program, qtbot)
    assert window.windowTitle() == "other.db – ClaimTracker"
    assert program.view is not None and program.view.claims.count == 0
    assert len(window.menuBar().actions()) == 6


def test_a_database_that_cannot_be_opened_leaves_the_open_one(
    program: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    program.create(tmp_path / "one.db")
    _settle(program, qtbot)
    (tmp_path / "no.db").write_text("no database")
    program.open(tmp_path / "no.db")
    assert program.view is not None
    assert program.view.messages.sentence.endswith("is not a ClaimTracker database.")


def test_unsaved_typing_keeps_another_database_out(
    program: Application, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    program.create(tmp_path / "one.db")
    _settle(program, qtbot)
    assert program.view is not None
    program.view.panel.new_claim()
    child(program.view.panel.form, QPlainTextEdit, "quote").setPlainText("typed")
    program.create(tmp_path / "two.db")
    assert window.windowTitle() == "one.db – ClaimTracker"
    titles = {dialog.windowTitle() for dialog in window.findChildren(QDialog)}
    assert "Unsaved changes" in titles


def test_bugs_reach_one_crash_dialog_and_the_program_goes_on(
    program: Application, window: MainWindow
) -> None:
    for number in (1, 2):
        try:
            raise RuntimeError(SECRET, number)
        except RuntimeError as error:
            program.show_bug(type(error), error, error.__traceback__)
    (crash,) = window.findChildren(CrashDialog)
    report = crash.report.toPlainText()
    assert report.count("builtins.RuntimeError") == 2
    assert SECRET not in report
    crash.close()
    assert window.isVisible()


def test_where_the_window_was_left_is_kept(
    program: Application, window: MainWindow, settings_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.create(tmp_path / "one.db")
    _settle(program, qtbot)
    assert program.view is not None
    program.view.sidebar.choose("grace")
    with qtbot.waitSignal(window.closed):
        window.close()
    place = stored.load(settings_file).window
    assert place.view == "grace"
    assert place.geometry


def test_a_picture_is_painted_once_the_window_has_settled(
    program: Application, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(Databases().sample(), today=date(2025, 5, 26))
    assert program.background is not None
    painter = PicturePainter(window, program.background, tmp_path / "window.png")
    with qtbot.waitSignal(painter.done) as told:
        pass
    assert told.args == [0]
    assert (tmp_path / "window.png").read_bytes().startswith(b"\x89PNG")


def test_a_picture_that_cannot_be_saved_is_told(
    program: Application, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(Databases().sample())
    assert program.background is not None
    painter = PicturePainter(window, program.background, tmp_path / "no folder" / "window.png")
    with qtbot.waitSignal(painter.done) as told:
        pass
    assert told.args == [1]
