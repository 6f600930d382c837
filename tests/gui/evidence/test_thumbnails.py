"""Small pictures: made once, in the background, of what was asked for last."""

from collections.abc import Callable
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.rows import EvidenceRow
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence import thumbnails
from claimtracker.gui.evidence.thumbnails import SHARPNESS, SIDE, Thumbnails, can_be_drawn
from claimtracker.operations.captured_content import Content
from tests.gui.evidence.documents import picture_bytes
from tests.gui.rows import evidence_row


def picture(number: int, **fields: object) -> EvidenceRow:
    told = {"evidence_id": number, "sha256": f"{number:064x}", "mime_type": "image/png", "size": 9}
    return evidence_row(**{**told, **fields})


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Which documents were read, never on the window's thread."""
    found: list[int] = []

    def content_of(_session: Session, evidence_id: int) -> Content:
        assert current_thread() is not main_thread()
        found.append(evidence_id)
        return Content("image/png", picture_bytes(640, 480) if evidence_id else b"no picture")

    monkeypatch.setattr(thumbnails, "content_of", content_of)
    return found


def test_a_picture_is_made_once_and_kept(
    qtbot: QtBot, desk: Desk, settled: Callable[[], None], read: list[int]
) -> None:
    made = Thumbnails(desk)
    assert made.of(picture(1)) is None
    with qtbot.waitSignal(made.made):
        made.of(picture(1))
    image = made.of(picture(1))
    assert image is not None
    assert (image.width(), image.height()) == (SIDE * SHARPNESS, SIDE * SHARPNESS * 3 // 4)
    settled()
    assert read == [1]


def test_what_cannot_be_drawn_is_tried_once(
    qtbot: QtBot, desk: Desk, settled: Callable[[], None], read: list[int]
) -> None:
    made = Thumbnails(desk)
    with qtbot.waitSignal(made.made):
        made.of(picture(0))
    assert made.of(picture(0)) is None
    settled()
    assert read == [0]


def test_what_was_scrolled_past_is_not_made(
    qtbot: QtBot, desk: Desk, settled: Callable[[], None], read: list[int]
) -> None:
    made = Thumbnails(desk)
    for number in range(1, 20_001):
        made.of(picture(number))
    settled()
    assert len(read) <= thumbnails._MOST_WAITING + 1
    assert 20_000 in read


@pytest.mark.parametrize(
    ("fields", "can"),
    [
        ({}, True),
        ({"mime_type": "image/svg+xml"}, False),
        ({"mime_type": "text/html"}, False),
        ({"sha256": ""}, False),
        ({"size": thumbnails.MOST_BYTES + 1}, False),
        ({"size": None}, False),
    ],
)
def test_only_small_pictures_of_pixels_are_drawn(fields: dict[str, object], can: bool) -> None:
    assert can_be_drawn(picture(1, **fields)) is can


def test_the_first_page_of_a_pdf_is_drawn_where_qt_can(
    monkeypatch: pytest.MonkeyPatch, read: list[int], qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    document = picture(1, mime_type="application/pdf")
    monkeypatch.setattr(thumbnails, "qt_pdf", lambda: None)
    assert not can_be_drawn(document)
    monkeypatch.setattr(thumbnails, "qt_pdf", object)
    page = QImage(10, 10, QImage.Format.Format_RGB32)
    monkeypatch.setattr(thumbnails, "page_picture", lambda _data, _page, _side: (page, 1))
    made = Thumbnails(desk)
    with qtbot.waitSignal(made.made):
        made.of(document)
    assert made.of(document) is not None
