"""What a process asked of the disk, call by call, as strace records it."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
_CALLS = (
    "openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,linkat,"
    "unlink,unlinkat,mkdir,mkdirat,rmdir"
)
_ANY_LENGTH = "100000000"
_LINE = re.compile(r"(?P<name>\w+)\((?P<given>.*)\) += (?P<answer>-?\d+)")
_PART = re.compile(r'(?P<file>\w+)?<(?P<path>[^>]*)>|"(?P<text>[^"]*)"|(?P<word>[\w|]+)')


class Kind(StrEnum):
    """What a call does to the disk, or that it tells of something."""

    MAKE = "make"
    WRITE = "write"
    CUT = "cut"
    SYNC = "sync"
    RENAME = "rename"
    REMOVE = "remove"
    MAKE_FOLDER = "make folder"
    TELL = "tell"


@dataclass(frozen=True)
class Call:
    """One call: about which file, where in it, and what is written or told there."""

    kind: Kind
    path: Path
    data: bytes = b""
    offset: int | None = None  # None is at the end
    to: Path | None = None


def recorded(path: Path, *words: str) -> list[Call]:
    """Run the process that works on this database; return its calls about the files there.

    Skips the test where strace is not there, or may not look at other processes.
    """
    program = shutil.which("strace")
    if program is None:
        pytest.skip("the calls to the disk are recorded by strace, which is not installed")
    log = path.parent.with_suffix(".calls")
    watching = [program, "-y", "-xx", "-qq", "-s", _ANY_LENGTH, "-e", "signal=none"]
    watching += ["-e", f"trace={_CALLS}", "-o", str(log)]
    working = [sys.executable, "-m", "tests.faults.working", str(path), *words]
    ran = subprocess.run([*watching, *working], cwd=PROJECT, capture_output=True, text=True)
    if ran.returncode and "ptrace" in ran.stderr:
        pytest.skip("strace may not look at other processes here")
    assert ran.returncode == 0, ran.stderr
    with log.open(encoding="ascii") as lines:
        return [call for line in lines for call in _call(line, path.parent)]


def _call(line: str, folder: Path) -> Iterator[Call]:
    found = _LINE.match(line)
    if found is None or found["answer"].startswith("-"):
        return
    name, parts = found["name"], list(_PART.finditer(found["given"]))
    if name == "write" and parts[0]["file"] == "1":
        yield Call(Kind.TELL, folder, _bytes(parts[1]["text"]))
        return
    call = _READERS[name](parts)
    if call is not None and call.path.is_relative_to(folder):
        yield call


def _bytes(told: str) -> bytes:
    return bytes.fromhex(told.replace("\\x", ""))


def _path(told: str) -> Path:
    return Path(_bytes(told).decode())


def _paths(parts: list[re.Match[str]]) -> list[Path]:
    """The paths that are named; one that is not absolute is below the folder before it."""
    found, base = [], PROJECT
    for part in parts:
        if part["path"] is not None:
            base = _path(part["path"])
        elif part["text"] is not None:
            found.append(base / _path(part["text"]))
    return found


def _opened(parts: list[re.Match[str]]) -> Call | None:
    (path,) = _paths(parts)
    flags = {flag for part in parts if part["word"] for flag in part["word"].split("|")}
    if "O_TRUNC" in flags:
        return Call(Kind.CUT, path, offset=0)
    return Call(Kind.MAKE, path) if "O_CREAT" in flags else None


def _written(parts: list[re.Match[str]]) -> Call:
    numbers = [int(part["word"]) for part in parts[2:]]
    offset = numbers[1] if len(numbers) > 1 else None
    return Call(Kind.WRITE, _path(parts[0]["path"]), _bytes(parts[1]["text"]), offset)


def _cut(parts: list[re.Match[str]]) -> Call:
    return Call(Kind.CUT, _path(parts[0]["path"]), offset=int(parts[1]["word"]))


def _synced(parts: list[re.Match[str]]) -> Call:
    return Call(Kind.SYNC, _path(parts[0]["path"]))


def _renamed(parts: list[re.Match[str]]) -> Call:
    path, to = _paths(parts)
    return Call(Kind.RENAME, path, to=to)


def _removed(parts: list[re.Match[str]]) -> Call:
    return Call(Kind.REMOVE, _paths(parts)[0])


def _folder_made(parts: list[re.Match[str]]) -> Call:
    return Call(Kind.MAKE_FOLDER, _paths(parts)[0])


def _unknown(parts: list[re.Match[str]]) -> Call:
    """A call that the program is not known to make: what it does would be missed."""
    raise NotImplementedError(str([part.group() for part in parts]))


_READERS = {
    "openat": _opened,
    "write": _written,
    "pwrite64": _written,
    "ftruncate": _cut,
    "fsync": _synced,
    "fdatasync": _synced,
    "rename": _renamed,
    "renameat": _renamed,
    "renameat2": _renamed,
    "link": _unknown,
    "linkat": _unknown,
    "unlink": _removed,
    "unlinkat": _removed,
    "rmdir": _removed,
    "mkdir": _folder_made,
    "mkdirat": _folder_made,
}
