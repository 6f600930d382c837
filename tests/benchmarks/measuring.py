"""How long something takes, and how long it holds the window's thread."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

RUNS = 5
PULSE_MS = 1
PATIENCE_S = 600


@dataclass(frozen=True)
class Hold:
    """How long the window's thread was held at most, and how much of such a hold was its own work.

    The rest it waited, for another thread of the program or, on a busy machine, for a processor.
    """

    longest_ms: int
    own_ms: int


def milliseconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of a few runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


class Pulse(QObject):
    """A timer that beats as often as the thread lets it; the longest gap is the longest hold.

    `longest_own_ms` is how much of the processor the thread itself took between two beats at most:
    the hold of a machine that does nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._last = self._now()
        self._longest = self._own = 0.0

    def start(self) -> None:
        """Begin to listen."""
        self._longest = self._own = 0.0
        self._last = self._now()
        self._timer.start(PULSE_MS)

    def stop(self) -> Hold:
        """End, and return the longest hold."""
        self._beat()
        self._timer.stop()
        return Hold(round(self._longest * 1000), round(self._own * 1000))

    def _beat(self) -> None:
        now = self._now()
        passed, own = (new - old for new, old in zip(now, self._last, strict=True))
        self._longest, self._own = max(self._longest, passed), max(self._own, own)
        self._last = now

    def _now(self) -> tuple[float, float]:
        return time.perf_counter(), time.thread_time()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Run the event loop until something holds."""
    latest = time.monotonic() + PATIENCE_S
    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if is_so() or time.monotonic() > latest else None)
    look.start(PULSE_MS)
    while not is_so():  # it may have held for a moment only, before the loop was left
        if time.monotonic() > latest:
            raise TimeoutError("the window did not settle")
        loop.exec()


def application() -> QApplication:
    """The one application of this process."""
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication([])
