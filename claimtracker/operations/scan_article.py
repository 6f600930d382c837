"""Look through an article for claims, by what the database keeps."""

import threading
from datetime import date

from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Scan
from claimtracker.claims.shipped_events import shipped_events_in
from claimtracker.operations.read_deadline import Reader, reader
from claimtracker.operations.terms_of_office import Terms, terms_of_office

# With no day of publication none of several events of one name is "the next".
_NO_DAY = date.max
_ONLY_SHIPPED = Terms()


def scan_article(
    session: Session, article: Article, *, stop: threading.Event | None = None
) -> Scan:
    """Return the candidates by the conventions, events and terms of office of the database.

    Once `stop` is set the rest of the text is left.
    """
    return scan_by(reader(session), article, terms_of_office(session), stop=stop)


def scan_by(
    known: Reader,
    article: Article,
    terms: Terms = _ONLY_SHIPPED,
    *,
    stop: threading.Event | None = None,
) -> Scan:
    """The same by what is at hand, where there is no database."""
    # Imported here: its patterns take a fifth of a second, which no start of the window needs.
    from claimtracker.articles.scan import scan

    day = article.published_on or _NO_DAY
    shipped = shipped_events_in(article.text, day, known.own_events)
    return scan(
        article,
        policy=known.policy,
        events=(*known.own_events, *shipped),
        claimants=terms.on(article.published_on),
        stop=stop,
    )
