"""What a disk says no with is told in plain words, with what to do."""

import errno
from pathlib import Path

import pytest

from claimtracker.claims.file_faults import reason


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full; make room"),
        (errno.EFBIG, "make room"),
        (errno.EROFS, "the disk is read-only; make it writable"),
        (errno.EACCES, "permission is missing; allow it"),
        (errno.ENOENT, "its folder is gone; bring it back"),
        (errno.EIO, "look whether it is still connected"),
        (getattr(errno, "EDQUOT", errno.EFBIG), "make room"),
        (getattr(errno, "ESTALE", errno.ENOENT), "gone"),
    ],
)
def test_what_can_be_mended_is_told(number: int, words: str) -> None:
    assert words in reason(OSError(number, "the system's own words"))


def test_anything_else_is_told_in_the_words_of_the_system() -> None:
    assert reason(OSError(errno.ELOOP, "Too many links")) == "Too many links"
    assert reason(OSError("odd")) == "the system does not say why"


def test_a_file_that_is_not_there_is_told_from_a_folder_that_is_gone(tmp_path: Path) -> None:
    for name, words in (
        ("typo.csv", "there is no such file"),
        ("gone/a.csv", "its folder is gone"),
    ):
        with pytest.raises(OSError) as refused:
            (tmp_path / name).read_bytes()
        assert words in reason(refused.value)
