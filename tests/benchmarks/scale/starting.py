"""The start and the memory of the window beside an empty one; each in a process of its own."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.benchmarks.scale.comparing import Comparison, Figures

_RUNS = 5
_EMPTY = "an empty table window"


def starting_figures(path: Path, _claims: int) -> Figures:
    """From the first import to the window, to its first rows, and what it holds by then."""
    bare, ours = [], []
    for _ in range(_RUNS):
        bare.append(_started("bare"))
        ours.append(_started(str(path)))
    least = partial(map, min)
    (empty, empty_mb), (shown, filled, mb) = least(*bare), least(*ours)
    yield Comparison("window shown", shown, empty, _EMPTY)
    yield Comparison("window with its first rows", filled, empty, _EMPTY)
    if mb:
        yield Comparison("memory of the window", mb, empty_mb, _EMPTY, "MB")


def _started(what: str) -> list[float]:
    """The figures that one start printed: milliseconds, and last the most memory in MB."""
    command = [sys.executable, "-m", "tests.benchmarks.scale.window_start", what]
    compiled = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}  # as it is where it is installed
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=compiled)
    return [float(word) for word in done.stdout.split()]
