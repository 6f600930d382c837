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
    work: Callable[[threading.Event], T],
    seconds: float,
    stop: threading.Event | None,
    *,
    grace: float = 0.0,
) -> T:
    """Return what the work returns, or raise what it raises.

    Raises TimeoutError after so many seconds, and Stopped once `stop` is set; the work is told by
    the event that it is given, and left to itself on a thread that ends with the program. Where the
    time is over it has `grace` seconds more to hand out what it has by then.
    """
    is_over = threading.Event()
    outcome: Future[T] = Future()
    threading.Thread(target=_carry_out, args=(work, is_over, outcome), daemon=True).start()
    try:
        is_done = _is_done_in(outcome, seconds, stop)
        if not is_done and grace:
            is_over.set()
            is_done = _is_done_in(outcome, grace, stop)
    finally:
        is_over.set()
    if not is_done:
        raise TimeoutError
    return outcome.result()


def _is_done_in(outcome: Future[T], seconds: float, stop: threading.Event | None) -> bool:
    until = time.monotonic() + seconds
    while not wait([outcome], timeout=_LOOK_SECONDS).done:
        if stop is not None and stop.is_set():
            raise Stopped
        if time.monotonic() > until:
            return False
    return True


def _carry_out(
    work: Callable[[threading.Event], T], is_over: threading.Event, outcome: Future[T]
) -> None:
    try:
        outcome.set_result(work(is_over))
    except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
        outcome.set_exception(error)
