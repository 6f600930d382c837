"""An article's candidates: who said what would be done, and by when."""

from collections.abc import Sequence

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Scan
from claimtracker.deadlines import DEFAULT_POLICY, Event, Policy


def scan(
    article: Article, *, policy: Policy = DEFAULT_POLICY, events: Sequence[Event] = ()
) -> Scan:
    """Return the candidates in the order of the text, those that are not taken among them."""
    return Scan(article.published_on, article.title, ())
