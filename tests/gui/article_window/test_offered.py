"""What can be an article: a file, an address, a text; asked for by what it holds, not by trust."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from claimtracker.gui.article_window.offered import Offered, offered


def _content(text: str = "", html: str = "", urls: tuple[str, ...] = ()) -> QMimeData:
    content = QMimeData()
    if text:
        content.setText(text)
    if html:
        content.setHtml(html)
    if urls:
        content.setUrls([QUrl(url) for url in urls])
    return content


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (_content("They said so."), [Offered(text="They said so.")]),
        (_content(" https://example.org/a \n"), [Offered(address="https://example.org/a")]),
        (_content("see https://example.org/a"), [Offered(text="see https://example.org/a")]),
        (_content("So", "<p>So</p>"), [Offered(text="So", html="<p>So</p>")]),
        (_content(urls=("https://example.org/a",)), [Offered(address="https://example.org/a")]),
        (_content(urls=("ftp://example.org/a", "file:///no/such/file")), []),
        (_content("  \n"), []),
        (_content(), []),
    ],
)
def test_what_is_handed_over_is_told_apart(content: QMimeData, found: list[Offered]) -> None:
    assert offered(content) == found


def test_a_name_that_no_file_can_have_is_no_article() -> None:
    assert offered(_content(urls=(QUrl.fromLocalFile("/" + "x" * 5_000).toString(),))) == []


def test_files_are_taken_one_by_one_and_folders_not_at_all(tmp_path: Path) -> None:
    files = [tmp_path / "a.html", tmp_path / "b.csv"]
    for file in files:
        file.write_text("x", encoding="utf-8")
    urls = tuple(QUrl.fromLocalFile(str(path)).toString() for path in (*files, tmp_path))
    found = offered(_content(urls=urls))
    assert [(each.file, each.is_table) for each in found] == [(files[0], False), (files[1], True)]


@pytest.mark.parametrize(
    ("offer", "name"),
    [
        (Offered(file=Path("/a/speech.pdf")), "speech.pdf"),
        (Offered(address="https://example.org/a"), "https://example.org/a"),
        (Offered(text="So"), "the text"),
    ],
)
def test_what_is_read_is_named(offer: Offered, name: str) -> None:
    assert offer.name == name
