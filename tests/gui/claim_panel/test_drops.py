"""What is dropped or copied becomes documents: several at once, pictures, text with its page."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from claimtracker.claims.web_address import is_web_address
from claimtracker.gui.claim_panel.drops import (
    Dropped,
    copied,
    dropped,
    is_no_article,
    may_be_dropped,
    without_articles,
)

PAGE = "https://example.org/page"


def picture() -> QImage:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return image


def content(text: str = "", formats: dict[str, bytes] | None = None) -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    for name, data in (formats or {}).items():
        made.setData(name, QByteArray(data))
    return made


def test_several_addresses_and_files_come_at_once(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF")
    made = QMimeData()
    made.setUrls([QUrl(PAGE), QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(tmp_path))])
    assert dropped(made) == [Dropped(url=PAGE), Dropped(file=file)]


def test_lines_of_addresses_are_several_documents_each_once() -> None:
    made = content(f"{PAGE}\n\nhttps://example.org/b\n{PAGE}\n")
    assert dropped(made) == [Dropped(url=PAGE), Dropped(url="https://example.org/b")]


def test_words_between_addresses_make_it_a_text() -> None:
    assert dropped(content(f"see {PAGE}")) == [Dropped(text=f"see {PAGE}")]


def test_a_picture_is_taken_and_an_address_of_one_goes_first(qtbot: QtBot) -> None:
    made = QMimeData()
    made.setImageData(picture())
    (found,) = dropped(made)
    assert found.image is not None
    assert (found.image.width(), found.image.height()) == (4, 3)
    made.setUrls([QUrl(f"{PAGE}.png")])
    assert dropped(made) == [Dropped(url=f"{PAGE}.png")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("text/x-moz-url-priv", PAGE.encode("utf-16-le")),
        ("text/x-moz-url-priv", PAGE.encode()),
        ("chromium/x-source-url", PAGE.encode() + b"\0"),
        ("org.chromium.source-url", PAGE.encode()),
        (
            'application/x-qt-windows-mime;value="HTML Format"',
            b"Version:0.9\r\nStartHTML:1\r\nSourceURL:" + PAGE.encode() + b"\r\n<html>",
        ),
    ],
)
def test_a_text_comes_with_the_page_that_the_browser_names(name: str, data: bytes) -> None:
    assert dropped(content("They signed.", {name: data})) == [
        Dropped(text="They signed.", url=PAGE)
    ]


@pytest.mark.parametrize("data", [b"javascript:alert(1)", b"\xff\xfe\xff", b"", b"file:///etc"])
def test_what_is_no_web_address_is_no_page(data: bytes) -> None:
    made = content("They signed.", {"chromium/x-source-url": data})
    assert dropped(made) == [Dropped(text="They signed.")]


def test_the_words_of_a_dragged_link_become_its_title() -> None:
    made = content("", {"text/x-moz-url": f"{PAGE}\nThey\u202e signed".encode("utf-16-le")})
    made.setUrls([QUrl(PAGE)])
    assert dropped(made) == [Dropped(url=PAGE, title="They signed")]


def test_the_clipboard_gives_a_text_only_with_its_page() -> None:
    assert copied(content("Any words")) == []
    assert copied(content("Words", {"chromium/x-source-url": PAGE.encode()}))
    assert copied(content(PAGE)) == [Dropped(url=PAGE)]
    assert copied(None) == []


@pytest.mark.parametrize("name", ["a.png", "A.JPG", "b.zip", "c.mp4", "d.tar.gz", "e.mp3", "f.gz"])
def test_pictures_recordings_and_packed_files_are_no_articles(name: str) -> None:
    assert is_no_article(name)


@pytest.mark.parametrize(
    "name", ["a.pdf", "b.html", "c.txt", "d.docx", "e.csv", "f.warc.gz", "g", "h.eml"]
)
def test_what_may_hold_an_article_is_opened_as_one(name: str) -> None:
    assert not is_no_article(name)


def test_of_a_drop_only_what_holds_no_article_is_set_apart(qtbot: QtBot, tmp_path: Path) -> None:
    files = [tmp_path / "a.pdf", tmp_path / "b.zip"]
    for file in files:
        file.write_bytes(b"x")
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    assert without_articles(made) == [Dropped(file=files[1])]
    assert without_articles(content("They signed.")) == []


def test_a_picture_may_be_dropped_before_it_is_looked_at(qtbot: QtBot) -> None:
    made = QMimeData()
    made.setImageData(picture())
    assert may_be_dropped(made)
    assert not may_be_dropped(QMimeData())


@given(text=st.text(max_size=80), page=st.binary(max_size=60), link=st.binary(max_size=60))
def test_whatever_is_dropped_only_web_addresses_become_addresses(
    text: str, page: bytes, link: bytes
) -> None:
    made = content(text, {"text/x-moz-url-priv": page, "text/x-moz-url": link})
    for found in dropped(made):
        assert not found.url or is_web_address(found.url)
        assert "\n" not in found.title
    made.setUrls([QUrl(text), QUrl(PAGE)])
    assert all(is_web_address(found.url) or found.file for found in dropped(made))
