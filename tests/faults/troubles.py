"""What can befall the place of a database while it is open, and how it is over again.

A new trouble joins by one line; the tests walk the table.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

Trouble = Callable[[Path], AbstractContextManager[None]]
"""Given the path of a database; the trouble lasts as long as the context."""


_NOBODY = 65534

needs_posix = pytest.mark.skipif(
    os.name != "posix", reason="Windows moves and deletes no open file, and knows no such limits"
)


@contextmanager
def _files_end_at(size: int) -> Iterator[None]:
    """Let no file grow past so many bytes: a quota, as the system itself keeps it."""
    import resource  # which Windows does not have

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _no_byte(_path: Path) -> AbstractContextManager[None]:
    """Nothing can be written, not even the journal."""
    return _files_end_at(0)


def _journal_only(path: Path) -> AbstractContextManager[None]:
    """The journal finds room, and what is changed does not: nor what would be played back."""
    return _files_end_at(path.stat().st_size // 3)


def _no_growth(path: Path) -> AbstractContextManager[None]:
    """What is there can be changed, and nothing be added."""
    return _files_end_at(path.stat().st_size)


@contextmanager
def _mode(place: Path, mode: int) -> Iterator[None]:
    """Take rights away; whom no mode stops, as root, is somebody else meanwhile."""
    before = place.stat().st_mode
    place.chmod(mode)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        place.chmod(before)


def _folder_read_only(path: Path) -> AbstractContextManager[None]:
    return _mode(path.parent, 0o555)


def _folder_closed(path: Path) -> AbstractContextManager[None]:
    return _mode(path.parent, 0)


def _file_closed(path: Path) -> AbstractContextManager[None]:
    return _mode(path, 0)


@contextmanager
def _file_elsewhere(path: Path) -> Iterator[None]:
    """The file is moved away, and back."""
    away = path.with_name("elsewhere")
    path.rename(away)
    try:
        yield
    finally:
        away.rename(path)


@contextmanager
def _file_deleted(path: Path) -> Iterator[None]:
    """The file is deleted, and a copy that somebody had is put there."""
    kept = path.parent.with_name(f"{path.parent.name}-kept")
    shutil.copy2(path, kept)
    path.unlink()
    try:
        yield
    finally:
        shutil.move(kept, path)


@contextmanager
def _folder_elsewhere(path: Path) -> Iterator[None]:
    """The folder is gone with all that is in it, as with a drive, and comes back."""
    away = path.parent.with_name(f"{path.parent.name}-away")
    path.parent.rename(away)
    try:
        yield
    finally:
        shutil.rmtree(path.parent, ignore_errors=True)  # what somebody made there meanwhile
        away.rename(path.parent)


@contextmanager
def _folder_empty(path: Path) -> Iterator[None]:
    """The same, and meanwhile an empty folder is there, as where a drive was mounted."""
    with _folder_elsewhere(path):
        path.parent.mkdir()
        yield


NO_ROOM: dict[str, Trouble] = {
    "no byte can be written": _no_byte,
    "room for the journal only": _journal_only,
    "no file can grow": _no_growth,
}
PLACE_CLOSED: dict[str, Trouble] = {
    "folder read-only": _folder_read_only,
    "folder closed": _folder_closed,
}
PLACE_GONE: dict[str, Trouble] = {
    "drive removed": _folder_elsewhere,
    "drive removed, its folder empty": _folder_empty,
}
FILE: dict[str, Trouble] = {
    "file closed": _file_closed,
    "file moved away": _file_elsewhere,
    "file deleted": _file_deleted,
}
TROUBLES = NO_ROOM | PLACE_CLOSED | PLACE_GONE | FILE
