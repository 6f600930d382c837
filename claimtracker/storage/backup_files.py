"""The captured files of backups: each kept once, by its hash, however many backups name it."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage.file_store import FileState, FileStore
from claimtracker.storage.named_files import NamedFile
from claimtracker.storage.patience import IsStopped, never


@dataclass
class Carried:
    """How many captured files were there or brought there, and how many that are needed lack."""

    files: int = 0
    lacking: int = 0


def carry(
    named: Iterable[NamedFile], source: FileStore, target: FileStore, is_stopped: IsStopped = never
) -> Carried:
    """Copy into the target what it lacks; a file that is missing or changed is only counted.

    Raises ClaimTrackerError where the target cannot be written to.
    """
    carried = Carried()
    for file in named:
        if is_stopped():
            raise ClaimTrackerError("The copying was stopped; nothing was changed.")
        if _carry(file.sha256, source, target):
            carried.files += 1
        elif file.is_needed:
            carried.lacking += 1
    return carried


def remove_unnamed(store: FileStore, wanted: Iterable[NamedFile]) -> int:
    """Take away what is in the store and not among these; return how many files that were."""
    names = {file.sha256 for file in wanted}
    count = 0
    for sha256 in list(store.hashes()):
        if sha256 not in names:
            with suppress(OSError):  # what cannot be tidied does no harm
                store.path_of(sha256).unlink()
                count += 1
    return count


def _carry(sha256: str, source: FileStore, target: FileStore) -> bool:
    """Whether the target has the file now. One of the same name and size is taken for the same:
    hashing all of them each time would read the whole store; `verify` does that."""
    try:
        here, there = _size(source.path_of(sha256)), _size(target.path_of(sha256))
    except ClaimTrackerError:  # the database names it by what is no hash
        return False
    if there is not None:
        return here is None or here == there
    if source.state_of(sha256) is not FileState.UNCHANGED:
        return False
    return target.keep(source.path_of(sha256)).sha256 == sha256


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
