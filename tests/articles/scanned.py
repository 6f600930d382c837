"""Small texts scanned as an article of Friday, 18 April 2025, for the tests of what is found."""

from collections.abc import Mapping, Sequence
from datetime import date

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate
from claimtracker.articles.scan import scan
from claimtracker.articles.statement import Statement
from claimtracker.articles.statements import Statements
from claimtracker.deadlines import Event, Term

FRIDAY = date(2025, 4, 18)


def candidates_in(
    text: str,
    published_on: date | None = FRIDAY,
    *,
    publisher: str = "",
    events: Sequence[Event] = (),
    claimants: Mapping[str, Term] | None = None,
) -> tuple[Candidate, ...]:
    """Return all candidates of a text."""
    article = Article(text, publisher=publisher, published_on=published_on)
    return scan(article, events=events, claimants=claimants).candidates


def only_candidate(text: str, published_on: date | None = FRIDAY) -> Candidate:
    """Return the candidate of a text that has one."""
    found = candidates_in(text, published_on)
    assert len(found) == 1, found
    return found[0]


def statements_in(text: str, publisher: str = "") -> list[Statement]:
    """Return the statements of a text."""
    return list(Statements(text, publisher))


def speakers_in(text: str) -> list[str]:
    """Return who speaks in each statement of a text."""
    return [statement.speaker for statement in statements_in(text)]


def words_of(statement: Statement) -> str:
    """Return the words of a statement without the blanks in place of all others."""
    return " ".join(statement.words.split())


def wording_of(candidate: Candidate, text: str) -> str | None:
    """Return the words of a candidate's deadline as they stand in the text."""
    found = candidate.deadline
    return text[found.start : found.end] if found else None


def days_of(candidate: Candidate) -> tuple[date | None, date | None, date | None] | None:
    """Return the days of a candidate's deadline: opens, due, latest."""
    if candidate.deadline is None:
        return None
    reading = candidate.deadline.reading
    return reading.opens_on, reading.due_on, reading.latest_on
