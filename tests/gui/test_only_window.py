"""A second start brings the first window forward; what hangs, died or is misled stops nobody."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from claimtracker.gui.only_window import LONGEST_CALL, OnlyWindow
from claimtracker.gui.window_call import RETRY_MS, TOKEN, WindowCall, come_first, open_words
from claimtracker.gui.window_lock import WindowLock, meeting_place, socket_name

BRIEF_MS = 4 * RETRY_MS


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to meet in whose path is short, as a socket's has to be."""
    folder = Path(tempfile.mkdtemp(prefix="ct"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


@pytest.fixture
def shown(qtbot: QtBot, path: Path) -> Iterator[OnlyWindow]:
    """The window that shows the database, and listens."""
    window = OnlyWindow()
    window.hold(taken(path))
    yield window
    window.let_go()


@pytest.fixture
def second() -> Iterator[OnlyWindow]:
    """Another window, with nothing in it yet."""
    window = OnlyWindow()
    yield window
    window.let_go()


def taken(path: Path) -> WindowLock:
    lock = WindowLock.take(path)
    assert lock is not None
    return lock


def ends(qtbot: QtBot, path: Path, patience_ms: int = 10_000) -> WindowLock | None:
    """Call, and return what the call ended with."""
    call = WindowCall(path, patience_ms)
    with qtbot.waitSignal(call.ended, timeout=20_000) as told:
        call.start()
    found: WindowLock | None = told.args[0] if told.args else None
    return found


def test_a_call_brings_the_window_forward(qtbot: QtBot, shown: OnlyWindow, path: Path) -> None:
    with qtbot.waitSignal(shown.called):
        assert ends(qtbot, path) is None


def test_the_first_start_calls_nobody(path: Path) -> None:
    lock = come_first(path)
    assert lock is not None and lock.is_held


def test_a_start_waits_for_the_answer(qtbot: QtBot, shown: OnlyWindow, path: Path) -> None:
    with qtbot.waitSignal(shown.called):
        assert come_first(path) is None


def test_a_window_that_listens_only_later_is_called_then(
    qtbot: QtBot, second: OnlyWindow, path: Path
) -> None:
    lock = taken(path)
    call = WindowCall(path)
    call.start()
    second.hold(lock)
    with qtbot.waitSignals([second.called, call.ended]):
        pass


def test_where_the_window_has_gone_meanwhile_the_start_goes_on(qtbot: QtBot, path: Path) -> None:
    lock = taken(path)  # as of a program that is about to end
    call = WindowCall(path)
    with qtbot.waitSignal(call.ended) as told:
        call.start()
        lock.let_go()
    assert told.args is not None
    (mine,) = told.args
    assert mine.is_held
    mine.let_go()


def test_a_window_that_does_not_answer_gets_a_second_one_beside_it(
    qtbot: QtBot, path: Path
) -> None:
    lock = taken(path)
    deaf = QLocalServer()  # the system connects whoever calls; nobody ever reads
    assert deaf.listen(socket_name(meeting_place(path)))
    mine = ends(qtbot, path, BRIEF_MS)
    assert mine is not None
    assert (mine.is_held, mine.is_beside_another, mine.is_for(path)) == (False, True, True)
    deaf.close()
    lock.let_go()


def test_a_socket_that_a_killed_program_left_is_no_obstacle(
    qtbot: QtBot, second: OnlyWindow, path: Path
) -> None:
    lock = taken(path)
    Path(socket_name(meeting_place(path))).touch()
    second.hold(lock)
    with qtbot.waitSignal(second.called):
        assert ends(qtbot, path) is None


def test_where_it_cannot_listen_it_is_a_window_all_the_same(
    qtbot: QtBot, second: OnlyWindow, path: Path
) -> None:
    lock = taken(path)
    Path(socket_name(meeting_place(path))).mkdir()
    second.hold(lock)
    mine = ends(qtbot, path, BRIEF_MS)
    assert mine is not None and mine.is_beside_another


def test_without_qts_network_there_is_a_window_all_the_same(
    qtbot: QtBot, second: OnlyWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)  # as where Kerberos is missing
    second.hold(taken(path))
    mine = come_first(path)
    assert mine is not None and mine.is_beside_another
    entered, stayed, _is_over = enter_or_stay(OnlyWindow(), path)
    assert (len(entered), stayed) == (1, [])


@pytest.mark.parametrize("words", [b"hide\n", b"\n", b"x" * (LONGEST_CALL + 1)])
def test_nobody_is_answered_who_says_something_else(
    qtbot: QtBot, shown: OnlyWindow, path: Path, words: bytes
) -> None:
    socket = QLocalSocket()
    socket.connectToServer(socket_name(meeting_place(path)))
    with qtbot.assertNotEmitted(shown.called), qtbot.waitSignal(socket.disconnected):
        socket.write(words)
    assert socket.readAll().isEmpty()
    with qtbot.waitSignal(shown.called):  # and it goes on to listen
        assert ends(qtbot, path) is None


def test_the_leave_to_come_forward_is_handed_over(
    qtbot: QtBot, shown: OnlyWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN, "given-by-the-desktop")
    call = WindowCall(path)
    sent: list[str] = []
    shown.called.connect(lambda: sent.append(os.environ[TOKEN]))
    with qtbot.waitSignal(call.ended):
        call.start()
    assert sent == ["given-by-the-desktop"]


def enter_or_stay(
    window: OnlyWindow, path: Path
) -> tuple[list[WindowLock], list[str], Callable[[], bool]]:
    entered: list[WindowLock] = []
    stayed: list[str] = []
    window.come_to(path, entered.append, stayed.append)
    return entered, stayed, lambda: bool(entered or stayed)


def test_a_database_of_another_window_is_left_to_it(
    qtbot: QtBot, shown: OnlyWindow, second: OnlyWindow, path: Path
) -> None:
    entered, stayed, is_over = enter_or_stay(second, path)
    qtbot.waitUntil(is_over)
    assert (entered, stayed) == ([], [open_words(path)])


def test_a_window_may_come_to_what_it_shows_itself(shown: OnlyWindow, path: Path) -> None:
    entered, stayed, _is_over = enter_or_stay(shown, path)
    assert (len(entered), stayed) == (1, [])
    shown.drop(entered[0])  # what it shows it keeps
    assert WindowLock.take(path) is None


def test_the_next_database_frees_the_one_before(
    shown: OnlyWindow, path: Path, tmp_path: Path
) -> None:
    entered, _stayed, _is_over = enter_or_stay(shown, tmp_path / "other.db")
    shown.hold(entered[0])
    assert taken(path).is_held
    assert WindowLock.take(tmp_path / "other.db") is None


def test_a_database_that_does_not_open_stays_free_for_others(
    shown: OnlyWindow, tmp_path: Path
) -> None:
    entered, _stayed, _is_over = enter_or_stay(shown, tmp_path / "other.db")
    shown.drop(entered[0])
    assert taken(tmp_path / "other.db").is_held
