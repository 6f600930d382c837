"""A row is read off its page as SQLite would read it, and what is none is not taken for one."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from claimtracker.storage.page_rows import UNREAD, StoredRow, rows_on
from claimtracker.storage.paged_file import PagedFile, paged_file
from claimtracker.storage.table_pages import LEAF
from claimtracker.storage.wrong_values import read_loosely

WHOLE = [sign * (1 << bits) + more for bits in range(63) for sign in (1, -1) for more in (0, -1)]
OTHERS = [None, 0.5, -1e300, b"", b"\0\xff", "", "ü", "\0", "𝄞 tune"]
LAST = (1 << 63) - 2
LONG = [letter * length for length in range(0, 2_500, 7) for letter in ("x", "é")]


def _made(path: Path, size: int, values: Sequence[object]) -> Path:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute(f"PRAGMA page_size = {size}")
        opened.execute("CREATE TABLE held (id INTEGER PRIMARY KEY, value, tail)")
        rows = ((value, number) for number, value in enumerate(values))
        opened.executemany("INSERT INTO held (value, tail) VALUES (?, ?)", rows)
        opened.execute("INSERT INTO held VALUES (?, CAST(x'41ff' AS TEXT), 1)", (LAST,))
        opened.execute("INSERT INTO held VALUES (-5, 'of no number', 1)")
        opened.commit()
    return path


def _connected(path: Path) -> sqlite3.Connection:
    opened = sqlite3.connect(path)
    opened.text_factory = read_loosely
    return opened


def _leaves(file: PagedFile) -> list[int]:
    return [number for number in range(2, file.count + 1) if file.kind(number) == LEAF]


def _rows(path: Path) -> dict[int, Sequence[object]]:
    with closing(_connected(path)) as opened, paged_file(opened) as file:
        rows = [row for page in _leaves(file) for row in rows_on(file.page(page), file.page)]
    return {row.number: row.fields for row in rows}


@pytest.mark.parametrize("size", [512, 4096, 65536])
def test_each_row_is_read_as_sqlite_reads_it(tmp_path: Path, size: int) -> None:
    path = _made(tmp_path / "made.db", size, [*WHOLE, *OTHERS, *LONG])
    with closing(_connected(path)) as opened:
        wanted = {row[0]: [None, *row[1:]] for row in opened.execute("SELECT * FROM held")}
    del wanted[-5]  # no row of ours
    found = _rows(path)
    assert found == wanted
    assert [list(map(type, found[each])) for each in wanted] == [
        list(map(type, wanted[each])) for each in wanted
    ]


@pytest.mark.parametrize("held", [bytes(512), b"\xff" * 512])
def test_what_lies_on_a_further_page_that_is_broken_is_unread(tmp_path: Path, held: bytes) -> None:
    path = _made(tmp_path / "made.db", 512, ["x" * 400, "y" * 5_000, "z" * 400])
    with path.open("r+b") as file:
        place = path.read_bytes().rindex(b"y" * 500) // 512 * 512
        file.seek(place)
        file.write(held)
    found = _rows(path)
    assert found[1] == [None, "x" * 400, 0]
    assert found[2] == [None, UNREAD, 1]  # of the number 1 no byte is stored
    assert found[3] == [None, "z" * 400, 2]


def test_further_pages_in_a_ring_come_to_an_end(tmp_path: Path) -> None:
    path = _made(tmp_path / "made.db", 512, ["y" * 50_000])
    asked = Counter[int]()
    with closing(_connected(path)) as opened, paged_file(opened) as file:
        (leaf,) = _leaves(file)

        def read_page(number: int) -> bytes:
            asked[number] += 1
            return number.to_bytes(4) + b"y" * 508

        rows = rows_on(file.page(leaf), read_page)
    assert rows[0].fields == [None, UNREAD, 0]
    assert list(asked.values()) == [1]


def test_what_does_not_make_up_its_length_is_no_row(tmp_path: Path) -> None:
    path = _made(tmp_path / "made.db", 4096, ["some words"])
    with closing(_connected(path)) as opened, paged_file(opened) as file:
        (page,) = map(file.page, _leaves(file))
    cell = page.index(b"\x0e\x01\x04")  # 14 bytes, number 1; 4 of the bytes are its head
    for place in (cell, cell + 2, cell + 4, cell + 5):  # its length, its head's, two kinds
        held = bytearray(page)
        held[place] += 2
        assert [row.number for row in rows_on(bytes(held), file.page)] == [LAST]


def test_a_page_whose_numbers_do_not_ascend_has_no_rows(tmp_path: Path) -> None:
    path = _made(tmp_path / "made.db", 4096, ["one", "two", "three"])
    with closing(_connected(path)) as opened, paged_file(opened) as file:
        (page,) = map(file.page, _leaves(file))
    turned = page[:10] + page[12:14] + page[10:12] + page[14:]  # the places of two of its cells
    assert len(rows_on(page, file.page)) == 4
    assert rows_on(turned, file.page) == []


@pytest.mark.parametrize("held", [b"", b"\x05" * 512, bytes(512)])
def test_what_is_no_leaf_page_has_no_rows(held: bytes) -> None:
    assert rows_on(held, lambda _number: b"") == []


def test_whatever_the_bytes_are_nothing_is_raised() -> None:
    chance = Random(1)
    pages = [bytes([LEAF]) + chance.randbytes(511) for _ in range(100)]
    for page in pages:
        rows = rows_on(page, lambda number: pages[number % len(pages)])
        assert all(isinstance(row, StoredRow) and 0 < row.number < 1 << 63 for row in rows)
