"""From the clipboard, a file or a drop to an article window; nothing is fetched unasked."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlmodel import Session, col, select

from claimtracker.articles.article import Article
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.article_window import reading
from claimtracker.gui.article_window.fetch_box import FetchBox
from claimtracker.gui.article_window.opening import NOTHING_COPIED
from claimtracker.gui.article_window.storing import Order, store
from claimtracker.gui.article_window.window import ArticleWindow
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.import_table import ImportDialog
from claimtracker.gui.dialogs.unsaved import DiscardBox
from claimtracker.gui.main_view import MainView
from claimtracker.storage.tables import Claim, Occurrence
from tests.conftest import Enter
from tests.gui.article_window.articles import ARTICLE, EVERY, FRIDAY, TEXT, TRAM_GROUP
from tests.gui.window.conftest import Shown

ADDRESS = "https://example.org/trams"
COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which addresses were fetched; the network itself is not touched."""
    asked: list[str] = []

    def fetching(address: str, *, stop: threading.Event) -> Article:
        asked.append(address)
        return ARTICLE if not stop.is_set() else Article("")

    monkeypatch.setattr(reading, "open_address", fetching)
    return asked


def _paste(shown: Shown, settled: Callable[[], None], text: str) -> None:
    QApplication.clipboard().setText(text)
    shown.view.actions_by_name["paste_article"].trigger()
    settled()


def _only(shown: Shown) -> ArticleWindow:
    (window,) = shown.view.articles.windows
    return window


def test_a_text_on_the_clipboard_opens_with_its_candidates(
    shown: Shown, settled: Callable[[], None]
) -> None:
    _paste(shown, settled, TEXT)
    window = _only(shown)
    assert window.isVisible()
    assert window.body.text.toPlainText().strip() == TEXT.strip()
    assert window.review.groups


def test_an_address_on_the_clipboard_is_fetched_only_when_that_is_confirmed(
    shown: Shown, settled: Callable[[], None], fetched: list[str]
) -> None:
    _paste(shown, settled, ADDRESS)
    (box,) = shown.view.findChildren(FetchBox)
    assert box.text() == f"Fetch it from the web?\n\n{ADDRESS}"
    assert fetched == []
    box.fetch_button.click()
    settled()
    assert fetched == [ADDRESS]
    assert _only(shown).article.text == TEXT


def test_an_address_that_is_not_to_be_fetched_is_not(
    shown: Shown, settled: Callable[[], None], fetched: list[str]
) -> None:
    _paste(shown, settled, ADDRESS)
    (box,) = shown.view.findChildren(FetchBox)
    box.cancel_button.click()
    settled()
    assert fetched == []
    assert shown.view.articles.windows == []


def test_an_empty_clipboard_is_said(shown: Shown, settled: Callable[[], None]) -> None:
    _paste(shown, settled, " \n ")
    assert shown.view.messages.sentence == NOTHING_COPIED


def test_a_clipboard_that_nobody_filled_is_said_too(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "mimeData", lambda _clipboard: None)
    shown.view.actions_by_name["paste_article"].trigger()
    assert shown.view.messages.sentence == NOTHING_COPIED


def test_what_cannot_be_read_is_one_sentence_and_opens_nothing(
    shown: Shown, settled: Callable[[], None], tmp_path: Path
) -> None:
    empty = tmp_path / "empty.html"
    empty.write_bytes(b"")
    shown.view.articles._open_chosen(str(empty))
    settled()
    assert "empty.html" in shown.view.messages.sentence
    assert shown.view.articles.windows == []
    assert not shown.view.reading.isVisible()


def test_a_chosen_article_is_opened_and_a_table_imported(
    shown: Shown, settled: Callable[[], None], tmp_path: Path
) -> None:
    article, table = tmp_path / "trams.txt", tmp_path / "claims.csv"
    article.write_text(TEXT, encoding="utf-8")
    table.write_text("summary\nSign the deal\n", encoding="utf-8")
    shown.view.actions_by_name["open_file"].trigger()
    (chooser,) = shown.view.findChildren(QFileDialog)
    for path in (article, table):
        chooser.fileSelected.emit(str(path))
        settled()
    assert _only(shown).review.groups
    assert len(shown.view.findChildren(ImportDialog)) == 1


def _drop(window: MainView | ArticleWindow, content: QMimeData) -> bool:
    entering = QDragEnterEvent(QPoint(5, 5), COPY, content, LEFT, NONE)
    entering.ignore()
    window.dragEnterEvent(entering)
    if entering.isAccepted():
        window.dropEvent(QDropEvent(QPointF(5, 5), COPY, content, LEFT, NONE))
    return entering.isAccepted()


def test_files_dropped_on_the_window_are_opened_one_after_the_other(
    shown: Shown, settled: Callable[[], None], tmp_path: Path
) -> None:
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for number, file in enumerate(files):
        file.write_text(f"{TEXT}{number}", encoding="utf-8")
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    assert _drop(shown.view, content)
    settled()
    assert len(shown.view.articles.windows) == 2


def test_what_is_dropped_on_an_article_opens_beside_it(
    shown: Shown, settled: Callable[[], None]
) -> None:
    _paste(shown, settled, TEXT)
    first, content = _only(shown), QMimeData()
    assert not _drop(first, content)
    content.setText(f"{TEXT} And more.")
    assert _drop(first, content)
    settled()
    assert len(shown.view.articles.windows) == 2


def test_what_can_be_no_article_may_not_be_dropped(shown: Shown) -> None:
    assert not _drop(shown.view, QMimeData())


def test_text_dropped_beside_the_claims_is_an_article(
    shown: Shown, settled: Callable[[], None]
) -> None:
    content = QMimeData()
    content.setText(TEXT)
    shown.view.claims.table.dropped_beside.emit(content)
    settled()
    assert _only(shown).review.groups


def test_the_same_article_opened_twice_has_one_window(
    shown: Shown, settled: Callable[[], None]
) -> None:
    for _ in range(2):
        _paste(shown, settled, TEXT)
    assert len(shown.view.articles.windows) == 1


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let reading take until it is stopped; the event tells that it began."""
    began = threading.Event()

    def reading_slowly(_path: Path, *, stop: threading.Event) -> Article:
        began.set()
        stop.wait()
        raise ClaimTrackerError("Reading was stopped; nothing was taken over.")

    monkeypatch.setattr(reading, "open_file", reading_slowly)
    return began


def test_reading_can_be_watched_and_cancelled_while_the_window_is_free(
    shown: Shown,
    settled: Callable[[], None],
    slow: threading.Event,
    qtbot: QtBot,
    tmp_path: Path,
    enter: Enter,
    desk: Desk,
) -> None:
    shown.view.articles._open_chosen(str(tmp_path / "speech.pdf"))
    qtbot.waitUntil(slow.is_set)
    qtbot.waitUntil(shown.view.reading.isVisible)
    assert shown.view.reading.sentence == "Reading speech.pdf…"
    enter("Listed meanwhile")
    desk.changes.changed.emit()
    qtbot.waitUntil(lambda: shown.view.claims.count == 1)
    shown.view.reading.cancel_button.click()
    settled()
    assert not shown.view.reading.isVisible()
    assert not shown.view.messages.isVisible()
    assert shown.view.articles.windows == []


def test_whoever_leaves_does_not_wait_for_what_is_being_read(
    shown: Shown, settled: Callable[[], None], slow: threading.Event, qtbot: QtBot, tmp_path: Path
) -> None:
    left: list[bool] = []
    shown.view.articles._open_chosen(str(tmp_path / "speech.pdf"))
    qtbot.waitUntil(slow.is_set)
    shown.view.ask_to_leave(lambda: left.append(True))
    settled()
    assert left == [True]


def test_edits_in_an_article_are_asked_about_before_the_program_ends(
    shown: Shown, settled: Callable[[], None]
) -> None:
    left: list[bool] = []
    _paste(shown, settled, TEXT)
    window = _only(shown)
    window.review.keep_edits(window.review.groups[0], {"summary": "Open the line"})
    shown.view.ask_to_leave(lambda: left.append(True))
    assert left == []
    (box,) = window.findChildren(DiscardBox)
    box.discard_button.click()
    assert left == [True]


def test_a_claim_shows_the_article_it_was_taken_from(
    shown: Shown, settled: Callable[[], None], session: Session, desk: Desk
) -> None:
    store(session, ARTICLE, EVERY, [Order(TRAM_GROUP)], today=FRIDAY, by="Ada")
    desk.changes.changed.emit()
    settled()
    shown.view.actions_by_name["show_article"].trigger()
    settled()
    window = _only(shown)
    current = window.body.current
    assert current is not None
    assert set(current.spans) & set(TRAM_GROUP.spans)
    assert window.article.title == ARTICLE.title


def test_a_place_where_it_was_said_again_is_shown_where_it_stands(
    shown: Shown, settled: Callable[[], None], session: Session, desk: Desk
) -> None:
    store(session, ARTICLE, EVERY, [Order(TRAM_GROUP)], today=FRIDAY, by="Ada")
    desk.changes.changed.emit()
    settled()
    (claim_id,) = session.exec(select(Claim.id)).all()
    places = session.exec(select(Occurrence).order_by(col(Occurrence.span_start))).all()
    asked = [(place.id, place.words) for place in places]
    session.rollback()
    for place, words in reversed(asked):
        shown.view.articles.show_claim(claim_id or 0, place)
        settled()
        body = _only(shown).body
        assert body.current is not None
        start, end = body.current.spans[body.place]
        assert words in TEXT[start:end]


def test_a_claim_that_came_from_no_article_says_so(
    shown: Shown, settled: Callable[[], None], enter: Enter, desk: Desk
) -> None:
    enter("By hand")
    desk.changes.changed.emit()
    settled()
    shown.view.actions_by_name["show_article"].trigger()
    settled()
    assert shown.view.messages.sentence.startswith("No text was captured with this claim")


def test_a_taken_candidate_leads_to_its_claim_in_the_list(
    shown: Shown, settled: Callable[[], None], session: Session, desk: Desk, enter: Enter
) -> None:
    first = enter("By hand")
    enter("Another")
    desk.changes.changed.emit()
    settled()
    _paste(shown, settled, TEXT)
    _only(shown).claim_wanted.emit(first)
    settled()
    assert shown.view.claims.current_id == first


def test_what_is_taken_is_listed_at_once(shown: Shown, settled: Callable[[], None]) -> None:
    _paste(shown, settled, TEXT)
    _only(shown).actions_by_name["take"].trigger()
    settled()
    assert shown.view.claims.count == 1
