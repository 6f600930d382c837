"""A disk as it may be found after a power cut: what was not flushed came in part, or not at all.

Of a file, each sector of each write since the last fsync may be there or not, and so may each
change of its length. Of a folder, each name since the last fsync of the folder may be. Nothing that
was flushed is ever lost. POSIX promises no more than that, and most disks keep more.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from random import Random
from typing import TypeVar

from tests.faults.recorded_calls import Call, Kind

SECTOR = 512

T = TypeVar("T")


@dataclass(frozen=True)
class Piece:
    """Bytes that are written somewhere, or, without any, the length that a file is given."""

    offset: int
    data: bytes = b""

    def put(self, content: bytearray) -> None:
        """Write it."""
        end = self.offset + len(self.data)
        if not self.data:
            del content[end:]
        content.extend(bytes(max(0, self.offset - len(content))))
        content[self.offset : end] = self.data

    def sectors(self) -> list["Piece"]:
        """Return it cut up where one sector ends and another begins."""
        if not self.data:
            return [self]
        end = self.offset + len(self.data)
        starts = [self.offset, *range((self.offset // SECTOR + 1) * SECTOR, end, SECTOR)]
        stops = [*starts[1:], end]
        return [
            Piece(a, self.data[a - self.offset : b - self.offset])
            for a, b in zip(starts, stops, strict=True)
        ]


@dataclass(eq=False)
class File:
    """What of a file is surely on the disk, what it is for the program, and what lies between."""

    flushed: bytearray = field(default_factory=bytearray)
    seen: bytearray = field(default_factory=bytearray)
    pending: list[Piece] = field(default_factory=list)

    def write(self, piece: Piece) -> None:
        """Note what is written; it is on its way."""
        piece.put(self.seen)
        self.pending.append(piece)

    def flush(self) -> None:
        """Bring all of it to the disk."""
        self.flushed = bytearray(self.seen)
        self.pending.clear()


class Folder(Enum):
    """What stands for a name that is a folder."""

    HERE = "here"


@dataclass(frozen=True)
class Naming:
    """That a name comes to stand for something, or for nothing; `moved` is what has to be first."""

    path: Path
    held: File | Folder | None
    moved: "Naming | None" = None

    def put(self, names: "Names") -> None:
        """Carry it out; an old name never goes before the new one is there."""
        if self.moved is not None and names.get(self.moved.path) is not self.moved.held:
            return
        if self.held is None:
            names.pop(self.path, None)
        else:
            names[self.path] = self.held


Names = dict[Path, File | Folder]


class Arrival(Enum):
    """How much of what is on its way arrives."""

    ALL = "all"
    NOTHING = "nothing"
    FIRST = "the first of it"
    ANY = "any of it"


def arrived(pending: list[T], chance: Random) -> list[T]:
    """Choose what arrives, each in its turn."""
    kind = chance.choice(list(Arrival))
    if kind is Arrival.ANY:
        likelihood = chance.choice((0.1, 0.5, 0.9))
        return [each for each in pending if chance.random() < likelihood]
    counts = {Arrival.ALL: len(pending), Arrival.NOTHING: 0}
    return pending[: counts.get(kind, chance.randint(0, len(pending)))]


class Disk:
    """The files below a folder, call by call."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: Names = {}
        self._pending: list[Naming] = []
        for path in sorted(folder.rglob("*")):
            content = path.read_bytes() if path.is_file() else b""
            held = File(bytearray(content), bytearray(content))
            self._names[path] = held if path.is_file() else Folder.HERE
        self._seen = dict(self._names)

    def take(self, call: Call) -> None:
        """Carry out a call."""
        _CARRIED_OUT[call.kind](self, call)

    def cut_power(self, place: Path, chance: Random) -> None:
        """Write into an empty place what is found when there is power again."""
        names = dict(self._names)
        for naming in arrived(self._pending, chance):
            naming.put(names)
        place.mkdir()
        for path, held in sorted(names.items()):
            goal = place / path.relative_to(self._folder)
            if goal.parent.is_dir():  # what is in a folder without a name is lost with it
                goal.mkdir() if held is Folder.HERE else goal.write_bytes(_found(held, chance))

    def contents(self) -> dict[Path, bytes]:
        """What every file is for the program."""
        return {path: bytes(it.seen) for path, it in self._seen.items() if isinstance(it, File)}

    def _name(self, naming: Naming) -> None:
        naming.put(self._seen)
        self._pending.append(naming)

    def _file(self, path: Path) -> File | None:
        """The file of this name; None once it has none, when nobody can find it again."""
        held = self._seen.get(path)
        return held if isinstance(held, File) else None

    def make(self, call: Call) -> None:
        """Give a new file its name; one that is there stays."""
        if call.path not in self._seen:
            self._name(Naming(call.path, File()))

    def write(self, call: Call) -> None:
        """Write into a file."""
        if call.data and (file := self._file(call.path)) is not None:
            offset = len(file.seen) if call.offset is None else call.offset
            file.write(Piece(offset, call.data))

    def cut(self, call: Call) -> None:
        """Give a file another length; it is made where it is not there."""
        self.make(call)
        if (file := self._file(call.path)) is not None:
            file.write(Piece(call.offset or 0))

    def sync(self, call: Call) -> None:
        """Flush a file, or the names in a folder."""
        if (file := self._file(call.path)) is not None:
            file.flush()
            return
        here = [each for each in self._pending if each.path.parent == call.path]
        for naming in here:
            naming.put(self._names)
        self._pending = [each for each in self._pending if each not in here]

    def rename(self, call: Call) -> None:
        """Give a file another name."""
        if call.to is not None and (file := self._file(call.path)) is not None:
            new = Naming(call.to, file)
            self._name(new)
            self._name(Naming(call.path, None, new))

    def remove(self, call: Call) -> None:
        """Take a name away."""
        self._name(Naming(call.path, None))

    def make_folder(self, call: Call) -> None:
        """Give a new folder its name."""
        self._name(Naming(call.path, Folder.HERE))


def _found(held: File | Folder, chance: Random) -> bytes:
    if not isinstance(held, File):
        raise TypeError("a folder holds no bytes")
    content = bytearray(held.flushed)
    for piece in arrived([part for each in held.pending for part in each.sectors()], chance):
        piece.put(content)
    return bytes(content)


_CARRIED_OUT: dict[Kind, Callable[[Disk, Call], None]] = {
    Kind.MAKE: Disk.make,
    Kind.WRITE: Disk.write,
    Kind.CUT: Disk.cut,
    Kind.SYNC: Disk.sync,
    Kind.RENAME: Disk.rename,
    Kind.REMOVE: Disk.remove,
    Kind.MAKE_FOLDER: Disk.make_folder,
}
