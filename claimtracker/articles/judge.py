"""Judge a clause: a commitment, a threat, or none of them, with the reason."""

import re

from claimtracker.articles import cues
from claimtracker.articles.candidate import Kind
from claimtracker.articles.clauses import Clause
from claimtracker.articles.fragments import is_fragment
from claimtracker.articles.judgement import (
    DEMAND,
    DENIED,
    HISTORY,
    NO_MEASURE,
    NOBODY,
    QUESTION,
    REPORTER,
    SCHEDULE,
    Judgement,
    taken,
)
from claimtracker.articles.promises import retold, said
from claimtracker.articles.sentences import is_table_row
from claimtracker.articles.speech_verbs import Act
from claimtracker.articles.statement import Voice

DATED_HEADLINE = "a headline with a day"
"""Taken only where the story names the same days."""
_FEWEST_WORDS = 2  # of a headline beside its day
_TO_DO = re.compile(
    r"(?!our\b|my\b)(?:(?!supposed\b)[\w’'%-]+[:;,]?\s+){1,8}?(?:to(?=\s(?-i:[a-z]))|will|won[’']t|(?:promises?|pledges?|vows?|threatens?"
    r"|plans?)(?!\s(?:on|of|about|over|made|for|by)\b)|sees?|aims?|set\sto)\s",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"\b(?:orders?|ordered|urges?|tells?|asks?|calls\son|demands?|presses|gives?|given|begs?|warns?)\s"
    r"\s*(?:[\w’'-]+\s+){1,9}?to\s(?-i:[a-z])",
    re.IGNORECASE,
)
"""What a headline says that others should do."""
_ON_WHETHER = re.compile(r"\b(?:whether|[Aa]sked\s(?:\w+\s)?(?:if|when|how|why|what|where))\s")
_WHETHER = re.compile(r"\s*(?:\w+\s)?(?:whether|if|when|how|why|what|who)\b")
_ASKS = re.compile(r"(?:how|why|what|who|where|when)\b", re.IGNORECASE)
_MARKS = " \"”’'“‘"


def judge(clause: Clause) -> Judgement | None:
    """Return what the clause is; None where it says nothing of what will be done."""
    statement, words = clause.statement, clause.words.strip(_MARKS)
    if statement.is_question or words.endswith("?"):
        return QUESTION if clause.has_time or cues.FUTURE.search(words) else None
    if _only_asks(clause):
        return QUESTION if clause.has_time else None
    if words.endswith(":") or (statement.is_heading and _ASKS.match(words)):
        return None
    if clause.times.is_denied or (clause.has_time and cues.DENIAL.search(words)):
        return DENIED
    if cues.NEVER_SAID.search(clause.cues):
        return None
    if clause.times.is_endless and not clause.has_time:
        return NO_MEASURE
    if statement.voice is Voice.HEADLINE:
        return _headline(clause)
    if statement.voice is Voice.TOLD:
        return _told(clause)
    return _spoken(clause)


def _only_asks(clause: Clause) -> bool:
    """Whether all that is said to come is asked: "Asked whether she would, she laughed"."""
    found = _ON_WHETHER.search(clause.words)
    if found is None or clause.statement.voice is Voice.QUOTED:
        return False
    future = cues.FUTURE.search(clause.words)
    deadline = clause.times.deadline
    place = deadline.start - clause.statement.sentence.start if deadline else found.end()
    return found.start() < min(place, future.start() if future else place)


def _spoken(clause: Clause) -> Judgement | None:
    statement = clause.statement
    if statement.lead and is_table_row(statement.words) and not clause.has_time:
        return HISTORY if clause.times.looks_back else None
    if statement.lead:
        return taken(clause, Kind.COMMITMENT, "an item of a list of promises")
    if statement.act is Act.DENY:
        return DENIED if clause.has_time else None
    if statement.act is Act.DEMAND:
        return _demanded(clause)
    if is_fragment(clause):
        return taken(clause, Kind.COMMITMENT, "names what is to come and by when")
    return retold(clause) if statement.voice is Voice.RETOLD else said(clause)


def _headline(clause: Clause) -> Judgement | None:
    """Return what a headline promises; whose promise it is shows in the story below."""
    if _ORDERS.search(clause.cues) and not cues.ADDRESSED.search(clause.cues):
        return DEMAND if clause.has_time else None
    promises = clause.statement.act in (Act.COMMIT, Act.THREATEN) and clause.has_time
    if not promises and not _TO_DO.match(clause.cues.lstrip(_MARKS)):
        is_dated = clause.has_time and len(clause.cues.split()) > _FEWEST_WORDS
        return taken(clause, Kind.COMMITMENT, DATED_HEADLINE) if is_dated else None
    kind = Kind.THREAT if re.search(r"\bthreat", clause.cues, re.IGNORECASE) else Kind.COMMITMENT
    return taken(clause, kind, "a headline of what will be done")


def _told(clause: Clause) -> Judgement | None:
    """Return why the reporter's own words are not taken; None where they sound like no promise."""
    words = clause.cues
    looks_ahead = cues.FUTURE.search(words)
    if cues.SPECULATION.search(words) and (clause.has_time or looks_ahead):
        return REPORTER
    if not clause.has_time:
        is_past = clause.times.looks_back and cues.PROMISE_WORD.search(words)
        return HISTORY if is_past else None
    if cues.DEMAND.search(words):
        return DEMAND
    return SCHEDULE if looks_ahead or cues.SCHEDULE.search(words) else NOBODY


def _demanded(clause: Clause) -> Judgement | None:
    if _WHETHER.match(clause.behind_verb):
        return QUESTION if clause.has_time or cues.FUTURE.search(clause.cues) else None
    if cues.ADDRESSED.search(clause.cues) and cues.UNWELCOME.search(clause.cues):
        return taken(clause, Kind.THREAT, "a demand with its consequence")
    return DEMAND if clause.has_time or cues.DEMAND.search(clause.cues) else None
