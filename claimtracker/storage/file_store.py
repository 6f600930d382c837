"""Captured files beside the database, named by their SHA-256: no name from outside is a path."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from claimtracker.claims.errors import ClaimTrackerError

_PIECE_BYTES = 1 << 20
_FOLDERS = 4  # that may be new, or have a new name in them: files/ab/cd and the one above


@dataclass(frozen=True)
class StoredFile:
    """A file in the store."""

    sha256: str
    size: int


class FileStore:
    """The folder `files` beside the database; a file lies at ab/cd/abcd..."""

    def __init__(self, database_path: Path) -> None:
        self._folder = database_path.parent / "files"

    def path_of(self, sha256: str) -> Path:
        """Where the file with this hash lies; it need not be there."""
        return self._folder / sha256[:2] / sha256[2:4] / sha256

    def keep(self, original: Path) -> StoredFile:
        """Copy a file into the store; the same bytes are kept once.

        Written to a temporary name, flushed, then renamed: a crash leaves no half file.
        Raises ClaimTrackerError when the file cannot be read or the copy not be written.
        """
        try:
            return self._keep(original)
        except OSError as error:
            raise ClaimTrackerError(f"{original} cannot be kept: {error.strerror}.") from error

    def _keep(self, original: Path) -> StoredFile:
        if not original.is_file():
            raise ClaimTrackerError(f"{original} is not a file.")
        self._folder.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with (
            original.open("rb") as source,
            tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as copy,
        ):
            try:
                while piece := source.read(_PIECE_BYTES):
                    digest.update(piece)
                    size += len(piece)
                    copy.write(piece)
                copy.flush()
                os.fsync(copy.fileno())
            except BaseException:
                Path(copy.name).unlink(missing_ok=True)
                raise
        return self._place(Path(copy.name), StoredFile(digest.hexdigest(), size))

    def _place(self, copy: Path, stored: StoredFile) -> StoredFile:
        place = self.path_of(stored.sha256)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(copy, place)
            for folder in place.parents[:_FOLDERS]:
                _flush(folder)
        except OSError:
            copy.unlink(missing_ok=True)
            raise
        return stored


def _flush(folder: Path) -> None:
    """Bring a new name to the disk, as fsync of a file does not; Windows has no such call."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
