"""What a disk says no with is told in plain words, with what to do."""

import errno

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
