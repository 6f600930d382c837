"""Choosing a backup: what each holds is seen, the last word is asked for, and Enter keeps."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.damaged import NONE_GOOD, USE, DamagedDialog
from claimtracker.gui.dialogs.restore import NONE_YET, ConfirmRestoreBox, RestoreDialog
from claimtracker.operations.back_up import back_up
from claimtracker.storage.engine import Database
from tests.conftest import Enter

NOW = datetime(2025, 4, 30, 12, tzinfo=UTC)
Open = Callable[[], RestoreDialog]
Settled = Callable[[], None]


@pytest.fixture
def backups(session: Session, enter: Enter) -> list[Path]:
    """Two backups of one and two claims, the newest first; a third claim came since."""
    made: list[Path] = []
    for day in range(2):
        enter(f"Claim {day}")
        told = back_up(session, now=NOW + timedelta(days=day))
        assert told is not None
        made.insert(0, told.path)
    enter("Since then")
    session.rollback()
    return made


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, settled: Settled) -> Open:
    window = QWidget()
    qtbot.addWidget(window)

    def opening() -> RestoreDialog:
        dialog = RestoreDialog(desk, window)
        dialog.open()
        settled()
        return dialog

    return opening


def _asked(dialog: RestoreDialog) -> ConfirmRestoreBox:
    (box,) = dialog.findChildren(ConfirmRestoreBox)
    return box


def test_each_backup_tells_what_it_holds(opened: Open, backups: list[Path]) -> None:
    dialog = opened()
    entries = [dialog.backups.entries.entry(row) for row in range(2)]
    assert [entry.note.split(", the last")[0] for entry in entries if entry] == [
        "2 claims, 2 changes",
        "1 claim, 1 change",
    ]
    assert dialog.restore_button.isEnabled()


def test_the_chosen_one_is_compared_and_handed_over_once_confirmed(
    qtbot: QtBot, opened: Open, backups: list[Path], settled: Settled
) -> None:
    dialog = opened()
    dialog.backups.step(1)
    dialog.check()
    assert not dialog.restore_button.isEnabled()
    settled()
    box = _asked(dialog)
    assert "Against now: 2 claims fewer, 2 changes fewer." in box.informativeText()
    with qtbot.waitSignal(dialog.chosen) as told:
        box.restore_button.click()
    assert told.args == [backups[1]]
    assert not dialog.isVisible()


def test_enter_leaves_everything_as_it_is(
    opened: Open, backups: list[Path], settled: Settled
) -> None:
    dialog = opened()
    chosen: list[object] = []
    dialog.chosen.connect(chosen.append)
    dialog.check()
    settled()
    box = _asked(dialog)
    assert box.defaultButton() is box.stay_button
    box.stay_button.click()
    assert chosen == [] and dialog.isVisible()
    assert dialog.restore_button.isEnabled()


def test_a_damaged_one_is_faint_and_cannot_be_chosen(opened: Open, backups: list[Path]) -> None:
    backups[0].write_bytes(b"broken")
    dialog = opened()
    entry = dialog.backups.current()
    assert entry is not None and entry.is_faint
    assert not dialog.restore_button.isEnabled()
    dialog.check()
    dialog.backups.step(1)
    assert dialog.restore_button.isEnabled()


def test_a_fault_that_the_checks_find_is_said(
    opened: Open, backups: list[Path], settled: Settled
) -> None:
    dialog = opened()
    held = backups[0].read_bytes()
    backups[0].write_bytes(held[:40_960] + b"\xff" * 40_960 + held[81_920:])
    dialog.check()
    settled()
    assert dialog.problem.text().endswith("nothing was changed.")
    assert dialog.restore_button.isEnabled()


def test_without_backups_a_file_from_elsewhere_can_be_taken(
    opened: Open, enter: Enter, session: Session, settled: Settled, tmp_path: Path
) -> None:
    dialog = opened()
    assert dialog.outcome.text() == NONE_YET
    assert not dialog.restore_button.isEnabled()
    dialog._take_file(str(tmp_path / "gone.db"))
    settled()
    assert "no backup at" in dialog.problem.text()
    enter()
    made = back_up(session)
    session.rollback()
    assert made is not None
    dialog._take_file(str(made.path))
    settled()
    assert _asked(dialog).isVisible()


@pytest.fixture
def damaged(qtbot: QtBot, desk: Desk, database: Database) -> Iterator[Callable[[], DamagedDialog]]:
    window = QWidget()
    qtbot.addWidget(window)

    def opening() -> DamagedDialog:
        dialog = DamagedDialog(database.path, "It is damaged.", desk.background, window)
        dialog.open()
        return dialog

    yield opening


def test_beside_a_damaged_database_the_newest_good_one_is_offered(
    qtbot: QtBot,
    damaged: Callable[[], DamagedDialog],
    settled: Settled,
    backups: list[Path],
) -> None:
    backups[0].write_bytes(b"broken")
    dialog = damaged()
    assert not dialog.restore_button.isEnabled()
    settled()
    assert "1 claim, 1 change" in dialog.outcome.text()
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.restore_button.click()
    assert told.args == [backups[1]]


def test_where_none_is_good_another_file_or_database_can_be_taken(
    qtbot: QtBot,
    damaged: Callable[[], DamagedDialog],
    settled: Settled,
    backups: list[Path],
) -> None:
    for backup in backups:
        backup.write_bytes(b"broken")
    dialog = damaged()
    settled()
    assert dialog.outcome.text() == NONE_GOOD
    assert not dialog.restore_button.isEnabled()
    with qtbot.waitSignal(dialog.other_wanted):
        dialog.database_button.click()


def test_what_can_be_read_is_salvaged_beside_it_and_told_in_numbers(
    qtbot: QtBot,
    damaged: Callable[[], DamagedDialog],
    settled: Settled,
    enter: Enter,
    database: Database,
) -> None:
    enter()
    dialog = damaged()
    settled()
    dialog.salvage_button.click()
    assert not dialog.salvage_button.isEnabled()
    assert dialog.cancel_button.text() == "Stop"
    settled()
    assert "Read: 1 claim," in dialog.salvage_note.text()
    assert dialog.salvage_button.text() == USE
    (made,) = database.path.parent.glob("*.salvaged-*")
    with qtbot.waitSignal(dialog.salvage_chosen) as told:
        dialog.salvage_button.click()
    assert told.args == [made]


def test_esc_stops_a_salvage_first_and_then_closes(
    damaged: Callable[[], DamagedDialog], settled: Settled, enter: Enter, database: Database
) -> None:
    enter()
    dialog = damaged()
    settled()
    dialog.salvage_button.click()
    dialog.reject()
    assert dialog.isVisible()
    settled()
    assert dialog.problem.text() == "The salvage was stopped; nothing was changed."
    assert not list(database.path.parent.glob("*.salvaged-*"))
    dialog.reject()
    assert not dialog.isVisible()
