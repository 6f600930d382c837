"""Processes that are killed: made fast, by a server of forks that has the program loaded."""

import signal
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context

import pytest

from tests.faults.judging import Told

LOADED = ["tests.faults.working", "tests.faults.counting", "tests.faults.upgrading"]
PATIENCE = 60  # seconds for what takes a few milliseconds

needs_forks = pytest.mark.skipif(
    sys.platform == "win32", reason="processes are made by fork, which Windows does not have"
)


class Victim:
    """A process at work, and what it tells."""

    def __init__(self, work: Callable[..., None], *given: object) -> None:
        context = get_context("forkserver")
        context.set_forkserver_preload(LOADED)
        self._hears, told_to = context.Pipe(duplex=False)
        self._process = context.Process(target=work, args=(*given, told_to))
        self._process.start()
        told_to.close()
        self.told = Told()

    def until(self, kind: str) -> None:
        """Listen until it tells something of this kind."""
        while (heard := self._listen(PATIENCE)) != kind:
            if heard is None:
                raise TimeoutError(f"nothing of the kind {kind} was told")

    def during(self, seconds: float) -> None:
        """Listen so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if self._listen(left) is None:
                return

    def kill(self) -> Told:
        """Kill it with no chance to tidy up; return all that it told.

        Raises RuntimeError where it had ended by itself: then no kill was tried.
        """
        self._process.kill()
        try:
            while True:
                self._take()
        except EOFError:
            pass
        self._process.join(PATIENCE)
        self._hears.close()
        if self._process.exitcode != -signal.SIGKILL:
            raise RuntimeError(f"it ended by itself, with {self._process.exitcode}")
        return self.told

    def _listen(self, seconds: float) -> str | None:
        return self._take() if self._hears.poll(seconds) else None

    def _take(self) -> str:
        kind, _, what = self._hears.recv_bytes().decode().partition(" ")
        self.told.note(kind, what)
        return kind
