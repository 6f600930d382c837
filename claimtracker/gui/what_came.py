"""Says what came of what was under way while a database was closed: a restore, a change."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.changes import Changes
from claimtracker.left_off_notes import forget_left_off, noted_left_off


class Outcome(NamedTuple):
    """What came of a restore, in words, and whether it was done."""

    words: str
    is_done: bool


def say_what_came(changes: Changes, restored: Outcome | None, settings: Path | None) -> None:
    """Say what came of a restore, and once which change was left off, of whichever database.

    That is noted beside these settings. What is refused is said together: each sentence takes the
    place of the last.
    """
    refused = []
    if restored is not None and restored.is_done:
        changes.said.emit(restored.words)
    elif restored is not None:
        refused.append(restored.words)
    paths = noted_left_off(settings) if settings is not None else []
    if paths:
        refused.append(_words(paths))
    if refused:
        changes.refused.emit(" ".join(refused))
    if settings is not None and paths:
        forget_left_off(settings)


def _words(paths: Sequence[str]) -> str:
    closed = f"{paths[0]}{f' (and {len(paths) - 1} more)' if len(paths) > 1 else ''}"
    told = (
        f"When {closed} was closed, a change there was still under way: it was left off, and "
        "nothing of it was stored. Do it again if you still want it."
    )
    return str(ClaimTrackerError(told))  # a path may hold anything
