"""Whole pages of a table to which no page leads any more are found, and none but those."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from claimtracker.storage.broken_table import Values
from claimtracker.storage.lost_pages import LostPages
from claimtracker.storage.paged_file import paged_file
from claimtracker.storage.table_pages import INTERIOR, pages_below
from claimtracker.storage.wrong_values import columns_of
from tests.storage.spoilt import leaves_from, page_at, roots, spoil, spoil_all

PAGE = 512
ROWS = 2_000
FOREIGN = {"bare", "mixed"}  # tables that are none of ours
Rows = dict[int, Values]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two tables on some hundred small pages, two levels deep, that take different rows."""
    made = tmp_path / "made.db"
    _write(
        made,
        f"PRAGMA page_size = {PAGE}",
        "CREATE TABLE saying (id INTEGER PRIMARY KEY, quote VARCHAR NOT NULL, said_on DATE)",
        "CREATE TABLE figure (id INTEGER PRIMARY KEY, counted INTEGER NOT NULL, said_on DATE)",
        _series("saying", "printf('%.*c', n % 40 * 20, 'q'), '2025-04-18'"),
        _series("figure", "n * 1000, NULL"),
    )
    return made


def _series(table: str, values: str, count: int = ROWS) -> str:
    series = f"WITH s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {count})"
    return f"INSERT INTO {table} {series} SELECT n, {values} FROM s"


def _write(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        opened.execute("PRAGMA secure_delete = OFF")  # what was deleted stays on the free pages
        for statement in statements:
            opened.execute(statement)


def _sound(path: Path, table: str) -> Rows:
    with closing(sqlite3.connect(path)) as opened:
        opened.row_factory = sqlite3.Row
        rows = [dict(row) for row in opened.execute(f"SELECT * FROM {table}")]
    return {row.pop("id"): row for row in rows}


def _lost(
    path: Path,
    table: str = "saying",
    is_known: Callable[[int], bool] = lambda _number: False,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Rows:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("PRAGMA writable_schema = ON")  # so that a file that was cut can be asked
        asked = "SELECT name FROM sqlite_master WHERE type = 'table'"
        names = {name for (name,) in opened.execute(asked)} - FOREIGN
        tables = {name: columns_of(opened, name) for name in names}
        found = list(LostPages(opened, tables, is_stopped).rows(table, is_known))
    assert len(dict(found)) == len(found)
    return dict(found)


@pytest.mark.parametrize("held", [bytes(PAGE), b"\xa5" * PAGE, b"\x05" * PAGE, b"\x0d" * PAGE])
def test_where_the_first_page_of_each_table_is_broken_all_rows_are_found(
    path: Path, held: bytes
) -> None:
    sound = {table: _sound(path, table) for table in ("saying", "figure")}
    for table in sound:
        spoil(path, roots(path)[table], held)
    assert {table: _lost(path, table) for table in sound} == sound


def test_of_a_sound_table_nothing_is_lost(path: Path) -> None:
    assert _lost(path) == {}


def test_below_a_broken_interior_page_its_own_rows_are_found_and_no_others(path: Path) -> None:
    sound = _sound(path, "saying")
    second = list(pages_below(page_at(path, roots(path)["saying"])))[2]
    assert page_at(path, second)[0] == INTERIOR
    below = len(leaves_from(path, second))
    spoil(path, second)
    found = _lost(path)
    assert below < len(found) < ROWS
    assert {number: sound[number] for number in found} == found
    assert max(found) - min(found) == len(found) - 1


def test_rows_that_were_deleted_do_not_come_back_from_free_pages(path: Path) -> None:
    _write(path, "DELETE FROM saying WHERE id BETWEEN 500 AND 1500")
    sound = _sound(path, "saying")
    assert b"\x0d" in path.read_bytes()
    spoil(path, roots(path)["saying"])
    assert _lost(path) == sound


def test_deleted_rows_do_lie_on_free_pages(path: Path) -> None:
    """A control: without the list of free pages they would come back."""
    _write(path, "DELETE FROM saying WHERE id BETWEEN 500 AND 1500")
    spoil(path, roots(path)["saying"])
    spoil(path, 1, bytes(8), at=32)
    assert len(_lost(path)) > ROWS - 1_001


@pytest.mark.parametrize("at", [32, 36])
def test_where_the_free_pages_are_not_known_nothing_is_taken(path: Path, at: int) -> None:
    _write(path, "DELETE FROM saying WHERE id BETWEEN 500 AND 1500")
    spoil(path, roots(path)["saying"])
    spoil(path, 1, (1).to_bytes(4), at=at)
    assert _lost(path) == {}


def test_where_a_page_of_the_list_of_free_ones_is_broken_nothing_is_taken(path: Path) -> None:
    _write(path, "DELETE FROM saying WHERE id BETWEEN 500 AND 1500")
    spoil(path, roots(path)["saying"])
    trunk = int.from_bytes(page_at(path, 1)[32:36])
    spoil(path, trunk)
    assert _lost(path) == {}
    spoil(path, trunk, trunk.to_bytes(4))  # in a ring
    assert _lost(path) == {}


def test_pages_that_may_be_of_two_tables_are_left_out(path: Path) -> None:
    _write(
        path,
        "CREATE TABLE remark (id INTEGER PRIMARY KEY, words VARCHAR NOT NULL, made_on DATE)",
        _series("remark", "'some words', NULL"),
    )
    spoil(path, roots(path)["saying"])
    assert _lost(path) == _lost(path, "remark") == {}


def test_a_page_of_another_table_with_as_many_columns_is_not_taken(path: Path) -> None:
    sound = _sound(path, "figure")
    spoil_all(path, "saying")
    spoil(path, roots(path)["figure"])
    assert _lost(path) == {}
    assert _lost(path, "figure") == sound


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("bare (word VARCHAR, quote VARCHAR, said_on DATE)", "'some words', NULL"),
        ("mixed (id INTEGER PRIMARY KEY, quote, said_on)", "iif(n % 10, x'00', 'words'), NULL"),
    ],
)
def test_pages_of_a_table_that_is_none_of_ours_are_not_taken(
    path: Path, table: str, values: str
) -> None:
    sound, name = _sound(path, "saying"), table.split()[0]
    _write(path, f"CREATE TABLE {table}", _series(name, values))
    spoil(path, roots(path)[name])
    spoil(path, roots(path)["saying"])
    assert _lost(path) == sound


def test_a_page_that_lies_behind_the_end_is_of_the_past(path: Path) -> None:
    deleted = page_at(path, leaves_from(path, roots(path)["saying"])[0])
    _write(path, "DELETE FROM saying WHERE id <= 100")
    sound = _sound(path, "saying")
    spoil(path, roots(path)["saying"])
    with path.open("ab") as file:
        file.write(deleted)
    assert _lost(path) == sound


def test_rows_from_before_a_column_was_added_are_found(path: Path) -> None:
    _write(
        path,
        "ALTER TABLE saying ADD COLUMN place VARCHAR DEFAULT '' NOT NULL",
        "ALTER TABLE saying ADD COLUMN retold_on DATE",
        "INSERT INTO saying VALUES (5000, 'new', NULL, 'Berlin', '2025-05-01')",
    )
    sound = _sound(path, "saying")
    spoil(path, roots(path)["saying"])
    assert _lost(path) == sound


def test_a_page_that_names_a_row_known_from_elsewhere_is_passed_over(path: Path) -> None:
    sound, root = _sound(path, "saying"), roots(path)["saying"]
    first = leaves_from(path, root)[0]
    spoil(path, root)
    found = _lost(path, is_known=lambda number: number == 1)
    assert found.keys() < sound.keys()
    assert len(sound) - len(found) == int.from_bytes(page_at(path, first)[3:5])


def test_of_two_pages_that_name_the_same_row_neither_is_taken(path: Path) -> None:
    sound, root = _sound(path, "saying"), roots(path)["saying"]
    leaves = leaves_from(path, root)
    spoil(path, root)
    spoil(path, leaves[5], page_at(path, leaves[20]).replace(b"2025", b"2024"))
    found = _lost(path)
    assert found.items() <= sound.items()
    missing = sum(int.from_bytes(page_at(path, leaves[number])[3:5]) for number in (5, 20))
    assert ROWS - 2 * missing < len(found) < ROWS - 1


def test_one_number_that_is_wrong_costs_no_more_than_itspage_at(path: Path) -> None:
    sound, root = _sound(path, "figure"), roots(path)["figure"]
    leaf = leaves_from(path, root)[3]
    page = page_at(path, leaf)
    count = int.from_bytes(page[3:5])
    last = int.from_bytes(page[8 + 2 * (count - 1) :][:2])
    assert page[last + 1] & 0x80  # a number of two bytes: raise the higher
    spoil(path, leaf, bytes([page[last + 1] | 0x40]), at=last + 1)
    spoil(path, root)
    found = _lost(path, "figure")
    assert found.items() <= sound.items()
    assert len(found) == ROWS - count


def test_a_row_of_which_a_further_page_is_broken_is_given_without_that_field(path: Path) -> None:
    _write(
        path,
        "INSERT INTO saying VALUES (3000, 'short', NULL)",
        "INSERT INTO saying VALUES (3001, printf('%.*c', 4600, 'z'), '2025-04-18')",
    )
    sound = _sound(path, "saying")
    spoil(path, roots(path)["saying"])
    spoil(path, path.read_bytes().rindex(b"z" * (PAGE - 10)) // PAGE + 1, b"\xff" * PAGE)
    assert _lost(path) == {**sound, 3001: {}}  # what comes after the quote lies there, too


def test_newer_pages_that_lie_beside_the_file_are_heeded(path: Path) -> None:
    with closing(sqlite3.connect(path)) as writing, closing(sqlite3.connect(path)) as reading:
        writing.execute("PRAGMA journal_mode = WAL")
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM saying").fetchone()
        writing.execute("DELETE FROM saying WHERE id = 7")
        writing.commit()
        with paged_file(writing) as file:
            assert file.free() is None  # somebody still reads the older ones
        reading.rollback()
        with paged_file(writing) as file:
            assert file.free() is not None


def test_whatever_the_bytes_are_no_number_is_odd_and_nothing_is_raised(path: Path) -> None:
    spoil(path, roots(path)["saying"])
    sound, chance = path.read_bytes(), Random(1)
    for _ in range(12):
        held = bytearray(sound)
        for _ in range(chance.choice((20, 2_000, 20_000))):
            held[chance.randrange(PAGE * 3, len(held))] = chance.choice((0, 1, 5, 13, 128, 255))
        path.write_bytes(held)
        assert all(0 < number < 1 << 63 for number in _lost(path))


def test_a_file_that_is_cut_off_gives_what_is_there(path: Path) -> None:
    sound = _sound(path, "saying")
    spoil(path, roots(path)["saying"])
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2 // PAGE * PAGE + 100)
    found = _lost(path)
    assert 0 < len(found) < ROWS
    whole = {number: row for number, row in found.items() if len(row) == 2}
    assert whole.items() <= sound.items()


@pytest.mark.parametrize("looks", [0, 1, 100, 2_000])
def test_one_that_is_stopped_looks_no_further(path: Path, looks: int) -> None:
    spoil(path, roots(path)["saying"])
    left = [False] * looks
    asked = 0

    def is_stopped() -> bool:
        nonlocal asked
        asked += 1
        return left.pop() if left else True

    assert len(_lost(path, is_stopped=is_stopped)) < ROWS
    assert asked < looks + 5
