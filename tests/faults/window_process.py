"""A window in a process of its own, in places of its own, with what it left behind."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from tests.faults.recorded_calls import PROJECT

_MARK = "CLAIMTRACKER_TEST_MARK"
_LOCKS = "claimtracker-windows"  # stays: the lock of a database that nobody shows is no litter


@dataclass(frozen=True)
class Ended:
    """How a process ended: its status, its last words, when, and which of its own it left."""

    status: int
    words: str
    ended_at: float  # by time.monotonic(), one clock for all processes
    orphans: int
    litter: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        """Whether it ended by itself, said nothing of a fault, and left nothing behind."""
        return self.status == 0 and not self.orphans and not self.litter and not self.words


def run_window(folder: Path, module: str, *told: str) -> Ended:
    """Run this module offscreen with everything that it writes below the folder."""
    mark = uuid4().hex
    for name in ("home", "tmp", "work"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    said = folder / "said.txt"  # a pipe would be open as long as an orphan is
    with said.open("wb") as hears:
        ended = subprocess.run(
            [sys.executable, "-m", module, str(folder), *told],
            env=_surroundings(folder) | {_MARK: mark},
            cwd=folder / "work",
            stdout=subprocess.DEVNULL,
            stderr=hears,
            check=False,
        )
    ended_at = time.monotonic()
    words = said.read_text(encoding="utf-8", errors="replace")
    left = sorted(
        each.name for each in (folder / "tmp").iterdir() if not each.name.startswith(_LOCKS)
    )
    return Ended(ended.returncode, words, ended_at, sum(1 for _ in _marked(mark)), tuple(left))


def _surroundings(folder: Path) -> dict[str, str]:
    places = {f"XDG_{kind}_HOME": kind for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    own = {name: str(folder / "home" / place.lower()) for name, place in places.items()}
    return {
        **os.environ,
        **own,
        "CLAIMTRACKER_SETTINGS": str(folder / "home" / "settings.toml"),
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "PYTHONPATH": str(PROJECT),
        "QT_QPA_PLATFORM": "offscreen",
    }


def _marked(mark: str) -> Iterator[int]:
    """The processes that were started by the one with this mark; they are ended."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            is_ours = mark.encode() in (place / "environ").read_bytes()
        except OSError:  # it ended just now, or is another person's
            continue
        if is_ours:
            yield int(place.name)
            os.kill(int(place.name), 9)
