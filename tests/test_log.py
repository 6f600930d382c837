"""The log says where a bug was, and nothing of what a claim says."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtracker import log

SECRET = "the source is Ada Lovelace"


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Take off what a test put on."""
    logger = logging.getLogger("claimtracker")
    before = list(logger.handlers)
    yield
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()


def _stumble() -> str:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return log.log_bug(error, error.__traceback__)


def test_a_bug_is_logged_by_kind_and_place_without_its_message(tmp_path: Path) -> None:
    log.start_log(tmp_path / "new")
    report = _stumble()
    written = (tmp_path / "new" / "claimtracker.log").read_text(encoding="utf-8")
    assert report in written
    assert "builtins.ValueError" in report
    assert "_stumble" in report
    assert SECRET not in written


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    log.start_log(tmp_path / "file" / "log")
    assert "ValueError" in _stumble()


def test_the_log_rotates_and_keeps_few_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "_LARGEST_BYTES", 500)
    log.start_log(tmp_path)
    for _ in range(20):
        _stumble()
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["claimtracker.log", *(f"claimtracker.log.{n}" for n in (1, 2, 3))]
