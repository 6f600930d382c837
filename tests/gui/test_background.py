"""The background: answers come home to the window's thread, each to one of three ends."""

import contextlib
import gc
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event, Timer, current_thread, main_thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.background import Background
from claimtracker.operations.leave_off import of_no_file
from claimtracker.storage.engine import PRAGMAS, Database, begin_writing, open_database
from tests.for_ever import FOR_EVER

WAIT_SECONDS = 5


class _Listener(QObject):
    """Notes what came home, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.was_at_home = True

    def hear(self, answer: object) -> None:
        """Take one answer."""
        self.heard.append(answer)
        self.was_at_home = self.was_at_home and current_thread() is main_thread()


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    opened = Background(of_no_file)
    yield opened
    opened.close()


@pytest.fixture
def listener(qtbot: QtBot) -> _Listener:
    return _Listener()


@pytest.fixture
def settled(qtbot: QtBot, background: Background) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: background.is_idle)


def _give(_session: Session, answer: object) -> object:
    return answer


def _note(_session: Session, done: list[int], number: int) -> None:
    done.append(number)


def _wait(_session: Session, until: Event) -> str:
    until.wait(WAIT_SECONDS)
    return "waited"


def _wait_and_note(_session: Session, until: Event, done: list[int]) -> None:
    until.wait(WAIT_SECONDS)
    done.append(1)


def _answer_fine(_session: Session) -> str:
    return "fine"


def _answer_off_the_window(_session: Session) -> bool:
    return current_thread() is not main_thread()


def _refuse(_session: Session) -> None:
    raise ClaimTrackerError("The disk is full.")


def _break(_session: Session) -> None:
    raise ValueError("our own mistake")


def _count_for_ever(session: Session, began: Event) -> None:
    began.set()
    session.execute(text(FOR_EVER))


def _add_and_go_on_for_ever(session: Session, began: Event) -> None:
    session.connection(execution_options={"begins": "IMMEDIATE"})
    session.execute(text("INSERT INTO tag (name) VALUES ('ukraine')"))
    began.set()
    session.execute(text(FOR_EVER))


def _add_and_then_go_on_for_ever(session: Session, began: Event) -> None:
    session.connection(execution_options={"begins": "IMMEDIATE"})
    session.execute(text("INSERT INTO tag (name) VALUES ('ukraine')"))
    session.commit()
    _count_for_ever(session, began)


@pytest.mark.parametrize("send", ["ask", "start"])
def test_work_is_done_elsewhere_and_its_answer_comes_home(
    background: Background, listener: _Listener, settled: Callable[[], None], send: str
) -> None:
    getattr(background, send)(_answer_off_the_window, listener.hear)
    settled()
    assert listener.heard == [True]
    assert listener.was_at_home


def test_answers_come_in_the_order_of_their_questions(
    background: Background, listener: _Listener, settled: Callable[[], None]
) -> None:
    for number in range(20):
        background.ask(partial(_give, answer=number), listener.hear)
    settled()
    assert listener.heard == list(range(20))


def test_every_listener_hears_the_answer_in_its_turn(
    background: Background, listener: _Listener, settled: Callable[[], None]
) -> None:
    second = _Listener()
    background.ask(partial(_give, answer="answer"), listener.hear, second.hear)
    settled()
    assert (listener.heard, second.heard) == (["answer"], ["answer"])


def test_what_the_world_refused_is_told_to_the_window(
    background: Background, listener: _Listener, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(background.refused) as told:
        background.ask(_refuse, listener.hear)
    assert str(told.args[0]) == "The disk is full."
    assert listener.heard == []


def test_who_asked_may_hear_the_refusal_in_the_windows_place(
    background: Background, listener: _Listener, settled: Callable[[], None], qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(background.refused):
        background.ask(_answer_fine, listener.hear)
        background.ask(_refuse, refused=listener.hear)
        settled()
    assert [str(heard) for heard in listener.heard] == ["fine", "The disk is full."]


def test_a_bug_travels_home_and_the_next_question_is_answered(
    background: Background, listener: _Listener, settled: Callable[[], None], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(background.broke) as told:
        background.ask(_break)
    assert isinstance(told.args[0], ValueError)
    background.ask(_answer_fine, listener.hear)
    settled()
    assert listener.heard == ["fine"]


def test_whoever_started_long_work_hears_of_its_bug_and_of_no_other(
    background: Background, listener: _Listener, settled: Callable[[], None], qtbot: QtBot
) -> None:
    background.start(_answer_fine, broke=listener.hear)
    with qtbot.waitSignal(background.broke):
        background.ask(_break)
    settled()
    assert listener.heard == []
    with qtbot.waitSignal(background.broke):
        background.start(_break, broke=listener.hear)
    settled()
    assert len(listener.heard) == 1
    assert listener.was_at_home


def test_the_answer_to_a_listener_that_is_gone_is_dropped(
    background: Background, settled: Callable[[], None]
) -> None:
    gone = _Listener()
    heard = gone.heard
    may_go_on = Event()
    background.ask(partial(_wait, until=may_go_on), gone.hear)
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    may_go_on.set()
    settled()
    assert heard == []


def test_long_work_does_not_hold_up_a_question(
    background: Background, listener: _Listener, qtbot: QtBot
) -> None:
    may_go_on = Event()
    background.start(partial(_wait, until=may_go_on), listener.hear)
    background.ask(_answer_fine, listener.hear)
    qtbot.waitUntil(lambda: listener.heard == ["fine"])
    assert not background.is_idle
    may_go_on.set()
    qtbot.waitUntil(lambda: background.is_idle)
    assert listener.heard == ["fine", "waited"]


def test_work_that_was_called_off_before_its_turn_is_not_done(
    background: Background, listener: _Listener, qtbot: QtBot
) -> None:
    may_go_on = Event()
    background.ask(partial(_wait, until=may_go_on))
    job = background.ask(_answer_fine, listener.hear)
    job.cancel()
    assert job.is_cancelled()
    background.ask(partial(_give, answer="last"), listener.hear)
    may_go_on.set()
    qtbot.waitUntil(lambda: background.is_idle)
    assert listener.heard == ["last"]


def _count_tags(session: Session, began: Event) -> int:
    began.set()
    return int(session.execute(text("SELECT count(*) FROM tag")).scalar_one())


def _begin_to_write(session: Session, began: Event) -> None:
    began.set()
    begin_writing(session)


def test_closing_finishes_what_is_queued(qtbot: QtBot) -> None:
    done: list[int] = []
    closing = Background(of_no_file)
    for number in range(5):
        closing.ask(partial(_note, done=done, number=number), is_change=True)
    assert closing.close() == 0  # nothing was left off
    assert done == [0, 1, 2, 3, 4]


def test_closing_leaves_off_what_only_reads(qtbot: QtBot, database: Database) -> None:
    read: list[int] = []
    began = Event()
    closing = Background(database.session)
    closing.start(partial(_count_for_ever, began=began))
    closing.ask(partial(_count_for_ever, began=began))
    closing.ask(partial(_note, done=read, number=1))
    began.wait(WAIT_SECONDS)
    closing.close()
    assert read == []


def test_closing_takes_a_change_back_that_takes_too_long(
    qtbot: QtBot, database: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimtracker.gui.background.CLOSING_MS", 1)
    began = Event()
    closing = Background(database.session)
    closing.ask(partial(_add_and_go_on_for_ever, began=began), is_change=True)
    closing.ask(_answer_fine, is_change=True)  # which has no turn any more
    closing.ask(_answer_fine)
    began.wait(WAIT_SECONDS)
    assert closing.close() == 2
    assert session.execute(text("SELECT count(*) FROM tag")).scalar() == 0


def test_closing_leaves_off_a_change_that_waits_for_another_program(
    qtbot: QtBot, database_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "busy_timeout", 1_000 * WAIT_SECONDS)
    monkeypatch.setattr("claimtracker.gui.background.CLOSING_MS", 1)
    opened = open_database(database_path)
    began = Event()
    with contextlib.closing(sqlite3.connect(database_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        working = Background(opened.session)
        working.ask(partial(_begin_to_write, began=began), is_change=True)
        began.wait(WAIT_SECONDS)
        assert working.close() == 1
        assert other.in_transaction  # it was not waited for
    opened.close()


def test_closing_does_not_wait_for_a_file_that_cannot_be_read(
    qtbot: QtBot, database_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "busy_timeout", 1_000 * WAIT_SECONDS)
    opened = open_database(database_path)
    began = Event()
    with contextlib.closing(sqlite3.connect(database_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        working = Background(opened.session)
        working.ask(partial(_count_tags, began=began))
        began.wait(WAIT_SECONDS)
        assert working.close() == 0
        assert other.in_transaction  # it was not waited for
    opened.close()


def test_what_was_stored_before_it_was_stopped_is_not_left_off(
    qtbot: QtBot, database: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where an undo asks what can be undone next, once it is done."""
    monkeypatch.setattr("claimtracker.gui.background.CLOSING_MS", 1)
    began = Event()
    closing = Background(database.session)
    closing.ask(partial(_add_and_then_go_on_for_ever, began=began), is_change=True)
    began.wait(WAIT_SECONDS)
    assert closing.close() == 0
    assert session.execute(text("SELECT count(*) FROM tag")).scalar() == 1


def test_once_closed_it_keeps_nothing_of_the_database(
    qtbot: QtBot, database_path: Path, impatient: None
) -> None:
    opened = open_database(database_path)
    working = Background(opened.session)
    for send in (working.ask, working.start):
        send(_answer_fine)
    qtbot.waitUntil(lambda: working.is_idle)
    working.close()
    opened.close()
    engine = weakref.ref(opened.engine)
    del opened
    gc.collect()
    assert engine() is None


def test_what_is_called_off_while_it_is_done_is_not_told(
    database: Database, listener: _Listener, qtbot: QtBot
) -> None:
    began = Event()
    working = Background(database.session)
    job = working.ask(partial(_count_for_ever, began=began), listener.hear, refused=listener.hear)
    began.wait(WAIT_SECONDS)
    job.cancel()
    qtbot.waitUntil(lambda: working.is_idle)
    working.close()
    assert listener.heard == []


class _Noting:
    """Work that notes on which thread it is taken apart, as a part of Qt's in it would be."""

    def __init__(self, noted: list[int]) -> None:
        self._noted = noted

    def __call__(self, _session: Session) -> None:
        """Do nothing."""

    def __del__(self) -> None:
        self._noted.append(threading.get_ident())


@pytest.mark.parametrize("way", ["ask", "start"])
def test_what_is_over_is_taken_apart_in_the_thread_of_the_window(way: str, qtbot: QtBot) -> None:
    noted: list[int] = []
    working = Background(of_no_file)
    for _ in range(20):
        getattr(working, way)(_Noting(noted))
        qtbot.waitUntil(lambda: working.is_idle)
    working.close()
    assert noted == [threading.get_ident()] * 20


def test_closing_waits_for_long_work_however_long_it_takes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimtracker.gui.background.CLOSING_MS", 1, raising=False)
    done: list[int] = []
    began, may_go_on = Event(), Event()

    def working(session: Session) -> None:
        began.set()
        _wait_and_note(session, until=may_go_on, done=done)

    closing = Background(of_no_file)
    closing.start(working, is_change=True)
    began.wait(WAIT_SECONDS)  # what has not begun is left off
    later = Timer(0.05, may_go_on.set)
    later.start()
    assert closing.close() == 0  # it was done after all
    done_by_then = list(done)
    later.join()
    assert done_by_then == [1]


def test_it_is_idle_until_the_first_question_and_after_the_last(
    background: Background, qtbot: QtBot
) -> None:
    assert background.is_idle
    with qtbot.waitSignal(background.idle):
        background.ask(_answer_fine)
        assert not background.is_idle
    assert background.is_idle
