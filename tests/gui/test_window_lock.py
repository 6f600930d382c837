"""One window a database and user: however its file is reached, and whoever died before."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtracker.gui import window_lock
from claimtracker.gui.window_lock import WindowLock, meeting_place

HOLD_UNTIL_KILLED = """
import sys
from pathlib import Path
from claimtracker.gui.window_lock import WindowLock
lock = WindowLock.take(Path(sys.argv[1]))
print(lock is not None and lock.is_held, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to meet in whose path is short, as a socket's has to be."""
    folder = Path(tempfile.mkdtemp(prefix="ct"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def held(runtime: Path, tmp_path: Path) -> Iterator[WindowLock]:
    lock = WindowLock.take(tmp_path / "claims.db")
    assert lock is not None and lock.is_held
    yield lock
    lock.let_go()


@pytest.mark.usefixtures("held")
def test_a_database_is_shown_once(tmp_path: Path) -> None:
    assert WindowLock.take(tmp_path / "claims.db") is None


@pytest.mark.usefixtures("held")
def test_its_file_is_the_same_however_it_is_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "claims.db").touch()
    (tmp_path / "link.db").symlink_to(tmp_path / "claims.db")
    (tmp_path / "folder").symlink_to(tmp_path)
    (tmp_path / "own").mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for way in ("claims.db", "link.db", "folder/claims.db", "own/../claims.db", "~/claims.db"):
        assert WindowLock.take(Path(way)) is None, way


@pytest.mark.usefixtures("held")
def test_another_database_has_a_window_of_its_own(tmp_path: Path) -> None:
    other = WindowLock.take(tmp_path / "other.db")
    assert other is not None and other.is_held
    other.let_go()


def test_the_next_may_have_it_and_nothing_is_left(
    held: WindowLock, runtime: Path, tmp_path: Path
) -> None:
    held.let_go()
    assert list((runtime / "claimtracker-windows").iterdir()) == []
    again = WindowLock.take(tmp_path / "claims.db")
    assert again is not None and again.is_held
    again.let_go()


def test_a_lock_that_nobody_keeps_lets_go_by_itself(runtime: Path, tmp_path: Path) -> None:
    WindowLock.take(tmp_path / "claims.db")
    again = WindowLock.take(tmp_path / "claims.db")
    assert again is not None and again.is_held


def test_the_lock_of_a_program_that_was_killed_is_no_obstacle(
    runtime: Path, tmp_path: Path
) -> None:
    path = tmp_path / "claims.db"
    command = [sys.executable, "-c", HOLD_UNTIL_KILLED, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as other:
        assert other.stdout is not None and other.stdout.readline() == b"True\n"
        assert WindowLock.take(path) is None
        other.kill()
        other.wait()
    assert meeting_place(path).exists()
    lock = WindowLock.take(path)
    assert lock is not None and lock.is_held
    lock.let_go()


def test_a_file_that_goes_while_it_is_locked_is_made_anew(
    runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked, path = window_lock._lock, tmp_path / "claims.db"
    tries: list[int] = []

    def locking(descriptor: int) -> None:
        if not tries:  # its last owner lets go of it just now
            meeting_place(path).unlink()
        tries.append(descriptor)
        locked(descriptor)

    monkeypatch.setattr(window_lock, "_lock", locking)
    lock = WindowLock.take(path)
    assert lock is not None and len(tries) == 2
    assert WindowLock.take(path) is None
    lock.let_go()


def test_without_a_folder_to_meet_in_each_window_goes_its_own_way(
    runtime: Path, tmp_path: Path
) -> None:
    (runtime / "claimtracker-windows").write_text("in the way")
    for _ in range(2):
        lock = WindowLock.take(tmp_path / "claims.db")
        assert lock is not None
        assert not (lock.is_held or lock.is_beside_another or lock.is_for(tmp_path / "claims.db"))


def test_a_folder_that_others_can_write_to_is_not_met_in(runtime: Path, tmp_path: Path) -> None:
    folder = runtime / "claimtracker-windows"
    folder.mkdir()
    folder.chmod(0o777)
    lock = WindowLock.take(tmp_path / "claims.db")
    assert lock is not None and not lock.is_held


def test_a_link_in_the_place_of_the_folder_is_not_followed(runtime: Path, tmp_path: Path) -> None:
    (runtime / "claimtracker-windows").symlink_to(tmp_path)
    lock = WindowLock.take(tmp_path / "claims.db")
    assert lock is not None and not lock.is_held


def test_a_path_that_no_file_can_have_is_left_to_whoever_opens_it(runtime: Path) -> None:
    lock = WindowLock.take(Path("claims\0.db"))
    assert lock is not None and not lock.is_held


@pytest.mark.usefixtures("runtime")
def test_only_the_user_can_reach_what_is_made(held: WindowLock) -> None:
    assert held.place is not None
    assert os.stat(held.place).st_mode & 0o077 == 0
    assert os.stat(held.place.parent).st_mode & 0o077 == 0


def test_without_a_runtime_folder_the_temporary_one_is_the_users_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert str(os.getuid()) in meeting_place(tmp_path / "claims.db").parent.name
