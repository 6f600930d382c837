"""Says which change did not come to its end before a database was closed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.changes import Changes
from claimtracker.left_off_notes import forget_left_off, noted_left_off


def tell_left_off(changes: Changes, settings: Path) -> None:
    """Say it once, of whichever database, beside whose settings it was noted.

    After all that is said of the same moment: what was restored would hide it.
    """
    QTimer.singleShot(0, changes, partial(_tell, changes, settings))


def _tell(changes: Changes, settings: Path) -> None:
    if paths := noted_left_off(settings):
        changes.refused.emit(_words(paths))
        forget_left_off(settings)


def _words(paths: Sequence[str]) -> str:
    closed = f"{paths[0]}{f' (and {len(paths) - 1} more)' if len(paths) > 1 else ''}"
    told = (
        f"When {closed} was closed, a change there was still under way: it was left off, and "
        "nothing of it was stored. Do it again if you still want it."
    )
    return str(ClaimTrackerError(told))  # a path may hold anything
