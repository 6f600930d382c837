"""Ours beside the bare operation, run turn about, so that a busy machine is busy for both."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter

from tests.benchmarks.scale.clock import now

MOST_TIMES = 2.0
MOST_MORE_MS = 50.0
_ROUNDS = 5
_PATIENCE_S = 10.0  # after which no further round is begun


@dataclass(frozen=True)
class Comparison:
    """One row of the table at one size: ours and the bare operation, mostly in milliseconds."""

    name: str
    ours: float
    bare: float
    bare_name: str
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """How many times the bare operation it takes."""
        return self.ours / self.bare if self.bare else float("inf")

    @property
    def is_within(self) -> bool:
        """Whether it is at most twice the bare one, or 50 ms above it."""
        is_near = self.unit == "ms" and self.ours - self.bare <= MOST_MORE_MS
        return is_near or self.ratio <= MOST_TIMES


def nothing() -> None:
    """There is nothing to prepare."""


def compared(
    name: str,
    ours: Callable[[], object],
    bare: Callable[[], object],
    bare_name: str,
    prepare: Callable[[], object] = nothing,
) -> Comparison:
    """Time both, each after `prepare`; of several rounds the shortest counts for each."""
    times: tuple[list[float], list[float]] = ([], [])
    begun = perf_counter()
    while len(times[0]) < _ROUNDS and (not times[0] or perf_counter() - begun < _PATIENCE_S):
        for work, found in zip((bare, ours), times, strict=True):
            prepare()
            found.append(timed(work))
    return Comparison(name, min(times[1]), min(times[0]), bare_name)


def timed(work: Callable[[], object]) -> float:
    """The milliseconds that something takes once.

    What is loaded is spared the looks for garbage, as `__main__` and the window spare it.
    """
    gc.collect()
    gc.freeze()
    start = now()
    work()
    taken = now() - start
    gc.unfreeze()
    return taken * 1000


Figures = Iterator[Comparison]
