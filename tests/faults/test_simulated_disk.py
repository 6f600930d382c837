"""The simulated disk keeps what was flushed, and of the rest what comes to pass."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.faults.recorded_calls import Call, Kind
from tests.faults.simulated_disk import SECTOR, Disk, Piece

OLD, NEW = b"a" * 2 * SECTOR, b"b" * 2 * SECTOR
TRIES = 200


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "case"
    place.mkdir()
    (place / "file").write_bytes(OLD)
    return place


def _found(folder: Path, *calls: Call) -> Iterator[dict[str, bytes]]:
    """Give the files of many disks, after these calls."""
    chance = Random(1)
    disk = Disk(folder)
    for call in calls:
        disk.take(call)
    for _ in range(TRIES):
        place = folder.with_name("found")
        disk.cut_power(place, chance)
        yield {
            str(it.relative_to(place)): it.read_bytes() for it in place.rglob("*") if it.is_file()
        }
        shutil.rmtree(place)


def _write(folder: Path, name: str = "file", data: bytes = NEW) -> Call:
    return Call(Kind.WRITE, folder / name, data, 0)


def _contents(folder: Path, *calls: Call) -> set[bytes | None]:
    return {files.get("file") for files in _found(folder, *calls)}


def test_what_was_flushed_is_never_lost(folder: Path) -> None:
    assert _contents(folder, _write(folder), Call(Kind.SYNC, folder / "file")) == {NEW}


def test_what_was_not_flushed_is_lost_kept_or_torn_at_a_sector(folder: Path) -> None:
    half = OLD[:SECTOR]
    torn = {half + NEW[SECTOR:], NEW[:SECTOR] + half}
    assert _contents(folder, _write(folder)) == {OLD, NEW} | torn


def test_a_later_write_may_come_without_an_earlier_one(folder: Path) -> None:
    far = Call(Kind.WRITE, folder / "file", b"c", 3 * SECTOR)
    hole = OLD + bytes(SECTOR) + b"c"
    assert hole in _contents(folder, _write(folder), far)


def test_a_length_may_be_the_old_one_or_the_new_one(folder: Path) -> None:
    assert _contents(folder, Call(Kind.CUT, folder / "file", offset=7)) == {OLD, OLD[:7]}


def test_a_name_is_sure_once_its_folder_is_flushed(folder: Path) -> None:
    gone = Call(Kind.REMOVE, folder / "file")
    assert _contents(folder, gone) == {OLD, None}
    assert _contents(folder, gone, Call(Kind.SYNC, folder)) == {None}


def test_a_flushed_file_in_a_folder_that_is_not_may_have_no_name(folder: Path) -> None:
    made = Call(Kind.MAKE, folder / "new")
    calls = (made, _write(folder, "new"), Call(Kind.SYNC, folder / "new"))
    assert {files.get("new") for files in _found(folder, *calls)} == {None, NEW}


def test_what_is_renamed_is_there_by_one_name_at_least(folder: Path) -> None:
    renamed = Call(Kind.RENAME, folder / "file", to=folder / "other")
    found = [frozenset(files) for files in _found(folder, renamed)]
    assert set(found) == {
        frozenset({"file"}),
        frozenset({"other"}),
        frozenset({"file", "other"}),
    }


def test_what_lies_in_a_folder_that_was_not_kept_is_lost_with_it(folder: Path) -> None:
    inner = folder / "inner"
    calls = (
        Call(Kind.MAKE_FOLDER, inner),
        Call(Kind.MAKE, inner / "new"),
        Call(Kind.SYNC, inner),
    )
    assert {files.get("inner/new") for files in _found(folder, *calls)} == {None, b""}


def test_a_write_is_cut_up_where_sectors_end() -> None:
    pieces = Piece(SECTOR - 2, b"abcd").sectors()
    assert pieces == [Piece(SECTOR - 2, b"ab"), Piece(SECTOR, b"cd")]
