"""Databases that were closed before a change in them was done: a line each, beside the settings.

A file of its own, to which each window adds its line: of the settings it writes what it knows, and
would take away what another one noted.
"""

import json
from contextlib import suppress
from pathlib import Path

_NAME = "left-off.jsonl"
_MOST = 100_000  # bytes that are read of a file that somebody may have spoilt


def note_left_off(settings: Path, database: Path) -> None:
    """Note that a change in this database was left off; a place that takes no note has none."""
    with suppress(OSError):
        settings.parent.mkdir(parents=True, exist_ok=True)
        with settings.with_name(_NAME).open("a", encoding="ascii") as file:
            file.write(f"{json.dumps(str(database))}\n")


def noted_left_off(settings: Path) -> list[str]:
    """Return the databases that were noted, each once, in the order of the notes."""
    try:
        with settings.with_name(_NAME).open(encoding="ascii", errors="replace") as file:
            lines = file.read(_MOST).splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        with suppress(ValueError, RecursionError):
            found.append(json.loads(line))
    return list(dict.fromkeys(each for each in found if each and isinstance(each, str)))


def forget_left_off(settings: Path) -> None:
    """Take the notes away once a person was told."""
    with suppress(OSError):
        settings.with_name(_NAME).unlink()
