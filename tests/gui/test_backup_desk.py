"""The window backs up by itself: at its start and once a day, where the settings want it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.gui import backup_desk
from claimtracker.gui.backup_desk import BackupDesk
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.backed_up import backed_up
from claimtracker.operations.back_up import MANY_CLAIMS
from claimtracker.storage.engine import Database
from tests.conftest import Enter
from tests.storage.backed_up import fill, stored_files

Settled = Callable[[], None]


@pytest.fixture
def keeping(qtbot: QtBot, desk: Desk) -> BackupDesk:
    window = QWidget()
    qtbot.addWidget(window)
    return BackupDesk(desk, window)


@pytest.fixture
def refused(desk: Desk) -> list[str]:
    said: list[str] = []
    desk.changes.refused.connect(said.append)
    return said


def _made(database: Database) -> list[Path]:
    return sorted((database.path.parent / "backups").glob("*.db"))


def _a_day_later(keeping: BackupDesk) -> None:
    keeping._last = datetime.now(UTC) - timedelta(days=1)
    keeping.look()


def test_at_the_start_and_once_a_day_what_is_new_is_backed_up(
    keeping: BackupDesk, database: Database, enter: Enter, settled: Settled
) -> None:
    enter()
    keeping.start()
    settled()
    assert len(_made(database)) == 1
    enter("Another")
    keeping.look()  # the same day
    settled()
    assert len(_made(database)) == 1
    _a_day_later(keeping)
    settled()
    assert len(_made(database)) == 2
    _a_day_later(keeping)  # unchanged since
    settled()
    assert len(_made(database)) == 2


def test_the_settings_switch_it_off_and_on(
    keeping: BackupDesk, desk: Desk, database: Database, enter: Enter, settled: Settled
) -> None:
    enter()
    desk.use_settings(replace(desk.settings, backs_up=False))
    keeping.start()
    settled()
    assert _made(database) == []
    desk.use_settings(replace(desk.settings, backs_up=True))
    settled()
    assert len(_made(database)) == 1


def test_what_a_backup_lacks_is_said(
    keeping: BackupDesk,
    session: Session,
    database: Database,
    settled: Settled,
    refused: list[str],
    tmp_path: Path,
) -> None:
    fill(session, tmp_path)
    session.rollback()
    for name in stored_files(database.path.parent / "files"):
        database.files.path_of(name).unlink()
    keeping.start()
    settled()
    assert refused == ["Backup: 1 captured file is missing or changed; verify names them."]


def test_why_none_was_made_is_said_once(
    keeping: BackupDesk, database: Database, enter: Enter, settled: Settled, refused: list[str]
) -> None:
    enter()
    (database.path.parent / "backups").write_bytes(b"in its way")
    keeping.start()
    settled()
    _a_day_later(keeping)
    settled()
    (sentence,) = refused
    assert sentence.startswith("No backup was made: ")


def test_damage_that_the_copy_finds_is_passed_on(
    qtbot: QtBot, keeping: BackupDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(_session: Session, is_stopped: Callable[[], bool]) -> None:
        raise Damaged("It is damaged.")

    monkeypatch.setattr(backup_desk, "back_up", find)
    with qtbot.waitSignal(keeping.damage_found) as told:
        keeping.start()
    assert told.args == ["It is damaged."]


def test_closing_stops_the_copy_without_a_word(
    keeping: BackupDesk,
    settled: Settled,
    refused: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def copy(_session: Session, is_stopped: Callable[[], bool]) -> None:
        while not is_stopped():
            pass
        raise ClaimTrackerError("The copying was stopped.")

    monkeypatch.setattr(backup_desk, "back_up", copy)
    keeping.start()
    keeping.stop()
    settled()
    assert refused == []


def _count(session: Session) -> int:
    database_path: Path = session.info["path"]
    return len(list((database_path.parent / "backups").glob("*.db")))


@pytest.mark.parametrize(
    ("claims", "is_on", "found"),
    [(MANY_CLAIMS, True, 0), (MANY_CLAIMS + 1, True, 1), (None, True, 1), (None, False, 0)],
)
def test_what_changes_many_claims_is_done_after_a_backup(
    desk: Desk, session: Session, enter: Enter, claims: int | None, is_on: bool, found: int
) -> None:
    enter()
    desk.use_settings(replace(desk.settings, backs_up=is_on))
    assert backed_up(desk, _count, claims)(session) == found
