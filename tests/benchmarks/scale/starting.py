"""The start and the memory of the window beside an empty one; each in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.scale.comparing import Comparison, Figures

_RUNS = 5
_EMPTY, _FILLED = "an empty table window", "the same, filled by sqlite3"


def starting_figures(path: Path, _claims: int) -> Figures:
    """From the first import to the window, to its first rows, and what it holds by then."""
    bare, ours = [], []
    for _ in range(_RUNS):
        bare.append(_started("bare", path))
        ours.append(_started("ours", path))
    (empty, full, least_mb), (shown, filled, mb) = map(min, *bare), map(min, *ours)
    yield Comparison("window shown", shown, empty, _EMPTY)
    yield Comparison("window with its first rows", filled, full, _FILLED)
    if mb:
        yield Comparison("memory of the window", mb, least_mb, _FILLED, "MB")


def _started(what: str, path: Path) -> list[float]:
    """The figures that one start printed: milliseconds twice, and the most memory in MB."""
    command = [sys.executable, "-m", "tests.benchmarks.scale.window_start", what, str(path)]
    compiled = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}  # as it is where it is installed
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=compiled)
    return [float(word) for word in done.stdout.split()]
