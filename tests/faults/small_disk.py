"""Troubles of a real disk, a small one in memory: full, read-only, taken away.

It is there for this process alone: `python -m tests.faults.small_disk FOLDER COUNT` runs in mounts
of its own (see `unshare`), and nothing is left of them when it ends, however it does.
"""

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from itertools import product
from pathlib import Path
from random import Random
from unittest.mock import patch

from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.verify import verify
from claimtracker.storage import engine
from claimtracker.storage.engine import Database, open_database
from tests.faults.troubled import Harm, Result, harmed
from tests.faults.troubles import Trouble
from tests.faults.ways_out import NAME, WAYS, contents, fault, fill
from tests.faults.working import EVERYTHING

BYTES = 12_000_000
_AT_ONE = 5  # open copy
_PIECES = (1 << 16, 1 << 12, 1 << 9, 1)


def mount(*words: str) -> None:
    """Mount as the command of this name does."""
    subprocess.run(["mount", *words], check=True, capture_output=True)


def unmount(place: Path) -> None:
    """Take away what was mounted last there, though somebody may use it."""
    subprocess.run(["umount", "-l", place], check=True, capture_output=True)


def _disk_of(path: Path) -> Path:
    return next(it for it in path.parents if it.is_mount())


@contextmanager
def _full(path: Path) -> Iterator[None]:
    filler = _disk_of(path) / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in _PIECES:
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    try:
        yield
    finally:
        filler.unlink()


@contextmanager
def _read_only(path: Path) -> Iterator[None]:
    """The same disk is there read-only; whoever has a file open can still write to that."""
    disk = _disk_of(path)
    mount("--bind", str(disk), str(disk))
    mount("-o", "remount,bind,ro", str(disk))
    try:
        yield
    finally:
        unmount(disk)


@contextmanager
def _unplugged(path: Path) -> Iterator[None]:
    disk = _disk_of(path)
    other = disk.with_name("other")
    mount("--bind", str(disk), str(other))
    unmount(disk)
    try:
        yield
    finally:
        mount("--bind", str(other), str(disk))
        unmount(other)


ON_A_DISK: dict[str, Trouble] = {
    "disk full": _full,
    "disk read-only": _read_only,
    "disk unplugged": _unplugged,
}


@dataclass
class Found:
    """What became of it all."""

    outcomes: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    writes: int = 0
    control: str = ""


def harm_operations(disk: Path, count: int, found: Found) -> None:
    """Harm so many operations by each trouble, some on one open copy of the case."""
    chance, outcomes = Random(3), Counter[Result]()
    kinds = product(ON_A_DISK.items(), (False, True))
    for number, ((name, trouble), is_at_commit) in enumerate(kinds):
        whats = chance.sample(list(EVERYTHING), min(count, len(EVERYTHING)))
        for first in range(0, len(whats), _AT_ONE):
            with _opened(disk) as database:
                for what in whats[first : first + _AT_ONE]:
                    harm = Harm(name, trouble, is_at_commit, is_connected=bool(number % 3))
                    result = harmed(database, what, harm, chance)
                    outcomes[result] += 1
                    if result not in (Result.REFUSED, Result.DONE):
                        found.wrong.append(f"{what}, {name}, at commit: {is_at_commit}: {result}")
                with database.session() as session:
                    found.wrong += verify(session).problems
    found.outcomes = {str(result): outcomes[result] for result in Result}


def harm_ways_out(disk: Path, count: int, found: Found) -> None:
    """Harm so many of the other writes by each trouble."""
    chance, folder = Random(4), disk / "beside"
    folder.mkdir()
    with _opened(disk) as database:
        fill(folder, database)
        before = contents(folder)
        for name, trouble in ON_A_DISK.items():
            for what in chance.sample(list(WAYS), min(count, len(WAYS))):
                found.writes += 1
                if problem := fault(WAYS[what], database, folder, trouble):
                    found.wrong.append(f"{what}, {name}: {problem}")
                _put_back(folder, before)


def harm_untold(disk: Path, found: Found) -> None:
    """A control: the full disk without our sentences, so that its own words come out."""
    harm = Harm("disk full", _full, is_at_commit=False, is_connected=True)
    with patch.object(engine, "refusal", return_value=None), _opened(disk) as database:
        found.control = harmed(database, add_claim.__qualname__, harm, Random(5))


@contextmanager
def _opened(disk: Path) -> Iterator[Database]:
    copy = Path(shutil.copytree(disk / "kept", disk / "case"))
    with closing(open_database(copy / NAME)) as database:
        yield database
    shutil.rmtree(copy)


def _put_back(folder: Path, before: dict[str, bytes]) -> None:
    shutil.rmtree(folder)
    for name, content in before.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def main(folder: Path, count: int) -> None:
    """Make the disk, put the case there, harm it and print what was found."""
    engine.PRAGMAS["busy_timeout"] = 20
    disk = folder / "disk"
    for place in (disk, folder / "other"):
        place.mkdir()
    mount("-t", "tmpfs", "-o", f"size={BYTES}", "claimtracker", str(disk))
    shutil.copytree(folder / "case", disk / "kept")
    found = Found()
    harm_operations(disk, count, found)
    harm_ways_out(disk, count, found)
    harm_untold(disk, found)
    print(json.dumps(asdict(found)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
