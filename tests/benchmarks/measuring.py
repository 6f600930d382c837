"""How long something takes, and how long it holds the window's thread."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

RUNS = 5
PULSE_MS = 1
PATIENCE_MS = 30_000


@dataclass(frozen=True)
class Figure:
    """One line of the table: ours beside the bare operation of the same run, in milliseconds."""

    name: str
    ours: float
    bare: float
    bare_name: str

    @property
    def ratio(self) -> float:
        """How many times the bare operation it takes."""
        return self.ours / self.bare if self.bare else float("inf")


def milliseconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of a few runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


class Pulse(QObject):
    """A timer that beats as often as the thread lets it; the longest gap is the longest hold."""

    def __init__(self) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self.longest_ms = 0

    def start(self) -> None:
        """Begin to listen."""
        self.longest_ms = 0
        self._clock.start()
        self._timer.start(PULSE_MS)

    def stop(self) -> int:
        """End, and return the longest hold in milliseconds."""
        self._beat()
        self._timer.stop()
        return self.longest_ms

    def _beat(self) -> None:
        self.longest_ms = max(self.longest_ms, self._clock.restart())


def wait_until(is_so: Callable[[], bool]) -> None:
    """Run the event loop until something holds."""
    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if is_so() else None)
    look.start(PULSE_MS)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()
    if not is_so():
        raise TimeoutError("the window did not settle")


def application() -> QApplication:
    """The one application of this process."""
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication([])
