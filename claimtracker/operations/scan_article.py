"""Look through an article for claims, by what the database keeps."""

from datetime import date

from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Scan
from claimtracker.articles.scan import scan
from claimtracker.claims.shipped_events import shipped_events_in
from claimtracker.operations.read_deadline import Reader, reader

# With no day of publication none of several events of one name is "the next".
_NO_DAY = date.max


def scan_article(session: Session, article: Article) -> Scan:
    """Return the article's candidates, read by the conventions and events of the database."""
    return scan_by(reader(session), article)


def scan_by(known: Reader, article: Article) -> Scan:
    """The same by conventions and events at hand, where there is no database."""
    day = article.published_on or _NO_DAY
    shipped = shipped_events_in(article.text, day, known.own_events)
    return scan(article, policy=known.policy, events=(*known.own_events, *shipped))
