"""Pictures from outside: decoded by their own reader, within limits."""

import contextlib
import random
import struct
import zlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QSize, QSizeF
from PySide6.QtGui import QColor, QImage

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.evidence import pdf
from claimtracker.gui.evidence.pictures import MOST_PIXELS, TOO_LARGE, UNREADABLE, picture_of
from tests.gui.evidence.documents import pdf_bytes, picture_bytes

SVG = (
    b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
    b"<rect width='9' height='9'/></svg>"
)


def huge_png(side: int) -> bytes:
    """A PNG that says it is huge and holds next to nothing."""

    def piece(kind: bytes, held: bytes) -> bytes:
        return (
            struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(1_000))
    return b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", head) + piece(b"IDAT", body) + piece(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "WEBP", "TIFF"])
def test_a_picture_is_decoded_and_made_smaller(kind: str) -> None:
    data = picture_bytes(800, 400, kind)
    image = picture_of(data, f"image/{kind.lower()}", 100)
    assert image.size() == QSize(100, 50)


def test_a_small_picture_keeps_its_size() -> None:
    assert picture_of(picture_bytes(40, 30, "JPEG"), "image/jpeg", 100).size() == QSize(40, 30)


@pytest.mark.parametrize("mime_type", ["image/svg+xml", "image/png", "text/html", ""])
def test_a_drawing_that_could_name_other_files_is_never_drawn(mime_type: str) -> None:
    with pytest.raises(ClaimTrackerError, match=UNREADABLE[:12]):
        picture_of(SVG, mime_type)


def test_a_picture_of_another_type_than_told_is_refused() -> None:
    with pytest.raises(ClaimTrackerError):
        picture_of(picture_bytes(kind="BMP"), "image/png")


def test_a_picture_beyond_the_limit_is_refused_before_it_is_decoded() -> None:
    side = int(MOST_PIXELS**0.5) + 1
    with pytest.raises(ClaimTrackerError) as refused:
        picture_of(huge_png(side), "image/png")
    assert str(refused.value) == TOO_LARGE


@pytest.mark.qt_log_ignore(".*")  # Qt tells of each picture that it cannot read
@pytest.mark.parametrize("kind", ["png", "jpeg", "bmp", "webp", "tiff"])
def test_a_mutilated_picture_is_drawn_or_refused_and_nothing_worse(kind: str) -> None:
    source, whole = random.Random(kind), picture_bytes(60, 40, kind.upper())
    for _number in range(200):
        data = bytearray(whole[: source.randint(1, len(whole))])
        for _place in range(source.randint(0, 6)):
            data[source.randrange(len(data))] = source.randrange(256)
        with contextlib.suppress(ClaimTrackerError):
            assert not picture_of(bytes(data), f"image/{kind}", 64).isNull()


class FakeDocument:
    """Stands for Qt's PDF document, where that module is not installed."""

    def load(self, device: QBuffer) -> None:
        self._pages = bytes(device.data().data()).count(b"/Type/Page/")

    def close(self) -> None:
        self._pages = 0

    def pageCount(self) -> int:  # noqa: N802 - Qt's name
        return self._pages

    def pagePointSize(self, _page: int) -> QSizeF:  # noqa: N802 - Qt's name
        return QSizeF(200, 300)

    def render(self, _page: int, size: QSize) -> QImage:
        image = QImage(size, QImage.Format.Format_ARGB32)
        image.fill(QColor(0, 0, 0, 0))
        return image


class FakeModule:
    QPdfDocument = FakeDocument


@pytest.fixture
def with_pdf(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(pdf, "qt_pdf", FakeModule)
    yield


def test_a_page_of_a_pdf_is_drawn_on_white_with_the_count(with_pdf: None) -> None:
    image, count = pdf.page_picture(pdf_bytes(3), 1, 150)
    assert (image.size(), count) == (QSize(100, 150), 3)
    assert image.pixelColor(1, 1) == QColor("white")


def test_what_is_no_pdf_is_refused(with_pdf: None) -> None:
    with pytest.raises(ClaimTrackerError):
        pdf.page_picture(b"%PDF-", 0, 150)


def test_without_qts_module_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "qt_pdf", lambda: None)
    with pytest.raises(ClaimTrackerError, match="PySide6-Addons"):
        pdf.page_picture(pdf_bytes(), 0, 150)
