"""What is written beside the database is whole or not at all, whatever is wrong with the place."""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle, product
from pathlib import Path

import pytest

from claimtracker import log
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.export_report import SUFFIXES
from claimtracker.storage.engine import Database, open_database
from tests.faults.conftest import Figure
from tests.faults.figures import IS_FULL
from tests.faults.troubles import NO_ROOM, PLACE_CLOSED, PLACE_GONE, TROUBLES, needs_posix
from tests.faults.ways_out import WAYS, Way, fault, fill

pytestmark = needs_posix

OF_PLACES = NO_ROOM | PLACE_CLOSED | PLACE_GONE


@pytest.fixture(scope="module")
def filled(case: Path) -> Iterator[tuple[Database, Path]]:
    """The case, open, and a folder of what is there before; not closed to others."""
    with tempfile.TemporaryDirectory() as made:
        os.chmod(made, 0o755)
        own = shutil.copytree(case.parent, Path(made) / "case") / case.name
        folder = Path(made) / "before"
        folder.mkdir()
        with closing(open_database(own)) as database:
            fill(folder, database)
            yield database, folder


def _pairs() -> list[tuple[str, str]]:
    if IS_FULL:
        return list(product(WAYS, OF_PLACES))
    return list(zip(WAYS, cycle(OF_PLACES), strict=False))


def _fault(filled: tuple[Database, Path], way: Way, trouble: str) -> str | None:
    database, before = filled
    place = before.with_name("place")
    shutil.copytree(before, place)
    try:
        return fault(way, database, place, TROUBLES[trouble])
    finally:
        shutil.rmtree(place)


def test_every_format_of_a_report_is_among_the_ways() -> None:
    assert {f"export {suffix}" for suffix in SUFFIXES} <= set(WAYS)


def test_what_cannot_be_written_leaves_what_was_there_and_is_written_later(
    filled: tuple[Database, Path], figure: Figure
) -> None:
    pairs = _pairs()
    found = [(*pair, _fault(filled, WAYS[pair[0]], pair[1])) for pair in pairs]
    wrong = [it for it in found if it[2] is not None]
    figure(f"ways out: {len(pairs)} writes of {len(WAYS)} kinds in trouble, wrong {len(wrong)}")
    assert wrong == []


def _write_plainly(database: Database, folder: Path) -> None:
    try:
        (folder / "settings.toml").write_bytes(database.path.read_bytes())
    except OSError as error:
        raise ClaimTrackerError(f"{folder} is full; make room.") from error


def test_what_is_written_plainly_is_half_there(
    filled: tuple[Database, Path], figure: Figure
) -> None:
    """A control: the same without a temporary file."""
    found = _fault(filled, _write_plainly, "room for the journal only")
    figure(f"ways out, control that writes plainly: {(found or 'nothing wrong').split(':')[0]}")
    assert found is not None and "yet something was written" in found


def test_the_log_on_a_full_disk_stops_nothing_and_says_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    logger = logging.getLogger("claimtracker")
    before = list(logger.handlers)
    written = tmp_path / "claimtracker.log"
    written.write_bytes(b"an older line\n" * 10_000)  # more than anybody else writes meanwhile
    log.start_log(tmp_path)
    with TROUBLES["no file can grow"](written):
        error = ValueError("a bug")
        assert "ValueError" in log.log_bug(error, None)
    log.log_bug(error, None)
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()
    assert "ValueError" in written.read_text(encoding="utf-8")
    assert capfd.readouterr().err == ""
