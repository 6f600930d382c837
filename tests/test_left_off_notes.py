"""Which databases were closed before a change was done: noted by any window, told once."""

from pathlib import Path

import pytest

from claimtracker.left_off_notes import forget_left_off, note_left_off, noted_left_off


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.toml"


def test_what_was_noted_is_told_once_each_until_it_is_forgotten(settings: Path) -> None:
    assert noted_left_off(settings) == []
    for name in ("/a.db", "/b \ud83d\n.db", "/a.db"):
        note_left_off(settings, Path(name))
    assert noted_left_off(settings) == ["/a.db", "/b \ud83d\n.db"]
    forget_left_off(settings)
    forget_left_off(settings)
    assert noted_left_off(settings) == []


@pytest.mark.parametrize(
    "held", [b"7\nnull\n[[]]\n", b"{", b"[" * 200_000, b"\xff\xfe\0", b'"cut o']
)
def test_lines_that_somebody_spoilt_are_left_out(settings: Path, held: bytes) -> None:
    note_left_off(settings, Path("/a.db"))
    (noted,) = settings.parent.iterdir()
    noted.write_bytes(noted.read_bytes() + held)
    assert noted_left_off(settings) == ["/a.db"]


def test_a_place_that_takes_no_note_is_no_reason_not_to_close(settings: Path) -> None:
    settings.parent.write_text("a file in the place of the folder")
    note_left_off(settings, Path("/a.db"))
    forget_left_off(settings)
    assert noted_left_off(settings) == []
