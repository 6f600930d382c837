"""The preview: text with its passage, pictures, pages, and a sentence for what cannot be shown."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import EvidenceRow
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence import pdf, preview_content
from claimtracker.gui.evidence.preview import Preview
from claimtracker.gui.evidence.preview_content import (
    LONGEST_LINE,
    MOST_LETTERS,
    MOST_LINES,
    NO_TEXT,
    NOT_FOUND,
    NOTHING,
    ONLY_TOLD,
    PAGE_AS_TEXT,
    PART,
    place_of_words,
    shown_passage,
)
from claimtracker.operations.captured_content import Content
from tests.gui.evidence.documents import picture_bytes
from tests.gui.finding import child
from tests.gui.rows import evidence_row

Give = Callable[..., EvidenceRow]
TEXT = "Before.\nThe deal\n  was 🎉 signed\non Wednesday.\nAfter."


@pytest.fixture
def preview(qtbot: QtBot, desk: Desk) -> Iterator[Preview]:
    owner = QWidget()
    qtbot.addWidget(owner)
    shown = Preview(desk, owner)
    shown.show()
    yield shown


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Give:
    """A captured document with this text and content, read off the window's thread."""

    def giving(
        text: str = "", data: bytes = b"", problem: str = "", **fields: object
    ) -> EvidenceRow:
        def content_of(_session: Session, _evidence_id: int) -> Content:
            assert current_thread() is not main_thread()
            if problem:
                raise ClaimTrackerError(problem)
            return Content("", data)

        monkeypatch.setattr(preview_content, "content_of", content_of)
        monkeypatch.setattr(preview_content, "text_of", lambda _session, _evidence_id: text)
        return evidence_row(**{"sha256": "a" * 64, "mime_type": "text/plain", **fields})

    return giving


def look(preview: Preview, settled: Callable[[], None], qtbot: QtBot, found: EvidenceRow) -> None:
    preview.show_evidence(found)
    qtbot.waitUntil(lambda: "Reading" not in preview.note.text())
    settled()


def tabs(preview: Preview) -> list[str]:
    if preview.tabs.isHidden():
        return []
    count = range(preview.tabs.count())
    return [preview.tabs.tabText(tab) for tab in count if preview.tabs.isTabVisible(tab)]


def test_the_passage_is_marked_and_in_sight(
    qtbot: QtBot, preview: Preview, settled: Callable[[], None], give: Give
) -> None:
    text = "Line.\n" * 500 + TEXT + "\nLine." * 500
    look(preview, settled, qtbot, give(text, excerpt="The deal was 🎉 signed on Wednesday."))
    assert tabs(preview) == ["Text"]
    marked = preview.text.marked_words.replace("\u2029", "\n")
    assert marked == "The deal\n  was 🎉 signed\non Wednesday."
    assert preview.text.viewport().rect().contains(preview.text.cursorRect().center())


def test_the_passage_of_the_claim_goes_before_the_excerpt_of_the_document(
    qtbot: QtBot, preview: Preview, settled: Callable[[], None], give: Give
) -> None:
    look(preview, settled, qtbot, give(TEXT, excerpt="Before.", passage="After."))
    assert preview.text.marked_words == "After."


def test_a_page_is_shown_as_text_and_never_as_markup(
    qtbot: QtBot, preview: Preview, settled: Callable[[], None], give: Give
) -> None:
    found = give("<b>Signed</b> <img src=x>", b"<html>", mime_type="text/html")
    look(preview, settled, qtbot, found)
    assert preview.text.toPlainText() == "<b>Signed</b> <img src=x>"
    assert preview.note.text() == PAGE_AS_TEXT
    look(preview, settled, qtbot, give("", b"<html>", mime_type="text/html", evidence_id=2))
    assert (tabs(preview), preview.note.text()) == ([], NO_TEXT)


def test_a_text_file_is_shown_as_it_is_and_a_lost_passage_is_said(
    qtbot: QtBot, preview: Preview, settled: Callable[[], None], give: Give
) -> None:
    look(preview, settled, qtbot, give(data=b"Signed.\r\nSealed.\xff", excerpt="Not there"))
    assert preview.text.toPlainText() == "Signed.\nSealed.\ufffd"
    assert preview.note.text() == NOT_FOUND


def test_a_picture_is_decoded_in_the_background_and_fits(
    qtbot: QtBot, preview: Preview, settled: Callable[[], None], give: Give
) -> None:
    data = picture_bytes(3_000, 1_000)
    look(preview, settled, qtbot, give(data=data, mime_type="image/png"))
    assert tabs(preview) == ["Picture"]
    assert preview.picture.image.width() == 3_000
    shown = child(preview.picture, QLabel, "shown_picture")
    assert shown.width() <= preview.picture.width()
    whole = shown.width()
    QTest.keyClick(preview.picture, Qt.Key.Key_Plus)
    assert shown.width() > whole
    QTest.keyClick(preview.picture, Qt.Key.Key_0)
    assert shown.width() == whole


def test_a_picture_that_cannot_be_drawn_says_so(
    qtbot: QtBot, preview: Preview, settled: Callable[[], None], give: Give
) -> None:
    look(preview, settled, qtbot, give(data=b"none", mime_type="image/png"))
    assert tabs(preview) == []
    assert "cannot be drawn" in preview.note.text()
    assert preview.note.property("role") == "problem"


def test_without_qts_module_a_pdf_is_shown_as_text_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    preview: Preview,
    settled: Callable[[], None],
    give: Give,
) -> None:
    monkeypatch.setattr(pdf, "qt_pdf", lambda: None)
    look(preview, settled, qtbot, give("Signed.", b"%PDF-", mime_type="application/pdf"))
    assert (tabs(preview), preview.note.text()) == (["Text"], pdf.MISSING)


def test_with_qts_module_the_pages_are_gone_through(
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    preview: Preview,
    settled: Callable[[], None],
    give: Give,
) -> None:
    def page_picture(_data: bytes, page: int, _side: int) -> tuple[QImage, int]:
        assert current_thread() is not main_thread()
        image = QImage(20, 30 + page, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        return image, 3

    monkeypatch.setattr(pdf, "qt_pdf", object)
    monkeypatch.setattr(pdf, "page_picture", page_picture)
    look(preview, settled, qtbot, give("Signed.", b"%PDF-", mime_type="application/pdf"))
    assert tabs(preview) == ["Text", "Pages"]
    assert preview.tabs.currentWidget() is preview.pages
    assert preview.pages.number.text() == "Page 1 of 3"
    for _step in range(4):
        preview.pages.go_on()
    qtbot.waitUntil(lambda: preview.pages.view.image.height() == 32)
    assert preview.pages.number.text() == "Page 3 of 3"
    settled()


def test_what_was_not_captured_shows_its_passage(
    qtbot: QtBot, preview: Preview, settled: Callable[[], None], give: Give
) -> None:
    look(preview, settled, qtbot, give(sha256="", excerpt="Signed."))
    assert (preview.text.toPlainText(), preview.note.text()) == ("Signed.", ONLY_TOLD)
    look(preview, settled, qtbot, give(sha256="", evidence_id=2))
    assert (tabs(preview), preview.note.text()) == ([], NOTHING)


def test_a_changed_file_is_not_shown_but_said(
    qtbot: QtBot, preview: Preview, settled: Callable[[], None], give: Give
) -> None:
    found = give(problem="The captured file was changed since.", mime_type="image/png")
    look(preview, settled, qtbot, found)
    assert preview.note.text() == "The captured file was changed since."
    assert preview.note.property("role") == "problem"


def test_escape_closes_it(qtbot: QtBot, preview: Preview) -> None:
    with qtbot.waitSignal(preview.finished):
        QTest.keyClick(preview, Qt.Key.Key_Escape)


def test_of_an_endless_text_the_part_with_the_passage_is_shown() -> None:
    text = "a " * MOST_LETTERS + "the end came" + " b" * MOST_LETTERS
    passage = shown_passage(text, "the end  came")
    assert len(passage.text) <= MOST_LETTERS * 1.01
    assert passage.text[passage.start : passage.end].replace("\n", "") == "the end came"


def test_of_endless_lines_those_around_the_passage_are_shown() -> None:
    text = "a\n" * 2 * MOST_LINES + "the end came\n" + "b\n" * 2 * MOST_LINES
    for words in ("the end came", "", "a\na"):
        passage = shown_passage(text, words)
        assert passage.text.count("\n") <= MOST_LINES
        assert passage.text[passage.start : passage.end] == words


@given(
    before=st.integers(0, 3 * LONGEST_LINE),
    breaks=st.sets(st.integers(0, 3 * LONGEST_LINE), max_size=5),
    after=st.integers(0, 2 * LONGEST_LINE),
)
def test_breaking_long_lines_moves_the_passage_along(
    before: int, breaks: set[int], after: int
) -> None:
    lead = "".join("\n" if place in breaks else "a" for place in range(before))
    passage = shown_passage(f"{lead}XYZ{'b' * after}", "XYZ")
    assert passage.text[passage.start : passage.end].replace("\n", "") == "XYZ"
    assert max(map(len, passage.text.split("\n"))) <= LONGEST_LINE


@pytest.mark.parametrize("words", ["", "  ", "none", "(", "\\"])
def test_words_that_do_not_stand_there_are_nowhere(words: str) -> None:
    assert place_of_words("Signed.", words) == (0, 0)


def test_words_that_almost_fit_everywhere_are_looked_for_once() -> None:
    text = "a " * 500_000 + "b"
    assert place_of_words(text, "a " * 100 + "b") == (999_800, 1_000_001)


def test_a_part_is_said_to_be_one(
    qtbot: QtBot, preview: Preview, settled: Callable[[], None], give: Give, tmp_path: Path
) -> None:
    look(preview, settled, qtbot, give("word\n" * MOST_LETTERS))
    assert preview.note.text() == PART
