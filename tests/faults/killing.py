"""Processes that are killed: made fast, by a server of forks that has the program loaded."""

import signal
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext

import pytest

from tests.faults.judging import Told

_WORK = ("working", "backing_up", "counting", "upgrading", "damage_found")
LOADED = [f"tests.faults.{name}" for name in _WORK]
PATIENCE = 600  # seconds, for what takes a minute or two on a busy machine

needs_forks = pytest.mark.skipif(
    sys.platform == "win32", reason="processes are made by fork, which Windows does not have"
)


def context() -> ForkServerContext:
    """Return what makes processes here."""
    forks = get_context("forkserver")
    forks.set_forkserver_preload(LOADED)
    return forks


class Victim:
    """A process at work, and what it tells."""

    def __init__(self, work: Callable[..., None], *given: object) -> None:
        forks = context()
        self._hears, told_to = forks.Pipe(duplex=False)
        self._process = forks.Process(target=work, args=(*given, told_to), daemon=True)
        self._process.start()
        told_to.close()
        self.told = Told()

    def until(self, kind: str) -> str:
        """Listen until it tells something of this kind, and return what."""
        while self._hears.poll(PATIENCE):
            heard, what = self._take()
            if heard == kind:
                return what
        raise TimeoutError(f"nothing of the kind {kind} was told")

    def during(self, seconds: float) -> None:
        """Listen so long."""
        end = time.monotonic() + seconds
        while self._hears.poll(max(0.0, end - time.monotonic())):
            self._take()

    def kill(self) -> Told:
        """Kill it with no chance to tidy up; return all that it told.

        Raises RuntimeError where it had ended by itself: then no kill was tried.
        """
        if self.stop() != -signal.SIGKILL:
            raise RuntimeError("it ended by itself")
        return self.told

    def stop(self) -> int | None:
        """Kill it unless it has ended; return how it did."""
        self._process.kill()
        return self.end()

    def end(self) -> int | None:
        """Listen until it ends; return how."""
        try:
            while True:
                self._take()
        except EOFError:
            pass
        self._process.join(PATIENCE)
        self._hears.close()
        return self._process.exitcode

    def _take(self) -> tuple[str, str]:
        kind, _, what = self._hears.recv_bytes().decode().partition(" ")
        self.told.note(kind, what)
        return kind, what
