"""What a statement is: a commitment, a threat, or none of them, with the reason and a score."""

import re
from typing import NamedTuple

from claimtracker.articles import cues
from claimtracker.articles.attribution import Act
from claimtracker.articles.candidate import Kind
from claimtracker.articles.conditions import Condition
from claimtracker.articles.sentences import is_table_row
from claimtracker.articles.statements import Statement, Voice

Reasons = tuple[tuple[str, float], ...]
_ABLE, _SURE = 0.15, 0.3


class Judgement(NamedTuple):
    """The kind of a statement, why it is not taken, and what speaks for it with its weight."""

    kind: Kind
    reason: str = ""
    weights: Reasons = ()

    @property
    def score(self) -> float:
        """The sum of the weights, 1 at most."""
        return round(min(1.0, sum(weight for _, weight in self.weights)), 2)


def not_taken(reason: str) -> Judgement:
    """Return that a statement is none to take."""
    return Judgement(Kind.NOT_TAKEN, reason)


class Clause(NamedTuple):
    """A clause of a statement with what is known of the times in it."""

    statement: Statement
    words: str
    condition: Condition | None
    has_time: bool  # a time that lies ahead, or one that cannot be dated
    is_denied: bool
    looks_back: bool  # its only times lie behind
    has_vague_time: bool  # words such as "soon", which give no measure


def judge(clause: Clause) -> Judgement | None:
    """Return what the clause is; None where it says nothing of what will be done."""
    statement, words = clause.statement, clause.words.strip(" \"”’'“‘")
    if statement.is_question or words.endswith("?"):
        return _question(clause)
    if words.endswith(":") or (statement.is_heading and _ASKS.match(words)):
        return None
    if clause.is_denied or (clause.has_time and cues.DENIAL.search(clause.words)):
        return not_taken("denied: somebody denies having promised it")
    if clause.has_vague_time and not clause.has_time:
        return not_taken("no measure: the words name no measure of time")
    if statement.voice is Voice.HEADLINE:
        return _headline(clause)
    if statement.lead:
        return _taken(clause, Kind.COMMITMENT, "an item of a list of promises")
    if statement.voice is Voice.TOLD:
        return _told(clause)
    if statement.act is Act.DENY:
        return not_taken("denied: the speaker denies it") if clause.has_time else None
    if statement.act is Act.DEMAND:
        return _demand(clause)
    if statement.voice is Voice.RETOLD:
        return _retold(clause)
    return _said(clause)


_ASKS = re.compile(r"(?:how|why|what|who|where|when)\b", re.IGNORECASE)


DATED_HEADLINE = "a headline with a day"
"""Taken only where the story names the same days."""
_FEWEST_WORDS = 2
_TO_DO = re.compile(
    r"^\W*(?!our\b|my\b)(?:[\w’'-]+\s){1,5}?(?:to|will|won[’']t|promises?|pledges?|vows?|threatens?|plans?|sees?|aims?|set\sto)\s",
    re.IGNORECASE,
)


def _headline(clause: Clause) -> Judgement | None:
    """Return what a headline promises; whose promise it is shows in the story below."""
    if not _TO_DO.match(clause.words):
        is_dated = clause.has_time and len(clause.words.split()) > _FEWEST_WORDS
        return _taken(clause, Kind.COMMITMENT, DATED_HEADLINE) if is_dated else None
    kind = Kind.THREAT if re.search(r"\bthreat", clause.words, re.IGNORECASE) else Kind.COMMITMENT
    return _taken(clause, kind, "a headline of what will be done")


def _question(clause: Clause) -> Judgement | None:
    asks = clause.has_time or cues.FUTURE.search(clause.words)
    return not_taken("question: it is asked, not promised") if asks else None


def _told(clause: Clause) -> Judgement | None:
    """Return why the reporter's own words are not taken; None where they sound like no promise."""
    words = clause.words
    if cues.SPECULATION.search(words) and (clause.has_time or cues.FUTURE.search(words)):
        return not_taken("speculation: the reporter's own words, not a speaker's")
    if clause.has_time and cues.DEMAND.search(words):
        return not_taken("demand: what others should do")
    if clause.has_time and (cues.SCHEDULE.search(words) or cues.FUTURE.search(words)):
        return not_taken("schedule: what the calendar brings, promised by nobody")
    if clause.looks_back and cues.PROMISE_WORD.search(words):
        return not_taken("history: it tells of what was")
    return not_taken("speculation: nobody is named who promised it") if clause.has_time else None


def _demand(clause: Clause) -> Judgement | None:
    if cues.ADDRESSED.search(clause.words) and cues.UNWELCOME.search(clause.words):
        return _taken(clause, Kind.THREAT, "a demand with its consequence")
    is_wish = clause.has_time or cues.DEMAND.search(clause.words)
    return not_taken("demand: what another should do") if is_wish else None


_WISH_FOR_ANOTHER = re.compile(
    r"^\s*(?:for\s)?(?:(?:all\s|both\s|every\s)?(?:the\s|an?\s|its\s|his\s|her\s|their\s)?"
    r"(?:government|board|council|ministers?|parliament|sides?|bank|party|companies|company|firms?"
    r"|others?|country|countries|states?|union|employers|owner|authorities|police|court|minister"
    r"|president|mayor|him|her|them|us|everyone|everybody|people)|[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)*)"
    r"(?:\s[\w’'-]+){0,4}?\sto\s"
)
_ACT_AHEAD = re.compile(
    r"\bto\s\w+|\bthat\b|\bnot\sto\b|\ba\s\w+|\bwould\b|\bwill\b|\bby\b|\bthe\s\w+"
)


def _retold(clause: Clause) -> Judgement | None:
    statement = clause.statement
    if statement.act is Act.THREATEN:
        return _taken(clause, Kind.THREAT, "a threat by its word")
    if statement.act is Act.SAY:
        return _said(clause) or _suggested(clause)
    verb = statement.attribution.verb.lower() if statement.attribution else ""
    if verb.startswith("want") and _OBJECT_TO.match(_behind(clause)):
        return not_taken("demand: what another should do") if clause.has_time else None
    if verb.startswith(("want", "hop", "expect", "ask")) and _is_wish(clause):
        reason = "demand: what another should do" if verb.startswith("want") else _FORECAST
        return not_taken(reason) if clause.has_time else None
    if not _ACT_AHEAD.search(clause.words) or (verb.startswith("refus") and not clause.has_time):
        return None
    if verb.startswith("offer") and not re.search(r"\bto\b", clause.words):
        return None
    if verb.startswith(_INTENTIONS) and _HAD.search(statement.narration):
        return not_taken("history: it tells of what was meant then")
    if cues.OUTSIDERS.search(statement.described):
        return not_taken(_FORECAST) if clause.has_time else None
    kind = Kind.THREAT if _is_threat(clause) else Kind.COMMITMENT
    return _taken(clause, kind, f"a verb of commitment: {verb}")


_INTENTIONS = ("intend", "plan", "hop", "want", "expect", "aim")
_HAD = re.compile(r"\bhad\s(?:\w+\s)?(?:intended|planned|hoped|wanted|expected|aimed)\b")


def _suggested(clause: Clause) -> Judgement | None:
    """Return what was named without a verb: "suggesting a deal by April or May"."""
    attribution = clause.statement.attribution
    if not clause.has_time or attribution is None or not attribution.verb.endswith("ing"):
        return None
    return _taken(clause, Kind.COMMITMENT, f"named by the speaker: {attribution.verb}")


_FORECAST = "speculation: the speaker cannot make it true"


_WANTS = re.compile(r"\b(?:want|wants|wanted|expects?|expected|hopes?|hoped)\b(?=\s)")


def _is_nested_wish(clause: Clause) -> bool:
    """Whether the speaker says what another should do: "he wants Ukraine to drop it"."""
    match = _WANTS.search(clause.words)
    return bool(match and _WISH_FOR_ANOTHER.match(clause.words[match.end() :]))


_OBJECT_TO = re.compile(r"\s*(?!to\s|not\s)(?:[\w’'-]+\s){1,7}?to\s")


def _behind(clause: Clause) -> str:
    attribution = clause.statement.attribution
    return clause.words[attribution.end :] if attribution else clause.words


def _is_wish(clause: Clause) -> bool:
    return bool(_WISH_FOR_ANOTHER.match(_behind(clause)))


def _said(clause: Clause) -> Judgement | None:
    words, statement = clause.words, clause.statement
    main = _main(clause)
    if cues.OUTSIDERS.search(statement.described):
        looks = clause.has_time and (cues.FUTURE.search(main) or cues.SPECULATION.search(main))
        return not_taken(_FORECAST) if looks else None
    commits = cues.COMMITTING.search(main)
    needs = cues.NEED.search(main)
    future = cues.FUTURE.search(main)
    if (
        statement.voice in (Voice.QUOTED, Voice.OWN)
        and future
        and future[0].lower().startswith("would")
    ):
        future = None
    nested = statement.act is Act.COMMIT and statement.voice is Voice.REPORTED
    if nested and _is_nested_wish(clause):
        return not_taken("demand: what another should do")
    if cues.SPECULATION.search(main) and not (future or commits or nested):
        return not_taken("speculation: could or may") if clause.has_time else None
    if not (commits or needs or future or nested):
        return _without_future(clause)
    if cues.DEMAND.search(main) and not (commits or needs or nested) and not _is_own(main):
        return not_taken("demand: what another should do") if clause.has_time else None
    if future and not (commits or nested or clause.has_time) and _is_idle(main):
        return None
    if needs and not (clause.has_time or commits):
        return None
    kind = Kind.THREAT if _is_threat(clause) else Kind.COMMITMENT
    del words
    return _taken(clause, kind, _what(commits, nested=nested))


def _without_future(clause: Clause) -> Judgement | None:
    words = clause.words
    if clause.looks_back and cues.PROMISE_WORD.search(words):
        return not_taken("history: it tells of what was")
    if not clause.has_time:
        return _unmeasured(clause)
    if cues.DEMAND.search(words):
        return not_taken("demand: what another should do")
    is_own = clause.statement.voice is Voice.OWN
    if is_own and is_table_row(words):
        return _taken(clause, Kind.COMMITMENT, "a row of the issuer's table")
    if cues.SCHEDULE.search(words):
        return not_taken("schedule: what the calendar brings, promised by nobody")
    if is_own and cues.HELD.search(words):
        return _taken(clause, Kind.COMMITMENT, "in the issuer's own text")
    return None


def _unmeasured(clause: Clause) -> Judgement | None:
    if clause.has_vague_time:
        return not_taken("no measure: the words name no measure of time")
    return None


def _what(commits: re.Match[str] | None, *, nested: bool) -> str:
    if commits:
        return f"words of commitment: {commits[0].strip()}"
    return "says what the speaker expects to do" if nested else "says what will be done"


def _main(clause: Clause) -> str:
    """Return the words outside the condition."""
    condition = clause.condition
    if condition is None:
        return clause.words
    start, end = condition
    return clause.words[:start] + " " * (end - start) + clause.words[end:]


def _is_own(words: str) -> bool:
    return bool(cues.FIRST_PERSON.search(words))


def _is_idle(words: str) -> bool:
    """Whether the future promises no act: "we will always remember"."""
    return bool(cues.STATIVE.search(words) or cues.ONLY_IS.search(words))


def _is_threat(clause: Clause) -> bool:
    """Whether something unwelcome is announced to make another act or refrain."""
    main = _main(clause)
    if not cues.UNWELCOME.search(main):
        return False
    verb = clause.statement.attribution.verb.lower() if clause.statement.attribution else ""
    if verb.startswith(("warn", "threat")):
        return True
    if clause.condition is None:
        return False
    condition = clause.condition.of(clause.words)
    return bool(_OTHERS.search(condition))


_OTHERS = re.compile(
    r"^(?:(?:unless|if|either|should|until)\b(?!\s(?:we|I|our|my|necessary|possible)\b)|(?!provided|subject|once"
    r"|as\s|on\scond|assuming|in\sthe)[A-Za-z]+\b)",
    re.IGNORECASE,
)


def _taken(clause: Clause, kind: Kind, why: str) -> Judgement:
    weights: list[tuple[str, float]] = [(why, _SURE)]
    statement = clause.statement
    if cues.FIRST_PERSON.search(clause.words) or statement.voice is Voice.OWN:
        weights.append(("in the first person", 0.2))
    elif statement.voice is Voice.RETOLD:
        weights.append(("the one who promised is named", 0.15))
    else:
        weights.append(("by a named speaker", 0.1))
    if clause.has_time:
        weights.append(("names a time", 0.25))
    if statement.speaker:
        weights.append((f"can be asked of {statement.speaker}", _ABLE))
    if clause.condition:
        weights.append(("on a condition", 0.05))
    return Judgement(kind, "", tuple(weights))
