"""An article's candidates: who said what would be done, and by when."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, Kind, Scan
from claimtracker.articles.clauses import Clause, condition_of, words_of_clauses
from claimtracker.articles.days_said import DaySaid, DaysSaid
from claimtracker.articles.foreign_headlines import foreign_headlines
from claimtracker.articles.headlines import with_headlines_settled
from claimtracker.articles.judge import judge
from claimtracker.articles.judgement import NO_MEASURE, NOBODY, OTHER_STORY, Judgement
from claimtracker.articles.occurrences import with_occurrences
from claimtracker.articles.published import published_day
from claimtracker.articles.reckoning import Reckoning
from claimtracker.articles.statement import Statement, Voice
from claimtracker.articles.statements import Statements
from claimtracker.articles.times import times_in
from claimtracker.deadlines import DEFAULT_POLICY, Event, Policy, Term


def scan(
    article: Article,
    *,
    policy: Policy = DEFAULT_POLICY,
    events: Sequence[Event] = (),
    claimants: Mapping[str, Term] | None = None,
    stop: threading.Event | None = None,
) -> Scan:
    """Return the candidates in the order of the text, those that are not taken among them.

    `claimants` are the terms of office of known claimants by their full names. Once `stop` is set
    the rest of the text is left. Never raises; takes time in proportion to the length of the text.
    """
    published_on = article.published_on or published_day(article.text)
    reckoning = Reckoning(published_on, policy, events, claimants or {})
    statements = Statements(article.text, article.publisher)
    days_said = DaysSaid(article.text, reckoning)
    foreign = foreign_headlines(statements.lines)
    found = [
        (statement, candidate)
        for statement in takewhile(lambda _: not (stop and stop.is_set()), statements)
        for clause, said in _clauses(statement, days_said.of(statement), reckoning)
        if (judged := _judged(clause, reckoning, is_foreign=statement.sentence.line in foreign))
        for candidate in _candidates(clause, said, judged)
    ]
    settled = with_headlines_settled(found, reckoning)
    return Scan(published_on, article.title or _headline(found), with_occurrences(settled))


def _headline(found: Sequence[tuple[Statement, Candidate]]) -> str:
    """Return the first headline that makes a claim, for a text whose first line is none."""
    headings = (
        candidate.sentence
        for statement, candidate in found
        if statement.is_heading and candidate.kind is not Kind.NOT_TAKEN
    )
    return next(headings, "")


def _clauses(
    statement: Statement, said: DaySaid, reckoning: Reckoning
) -> Iterator[tuple[Clause, DaySaid]]:
    for words in words_of_clauses(statement):
        condition = condition_of(words.text)
        times = times_in(statement, words, said, condition, reckoning)
        yield Clause(statement, words.text, condition, times), said


def _judged(clause: Clause, reckoning: Reckoning, *, is_foreign: bool) -> Judgement | None:
    judged = judge(clause)
    if judged is None:
        return None
    if is_foreign:
        return OTHER_STORY
    if judged.kind is Kind.NOT_TAKEN:
        return judged
    if not (clause.statement.speaker or clause.statement.voice is Voice.HEADLINE):
        return NOBODY if clause.has_time else None
    is_endless = not clause.has_time and reckoning.is_endless(clause.words)
    return NO_MEASURE if is_endless else judged


def _candidates(clause: Clause, said: DaySaid, judged: Judgement) -> Iterator[Candidate]:
    """Give the candidate of a clause; a horizon within its horizon is one of its own."""
    found = _candidate(clause, said, judged)
    yield found
    if clause.times.inner and found.kind is not Kind.NOT_TAKEN:
        yield replace(found, deadline=clause.times.inner)


def _candidate(clause: Clause, said: DaySaid, judged: Judgement) -> Candidate:
    sentence = clause.statement.sentence
    first, last = clause.span
    return Candidate(
        kind=judged.kind,
        sentence=sentence.text[first:last],
        start=sentence.start + first,
        end=sentence.start + last,
        claimant=clause.statement.speaker,
        stated_on=said.day,
        stated_wording=said.wording,
        deadline=clause.times.deadline,
        condition=clause.condition.of(clause.words) if clause.condition else "",
        score=judged.score,
        score_reasons=tuple(why for why, _ in judged.weights),
        reason=judged.reason,
    )
