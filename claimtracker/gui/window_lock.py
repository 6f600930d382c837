"""That a database is shown in a window: a lock that the system lets go of with its program.

One for each database file and each user. Nothing of Qt is needed, so that the start can ask before
anything is loaded.
"""

import hashlib
import os
import stat
import sys
import tempfile
from contextlib import suppress
from getpass import getuser
from pathlib import Path

_FOLDER = "claimtracker-windows"


class WindowLock:
    """Held as long as this object is kept; `place` is where other programs meet it."""

    def __init__(self, place: Path | None, held: int | None = None) -> None:
        self.place = place
        self._held = held

    @classmethod
    def take(cls, path: Path) -> "WindowLock | None":
        """Take the lock of a database; None where another window has it.

        Where there is no folder to meet in, each window goes its own way, with a lock of nothing.
        """
        try:
            place = meeting_place(path)
            return cls(place, _locked(place))
        except BlockingIOError:
            return None
        except (OSError, ValueError):  # ValueError: a NUL in the path, which no file has
            return cls(None)

    @classmethod
    def beside_another(cls, path: Path) -> "WindowLock":
        """What stands in for the lock where the window that has it does not answer."""
        return cls(meeting_place(path))

    @property
    def is_held(self) -> bool:
        """Whether other programs find this window by it."""
        return self._held is not None

    @property
    def is_beside_another(self) -> bool:
        """Whether another window has the database as well."""
        return self.place is not None and self._held is None

    def is_for(self, path: Path) -> bool:
        """Whether this is the lock of that database, however its file is reached."""
        try:
            return self.place is not None and self.place == meeting_place(path)
        except (OSError, ValueError):
            return False

    def let_go(self) -> None:
        """Let the next window have it; the file goes first, while nobody else can hold it."""
        held, self._held = self._held, None
        if held is not None and self.place is not None:
            with suppress(OSError):  # not on Windows, where a file that is open stays
                self.place.unlink()
            os.close(held)
        self.place = None

    def __del__(self) -> None:
        self.let_go()


def meeting_place(path: Path) -> Path:
    """The lock file of a database: the same one however its file is reached.

    Raises OSError where the folder cannot be made, or somebody else could write to it.
    """
    whole = os.path.normcase(os.path.realpath(os.path.expanduser(path)))
    named = os.fsencode(f"{_user()}\n{whole}")
    return _own_folder() / hashlib.sha256(named).hexdigest()[:24]


def socket_name(place: Path) -> str:
    """What the window listens to, beside its lock; on Windows a pipe, which lies in no folder."""
    return f"claimtracker-{place.name}" if sys.platform == "win32" else f"{place}.s"


def _own_folder() -> Path:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = Path(runtime) / _FOLDER
    if not os.path.isdir(runtime):
        folder = Path(tempfile.gettempdir()) / f"{_FOLDER}-{_user()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if sys.platform != "win32":  # where the user's temporary folder is nobody else's
        found = folder.lstat()
        is_own = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
        if not is_own or found.st_mode & 0o077:
            raise PermissionError(f"{folder} is open to others.")
    return folder


def _user() -> str:
    return getuser() if sys.platform == "win32" else str(os.getuid())


def _locked(place: Path) -> int:
    """Open the file and lock it; raise BlockingIOError where another program has it."""
    while True:
        descriptor = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            _lock(descriptor)
            if _is_there(place, descriptor):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # it was let go of, and taken away, after we had opened it


def _is_there(place: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(place.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(str(error)) from error
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
