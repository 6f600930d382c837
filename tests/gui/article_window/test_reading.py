"""What is handed over is read, scanned, and known again; a copied text loses nothing."""

import threading
from pathlib import Path

import pytest
from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.article_window import reading
from claimtracker.gui.article_window.offered import Offered
from claimtracker.gui.article_window.reading import open_captured, open_offered, scanned_again
from claimtracker.gui.article_window.storing import Order, store
from tests.conftest import Enter
from tests.gui.article_window.articles import ARTICLE, EVERY, FRIDAY, TEXT, TRAM_GROUP

PAGE = "<html><head><title>Trams</title></head><body><article>{}</article></body></html>"


def _pages(monkeypatch: pytest.MonkeyPatch, article: Article | None) -> None:
    """Let the reader of pages find this, or nothing."""

    def found(*_data: object, **_told: object) -> Article:
        if article is None:
            raise ClaimTrackerError("The page holds no article.")
        return article

    monkeypatch.setattr(reading, "open_bytes", found)


def _open(session: Session, offer: Offered) -> Article:
    return open_offered(session, offer, threading.Event()).article


def test_a_file_is_read_and_scanned(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "trams.txt"
    file.write_text(TEXT, encoding="utf-8")
    opened = open_offered(session, Offered(file=file), threading.Event())
    assert opened.article.text.strip() == TEXT.strip()
    assert opened.scan.candidates
    assert opened.known is None


def test_more_lines_than_a_window_can_lay_out_are_refused(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_LINES", 4)
    assert _open(session, Offered(text="Trams\n" * 4)).text.count("\n") <= 4
    with pytest.raises(ClaimTrackerError, match="more than 4 lines"):
        _open(session, Offered(text="Trams\n" * 6))


def test_html_that_was_copied_tells_more_than_its_text(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pages(monkeypatch, ARTICLE)
    assert _open(session, Offered(text=TEXT, html=PAGE)) == ARTICLE


def test_html_that_loses_most_of_the_text_gives_way_to_it(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pages(monkeypatch, Article("Trams at last"))
    assert _open(session, Offered(text=TEXT, html=PAGE)).text.strip() == TEXT.strip()


def test_html_that_cannot_be_read_gives_way_to_the_text(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pages(monkeypatch, None)
    assert _open(session, Offered(text=TEXT, html=PAGE)).text.strip() == TEXT.strip()
    with pytest.raises(ClaimTrackerError, match="holds no article"):
        _open(session, Offered(html=PAGE))


def test_half_a_pair_in_html_that_was_copied_does_no_harm(session: Session) -> None:
    assert "buses" in _open(session, Offered(html="<p>Trams \ud83d and buses.</p>")).text


def test_an_article_that_was_stopped_is_not_read_another_way(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pages(monkeypatch, None)
    stop = threading.Event()
    stop.set()
    with pytest.raises(ClaimTrackerError):
        open_offered(session, Offered(text=TEXT, html=PAGE), stop)


def test_an_address_is_fetched_by_the_reader_of_addresses_only(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fetched(address: str, *, stop: threading.Event) -> Article:
        asked.append(address)
        assert not stop.is_set()
        return ARTICLE

    monkeypatch.setattr(reading, "open_address", fetched)
    assert _open(session, Offered(address="https://example.org/a")) == ARTICLE
    assert asked == ["https://example.org/a"]


def test_a_claim_leads_back_to_its_article_and_its_words(session: Session) -> None:
    stored = store(session, ARTICLE, EVERY, [Order(TRAM_GROUP)], today=FRIDAY, by="Ada")
    (claim_id,) = stored.taken.values()
    opened = open_captured(session, claim_id, threading.Event())
    assert opened.article.text == TEXT
    assert set(opened.spans) == set(TRAM_GROUP.spans)
    assert opened.known is not None


def test_a_claim_without_a_captured_text_says_so(session: Session, enter: Enter) -> None:
    with pytest.raises(ClaimTrackerError, match="No text was captured"):
        open_captured(session, enter(), threading.Event())


def test_another_day_of_publication_gives_other_days(session: Session) -> None:
    opened = open_offered(session, Offered(text=f"{TEXT}\n"), threading.Event())
    before = {found.deadline.reading for found in opened.scan.candidates if found.deadline}
    corrected = Article(opened.article.text, published_on=FRIDAY.replace(year=2024))
    after = scanned_again(session, corrected).scan.candidates
    assert before != {found.deadline.reading for found in after if found.deadline}
