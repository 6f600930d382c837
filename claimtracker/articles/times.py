"""The times in a clause: by when it is to be done, and what else they say."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from claimtracker.articles.blanks import only, without
from claimtracker.articles.candidate import FoundDeadline
from claimtracker.articles.conditions import Condition
from claimtracker.articles.coordination import ClauseWords
from claimtracker.articles.days_said import DaySaid
from claimtracker.articles.presents import looks_ahead
from claimtracker.articles.reckoning import (
    ANY_DAYS,
    NOT_KNOWN,
    Reckoning,
    alike,
    has_no_end,
    undated,
)
from claimtracker.articles.speech_verbs import Act
from claimtracker.articles.statement import Statement, Voice
from claimtracker.deadlines import Direction, Mention, Reading

_DENIED = "not a deadline: denied"
_UNDATED = ("event not dated", "setting missing", "ambiguous")
_AND_THEN = re.compile(
    r"\sand\s+(?!(?:the|a|an|its|his|her|their|all|in|on|by|has|have|had|is|are|was|were)\b)[a-z]+\s+\w+"
)
"""What is done after it: "will shut on 2 June and open again on 11 August"."""
_MORE = re.compile(r"(?:longer|more|over|less|shorter|at least|up to)\b")
_BY = re.compile(r"[Bb]y\b")  # "by Monday week" counts from no condition
_LENGTHS = ("within N", "in N", "vague")


class Times(NamedTuple):
    """What the times in a clause say."""

    deadline: FoundDeadline | None
    inner: FoundDeadline | None  # "decide within days whether it can be done in the next weeks",
    # or the second of two: "shut on 2 June and open again on 11 August"
    is_denied: bool
    looks_back: bool  # its only times lie behind
    is_endless: bool  # it names a time without a measure
    elsewhere: str  # the clause with its times blanked out: "May" is no verb


class _Clause(NamedTuple):
    """A clause as its times are read."""

    statement: Statement
    words: str
    said: DaySaid
    condition: Condition | None


def times_in(
    statement: Statement,
    clause_words: ClauseWords,
    said: DaySaid,
    condition: Condition | None,
    reckoning: Reckoning,
) -> Times:
    """Return the times in a clause of a statement, counted from the day it was made.

    One that it shares with other clauses is its own where it has no other: "By May we will ...".
    """
    words = clause_words.text
    clause = _Clause(statement, words, said, condition)
    base = _base(clause, reckoning)
    everywhere = _mentions(clause, base, reckoning)
    found = [mention for mention in everywhere if not said.holds(mention.start)]
    ahead, back = _looking(found, Direction.AHEAD), _looking(found, Direction.BACK)
    own = [one for one in ahead if not clause_words.shares(one.start)]
    shared = [one for one in ahead if condition is None or not condition.holds(one.start)]
    ahead = own or (shared if clause_words.shared[1] else ahead)
    if not ahead and back and _may_be_ahead(statement, words):
        ahead = [one for one in back if condition is None or not condition.holds(one.start)]
    ahead.sort(key=_is_weak)
    not_dated = [one for one in found if one.reading.rule.startswith(_UNDATED)]
    outer = _outer(ahead, condition) or _outer(not_dated, condition)
    inner = _inside(ahead, words, outer) if outer else None
    is_endless = any(has_no_end(one.reading) for one in found)
    return Times(
        _deadline(outer, clause, reckoning) if outer else None,
        _deadline(inner, clause, reckoning) if inner else None,
        any(one.reading.rule == _DENIED for one in found),
        bool(back) and not ahead,
        is_endless,
        without(words, [(one.start, one.end) for one in everywhere]),
    )


def _mentions(clause: _Clause, base: date | None, reckoning: Reckoning) -> list[Mention]:
    """Return the times; "if it was" says nothing of where those before it look."""
    words, condition, speaker = clause.words, clause.condition, clause.statement.speaker
    if condition is None or not words[: condition.start].strip():
        return reckoning.mentions(words, base, speaker)
    parts = without(words, [condition]), only(words, [condition])
    found = [one for part in parts for one in reckoning.mentions(part, base, speaker)]
    return sorted(found, key=lambda one: one.start)


def _may_be_ahead(statement: Statement, words: str) -> bool:
    """Whether a time that looks back is that of a promise: by now over, or told in the present."""
    if statement.voice is Voice.QUOTED:
        return looks_ahead(words)
    is_promise = statement.act in (Act.COMMIT, Act.THREATEN)
    return statement.voice is Voice.RETOLD or (statement.voice is Voice.HEADLINE and is_promise)


def _base(clause: _Clause, reckoning: Reckoning) -> date | None:
    said = clause.said
    return said.day or (said.span and said.span[1]) or reckoning.published_on


def _looking(mentions: Sequence[Mention], direction: Direction) -> list[Mention]:
    """Return the times of a direction; "Friday's crash" says by when nothing is done."""
    return [
        mention
        for mention in mentions
        if mention.direction is direction and not mention.text.endswith(("'s", "’s"))
    ]


def _deadline(mention: Mention, clause: _Clause, reckoning: Reckoning) -> FoundDeadline:
    start = clause.statement.sentence.start
    reading = _reading(mention, clause, reckoning)
    return FoundDeadline(start + mention.start, start + mention.end, reading)


def _reading(mention: Mention, clause: _Clause, reckoning: Reckoning) -> Reading:
    if _waits(mention, clause):
        why = "It counts from the day on which the condition is met."
        return undated(mention.text, "event not dated: the condition", why)
    speaker = clause.statement.speaker
    readings = [reckoning.read(mention, day, speaker) for day in _bases(clause, reckoning)]
    return alike(readings) or undated(mention.text, *NOT_KNOWN)


def _bases(clause: _Clause, reckoning: Reckoning) -> Sequence[date]:
    """Return the days from which a reading must be the same; one where the day said is known."""
    said, base = clause.said, _base(clause, reckoning)
    if base is None:
        return ANY_DAYS
    if said.day is None and said.span:
        return said.span
    return (base, ANY_DAYS[0]) if said.day is None and said.wording else (base,)


def _waits(mention: Mention, clause: _Clause) -> bool:
    """Whether a length counts from a condition that comes first: "should they fail, in 2 days"."""
    condition = clause.condition
    if condition is None or clause.words[: condition.start].strip():
        return False
    is_length = mention.reading.rule.startswith(_LENGTHS) and not _BY.match(mention.text)
    return is_length and mention.start >= condition.end


def _is_weak(mention: Mention) -> bool:
    """Whether another time beside it says by when: "seen within four hours by the end of March"."""
    text = mention.text
    is_bare = text[:1].isupper() or text[:1].isdigit()
    return (
        text.casefold().startswith("for ")
        or (is_bare and " " not in text)
        or text.endswith(("hours", "minutes", "hour"))
        or bool(_MORE.match(text))
    )


def _outer(mentions: Sequence[Mention], condition: Condition | None) -> Mention | None:
    """Return the first that stands outside the condition, else the first inside it."""
    main = [one for one in mentions if condition is None or not condition.holds(one.start)]
    return next(iter([*main, *mentions]), None)


def _inside(ahead: Sequence[Mention], words: str, outer: Mention) -> Mention | None:
    """Return the time of what is to be decided by the outer one, or of what is to follow it."""
    place = words.find("whether", outer.end)
    if place >= 0:
        return next((one for one in ahead if place < one.start), None)
    later = (one for one in ahead if one.start > outer.end)
    return next((one for one in later if _AND_THEN.search(words[outer.end : one.start])), None)
