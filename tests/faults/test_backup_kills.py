"""Killed at any moment, a backup is whole or not there, and the database is never touched.

10 kills with the tests; `CLAIMTRACKER_FAULTS=full` makes 200.
"""

import multiprocessing
import os
import random
from hashlib import sha256
from pathlib import Path

import pytest
from sqlmodel import Session

from claimtracker.storage.backups import FOLDER
from claimtracker.storage.database_copy import unfinished
from claimtracker.storage.engine import Database
from tests.conftest import Enter
from tests.faults.backing_up import (
    Child,
    back_up_for_ever,
    copy_for_ever,
    lost_files,
    rows_of,
)
from tests.storage.backed_up import fill

KILLS = 200 if os.environ.get("CLAIMTRACKER_FAULTS") == "full" else 10
LONGEST_SECONDS = 0.12  # some backups long, so that every step of one is met
SEED = 20250501
PER_KILL = 1_000  # numbers that one process may use for its backups
CLAIMS = 60

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")


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


def _kill_once(child: Child, path: Path, number: int, seconds: float) -> None:
    """Let a process work and kill it after so long."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([child.__module__])
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=child, args=(path, there, number * PER_KILL))
    process.start()
    there.close()
    assert here.recv()  # it has begun
    process.join(seconds)
    assert process.exitcode is None, "it ended by itself"
    process.kill()
    process.join()
    process.close()
    here.close()


def _torn(folder: Path, rows: str) -> int:
    """How many of the files that have a backup's name are not the whole database."""
    return sum(rows_of(path) != rows for path in folder.glob("*.db"))


def test_killed_at_any_moment_a_backup_is_whole_or_not_there(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = filled.parent / FOLDER
    held, rows = sha256(filled.read_bytes()).hexdigest(), rows_of(filled)
    chance = random.Random(SEED)
    torn = lost = touched = midway = 0
    for number in range(KILLS):
        _kill_once(back_up_for_ever, filled, number, chance.uniform(0, LONGEST_SECONDS))
        torn += _torn(folder, rows)
        lost += sum(len(lost_files(path)) for path in folder.glob("*.db"))
        touched += sha256(filled.read_bytes()).hexdigest() != held
        parts = unfinished(folder) if folder.exists() else []
        midway += bool(parts)
        for part in parts:
            part.unlink()
    with capsys.disabled():
        told = f"{KILLS} kills, {midway} of them within a copy, {torn} torn, {lost} files lost"
        print(f"\nbackup: {told}, database touched {touched} times")
    assert midway, "no kill met a backup that was being made"
    assert (torn, lost, touched) == (0, 0, 0)
    assert list(folder.glob("*.db")), "no backup came to its end"


def test_the_control_a_plain_copy_is_found_torn(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, rows = filled.parent / FOLDER, rows_of(filled)
    chance = random.Random(SEED)
    torn = 0
    for number in range(KILLS):
        _kill_once(copy_for_ever, filled, number, chance.uniform(0, LONGEST_SECONDS))
        torn += _torn(folder, rows)
        for copy in folder.glob("*.db"):
            copy.unlink()
    with capsys.disabled():
        print(f"\nbackup, control without a temporary name: {KILLS} kills, {torn} torn")
    assert torn
