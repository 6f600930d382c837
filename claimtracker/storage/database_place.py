"""Where a database lies: its path made plain, and the place checked before SQLite touches it."""

import os
from pathlib import Path

from claimtracker.claims.errors import ClaimTrackerError


def located(path: Path) -> Path:
    """The file itself, links followed: captured files lie beside it, however it is reached."""
    if "\0" in str(path):  # SQLite would end the name there and open another file
        raise ClaimTrackerError("The path of a database cannot hold a NUL.")
    try:
        return Path(os.path.realpath(os.path.expanduser(path)))
    except OSError as error:
        told = f"{path} cannot be found: the working folder is gone."
        raise ClaimTrackerError(told) from error


def is_begun(path: Path) -> bool:
    """Whether there is anything; a creation that was killed leaves an empty file."""
    try:
        return not path.is_file() or path.stat().st_size > 0
    except OSError:  # closed to us, or gone just now: what opens it will say so
        return True


def refuse_unfit(path: Path) -> None:
    """Refuse what is no file, and what cannot be written to.

    Nothing is read here: closing the file would drop the locks that this very program holds on
    it (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    folder = path.parent
    if os.path.isdir(path):
        raise ClaimTrackerError(f"{path} is a folder, not a database.")
    if not os.path.isdir(folder):
        raise ClaimTrackerError(f"The folder {folder} does not exist.")
    is_there = os.path.exists(path)  # Path.exists raises where a folder above is closed to us
    target = path if is_there else folder
    if not (os.access(target, os.W_OK) and os.access(folder, os.W_OK)):
        raise ClaimTrackerError(
            f"{path} cannot be written to: the file or its folder is read-only. Allow writing "
            "there, or choose another place."
        )
    if is_there and not os.path.isfile(path):  # reading from a pipe would wait for ever
        raise ClaimTrackerError(f"{path} is not a ClaimTracker database.")


def remove_unbegun(path: Path) -> None:
    """Take away the empty file of a creation that failed; another program's work stays."""
    if not is_begun(path) and not os.path.exists(f"{path}-journal"):
        path.unlink()
