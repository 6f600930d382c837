"""Asks about known holes in every locked package; what was not answered is never called clean.

pip-audit ends with 0 and "No known vulnerabilities found" also where the service knew none of the
packages. So each answer is counted, and a release with known holes is asked about along with them.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.supply_chain.locks import EVERY_LOCK, Locked, locked

# pip-audit's names of those who keep lists of holes, in the order in which they are asked.
SERVICES = ("pypi", "osv")
# CVE-2019-11324, CVE-2020-26137 and others: who knows nothing of it knows nothing.
CONTROL = Locked("urllib3", "1.24.1", ("0" * 64,), (), True)
CLEAN, HOLES, NOT_ASKED = 0, 1, 2
SECONDS = 600

Ask = Callable[[str, Sequence[Locked]], dict[str, Any] | None]


@dataclass(frozen=True)
class Outcome:
    """What a service said of the locked packages."""

    holes: tuple[str, ...]
    unanswered: tuple[str, ...]
    knows_control: bool

    @property
    def is_whole(self) -> bool:
        """Whether the answer can be relied on."""
        return self.knows_control and not self.unanswered


def asking(program: str) -> Ask:
    """Ask by this pip-audit; None stands for an answer that did not come."""

    def ask(service: str, packages: Sequence[Locked]) -> dict[str, Any] | None:
        with tempfile.TemporaryDirectory() as folder:
            asked, answer = Path(folder, "asked.txt"), Path(folder, "answer.json")
            asked.write_text("\n".join(each.bare for each in packages), encoding="utf-8")
            words = [program, "-r", str(asked), "--disable-pip", "--require-hashes", "-s", service]
            words += ["-f", "json", "-o", str(answer), "--progress-spinner", "off"]
            try:
                subprocess.run(words, capture_output=True, check=False, timeout=SECONDS)
                told: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
            except (OSError, ValueError, subprocess.TimeoutExpired):
                return None
            return told

    return ask


def outcome(ask: Ask, service: str, packages: Sequence[Locked]) -> Outcome:
    """Ask one service about all packages, and about one that is known to have holes."""
    found = _answers(ask(service, packages))
    control = _answers(ask(service, [CONTROL]))
    holes = [
        f"{package.name} {package.version}: {hole}"
        for package in packages
        for hole in found.get(_key(package), ())
    ]
    unanswered = [package.name for package in packages if _key(package) not in found]
    return Outcome(tuple(holes), tuple(unanswered), bool(control.get(_key(CONTROL))))


def _key(package: Locked) -> tuple[str, str]:
    return package.name, package.version


def _answers(told: dict[str, Any] | None) -> dict[tuple[str, str], list[str]]:
    """The holes of each package that was looked up; what was skipped is left out."""
    return {
        (each["name"], each["version"]): [hole["id"] for hole in each["vulns"]]
        for each in (told or {}).get("dependencies", [])
        if "vulns" in each
    }


def report(ask: Ask, packages: Sequence[Locked]) -> tuple[int, list[str]]:
    """The exit status and what is to be said, from the first service that answers in full."""
    lines: list[str] = []
    holes: set[str] = set()
    for service in SERVICES:
        found = outcome(ask, service, packages)
        holes.update(found.holes)
        answered = len(packages) - len(found.unanswered)
        lines.append(f"{service}: {answered} of {len(packages)} packages answered for.")
        if not found.knows_control:
            lines.append(f"{service}: knew no hole of {CONTROL.name} {CONTROL.version} either.")
        if found.is_whole:
            break
    else:
        lines.append("NOT AUDITED: no service could be asked about everything; nothing is proved.")
        return (HOLES if holes else NOT_ASKED), [*lines, *sorted(holes)]
    if holes:
        return HOLES, [*lines, f"{len(holes)} known holes:", *sorted(holes)]
    return CLEAN, [*lines, "No known hole; the control was found."]


def every_package() -> list[Locked]:
    """Each package of each lock, once a version."""
    found = {_key(package): package for lock in EVERY_LOCK for package in locked(lock)}
    return [found[key] for key in sorted(found)]


def main(program: str) -> int:
    """Print what is known against the locked packages."""
    status, lines = report(asking(program), every_package())
    print("\n".join(lines), file=sys.stdout if status == CLEAN else sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
