"""The pages of a table name its rows, whatever else of the file is broken."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from claimtracker.storage.table_pages import TablePages

PAGE = 512
ROWS = 2_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A table on some hundred small pages, two levels deep."""
    made = tmp_path / "made.db"
    with closing(sqlite3.connect(made)) as opened:
        opened.execute(f"PRAGMA page_size = {PAGE}")
        opened.execute("CREATE TABLE claim (id INTEGER PRIMARY KEY, quote VARCHAR)")
        opened.execute("CREATE TABLE tag (id INTEGER PRIMARY KEY, name VARCHAR)")
        rows = ((number, "word " * (number % 40)) for number in range(1, 2 * ROWS, 2))
        opened.executemany("INSERT INTO claim VALUES (?, ?)", rows)
        opened.execute("INSERT INTO claim VALUES (?, ?)", (1 << 40, "far away"))
        opened.commit()
    return made


@pytest.fixture
def pages(path: Path) -> Iterator[TablePages]:
    with closing(sqlite3.connect(path)) as opened:
        yield TablePages(opened)


def _root(path: Path) -> int:
    with closing(sqlite3.connect(path)) as opened:
        asked = "SELECT rootpage FROM sqlite_master WHERE name = 'claim'"
        return int(opened.execute(asked).fetchone()[0])


def _write(path: Path, page: int, at: int, held: bytes) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE + at)
        file.write(held)


def _last_below(path: Path, page: int) -> int:
    return int.from_bytes(path.read_bytes()[(page - 1) * PAGE + 8 :][:4])


def test_every_number_of_a_table_is_named_and_no_other(pages: TablePages) -> None:
    assert pages.numbers("claim") == {*range(1, 2 * ROWS, 2), 1 << 40}
    assert pages.numbers("tag") == set()
    assert pages.numbers("unheard of") == set()


def test_what_lies_behind_a_broken_page_is_named_too(path: Path, pages: TablePages) -> None:
    first = int.from_bytes(path.read_bytes()[(_root(path) - 1) * PAGE + 12 :][:2])
    below = int.from_bytes(path.read_bytes()[(_root(path) - 1) * PAGE + first :][:4])
    _write(path, below, 0, bytes(PAGE))
    named = pages.numbers("claim")
    assert {2 * ROWS - 1, 1 << 40} <= named
    assert 1 not in named
    _write(path, _root(path), 0, bytes(PAGE))
    assert pages.numbers("claim") == set()


def test_of_a_page_that_is_cut_off_the_rows_at_its_end_are_not_named(
    path: Path, pages: TablePages
) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - PAGE * 3 - PAGE // 2)
    assert ROWS // 2 < len(pages.numbers("claim")) < ROWS


def test_pages_in_a_ring_come_to_an_end(path: Path, pages: TablePages) -> None:
    before = pages.numbers("claim")
    _write(path, _last_below(path, _root(path)), 8, _root(path).to_bytes(4))
    assert pages.numbers("claim") < before


def test_whatever_the_bytes_are_it_comes_to_an_end(path: Path, pages: TablePages) -> None:
    sound, chance = path.read_bytes(), Random(1)
    for _ in range(200):
        held = bytearray(sound)
        for _ in range(chance.choice((1, 20, 2_000))):
            held[chance.randrange(PAGE, len(held))] = chance.choice((0, 5, 13, 255))
        path.write_bytes(held)
        assert all(0 < number < 1 << 63 for number in pages.numbers("claim"))


def test_one_that_is_stopped_names_nothing_more(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        assert TablePages(opened, lambda: True).numbers("claim") == set()
