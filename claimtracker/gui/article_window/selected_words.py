"""A candidate made of words that a person selected in the text."""

from datetime import date

from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, FoundDeadline, Kind
from claimtracker.deadlines import Direction, find
from claimtracker.gui.article_window.candidate_groups import CandidateGroup, Span
from claimtracker.operations.read_deadline import read_deadline

_ANY_DAY = date(2000, 1, 1)  # which words name a time does not depend on the day


def group_of_words(
    session: Session, article: Article, span: Span, around: Candidate | None
) -> CandidateGroup:
    """The words with the deadline in them; speaker and day are those of the candidate around.

    Only a proposal: every field is shown to be edited before anything is stored.
    """
    start, end = span
    words = article.text[start:end]
    said = around.stated_on if around else article.published_on
    candidate = Candidate(
        Kind.THREAT if around and around.kind is Kind.THREAT else Kind.COMMITMENT,
        words,
        start,
        end,
        claimant=around.claimant if around else "",
        stated_on=said,
        stated_wording=around.stated_wording if around else "",
        deadline=_deadline(session, words, start, said),
    )
    return CandidateGroup(candidate, is_own=True)


def _deadline(session: Session, words: str, start: int, said: date | None) -> FoundDeadline | None:
    """The first words that name a time ahead, read by the conventions of the database."""
    for mention in find(words, said or _ANY_DAY):
        if mention.direction is Direction.AHEAD:
            reading = read_deadline(session, mention.text, said)
            return FoundDeadline(start + mention.start, start + mention.end, reading)
    return None
