"""The rows that stand on a leaf page of a table, read past SQLite, which no longer comes to it.

What a page holds may be anything: a row is one only where all that it says of itself agrees
(https://www.sqlite.org/fileformat2.html#record_format).
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from struct import unpack
from typing import NamedTuple

from claimtracker.storage.table_pages import BEYOND, LEAF, cells, varint
from claimtracker.storage.wrong_values import read_loosely

ReadPage = Callable[[int], bytes]
UNREAD = object()
"""Stands for a field on a further page that cannot be read."""

_NEXT_PAGE = 4  # bytes
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # how many bytes each kind of them takes
_FLOAT, _ZERO, _ONE, _BLOB = 7, 8, 9, 12  # from the last on: blobs and texts of every length


class StoredRow(NamedTuple):
    """A row by its number, with its fields as they are stored: the first is its key, empty."""

    number: int
    fields: Sequence[object]


def rows_on(page: bytes, read_page: ReadPage) -> list[StoredRow]:
    """Return the rows of a page; none of one on which their numbers do not ascend.

    The page and those that `read_page` gives are without what each reserves at its end.
    """
    places = cells(page) if page[:1] == bytes([LEAF]) else ()
    found = [row for place in places if (row := _row(page, place, read_page))]
    in_order = all(one.number < other.number for one, other in pairwise(found))
    return found if in_order else []


def _row(page: bytes, place: int, read_page: ReadPage) -> StoredRow | None:
    length, after = varint(page, place)
    number, begin = varint(page, after)
    end = begin + _length_here(length, len(page))
    held = page[begin:end]
    kinds = _kinds(held, length)
    if not kinds or not 0 < number < BEYOND or end > len(page):
        return None
    if len(held) < length:
        first = int.from_bytes(page[end : end + _NEXT_PAGE])
        held += _further(first, length - len(held), read_page)
    return StoredRow(number, list(_fields(held, length, kinds)))


def _length_here(length: int, size: int) -> int:
    """How many bytes of a row stand on the page itself."""
    most, least = size - 35, (size - 12) * 32 // 255 - 23
    if length <= most:
        return length
    here = least + (length - least) % (size - _NEXT_PAGE)
    return here if here <= most else least


def _kinds(held: bytes, length: int) -> list[int]:
    """Which kind each field is of; nothing where they do not make up the length of the row."""
    head, place = varint(held, 0)
    kinds = []
    while place < min(head, len(held)):
        kind, place = varint(held, place)
        kinds.append(kind)
    is_one = place == head and not {10, 11}.intersection(kinds)
    return kinds if is_one and head + sum(map(_size, kinds)) == length else []


def _further(number: int, missing: int, read_page: ReadPage) -> bytes:
    """What stands on further pages, as far as they follow one another."""
    held, seen = bytearray(), set[int]()
    while len(held) < missing and number not in seen:
        seen.add(number)
        page = read_page(number)
        number = int.from_bytes(page[:_NEXT_PAGE])
        left = missing - len(held)
        is_last = left <= len(page) - _NEXT_PAGE
        if not any(page) or is_last == bool(number):  # the last leads to none, each other to one
            break
        held += page[_NEXT_PAGE : _NEXT_PAGE + left]
    return bytes(held)


def _fields(held: bytes, length: int, kinds: Sequence[int]) -> Iterator[object]:
    place = length - sum(map(_size, kinds))
    for kind in kinds:
        size = _size(kind)
        part = held[place : place + size]
        yield _value(kind, part) if len(part) == size else UNREAD
        place += size


def _size(kind: int) -> int:
    return (kind - _BLOB) // 2 if kind >= _BLOB else 8 if kind == _FLOAT else _INTEGERS.get(kind, 0)


def _value(kind: int, part: bytes) -> object:
    if kind >= _BLOB:
        return read_loosely(part) if kind % 2 else part
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    if kind == _FLOAT:
        return unpack(">d", part)[0]
    return int.from_bytes(part, signed=True) if kind else None
