"""Of thirty starts at once one shows the window, whatever a program that was killed has left."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtracker.gui.window_lock import meeting_place, socket_name
from tests.faults.conftest import Figure
from tests.faults.figures import tries

STARTS = 30
ROUNDS = tries(1, 10)
CONTROLS = 4
FIRST, CALLED = "first", "called"
START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from claimtracker.gui.only_window import OnlyWindow
from claimtracker.gui.window_call import come_first
running = QApplication([])
lock = come_first(Path(sys.argv[1]), 60_000)
if lock is None:
    print("called", flush=True)
else:
    only = OnlyWindow()
    calls = []
    only.called.connect(lambda: calls.append(1) or len(calls) < int(sys.argv[2]) or running.quit())
    only.hold(lock)
    print("beside" if lock.is_beside_another else "first", flush=True)
    running.exec()
    only.let_go()
"""
# Holds the lock until it is told to end, or killed; with "free" there is none in truth.
HOLD = """
import sys
from pathlib import Path
from claimtracker.gui import window_lock
if sys.argv[2] == "free":
    window_lock._lock = lambda descriptor: None
lock = window_lock.WindowLock.take(Path(sys.argv[1]))
print("called" if lock is None else "first", flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder to meet in whose path is short, as a socket's has to be."""
    folder = Path(tempfile.mkdtemp(prefix="ct"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield
    shutil.rmtree(folder)


def _started(source: str, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", source, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        text=True,
    )


def _leave_dead_lock(path: Path) -> None:
    """Let a program that had the window be killed: its lock file and its socket stay."""
    with _started(HOLD, str(path), "held") as holder:
        assert holder.stdout is not None and holder.stdout.readline().strip() == FIRST
        holder.kill()
    if sys.platform != "win32":
        Path(socket_name(meeting_place(path))).touch()
    assert meeting_place(path).exists()


def _held(path: Path, how: str) -> "Counter[str]":
    """What so many programs say that stay until all have spoken."""
    starts = [_started(HOLD, str(path), how) for _ in range(CONTROLS)]
    told = Counter(start.stdout.readline().strip() for start in starts if start.stdout)
    for start in starts:
        start.communicate()
    return told


def test_of_thirty_starts_at_once_one_is_first_and_the_others_call_it(
    tmp_path: Path, figure: Figure
) -> None:
    wins: list[int] = []
    for number in range(ROUNDS):
        path = tmp_path / f"{number}.db"
        _leave_dead_lock(path)
        starts = [_started(START, str(path), str(STARTS - 1)) for _ in range(STARTS)]
        told = Counter(start.communicate(timeout=240)[0].strip() for start in starts)
        assert {start.returncode for start in starts} == {0}
        assert told[CALLED] == STARTS - told[FIRST]
        wins.append(told[FIRST])
    figure(
        f"starts: {ROUNDS} x {STARTS} at once over the lock of a killed program, "
        f"windows {min(wins)} to {max(wins)} each time"
    )
    assert set(wins) == {1}


def test_without_the_lock_several_are_first(tmp_path: Path, figure: Figure) -> None:
    """A control: the starts do meet."""
    held, free = _held(tmp_path / "a.db", "held"), _held(tmp_path / "b.db", "free")
    figure(f"starts, control without the lock: {CONTROLS}, windows {free[FIRST]}")
    assert (held[FIRST], free[FIRST]) == (1, CONTROLS)
