"""Harm done to the file of a database: bits, its end, its pages, and what stands in its rows."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from random import Random

from claimtracker.storage.wrong_values import columns_of, tables_of

PAGE = 4096
_HEAD = 100
_MOST_BITS = 64
_ODD = (
    "2025-13-45",
    "2025-02-30",
    "",
    "yesterday",
    "0000-00-00",
    "10000-01-01",
    "2025-01-01 25:61:61.000000",
    b"\x00\xff",
    b"2025-04-18",
    17,
    -1,
    2**62,
    3.5,
    "odd",
    "[1]",
    "{",
    '{"summary": ' + "[" * 5_000,
    "x" * 100_000,
    "\0",
    None,
)


class Kind(StrEnum):
    """What is done to the file."""

    BITS = "bits"
    CUT = "cut"
    PAGES = "pages"
    VALUES = "values"


def damage(path: Path, kind: Kind, chance: Random) -> None:
    """Do it, as chance decides where and how much."""
    _DOING[kind](path, chance)


def _bits(path: Path, chance: Random) -> None:
    held = bytearray(path.read_bytes())
    places = range(_HEAD) if chance.random() < 0.2 else range(len(held))
    for _ in range(2 ** chance.randrange(_MOST_BITS.bit_length())):
        held[chance.choice(places)] ^= 1 << chance.randrange(8)
    path.write_bytes(held)


def _cut(path: Path, chance: Random) -> None:
    """Cut it, or the journal of a change that was broken off."""
    if chance.random() < 0.3:
        _cut_journal(path, chance)
        return
    length = chance.randrange(path.stat().st_size)
    os.truncate(path, length - length % PAGE if chance.random() < 0.3 else length)


def _cut_journal(path: Path, chance: Random) -> None:
    """Leave what a program that was killed within a change leaves, and of its journal a part."""
    torn, journal = path.with_name("torn"), Path(f"{path}-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as writing:
        writing.execute("PRAGMA cache_size = 5")  # so that some of it is written already
        writing.execute("BEGIN")
        writing.execute("UPDATE claim SET notes = notes || 'torn', quote = 'torn'")
        writing.execute("UPDATE evidence SET title = title || 'torn'")
        shutil.copy(path, torn)
        held = journal.read_bytes()
        writing.execute("ROLLBACK")
    os.replace(torn, path)
    journal.write_bytes(held[: chance.randrange(len(held) + 1)])


def _pages(path: Path, chance: Random) -> None:
    held = bytearray(path.read_bytes())
    count = len(held) // PAGE
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        one, other = (slice(at * PAGE, (at + 1) * PAGE) for at in _two(count, chance))
        match chance.randrange(4):
            case 0:
                held[one] = chance.randbytes(PAGE)
            case 1:
                held[one] = bytes(PAGE)
            case 2:
                held[one], held[other] = held[other], held[one]
            case _:
                held[one] = held[other]
    path.write_bytes(held)


def _two(count: int, chance: Random) -> tuple[int, int]:
    first = 0 if chance.random() < 0.1 else chance.randrange(count)
    return first, chance.randrange(count)


def _values(path: Path, chance: Random) -> None:
    """Write what no program of ours writes into some rows, as another program can."""
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        _let_anything_in(opened)
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        listed = dict(opened.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        for name in listed:
            opened.execute(f'DROP TRIGGER "{name}"')
        for _ in range(chance.choice((1, 1, 3, 10))):
            _write_one(opened, chance)
        for sql in listed.values():
            opened.execute(sql)


def _let_anything_in(opened: sqlite3.Connection) -> None:
    """Take away what keeps a NULL out; the program looks at the values, and not at this."""
    opened.execute("PRAGMA writable_schema = ON")
    opened.execute(
        "UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE type = 'table'"
    )


def _write_one(opened: sqlite3.Connection, chance: Random) -> None:
    table = chance.choice(tables_of(opened))
    column = chance.choice(columns_of(opened, table))
    ids = [row_id for (row_id,) in opened.execute(f'SELECT id FROM "{table}"')]
    if not ids:
        return
    value: object = chance.choice(_ODD)
    as_text = "CAST(? AS TEXT)" if isinstance(value, bytes) and chance.random() < 0.5 else "?"
    changed = f'UPDATE OR IGNORE "{table}" SET "{column.name}" = {as_text} WHERE id = ?'
    opened.execute(changed, (value, chance.choice(ids)))


_DOING: Mapping[Kind, Callable[[Path, Random], None]] = {
    Kind.BITS: _bits,
    Kind.CUT: _cut,
    Kind.PAGES: _pages,
    Kind.VALUES: _values,
}
