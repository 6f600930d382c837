"""The program from its first start to its end: ways in, bugs, and settings that cannot be kept."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from sqlmodel import Session

from claimtracker import settings as stored
from claimtracker.app import Databases
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.application import CANNOT_PAINT, Application
from claimtracker.gui.dialogs.crash import CrashDialog
from claimtracker.gui.dialogs.start import StartDialog
from claimtracker.gui.main_window import MainWindow
from claimtracker.gui.theme import LOOK
from claimtracker.left_off_notes import noted_left_off
from claimtracker.settings import Settings
from claimtracker.storage.engine import WRITING
from tests.for_ever import FOR_EVER

DAY = date(2025, 5, 26)
WAIT_MS = 5_000


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def begin(window: MainWindow, settings_file: Path) -> Iterator[Callable[..., Application]]:
    """Start the program over databases of one's own, and end it after the test."""
    hook = sys.excepthook
    begun: list[Application] = []

    def beginning(databases: Databases | None = None, today: date | None = None) -> Application:
        chosen = replace(stored.load(settings_file), theme="light")
        running = Application(databases or Databases(), window, chosen, settings_file, today)
        begun.append(running)
        return running

    yield beginning
    for running in begun:
        running.let_go()
    sys.excepthook = hook


@pytest.fixture
def program(begin: Callable[..., Application], tmp_path: Path, qtbot: QtBot) -> Application:
    """The program with an empty database open."""
    running = begin()
    running.create(tmp_path / "claims.db")
    _settle(running, qtbot)
    return running


@pytest.fixture
def no_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `run` return at once, as if the person quit."""
    monkeypatch.setattr(QApplication, "exec", lambda *_application: 0)


def _settle(program: Application, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.is_idle)


def _start(window: MainWindow) -> StartDialog:
    (found,) = window.findChildren(StartDialog)
    return found


def _break(_session: Session) -> None:
    raise RuntimeError("our own mistake")


def _change_for_ever(session: Session) -> None:
    session.connection(execution_options=WRITING)
    session.execute(text(FOR_EVER))


def _said_at_the_start(begin: Callable[..., Application], path: Path, qtbot: QtBot) -> str:
    running = begin()
    running.create(path)
    assert running.view is not None
    claims = running.view.claims
    qtbot.waitUntil(lambda: running.is_idle and claims._shown > 0)  # it is listed
    said = running.view.messages.sentence
    running.let_go()
    return said


@pytest.mark.usefixtures("no_loop")
def test_the_very_first_start_welcomes_and_refuses_nothing(
    begin: Callable[..., Application], window: MainWindow
) -> None:
    assert begin().run(stored.default_database()) == 0
    assert _start(window).problem.isHidden()
    _start(window).close()


@pytest.mark.usefixtures("no_loop")
def test_a_named_database_that_is_missing_is_said(
    begin: Callable[..., Application], window: MainWindow, tmp_path: Path
) -> None:
    begin().run(tmp_path / "moved away.db")
    assert "moved away.db" in _start(window).problem.text()
    _start(window).close()


@pytest.mark.usefixtures("no_loop")
def test_every_bug_from_the_start_on_is_ours_to_show(
    begin: Callable[..., Application], tmp_path: Path
) -> None:
    running = begin()
    running.run(tmp_path / "missing.db")
    assert sys.excepthook == running.show_bug


def test_each_way_in_leads_to_an_open_database(
    begin: Callable[..., Application], window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    running = begin()
    running.open(tmp_path / "missing.db")
    _start(window).new_chosen.emit(tmp_path / "new.db")
    _settle(running, qtbot)
    assert window.windowTitle() == "new.db – ClaimTracker"
    _start(window).open_chosen.emit(tmp_path / "new.db")
    _start(window).sample_chosen.emit()
    _settle(running, qtbot)
    assert running.view is not None
    assert running.view.claims.count == 13
    _start(window).close()


@pytest.mark.parametrize("command", ["new_database", "open_database"])
def test_the_file_menu_asks_for_a_file_and_opens_it(
    program: Application, window: MainWindow, tmp_path: Path, qtbot: QtBot, command: str
) -> None:
    other = tmp_path / "other.db"
    Databases().open(other, create=True).close()
    assert program.view is not None
    program.view.actions_by_name[command].trigger()
    (chooser,) = window.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(other))
    _settle(program, qtbot)
    assert window.windowTitle() == "other.db – ClaimTracker"


def test_a_folder_that_cannot_be_made_is_refused_in_a_sentence(
    program: Application, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    program.create(tmp_path / "file" / "new.db")
    assert program.view is not None
    assert "cannot be made" in program.view.messages.sentence


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (ClaimTrackerError("The disk is full."), "The disk is full."),
        (OSError(28, "No space left on device"), "The sample case cannot be made"),
    ],
)
def test_a_sample_that_cannot_be_made_is_refused_in_a_sentence(
    program: Application, monkeypatch: pytest.MonkeyPatch, error: Exception, sentence: str
) -> None:
    def refuse(_databases: Databases) -> Path:
        raise error

    monkeypatch.setattr(Databases, "sample", refuse)
    program.open_sample()
    assert program.view is not None
    assert program.view.messages.sentence.startswith(sentence)


def test_a_day_that_was_asked_for_goes_before_the_samples_own(
    begin: Callable[..., Application], qtbot: QtBot
) -> None:
    running = begin(today=date(2025, 1, 1))
    running.open_sample()
    _settle(running, qtbot)
    assert running.view is not None
    assert running.view._desk.today == date(2025, 1, 1)


def test_without_a_database_there_is_nothing_to_paint(
    begin: Callable[..., Application], window: MainWindow, tmp_path: Path
) -> None:
    status = begin().paint(tmp_path / "missing.db", DAY, tmp_path / "window.png")
    assert status == CANNOT_PAINT
    _start(window).close()


def test_a_bug_in_the_background_is_shown_once_and_the_program_goes_on(
    program: Application, window: MainWindow, qtbot: QtBot
) -> None:
    assert program.background is not None
    for _ in range(2):
        program.background.ask(_break)
    _settle(program, qtbot)
    (crash,) = window.findChildren(CrashDialog)
    assert crash.report.toPlainText().count("builtins.RuntimeError") == 2
    crash.close()
    assert program.view is not None
    program.view.actions_by_name["check"].trigger()
    _settle(program, qtbot)
    assert window.isVisible()


def test_a_second_bug_after_the_dialog_was_closed_is_shown_again(
    program: Application, window: MainWindow, qtbot: QtBot
) -> None:
    error = RuntimeError("our own mistake")
    program.show_bug(RuntimeError, error, None)
    window.findChildren(CrashDialog)[0].close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    program.show_bug(RuntimeError, error, None)
    assert any(dialog.isVisible() for dialog in window.findChildren(CrashDialog))


class _Stubborn(QDialog):
    """At work, as while a report is written: it stays until that is over."""

    def reject(self) -> None:
        """Stay."""


def test_the_program_ends_with_its_window_whatever_dialog_is_at_work(
    program: Application, window: MainWindow, qapp: QApplication
) -> None:
    _Stubborn(window).open()
    QTimer.singleShot(0, window.close)
    otherwise = QTimer(singleShot=True, interval=WAIT_MS)  # where nothing else ends it
    otherwise.timeout.connect(lambda: qapp.exit(1))
    otherwise.start()
    assert program._run_until_quit() == 0
    otherwise.stop()
    qapp.removePostedEvents(qapp, QEvent.Type.Quit)  # of Qt's own, which would end later loops


def test_an_interrupt_from_the_terminal_is_no_bug(program: Application, window: MainWindow) -> None:
    program.show_bug(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert window.findChildren(CrashDialog) == []


def test_chosen_settings_are_worn_and_kept_at_once(
    program: Application, settings_file: Path
) -> None:
    assert program.view is not None
    program.view._desk.use_settings(Settings(theme="dark", lead_days=3))
    kept = stored.load(settings_file)
    assert (kept.theme, kept.lead_days, LOOK.scheme) == ("dark", 3, "dark")
    program.view._desk.use_settings(Settings(theme="light"))


def test_settings_that_cannot_be_kept_are_said_and_used_all_the_same(
    program: Application, settings_file: Path
) -> None:
    settings_file.mkdir()
    assert program.view is not None
    program.view._desk.use_settings(Settings(theme="light", lead_days=3))
    assert program.view.messages.sentence.startswith("The settings cannot be saved")
    assert program.view._desk.as_of.lead_days == 3


def test_the_place_goes_with_the_settings_to_the_next_database(
    program: Application, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert program.view is not None
    program.view.sidebar.choose("grace")
    program.create(tmp_path / "other.db")
    _settle(program, qtbot)
    assert program.view.sidebar.view.key == "grace"


def test_a_database_that_was_left_can_be_moved_away(
    program: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    program.create(tmp_path / "other.db")
    _settle(program, qtbot)
    (tmp_path / "claims.db").rename(tmp_path / "moved.db")
    assert program.is_idle


def test_a_change_that_closing_left_off_is_said_at_the_next_start_and_once(
    begin: Callable[..., Application],
    settings_file: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "claims.db"
    said = [_said_at_the_start(begin, path, qtbot)]
    running = begin()
    running.create(path)
    assert running.background is not None
    running.background.ask(_change_for_ever, is_change=True)
    with monkeypatch.context() as patch:
        patch.setattr("claimtracker.gui.background.CLOSING_MS", 1)
        running.let_go()
    assert noted_left_off(settings_file) == [str(path)]
    said += [_said_at_the_start(begin, path, qtbot) for _ in range(2)]
    told = f"When {path} was closed, a change there was still under way: it was left off, and "
    assert [words.startswith(told) for words in said] == [False, True, False]
    assert noted_left_off(settings_file) == []


def test_a_change_that_was_left_off_is_said_in_the_database_that_is_opened_next(
    program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimtracker.gui.background.CLOSING_MS", 1)
    assert program.background is not None
    program.background.ask(_change_for_ever, is_change=True)
    program.create(tmp_path / "other.db")
    _settle(program, qtbot)
    assert program.view is not None
    assert f"When {tmp_path / 'claims.db'} was closed" in program.view.messages.sentence


def test_when_it_has_let_go_there_is_nothing_left_to_wait_for(program: Application) -> None:
    program.let_go()
    assert (program.view, program.background, program.is_idle) == (None, None, True)
    program.let_go()
