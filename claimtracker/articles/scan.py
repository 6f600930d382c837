"""An article's candidates: who said what would be done, and by when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, Kind, Scan
from claimtracker.articles.clauses import clauses_of
from claimtracker.articles.conditions import Condition, condition_in, demanded_before
from claimtracker.articles.days import Days, DaySaid, Times
from claimtracker.articles.foreign_headlines import foreign_headlines
from claimtracker.articles.headlines import with_headlines_settled
from claimtracker.articles.judgement import Clause, Judgement, judge, not_taken
from claimtracker.articles.occurrences import with_occurrences
from claimtracker.articles.published import published_day
from claimtracker.articles.statements import Statement, Statements
from claimtracker.deadlines import DEFAULT_POLICY, Event, Policy, Term


def scan(
    article: Article,
    *,
    policy: Policy = DEFAULT_POLICY,
    events: Sequence[Event] = (),
    claimants: Mapping[str, Term] | None = None,
) -> Scan:
    """Return the candidates in the order of the text, those that are not taken among them.

    `claimants` are the terms of office of known claimants by their full names.
    """
    published_on = article.published_on or published_day(article.text)
    statements = Statements(article.text, article.publisher)
    days = Days(article.text, published_on, policy, events, claimants or {})
    foreign = foreign_headlines(statements.lines)
    found = [
        (statement, candidate)
        for statement in statements
        for candidate in _candidates(statement, days, is_foreign=statement.sentence.line in foreign)
    ]
    return Scan(published_on, article.title, with_occurrences(with_headlines_settled(found)))


def _candidates(statement: Statement, days: Days, *, is_foreign: bool) -> Iterator[Candidate]:
    said = days.said(statement)
    for words in clauses_of(statement):
        condition = condition_in(words) or demanded_before(words)
        times = days.times_in(words, statement, said, condition)
        judged = _judged(statement, words, condition, times, is_foreign=is_foreign)
        if judged is None:
            continue
        found = _candidate(statement, words, condition, said, judged)
        yield replace(found, deadline=times.deadline)
        if times.inner and judged.kind is not Kind.NOT_TAKEN:
            yield replace(found, deadline=times.inner)


def _judged(
    statement: Statement, words: str, condition: Condition | None, times: Times, *, is_foreign: bool
) -> Judgement | None:
    judged = judge(
        Clause(
            statement, times.elsewhere, condition, times.deadline is not None, times.is_denied,
            times.looks_back, times.has_vague_time,
        )
    )  # fmt: skip
    if judged is not None and is_foreign:
        return not_taken("other story: a headline of another story")
    return judged


def _candidate(
    statement: Statement, words: str, condition: Condition | None, said: DaySaid, judged: Judgement
) -> Candidate:
    sentence = statement.sentence
    return Candidate(
        judged.kind, sentence.text, sentence.start, sentence.end, statement.speaker,
        said.day, said.wording, None, condition.of(words) if condition else "", None,
        judged.score, tuple(why for why, _ in judged.weights), judged.reason,
    )  # fmt: skip
