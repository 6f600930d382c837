"""Nothing that can execute is opened, and no name from outside becomes a path."""

import atexit
import random
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui import open_captured
from claimtracker.gui.evidence import actions
from claimtracker.gui.evidence.actions import to_open
from claimtracker.gui.open_captured import (
    SUFFIXES,
    copy_to_open,
    open_copy,
    safe_suffix,
    show_folder,
)
from claimtracker.operations.captured_content import Content
from tests.gui.evidence.documents import pdf_bytes, picture_bytes, type_by_bytes
from tests.gui.rows import evidence_row

HOSTILE_NAMES = 100_000
NAME_PARTS = (
    "..", "/", "\\", "\0", "\n", "\u202e", "\u200f", "-rf", "--help", "CON", "nul.txt", "AUX:",
    ".exe", ".pdf", ".exe.pdf", ".desktop", ".lnk", ".sh", ".scr", "C:", "~", "$HOME", "`id`", ";",
    "|", "&", "%00", "%2e%2e%2f", " ", ".", "a" * 300, "é", "файл", "文件", "\ud800", "file://",
)  # fmt: skip
CONTENTS = (
    b"MZ\x90\0 a program", b"\x7fELF\x02\x01", b"#!/bin/sh\nrm -rf ~\n", b"<html><script>alert(1)",
    b"<svg onload=alert(1)>", b"PK\x03\x04 docx", b"\xd0\xcf\x11\xe0 doc", b"",
    b"[Desktop Entry]\nExec=sh\n", b"\xef\xbb\xbf#!/bin/sh\n", b"@echo off\0", b"L\0\0\0\x01\x14",
    b"text \x1b[2J", b"\xff\xfe\0plain", b"{\\rtf1", b"%!PS-Adobe",
)  # fmt: skip
TYPES = (
    "application/pdf", "image/png", "image/jpeg", "image/svg+xml", "text/plain", "text/html",
    "application/x-msdownload", "application/x-desktop", "application/zip", "", "image/png\n",
    "application/vnd.oasis.opendocument.text", "text/x-shellscript", "../../etc/passwd",
)  # fmt: skip

Opened = list[QUrl]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    found: Opened = []

    def note(url: QUrl) -> bool:
        found.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return found


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder that may be written to, which is not kept for the end of the program."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(atexit, "register", lambda *_told, **_more: None)
    monkeypatch.setattr(open_captured, "mime_type_of", type_by_bytes)
    return folder


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def hostile(source: random.Random) -> tuple[str, str, bytes]:
    name = "".join(source.choices(NAME_PARTS, k=source.randint(1, 5)))
    content = source.choice(CONTENTS) + source.randbytes(source.randint(0, 8))
    return name, source.choice(TYPES), content


def hand_over(name: str, told_type: str, data: bytes, place: Path) -> bool:
    """As the command does: read, copy, open; False where it is not opened."""

    def content_of(_session: Session, _evidence_id: int) -> Content:
        return Content(told_type, data)

    found = evidence_row(file_name=name, title=name, mime_type=told_type, sha256="a" * 64)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(actions, "content_of", content_of)
        patched.setattr(actions, "place_of", lambda _session, _evidence_id: place)
        ready = to_open(cast(Session, None), found)
    return ready.copy is not None and open_copy(ready.copy)


def test_a_hundred_thousand_hostile_files_open_nothing_and_write_nothing_elsewhere(
    temporary: Path, tmp_path: Path, opened: Opened
) -> None:
    source = random.Random(5)
    for _number in range(HOSTILE_NAMES):
        name, told_type, data = hostile(source)
        if hand_over(name, told_type, data, tmp_path / "store" / "a"):
            # A few bytes by chance make a text, which is all that may come of it.
            assert not data.startswith(tuple(filter(None, CONTENTS))), (name, data)
            assert not any(ord(letter) < 32 for letter in "".join(data.decode().split()))
    assert all(path.parent.parent == temporary for path in files_in(tmp_path))
    assert {path.name for path in files_in(tmp_path)} <= {"captured.txt"}
    assert {Path(url.toLocalFile()).name for url in opened} <= {"captured.txt"}
    opened.clear()
    # The control: under the worst of names, a good PDF is opened.
    assert hand_over("../../x.exe", "application/x-msdownload", pdf_bytes(), tmp_path)
    assert [Path(url.toLocalFile()).name for url in opened] == ["captured.pdf"]


@pytest.mark.parametrize("told_type", TYPES)
@pytest.mark.parametrize("data", CONTENTS)
def test_a_reader_of_types_that_is_wrong_opens_no_program(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, told_type: str, data: bytes
) -> None:
    monkeypatch.setattr(open_captured, "mime_type_of", lambda _data: told_type)
    assert safe_suffix(data) == ""


@pytest.mark.parametrize(
    ("make", "suffix"),
    [
        (pdf_bytes, ".pdf"),
        (picture_bytes, ".png"),
        (lambda: picture_bytes(kind="JPEG"), ".jpg"),
        (lambda: picture_bytes(kind="BMP"), ".bmp"),
        (lambda: b"Unterzeichnet.\n", ".txt"),
    ],
)
def test_what_cannot_execute_is_opened_as_a_copy_for_reading_only(
    temporary: Path, opened: Opened, make: Callable[[], bytes], suffix: str
) -> None:
    data = make()
    copy = copy_to_open(data)
    assert copy is not None
    assert (copy.name, copy.read_bytes()) == (f"captured{suffix}", data)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o400
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert open_copy(copy)
    assert opened == [QUrl.fromLocalFile(str(copy))]
    assert copy.suffix in SUFFIXES


def test_each_copy_has_a_folder_of_its_own(temporary: Path) -> None:
    first, second = copy_to_open(pdf_bytes()), copy_to_open(pdf_bytes())
    assert first and second and first.parent != second.parent


def test_only_such_a_copy_is_opened(temporary: Path, tmp_path: Path, opened: Opened) -> None:
    program = tmp_path / "captured.exe"
    program.write_bytes(b"MZ")
    named = tmp_path / "other.pdf"
    named.write_bytes(pdf_bytes())
    assert not open_copy(program)
    assert not open_copy(named)
    assert not open_copy(tmp_path / "captured.pdf")
    assert opened == []


def test_only_addresses_copies_and_folders_are_handed_to_the_system() -> None:
    package = Path(open_captured.__file__).parents[1]
    named = ("QDesktopServices", "os.startfile", "xdg-open", "webbrowser")
    callers = {
        path.name
        for path in package.rglob("*.py")
        if any(name in path.read_text(encoding="utf-8") for name in named)
    }
    assert callers == {"open_captured.py", "plain_text.py", "export.py"}


def test_showing_a_folder_never_opens_the_file(tmp_path: Path, opened: Opened) -> None:
    file = tmp_path / "ab" / "program"
    assert not show_folder(file)
    file.parent.mkdir()
    file.write_bytes(b"MZ")
    assert show_folder(file)
    assert opened == [QUrl.fromLocalFile(str(file.parent))]


@pytest.fixture
def full(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(_path: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", refuse)
        yield


def test_a_copy_that_cannot_be_written_is_said(full: None) -> None:
    with pytest.raises(ClaimTrackerError, match="disk is full; make room"):
        copy_to_open(pdf_bytes())
