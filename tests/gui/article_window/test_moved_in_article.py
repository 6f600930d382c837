"""A later deadline of the same article is offered as moved as soon as the earlier one is taken."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, FoundDeadline, Kind, Scan
from claimtracker.deadlines import read
from claimtracker.gui.article_window.reading import OpenedArticle
from claimtracker.gui.article_window.window import ArticleWindow
from tests.gui.article_window.conftest import Open, Press, Stored, standings

JANUARY = date(2025, 1, 20)
FIRST = "Byron promised before the vote to open the line within 24 hours."
MOVED = "She moderated that claim on taking office, suggesting a start by May."
TEXT = f"{FIRST} {MOVED}\n"


def _found(words: str, wording: str, stated_on: date | None) -> Candidate:
    start, at = TEXT.index(words), TEXT.index(wording)
    deadline = FoundDeadline(at, at + len(wording), read(wording, JANUARY))
    end = start + len(words)
    return Candidate(Kind.COMMITMENT, words, start, end, "Ada Byron", stated_on, deadline=deadline)


EVERY = (_found(FIRST, "within 24 hours", None), _found(MOVED, "by May", JANUARY))
OPENED = OpenedArticle(Article(TEXT, title="Line"), Scan(None, "Line", EVERY))


@pytest.fixture
def shown(open_window: Open) -> ArticleWindow:
    return open_window(OPENED)


def _is_offered(window: ArticleWindow) -> bool:
    return window.actions_by_name["deadline_moved"].isEnabled()


def test_m_moves_what_was_taken_just_before(
    shown: ArticleWindow, press: Press, stored: Stored, qtbot: QtBot
) -> None:
    press("J")
    assert not _is_offered(shown)
    press("K", "A")
    qtbot.waitUntil(lambda: _is_offered(shown))
    assert "likelier moved (M)" in shown.body.resemblance.sentence.text()
    press("M")
    first, moved = stored()
    assert (moved.moved_from, first.moved_to) == (first.id, moved.id)


def test_the_offer_goes_when_the_earlier_one_is_undone(
    shown: ArticleWindow, press: Press, qtbot: QtBot
) -> None:
    press("A")
    qtbot.waitUntil(lambda: _is_offered(shown))
    press("U", "J")
    qtbot.waitUntil(lambda: not _is_offered(shown))
    assert not shown.body.resemblance.isVisible()


def test_taking_both_at_once_leaves_the_later_one_to_be_seen(
    shown: ArticleWindow, press: Press, stored: Stored, qtbot: QtBot
) -> None:
    press("Ctrl+A", "A")
    assert standings(shown) == ["taken", "open"]
    assert "resembles a known claim" in shown.messages.sentence
    assert len(stored()) == 1
