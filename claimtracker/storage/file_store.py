"""Captured files beside the database, named by their SHA-256: no name from outside is a path."""

import errno
import hashlib
import os
import re
import stat
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.file_faults import reason

_PIECE_BYTES = 1 << 20
_FOLDERS = 4  # that may be new, or have a new name in them: files/ab/cd and the one above
_NAME = re.compile(r"[0-9a-f]{64}")
_MOST_AT_ONCE = 200_000_000  # bytes of a file that are held in memory
_UNFINISHED = ".part-"  # before the name of a copy that is being made
_LEFT_OVER_SECONDS = 24 * 60 * 60  # after which nobody is making it any more
# So that what was put in a file's place, a pipe or a link elsewhere, holds nobody up.
_ONLY_FILES = sum(getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY"))


@dataclass(frozen=True)
class StoredFile:
    """A file in the store."""

    sha256: str
    size: int


class FileState(StrEnum):
    """What became of a file since it was captured."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MISSING = "missing"
    UNREADABLE = "unreadable"


_REFUSALS = {
    FileState.CHANGED: "The same bytes were captured before, and the file was changed since: "
    "{place}.",
    FileState.UNREADABLE: "The same bytes were captured before, and the file cannot be read: "
    "{place}.",
}


class FileStore:
    """The folder `files` beside the database; a file lies at ab/cd/abcd..."""

    def __init__(self, database_path: Path) -> None:
        self._folder = database_path.parent / "files"

    def path_of(self, sha256: str) -> Path:
        """Where the file with this hash lies; it need not be there.

        Raises ClaimTrackerError for what is no hash: a database made elsewhere may hold anything.
        """
        if not _NAME.fullmatch(sha256):
            raise ClaimTrackerError("The database names a captured file by what is no SHA-256.")
        return self._folder / sha256[:2] / sha256[2:4] / sha256

    def keep(self, original: Path) -> StoredFile:
        """Copy a file into the store; the same bytes are kept once.

        Written to a temporary name, flushed, then renamed: a crash leaves no half file.
        Raises ClaimTrackerError when the file cannot be read or the copy not be written.
        """
        try:
            if not original.is_file():
                raise ClaimTrackerError(f"{original} is not a file.")
            with original.open("rb") as source:
                return self._keep(_pieces(source.read))
        except OSError as error:
            raise ClaimTrackerError(
                f"{original} cannot be kept in {self._folder}: {reason(error)}."
            ) from error

    def keep_bytes(self, content: bytes) -> StoredFile:
        """Put bytes into the store as `keep` does a file."""
        try:
            return self._keep([content])
        except OSError as error:
            told = f"What was captured cannot be kept in {self._folder}: {reason(error)}."
            raise ClaimTrackerError(told) from error

    def content_of(self, sha256: str) -> bytes:
        """Return a captured file's bytes; raises ClaimTrackerError where it is gone or changed."""
        try:
            with _opened(self.path_of(sha256)) as file:
                content = file.read(_MOST_AT_ONCE + 1)
        except OSError as error:
            told = f"The captured file {sha256[:12]}… cannot be read: {error.strerror}."
            raise ClaimTrackerError(told) from error
        if len(content) > _MOST_AT_ONCE:
            raise ClaimTrackerError("The captured file is too large to be shown.")
        if hashlib.sha256(content).hexdigest() != sha256:
            raise ClaimTrackerError(f"The captured file {sha256[:12]}… was changed since.")
        return content

    def state_of(self, sha256: str) -> FileState:
        """Hash the file anew and say whether it is still what was captured; reads all of it."""
        digest = hashlib.sha256()
        try:
            with _opened(self.path_of(sha256)) as file:
                for piece in _pieces(file.read):
                    digest.update(piece)
        except FileNotFoundError:
            return FileState.MISSING
        except (OSError, ClaimTrackerError):
            return FileState.UNREADABLE
        return FileState.UNCHANGED if digest.hexdigest() == sha256 else FileState.CHANGED

    def hashes(self) -> Iterator[str]:
        """Name every file of the store, where `path_of` puts it; anything else is not ours."""
        for path in self._folder.glob("??/??/*"):
            if _NAME.fullmatch(path.name) and path == self.path_of(path.name):
                yield path.name

    def remove_left_over(self) -> None:
        """Take away copies whose making was broken off, as by a power cut, a day ago or more."""
        latest = time.time() - _LEFT_OVER_SECONDS
        with suppress(OSError):  # what cannot be tidied does no harm
            for copy in self._folder.glob(f"{_UNFINISHED}*"):
                if copy.stat().st_mtime < latest:
                    copy.unlink()

    def _keep(self, pieces: Iterable[bytes]) -> StoredFile:
        self._folder.mkdir(exist_ok=True)  # never what is above: a drive that is away comes back
        digest, size = hashlib.sha256(), 0
        with tempfile.NamedTemporaryFile(
            dir=self._folder, prefix=_UNFINISHED, delete=False
        ) as copy:
            try:
                for piece in pieces:
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
        state = self.state_of(stored.sha256)
        if state in _REFUSALS:  # never repaired without a word
            copy.unlink(missing_ok=True)
            raise ClaimTrackerError(_REFUSALS[state].format(place=place))
        try:
            if state is FileState.UNCHANGED:
                copy.unlink()
            else:
                for folder in (place.parent.parent, place.parent):
                    folder.mkdir(exist_ok=True)
                os.replace(copy, place)
            # Also of one that is there already: another program may have put it there just now.
            for folder in place.parents[:_FOLDERS]:
                flush(folder)
        except OSError:
            copy.unlink(missing_ok=True)
            raise
        return stored


def _opened(path: Path) -> BinaryIO:
    """Open a file for reading; raises OSError for what is none."""
    file = open(path, "rb", opener=_only_files)  # noqa: SIM115 - who asked for it closes it
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "it is no file")
    return file


def _only_files(path: str, flags: int) -> int:
    return os.open(path, flags | _ONLY_FILES)


def _pieces(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while piece := read(_PIECE_BYTES):
        yield piece


def flush(folder: Path) -> None:
    """Bring a new name to the disk, as fsync of a file does not; Windows has no such call."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
