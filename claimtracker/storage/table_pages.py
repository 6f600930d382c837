"""The numbers of the rows that the pages of a table name, read past SQLite, which gives up early.

Where a page is broken, what comes after it can be asked for by number only; these are the numbers
to ask for (https://www.sqlite.org/fileformat2.html#b_tree_pages).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from struct import iter_unpack

from claimtracker.storage.broken_table import BROKEN
from claimtracker.storage.patience import IsStopped, never

INTERIOR, LEAF = 5, 13
_HEAD = {INTERIOR: 12, LEAF: 8}  # bytes of a page before it says where each of its cells stands
_HEAD_OF_FILE = 100  # bytes of the first page before its own head
_COUNT, _RIGHTMOST = slice(3, 5), slice(8, 12)  # of the head: how many cells, the last page below
_PAGE_NUMBER = 4  # bytes
_LONGEST_VARINT = 9  # bytes
BEYOND = 1 << 63  # every number of a row


class TablePages:
    """The pages of each table in the file that a connection is open on."""

    def __init__(self, opened: sqlite3.Connection, is_stopped: IsStopped = never) -> None:
        _, _, file = opened.execute("PRAGMA database_list").fetchone()
        (self._size,) = opened.execute("PRAGMA page_size").fetchone()
        self._file = Path(file)
        self._is_stopped = is_stopped
        self._roots = roots_of(opened)

    def numbers(self, table: str) -> set[int]:
        """Return the number of each row that stands on a page of this table.

        What a broken page says may be wrong: a number of no row, or of one that SQLite does not
        come to. A page that is none of a table says nothing.
        """
        found: set[int] = set()
        seen: set[int] = set()
        left = [self._roots.get(table)]
        with self._file.open("rb") as opened:
            while left and not self._is_stopped():
                number = left.pop()
                if not isinstance(number, int) or number < 1 or number in seen:
                    continue
                seen.add(number)
                opened.seek((number - 1) * self._size)
                page = opened.read(self._size).ljust(self._size, b"\0")  # a file may be cut off
                head = _HEAD_OF_FILE if number == 1 else 0
                if page[head] == INTERIOR:
                    left += pages_below(page, head)
                elif page[head] == LEAF:
                    found.update(_rows(page, head))
        return found


def roots_of(opened: sqlite3.Connection) -> dict[str, int]:
    """The first page of each table, as far as the list can be read; what it says may be wrong."""
    roots: dict[str, int] = {}
    with suppress(*BROKEN):  # of the rest SQLite knows nothing
        asked = "SELECT name, rootpage FROM sqlite_master WHERE type = 'table'"
        roots.update(opened.execute(asked))
    return roots


def pages_below(page: bytes, head: int = 0) -> Iterator[int]:
    """The numbers of the pages to which an interior page leads."""
    yield int.from_bytes(page[head:][_RIGHTMOST])
    for place in cells(page, head):
        yield int.from_bytes(page[place : place + _PAGE_NUMBER])


def _rows(page: bytes, head: int) -> Iterator[int]:
    for place in cells(page, head):
        _, after = varint(page, place)  # how long the row is
        number, _ = varint(page, after)
        if 0 < number < BEYOND:
            yield number


def cells(page: bytes, head: int = 0) -> Iterator[int]:
    """Where each cell stands on the page; a place beyond its end is counted on from its beginning.

    As SQLite has it: what it finds there, it may give.
    """
    count = int.from_bytes(page[head:][_COUNT])
    first = head + _HEAD[page[head]]
    places = page[first : first + 2 * count]
    for (place,) in iter_unpack(">H", places[: len(places) // 2 * 2]):
        yield place % len(page)


def varint(page: bytes, place: int) -> tuple[int, int]:
    """A number of 1 to 9 bytes, and the place after it; one that the page cuts off is 0."""
    value = 0
    for length, byte in enumerate(page[place : place + _LONGEST_VARINT], start=1):
        if length == _LONGEST_VARINT:
            return value << 8 | byte, place + length
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + length
    return 0, len(page)
