"""Waits for work that may hang, no longer than it is wanted."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

T = TypeVar("T")

_LOOK_SECONDS = 0.05  # between two looks at whether to stop


class Stopped(Exception):
    """The person no longer wants the outcome."""


def in_time(
    work: Callable[[threading.Event], T], seconds: float, stop: threading.Event | None
) -> T:
    """Return what the work returns, or raise what it raises.

    Raises TimeoutError after so many seconds, and Stopped once `stop` is set; the work is told by
    the event that it is given, and left to itself on a thread that ends with the program.
    """
    is_over = threading.Event()
    outcome: Future[T] = Future()
    threading.Thread(target=_carry_out, args=(work, is_over, outcome), daemon=True).start()
    until = time.monotonic() + seconds
    try:
        while not wait([outcome], timeout=_LOOK_SECONDS).done:
            if stop is not None and stop.is_set():
                raise Stopped
            if time.monotonic() > until:
                raise TimeoutError
    finally:
        is_over.set()
    return outcome.result()


def _carry_out(
    work: Callable[[threading.Event], T], is_over: threading.Event, outcome: Future[T]
) -> None:
    try:
        outcome.set_result(work(is_over))
    except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
        outcome.set_exception(error)
