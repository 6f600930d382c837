"""An article is scanned by the conventions, events and terms of office of the database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from claimtracker.articles import scan as articles_scan
from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Scan
from claimtracker.deadlines import DEFAULT_POLICY, Event, Term
from claimtracker.operations.claim_parts import new_id
from claimtracker.operations.read_deadline import Reader
from claimtracker.operations.scan_article import scan_article, scan_by
from claimtracker.operations.set_policy import set_policy
from claimtracker.storage import tables


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the scan was handed beside the article."""
    handed: dict[str, Any] = {}

    def note(article: Article, **given: object) -> Scan:
        handed.update(given)
        return Scan(article.published_on, article.title, ())

    monkeypatch.setattr(articles_scan, "scan", note)
    return handed


def _names(events: Sequence[Event]) -> list[str]:
    return [event.name for event in events]


def test_the_article_says_when_it_was_published(session: Session) -> None:
    found = scan_article(session, Article("Text.", title="A", published_on=date(2025, 4, 18)))
    assert (found.published_on, found.title) == (date(2025, 4, 18), "A")


def test_the_conventions_of_the_database_count(session: Session, asked: dict[str, Any]) -> None:
    changed = replace(DEFAULT_POLICY, week_starts_on=6)
    set_policy(session, changed, by="Ada")
    scan_article(session, Article("Text."))
    assert asked["policy"] == changed


def test_terms_of_office_are_known_by_name(session: Session, asked: dict[str, Any]) -> None:
    began_on = date(2025, 1, 20)
    new_id(session, tables.Claimant(name="Jane Doe", role="Mayor", term_began_on=began_on))
    new_id(session, tables.Claimant(name="John Roe"))
    session.commit()
    scan_article(session, Article("Text."))
    claimants = asked["claimants"]
    assert claimants["Jane Doe"] == Term(began_on, None, "Mayor")
    assert "John Roe" not in claimants
    assert "Donald Trump" not in claimants, "the day of publication is not known"
    scan_article(session, Article("Text.", published_on=date(2025, 4, 18)))
    assert asked["claimants"]["Donald Trump"].began_on == began_on


def test_own_events_are_known_and_shipped_ones_that_are_named(
    session: Session, asked: dict[str, Any]
) -> None:
    new_id(session, tables.Event(name="the gala", starts_on=date(2025, 5, 1)))
    session.commit()
    scan_article(session, Article("After COP30.", published_on=date(2025, 4, 18)))
    assert _names(asked["events"]) == ["the gala", "COP30"]
    scan_article(session, Article("After the ball.", published_on=date(2025, 4, 18)))
    assert _names(asked["events"]) == ["the gala"]


def test_without_a_day_of_publication_no_event_is_the_next_of_its_name(
    asked: dict[str, Any],
) -> None:
    scan_by(Reader(), Article("Before the midterms."))
    assert asked["events"] == ()
    scan_by(Reader(), Article("Before the midterms.", published_on=date(2025, 4, 18)))
    assert len(asked["events"]) == 1
