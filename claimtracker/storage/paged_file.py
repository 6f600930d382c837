"""The pages of a database, read past SQLite from the file that a connection is open on."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from struct import iter_unpack, unpack
from typing import BinaryIO

from claimtracker.storage.broken_table import BROKEN

_RESERVED_AT = 20  # of the header: how many bytes at the end of each page belong to others
_FREE_AT = slice(32, 40)  # of the header: the first page of the list of free pages, and how many
_TRUNK_HEAD = 8  # bytes of a page of that list: the next one, how many numbers follow
_PAGE_NUMBER = 4  # bytes


@contextmanager
def paged_file(opened: sqlite3.Connection) -> Iterator["PagedFile"]:
    """Yield the pages of the file, with those brought in that lie beside it."""
    is_all_there = _is_brought_in(opened)
    _, _, path = opened.execute("PRAGMA database_list").fetchone()
    with Path(path).open("rb") as file:
        yield PagedFile(opened, file, is_all_there=is_all_there)


class PagedFile:
    """Its pages by their numbers from 1."""

    def __init__(
        self, opened: sqlite3.Connection, file: BinaryIO, *, is_all_there: bool = True
    ) -> None:
        (self._size,) = opened.execute("PRAGMA page_size").fetchone()
        self._file = file
        self._is_all_there = is_all_there
        self._head = file.read(_FREE_AT.stop).ljust(_FREE_AT.stop, b"\0")
        self._usable = self._size - self._head[_RESERVED_AT]
        self.count = 0
        with suppress(*BROKEN):
            (counted,) = opened.execute("PRAGMA page_count").fetchone()
            # What lies behind those that SQLite counts is of the past.
            self.count = min(counted, os.fstat(file.fileno()).st_size // self._size)

    def page(self, number: int) -> bytes:
        """Return what is SQLite's of a page; nothing of one that is not there."""
        return self._read(number, self._usable) if 0 < number <= self.count else b""

    def kind(self, number: int) -> int:
        """Return the byte that tells of a page which one it is."""
        return self._read(number, 1)[0]

    def free(self) -> set[int] | None:
        """Return the pages that are free, which may hold what was deleted.

        None if that is unknown: their list is broken, or newer pages lie beside the file.
        """
        first, count = unpack(">II", self._head[_FREE_AT])
        found: set[int] = set()
        while first and first not in found and (page := self.page(first)):
            found.add(first)
            first, named = unpack(">II", page[:_TRUNK_HEAD])
            end = _TRUNK_HEAD + min(named, len(page) // _PAGE_NUMBER - 2) * _PAGE_NUMBER
            found.update(number for (number,) in iter_unpack(">I", page[_TRUNK_HEAD:end]))
        is_known = not first and len(found) == count and self._is_all_there
        return found if is_known else None

    def _read(self, number: int, length: int) -> bytes:
        self._file.seek((number - 1) * self._size)
        return self._file.read(length)


def _is_brought_in(opened: sqlite3.Connection) -> bool:
    """Bring newer pages into the file that lie beside it; return whether none is left there."""
    with suppress(*BROKEN):
        is_busy, beside, brought = opened.execute("PRAGMA wal_checkpoint").fetchone()
        return not is_busy and beside == brought
    return False
