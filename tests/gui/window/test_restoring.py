"""The whole program restores a backup: closed, replaced, opened again, with a word of it."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from claimtracker.app import Databases
from claimtracker.gui.application import Application
from claimtracker.gui.dialogs.restore import ConfirmRestoreBox, RestoreDialog
from claimtracker.gui.dialogs.start import StartDialog
from claimtracker.gui.dialogs.waiting import WaitingDialog
from claimtracker.gui.main_window import MainWindow
from claimtracker.left_off_notes import note_left_off, noted_left_off
from claimtracker.settings import Settings
from claimtracker.storage.engine import open_database
from tests.storage.backed_up import every_row, fill


@pytest.fixture
def program(window: MainWindow, tmp_path: Path) -> Iterator[Application]:
    hook = sys.excepthook
    chosen = Settings(theme="light", assessor="Ada")
    running = Application(Databases(), window, chosen, tmp_path / "settings.toml", None)
    yield running
    running.let_go()
    sys.excepthook = hook


@pytest.fixture
def path(database_path: Path, tmp_path: Path) -> Path:
    """A database with one claim."""
    _fill(database_path, tmp_path, "deal.pdf")
    return database_path


def _fill(path: Path, folder: Path, name: str) -> None:
    database = open_database(path)
    with database.session() as session:
        fill(session, folder, name, name.encode())
    database.close()


def _settle(program: Application, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.is_idle)


def _backups(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("*.db"))


def _restore_newest(program: Application, window: MainWindow, qtbot: QtBot) -> None:
    assert program.view is not None
    program.view.backups.choose()
    _settle(program, qtbot)
    (dialog,) = window.findChildren(RestoreDialog)
    dialog.check()
    _settle(program, qtbot)
    (box,) = dialog.findChildren(ConfirmRestoreBox)
    box.restore_button.click()
    _settle(program, qtbot)


def test_a_start_makes_a_backup_and_one_without_a_change_none(
    program: Application, path: Path, qtbot: QtBot
) -> None:
    for _ in range(2):
        program.open(path)
        qtbot.waitUntil(lambda: program.is_idle and bool(_backups(path)))
    assert len(_backups(path)) == 1
    assert every_row(_backups(path)[0])["claim"] == every_row(path)["claim"]


def test_a_picture_makes_no_backup(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    painter = Application(Databases(), window, Settings(theme="light"), None, None)
    painter.open(path)
    _settle(painter, qtbot)
    painter.let_go()
    assert _backups(path) == []


def test_the_chosen_backup_is_opened_in_place_of_what_was_there(
    program: Application, window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(path)
    qtbot.waitUntil(lambda: program.is_idle and bool(_backups(path)))
    _fill(path, tmp_path, "since.pdf")
    _restore_newest(program, window, qtbot)
    qtbot.waitUntil(lambda: program.is_idle and program.view is not None)
    assert program.view is not None and program.view.claims.count == 1
    (aside,) = path.parent.glob("claims.before-restore-*.db")
    assert len(every_row(aside)["claim"]) == 2
    assert f"kept as {aside.name}" in window.statusBar().currentMessage()
    assert not [each for each in window.findChildren(WaitingDialog) if each.isVisible()]


def test_what_was_restored_does_not_hide_that_a_change_was_left_off(
    program: Application, window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(path)
    qtbot.waitUntil(lambda: program.is_idle and bool(_backups(path)))
    note_left_off(tmp_path / "settings.toml", path)
    _restore_newest(program, window, qtbot)
    qtbot.waitUntil(lambda: program.is_idle and program.view is not None)
    assert program.view is not None
    messages = program.view.messages
    qtbot.waitUntil(lambda: messages.isVisible())
    assert f"When {path} was closed" in messages.sentence
    assert "Restored: " in window.statusBar().currentMessage()


def test_what_cannot_be_restored_leaves_the_database_open(
    program: Application, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(path)
    _settle(program, qtbot)
    program.restore(path, tmp_path / "gone.db")
    qtbot.waitUntil(lambda: program.is_idle and program.view is not None)
    assert program.view is not None and program.view.claims.count == 1
    assert program.view.messages.sentence.startswith("Not restored: There is no backup at")


def test_what_was_not_restored_is_said_together_with_a_change_that_was_left_off(
    program: Application, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(path)
    _settle(program, qtbot)
    note_left_off(tmp_path / "settings.toml", path)
    program.restore(path, tmp_path / "gone.db")
    qtbot.waitUntil(lambda: program.is_idle and program.view is not None)
    assert program.view is not None
    said = program.view.messages.sentence
    assert said.startswith("Not restored: There is no backup at")
    assert f"When {path} was closed" in said
    assert noted_left_off(tmp_path / "settings.toml") == []


@pytest.mark.parametrize("held", [b"SQLite format 3\0" + b"\xff" * 9_000, b"", None])
def test_a_database_that_is_damaged_or_gone_offers_its_newest_backup(
    program: Application, path: Path, qtbot: QtBot, held: bytes | None
) -> None:
    program.open(path)
    qtbot.waitUntil(lambda: program.is_idle and bool(_backups(path)))
    program.let_go()
    path.unlink() if held is None else path.write_bytes(held)
    program.open(path)
    _settle(program, qtbot)
    damaged = program._restoring.damaged
    assert damaged is not None and damaged.restore_button.isEnabled()
    damaged.restore_button.click()
    qtbot.waitUntil(lambda: program.is_idle and program.view is not None)
    assert program.view is not None and program.view.claims.count == 1


def test_who_wants_none_of_them_begins_with_another_database(
    program: Application, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    program.open(path)
    qtbot.waitUntil(lambda: program.is_idle and bool(_backups(path)))
    program.let_go()
    path.write_bytes(b"damaged")
    program.open(path)
    _settle(program, qtbot)
    damaged = program._restoring.damaged
    assert damaged is not None
    damaged.reject()
    (start,) = window.findChildren(StartDialog)
    assert start.problem.text().endswith("is not a ClaimTracker database.")
    start.close()
    assert path.read_bytes() == b"damaged"


def test_where_not_even_the_list_can_be_read_a_way_out_is_offered(
    program: Application, path: Path, qtbot: QtBot
) -> None:
    program.open(path)
    qtbot.waitUntil(lambda: program.is_idle and bool(_backups(path)))
    program.let_go()
    with closing(sqlite3.connect(path)) as plain:
        asked = "SELECT rootpage FROM sqlite_master WHERE name = 'claim'"
        (root,) = plain.execute(asked).fetchone()
    held = bytearray(path.read_bytes())
    held[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(held)
    program.open(path)
    qtbot.waitUntil(lambda: program.is_idle and program._restoring.damaged is not None)
    damaged = program._restoring.damaged
    assert damaged is not None and damaged.salvage_button.isEnabled()
    damaged.reject()


def test_damage_found_by_the_backup_is_said_with_a_way_out(
    program: Application, window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(path)
    qtbot.waitUntil(lambda: program.is_idle and bool(_backups(path)))
    assert program.view is not None
    program.view.backups.damage_found.emit("It is damaged.")
    _settle(program, qtbot)
    titles = {each.windowTitle() for each in window.findChildren(QDialog) if each.isVisible()}
    assert titles == {"The database cannot be read"}
    assert program._restoring.damaged is not None
    program._restoring.damaged.reject()
    assert program.view is not None


def test_what_was_salvaged_of_a_damaged_database_is_opened_in_its_place(
    program: Application, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    with path.open("r+b") as file:  # no backup was made yet
        file.write(b"x" * 100)
    spoilt = path.read_bytes()
    program.open(path)
    _settle(program, qtbot)
    damaged = program._restoring.damaged
    assert damaged is not None and not damaged.restore_button.isEnabled()
    for _ in range(2):  # salvage, then use it
        damaged.salvage_button.click()
        _settle(program, qtbot)
    qtbot.waitUntil(lambda: program.is_idle and program.view is not None)
    assert program.view is not None and program.view.claims.count == 1
    (aside,) = path.parent.glob("claims.damaged-*.db")
    assert aside.read_bytes() == spoilt
    assert f"kept as {aside.name}" in window.statusBar().currentMessage()


def test_a_value_that_cannot_be_read_is_found_at_the_start_and_the_rest_stays_open(
    program: Application, path: Path, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("INSERT INTO saved_view (name, query, position) VALUES ('a', x'00', 0)")
        plain.commit()
    program.open(path)
    qtbot.waitUntil(lambda: program._restoring.damaged is not None)
    _settle(program, qtbot)
    damaged = program._restoring.damaged
    assert damaged is not None
    damaged.reject()
    assert program._window.findChildren(QFileDialog) == []
    assert program.view is not None and program.view.claims.count == 1


def test_another_database_can_be_chosen_in_place_of_one_that_is_open_and_damaged(
    program: Application, path: Path
) -> None:
    program.open(path)
    program._offer_backup(path, "It is damaged.")
    damaged = program._restoring.damaged
    assert damaged is not None
    damaged.database_button.click()
    (chooser,) = program._window.findChildren(QFileDialog)
    chooser.close()
