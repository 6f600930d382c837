"""The locks as they are read: each package with its version, hashes, and who asked for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[2]
PROGRAM, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"
EVERY_LOCK = (PROGRAM, DEVELOPMENT, "requirements-audit.txt", "requirements-bench.txt")

HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})\b")
ENTRY = re.compile(r"^(?=[^\s#])", re.MULTILINE)
ASKED_BY = re.compile(
    r"^ +# (?:via )?(?: +)?(?P<name>[\w.-]+)(?P<file> \(pyproject\.toml.*\))?$", re.M
)


@dataclass(frozen=True)
class Locked:
    """One package of a lock."""

    name: str
    version: str
    hashes: tuple[str, ...]
    asked_by: tuple[str, ...]
    """Canonical names; the program itself asks as `claimtracker`."""
    is_here: bool
    """Whether it belongs on this system: some belong on others only."""

    @property
    def bare(self) -> str:
        """The line that locks it, on whatever system."""
        return " ".join(
            [f"{self.name}=={self.version}", *(f"--hash=sha256:{each}" for each in self.hashes)]
        )


def locked(name: str) -> list[Locked]:
    """Read a lock of the project by its file name."""
    return list(read(PROJECT.joinpath(name).read_text(encoding="utf-8")))


def read(text: str) -> Iterator[Locked]:
    """Read the text of a lock. Raises ValueError for a line that locks nothing by a hash."""
    for entry in ENTRY.split(text):
        if entry.strip() and not entry.startswith("#"):
            yield _read(entry)


def _read(entry: str) -> Locked:
    line = entry.partition(" \\")[0].partition("\n")[0].strip()
    found = Requirement(line)
    (pin,) = found.specifier or (None,)
    hashes = tuple(HASH.findall(entry))
    if pin is None or pin.operator != "==" or not hashes:
        raise ValueError(f"not locked by version and hash: {line}")
    asked = (match["name"] for match in ASKED_BY.finditer(entry) if match["name"] != "via")
    return Locked(
        canonicalize_name(found.name),
        pin.version,
        hashes,
        tuple(map(canonicalize_name, asked)),
        found.marker is None or found.marker.evaluate(),
    )
