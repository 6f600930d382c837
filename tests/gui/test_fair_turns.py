"""Work on other threads does not hold the window up by Python's own pauses."""

import gc
import sys
from collections.abc import Iterator

import pytest

from claimtracker.gui.fair_turns import share_turns


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.005)  # as Python begins: another test may have built the program
    yield
    sys.setswitchinterval(usual)
    gc.unfreeze()


def test_a_thread_that_waits_gets_its_turn_sooner_and_what_is_loaded_is_not_looked_through() -> (
    None
):
    usual = sys.getswitchinterval()
    share_turns()
    assert sys.getswitchinterval() < usual
    assert gc.get_freeze_count() > 0


def test_what_comes_later_is_still_collected() -> None:
    share_turns()
    circle: list[object] = []
    circle.append(circle)
    del circle
    assert gc.collect() > 0
