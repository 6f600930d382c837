"""Pages of a database found and written over, for tests of what is read of a damaged one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from claimtracker.storage.table_pages import INTERIOR, LEAF, pages_below

_SIZE_AT = slice(16, 18)


def roots(path: Path) -> dict[str, int]:
    """The first page of each table."""
    with closing(sqlite3.connect(path)) as plain:
        asked = "SELECT name, rootpage FROM sqlite_master WHERE type = 'table'"
        return dict(plain.execute(asked))


def page_at(path: Path, number: int) -> bytes:
    """A page, counted from 1."""
    size = _size(path)
    return path.read_bytes()[(number - 1) * size :][:size]


def spoil(path: Path, number: int, held: bytes | None = None, at: int = 0) -> bytes:
    """Write over a page, with zeros if nothing is given; return what the file holds then."""
    size = _size(path)
    with path.open("r+b") as file:
        file.seek((number - 1) * size + at)
        file.write(bytes(size) if held is None else held)
    return path.read_bytes()


def pages_from(path: Path, number: int) -> Iterator[int]:
    """A page of a table, and all those below it in the order of their rows."""
    yield number
    page = page_at(path, number)
    if page[0] == INTERIOR:
        last, *others = pages_below(page)
        for below in (*others, last):
            yield from pages_from(path, below)


def leaves_from(path: Path, number: int) -> list[int]:
    """Those of them that hold rows."""
    return [page for page in pages_from(path, number) if page_at(path, page)[0] == LEAF]


def spoil_all(path: Path, table: str, held: bytes | None = None) -> bytes:
    """Write over every page of a table."""
    for page in [*pages_from(path, roots(path)[table])]:
        spoil(path, page, held)
    return path.read_bytes()


def _size(path: Path) -> int:
    """How long its pages are; where the header is gone, as long as SQLite makes them."""
    return int.from_bytes(path.read_bytes()[_SIZE_AT]) or 4096


def spoil_long_text_and_root(path: Path, table: str) -> None:
    """Spoil the last page of a text of many a "z", and the page that leads to the rows."""
    spoil(path, path.read_bytes().rindex(b"z" * 4_000) // _size(path) + 1)
    spoil(path, roots(path)[table])
