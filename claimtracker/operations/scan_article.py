"""Look through an article for claims, by what the database keeps."""

from collections.abc import Mapping
from datetime import date

from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Scan
from claimtracker.articles.scan import scan
from claimtracker.claims.shipped_events import shipped_events_in
from claimtracker.deadlines import Term
from claimtracker.operations.read_deadline import Reader, reader, terms_of_office

# With no day of publication none of several events of one name is "the next".
_NO_DAY = date.max


def scan_article(session: Session, article: Article) -> Scan:
    """Return the candidates by the conventions, events and terms of office of the database."""
    terms = {name: term for name, term in terms_of_office(session).items() if name}
    return scan_by(reader(session), article, terms)


def scan_by(known: Reader, article: Article, terms: Mapping[str, Term] | None = None) -> Scan:
    """The same by what is at hand, where there is no database."""
    day = article.published_on or _NO_DAY
    shipped = shipped_events_in(article.text, day, known.own_events)
    events = (*known.own_events, *shipped)
    return scan(article, policy=known.policy, events=events, claimants=terms or {})
