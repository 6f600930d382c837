"""An article's candidates: who said what would be done, and by when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, FoundDeadline, Kind, Scan
from claimtracker.articles.clauses import clauses_of
from claimtracker.articles.conditions import Condition, condition_in, demanded_before
from claimtracker.articles.days import Days, DaySaid
from claimtracker.articles.foreign_headlines import foreign_headlines
from claimtracker.articles.headlines import with_headlines_settled
from claimtracker.articles.judgement import Clause, Judgement, judge, not_taken
from claimtracker.articles.occurrences import with_occurrences
from claimtracker.articles.published import published_day
from claimtracker.articles.statements import Statement, Statements, Voice
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
    for start, words in clauses_of(statement.words):
        del start
        candidate = _candidate(statement, words, days, said, is_foreign=is_foreign)
        if candidate:
            yield candidate


def _candidate(
    statement: Statement, words: str, days: Days, said: DaySaid, *, is_foreign: bool
) -> Candidate | None:
    condition = condition_in(words) or demanded_before(words)
    times = days.times_in(words, statement, said, condition)
    clause = Clause(
        statement, words, condition, times.deadline is not None, times.is_denied,
        times.looks_back, times.has_vague_time,
    )  # fmt: skip
    judged = judge(clause)
    if judged is not None and is_foreign:
        judged = not_taken("other story: a headline of another story")
    if judged is None:
        return None
    sentence = statement.sentence
    return Candidate(
        judged.kind, sentence.text, sentence.start, sentence.end, statement.speaker,
        said.day, said.wording, times.deadline,
        condition.of(words) if condition else "", None,
        judged.score, tuple(why for why, _ in judged.weights), judged.reason,
    )  # fmt: skip
