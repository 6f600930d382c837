"""Killed at any moment, a backup is whole or not there, and the database is never touched."""

import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from sqlmodel import Session

from claimtracker.storage.backups import FOLDER
from claimtracker.storage.database_copy import unfinished
from claimtracker.storage.engine import Database
from tests.conftest import Enter
from tests.faults.backing_up import Work, back_up_for_ever, copy_for_ever, lost_files, rows_of
from tests.faults.conftest import Figure
from tests.faults.figures import tries
from tests.faults.killing import Victim, needs_forks
from tests.faults.working import DONE, READY
from tests.storage.backed_up import fill

pytestmark = needs_forks

KILLS = tries(8, 200)
PER_KILL = 1_000  # numbers that one process may use for its backups
CLAIMS = 60
_BACKUPS_LONG = 2  # so that every step of one is met, and what comes after


@pytest.fixture
def filled(session: Session, database: Database, enter: Enter, tmp_path: Path) -> Path:
    """A database of some hundred pages with three captured files, closed."""
    for number in range(CLAIMS):
        enter(f"Claim {number}", notes="word " * 2_000)
    for number in range(3):
        fill(session, tmp_path, f"deal {number}.pdf", bytes([number]) * 300_000)
    session.close()
    database.close()
    return database.path


def _kills(work: Work, path: Path) -> Iterator[None]:
    """Kill a process at its work as often as is tried; give each time to look what is there."""
    chance, longest = Random(2025), _BACKUPS_LONG * _seconds(work, path)
    for number in range(1, KILLS + 1):
        victim = Victim(work, path, number * PER_KILL)
        victim.until(READY)
        victim.during(chance.uniform(0, longest))
        victim.kill()
        yield


def _seconds(work: Work, path: Path) -> float:
    """Measure how long one takes, which stays there whole."""
    victim = Victim(work, path, 0)
    victim.until(READY)
    start = time.monotonic()
    victim.until(DONE)
    taken = time.monotonic() - start
    victim.kill()
    for part in unfinished(path.parent / FOLDER):
        part.unlink()
    return taken


def _torn(folder: Path, rows: str) -> int:
    """How many of the files that have a backup's name are not the whole database."""
    return sum(rows_of(path) != rows for path in folder.glob("*.db"))


def test_killed_at_any_moment_a_backup_is_whole_or_not_there(filled: Path, figure: Figure) -> None:
    folder = filled.parent / FOLDER
    held, rows = sha256(filled.read_bytes()).hexdigest(), rows_of(filled)
    torn = lost = touched = midway = 0
    for _ in _kills(back_up_for_ever, filled):
        torn += _torn(folder, rows)
        lost += sum(len(lost_files(path)) for path in folder.glob("*.db"))
        touched += sha256(filled.read_bytes()).hexdigest() != held
        parts = unfinished(folder)
        midway += bool(parts)
        for part in parts:
            part.unlink()
    figure(
        f"backups killed: {KILLS}, {midway} of them within a copy, torn {torn}, files lost {lost}, "
        f"database touched {touched}"
    )
    assert midway, "no kill met a backup that was being made"
    assert (torn, lost, touched) == (0, 0, 0)
    assert list(folder.glob("*.db")), "no backup came to its end"


def test_a_plain_copy_that_is_killed_is_torn(filled: Path, figure: Figure) -> None:
    """A control: half backups are there to be seen."""
    folder, rows = filled.parent / FOLDER, rows_of(filled)
    torn = 0
    for _ in _kills(copy_for_ever, filled):
        torn += bool(_torn(folder, rows))
        for copy in folder.glob("*.db"):
            copy.unlink()
    figure(f"backups killed, control without a temporary name: {KILLS}, torn {torn}")
    assert torn
