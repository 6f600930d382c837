"""What is held in circles is taken apart in the window's thread, whatever other threads make."""

import gc
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.gui.desk import Desk
from claimtracker.gui.garbage import GarbageRounds, collect_due

MUCH = 50_000  # far more than Python makes before it looks for circles


class _Circle:
    """Holds itself, as a window may, and notes on which thread it is taken apart."""

    def __init__(self, noted: list[int]) -> None:
        self.itself = self
        self._noted = noted

    def __del__(self) -> None:
        self._noted.append(threading.get_ident())


@pytest.fixture
def rounds(qapp: QApplication) -> Iterator[GarbageRounds]:
    gc.enable()  # as a program begins
    running = GarbageRounds(qapp)
    yield running
    gc.disable()
    running.deleteLater()


@pytest.fixture
def noted() -> list[int]:
    """The threads on which a circle was taken apart that nobody knows any more."""
    found: list[int] = []
    _Circle(found)
    return found


def _make_much(_session: Session, kept: list[Any]) -> None:
    kept += ([number] for number in range(MUCH))


@pytest.mark.usefixtures("rounds")
def test_a_thread_that_makes_much_takes_nothing_apart(
    desk: Desk, settled: Callable[[], None], noted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))  # no round is due
    desk.background.ask(partial(_make_much, kept=[]))
    settled()
    assert noted == []


@pytest.mark.usefixtures("rounds")
def test_the_next_round_is_made_in_the_thread_of_the_window(
    desk: Desk, noted: list[int], qtbot: QtBot
) -> None:
    kept: list[Any] = []
    desk.background.ask(partial(_make_much, kept=kept))
    qtbot.waitUntil(lambda: noted == [threading.get_ident()])


def test_where_little_was_made_nothing_is_looked_for(
    noted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gc, "get_count", gc.get_threshold)
    collect_due()
    assert noted == []


@pytest.mark.parametrize("generation", range(3))
def test_the_oldest_generation_that_is_due_is_looked_through(
    generation: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    counts = [most + (number <= generation) for number, most in enumerate(gc.get_threshold())]
    monkeypatch.setattr(gc, "get_count", partial(tuple, counts))
    monkeypatch.setattr(gc, "collect", looked.append)
    collect_due()
    assert looked == [generation]
