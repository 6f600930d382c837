"""What a named speaker says will be done: in his own words, reported, or retold later."""

import re

from claimtracker.articles import cues
from claimtracker.articles.candidate import Kind
from claimtracker.articles.clauses import Clause
from claimtracker.articles.conditions import demanded_before
from claimtracker.articles.judgement import (
    COULD,
    DEMAND,
    HISTORY,
    OUTSIDER,
    SCHEDULE,
    Judgement,
    taken,
)
from claimtracker.articles.presents import is_to_be_done
from claimtracker.articles.sentences import is_table_row
from claimtracker.articles.speech_verbs import Act
from claimtracker.articles.statement import Voice
from claimtracker.articles.threats import is_threat

_WISH_FOR_ANOTHER = re.compile(
    r"^\s*(?:for\s)?(?:(?:all\s|both\s|every\s)?(?:the\s|an?\s|its\s|his\s|her\s|their\s)?"
    r"(?:government|board|council|ministers?|parliament|sides?|bank|party|companies|company|firms?"
    r"|others?|country|countries|states?|union|employers|owner|authorities|police|court|minister"
    r"|president|mayor|district|city|county|trust|operator|contractor|regulator|developer|him|her|them|us|everyone|everybody|people)"
    r"|[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)*)(?:\s[\w’'-]+){0,4}?\sto\s"
)
_OWN_SUBJECT = re.compile(
    r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\b"
)
_AGREED_ON = re.compile(r"\s+(?:on|about|with)\s(?!an?\s|the\s)")
_TO = re.compile(r"\s*(?:\w+\s)?to\s")
_WANTS = re.compile(r"\b(?:want|wants|wanted|expects?|expected|hopes?|hoped)\b(?=\s)")
_ACT_AHEAD = re.compile(
    r"[’']d\s|\b(?:to\s+\w+|that|a\s\w+|would|will|by|the\s\w+)\b|[$£€]\s?\d|\d\s?(?:[mb]n|million|billion|%|per\s?cent)\b"
)
_MARKS = " .,;:!?\"“”’'"
_NEXT_MEETING = re.compile(
    r"^\W*(?:\d+\.\s)?(?:The|Its|Our)\snext\s(?:\w+\s){0,3}?(?:meeting|session|sitting|hearing|decision|summit|report|results)\s"
)
_OF_A_PLAN = re.compile(
    r"^\W*(?:(?:Under|If)\b[^,]*,\s)?(?:The|Its|This|That|It)\s(?:\w+\s){0,2}?(?:bill|law|act|measures?|plans?|proposals?"
    r"|reforms?|drafts?|scheme|amendment|deal|agreement|package|programme|program|project)\s(?:would|will)\b"
)
"""What a plan holds, told without a time: "The bill would raise the age"."""
_IS = re.compile(r"\b(?:is|are|am|we[’']re|they[’']re|it[’']s|I[’']m)\b(?!\s(?:not|due|no)\b)")
_WAS_TO = re.compile(r"\b(?:was|were)\s(?:going\s)?to\b")
_INTENTIONS = ("intend", "plan", "hop", "want", "expect", "aim")
_HAD = re.compile(r"\bhad\s(?:\w+\s)?(?:intended|planned|hoped|wanted|expected|aimed)\b")


def retold(clause: Clause) -> Judgement | None:
    """Return what a promise is that is told of: "she pledged to", "they expect to"."""
    statement = clause.statement
    if statement.act is Act.THREATEN:
        return taken(clause, Kind.THREAT, "a threat by its word")
    if statement.act is Act.SAY:
        return said(clause) or _suggested(clause)
    verb = statement.attribution.verb.lower() if statement.attribution else ""
    if not _is_own_act(clause, verb):
        return DEMAND if clause.has_time and verb.startswith("want") else None
    if verb.startswith(_INTENTIONS) and _HAD.search(statement.narration):
        return HISTORY
    if cues.OUTSIDERS.search(statement.described):
        return OUTSIDER if clause.has_time else None
    kind = Kind.THREAT if is_threat(clause) else Kind.COMMITMENT
    return taken(clause, kind, f"a verb of commitment: {verb}")


def _is_own_act(clause: Clause, verb: str) -> bool:
    """Whether the speaker is to do it himself, and the words say that something is to be done."""
    behind = clause.behind_verb
    if verb.startswith("want"):
        return bool(_TO.match(behind))
    if verb.startswith(("hop", "expect")):
        return not _WISH_FOR_ANOTHER.match(behind)
    if verb.startswith("refus") and not clause.has_time:
        return False
    if verb.startswith("offer"):
        return bool(re.search(r"\bto\b", behind))
    if verb.startswith("vote") and not clause.has_time:
        return False
    if verb.startswith("agreed") and _AGREED_ON.match(behind):
        return False
    is_word = verb.startswith(("promis", "pledg", "vow", "guarant"))
    return (is_word and clause.has_time) or bool(_ACT_AHEAD.search(clause.cues))


def _suggested(clause: Clause) -> Judgement | None:
    """Return what was named without a verb: "suggesting a deal by April or May"."""
    attribution = clause.statement.attribution
    if not clause.has_time or attribution is None or not attribution.verb.endswith("ing"):
        return None
    return taken(clause, Kind.COMMITMENT, f"named by the speaker: {attribution.verb}")


def said(clause: Clause) -> Judgement | None:
    """Return what the words of a speaker are; None where they say nothing of what will be done."""
    main, statement = clause.main, clause.statement
    if cues.OUTSIDERS.search(statement.described):
        looks = cues.FUTURE.search(main) or cues.SPECULATION.search(main)
        return OUTSIDER if clause.has_time and looks else None
    if _is_foretold(clause):
        return OUTSIDER
    is_nested = statement.act is Act.COMMIT and statement.voice is Voice.REPORTED
    if is_nested and _wants_of_another(clause):
        return DEMAND
    commits = cues.COMMITTING.search(main)
    why = _why(commits, is_nested=is_nested)
    if commits or is_nested:
        return _promised(clause, why)
    if cues.NEED.search(main):  # what he lays upon himself is a promise where it names a time
        return _promised(clause, why) if clause.has_time else None
    if _will_be_done(clause):
        return _foretold(clause, why)
    if demanded_before(clause.words) and is_threat(clause):
        return taken(clause, Kind.THREAT, "a demand with its consequence")
    if clause.has_time and _is_intended(clause):
        return _promised(clause, "says what is intended")
    if cues.SPECULATION.search(main):
        return COULD if clause.has_time else None
    return _stated(clause)


def _is_foretold(clause: Clause) -> bool:
    """Whether somebody only says how things will turn out: "he predicted that prices would"."""
    attribution = clause.statement.attribution
    if attribution is None or not attribution.verb.lower().startswith("predict"):
        return False
    return clause.has_time and not _OWN_SUBJECT.search(clause.main)


def _promised(clause: Clause, why: str) -> Judgement:
    return taken(clause, Kind.THREAT if is_threat(clause) else Kind.COMMITMENT, why)


def _why(commits: re.Match[str] | None, *, is_nested: bool) -> str:
    if commits:
        return f"words of commitment: {commits[0].strip()}"
    return "says what the speaker expects to do" if is_nested else "says what will be done"


def _will_be_done(clause: Clause) -> bool:
    """Whether a verb looks ahead; "we would" in the speaker's own words does not."""
    future = cues.FUTURE.search(clause.main)
    if future is None:
        return False
    is_own = clause.statement.voice in (Voice.QUOTED, Voice.OWN)
    return not (is_own and future[0].lower().startswith(("would", "was ", "were ")))


def _is_intended(clause: Clause) -> bool:
    """Whether one tells of his own plans without a verb that looks ahead."""
    if cues.UNSURE.search(clause.main):
        return False
    if cues.INTENT.search(clause.main):
        return clause.statement.voice is not Voice.QUOTED
    is_own = clause.statement.voice in (Voice.OWN, Voice.REPORTED)
    return is_own and bool(cues.PLANNED.search(clause.main))


def _foretold(clause: Clause, why: str) -> Judgement | None:
    """Return what is said to come: a demand on others, an idle remark, or a promise."""
    main = clause.main
    if cues.DEMAND.search(main) and not cues.FIRST_PERSON.search(main):
        return DEMAND if clause.has_time else None
    if cues.DEPENDS.search(main):
        return None
    future = cues.FUTURE.search(main)
    if clause.times.looks_back and not clause.has_time and future and _WAS_TO.match(future[0]):
        return HISTORY
    if clause.has_time and _NEXT_MEETING.match(main):
        return SCHEDULE
    is_report = clause.statement.voice is Voice.REPORTED and clause.statement.attribution is None
    if is_report and not clause.has_time and _OF_A_PLAN.match(main):
        return None
    is_bare = future and " " not in future[0]
    if future and is_bare and not clause.has_time and not main[future.end() :].strip(_MARKS):
        return None  # "They won't."
    is_idle = cues.STATIVE.search(main) or cues.ONLY_IS.search(main)
    if is_idle and not clause.has_time:
        return None
    return _promised(clause, why)


def _is_so_by(clause: Clause) -> bool:
    """Whether somebody tells of a day to come as if it were there: "They are gone by Monday"."""
    deadline = clause.times.deadline
    is_by = bool(deadline and deadline.reading.wording.casefold().startswith("by "))
    is_told = bool(_IS.search(clause.main)) and "hether" not in clause.main
    return is_by and is_told and not cues.UNSURE.search(clause.main)


def _wants_of_another(clause: Clause) -> bool:
    """Whether the speaker says what another should do: "he wants Ukraine to drop it"."""
    match = _WANTS.search(clause.cues)
    return bool(match and _WISH_FOR_ANOTHER.match(clause.cues[match.end() :]))


def _stated(clause: Clause) -> Judgement | None:
    """Return what words without a future are."""
    words, is_own = clause.cues, clause.statement.voice is Voice.OWN
    if not clause.has_time:
        is_past = clause.times.looks_back and cues.PROMISE_WORD.search(words)
        return HISTORY if is_past else None
    if cues.DEMAND.search(clause.main):
        return DEMAND
    if is_own and is_table_row(words):
        return taken(clause, Kind.COMMITMENT, "a row of the issuer's table")
    if clause.statement.voice is Voice.QUOTED and is_to_be_done(words):
        return _promised(clause, "says what is to be done")
    if clause.statement.voice is Voice.QUOTED and _is_so_by(clause):
        return _promised(clause, "says what is so by then")
    if cues.SCHEDULE.search(words):
        return SCHEDULE
    if is_own and cues.HELD.search(words):
        return taken(clause, Kind.COMMITMENT, "in the issuer's own text")
    return None
