"""What a clause is taken for, with the reason, and a score that a person can read."""

from typing import NamedTuple

from claimtracker.articles import cues
from claimtracker.articles.candidate import Kind
from claimtracker.articles.clauses import Clause
from claimtracker.articles.statement import Voice

Weights = tuple[tuple[str, float], ...]
_WHY, _FIRST_PERSON, _TOLD_AGAIN, _NAMED, _TIME, _ABLE, _CONDITION = (
    0.3, 0.2, 0.15, 0.1, 0.25, 0.15, 0.05,
)  # fmt: skip


class Judgement(NamedTuple):
    """The kind of a clause, why it is not taken, and what speaks for it with its weight."""

    kind: Kind
    reason: str = ""
    weights: Weights = ()

    @property
    def score(self) -> float:
        """The sum of the weights, 1 at most."""
        return round(min(1.0, sum(weight for _, weight in self.weights)), 2)


DENIED = Judgement(Kind.NOT_TAKEN, "denied: somebody denies having promised it")
NO_MEASURE = Judgement(Kind.NOT_TAKEN, "no measure: the words name no measure of time")
REPORTER = Judgement(Kind.NOT_TAKEN, "speculation: the reporter's own words, not a speaker's")
NOBODY = Judgement(Kind.NOT_TAKEN, "speculation: nobody is named who promised it")
OUTSIDER = Judgement(Kind.NOT_TAKEN, "speculation: the speaker cannot make it true")
COULD = Judgement(Kind.NOT_TAKEN, "speculation: could or may")
DEMAND = Judgement(Kind.NOT_TAKEN, "demand: what another should do")
HISTORY = Judgement(Kind.NOT_TAKEN, "history: it tells of what was")
QUESTION = Judgement(Kind.NOT_TAKEN, "question: it is asked, not promised")
SCHEDULE = Judgement(Kind.NOT_TAKEN, "schedule: what the calendar brings, promised by nobody")
OTHER_STORY = Judgement(Kind.NOT_TAKEN, "other story: a headline of another story")


def taken(clause: Clause, kind: Kind, why: str) -> Judgement:
    """Return that a clause is taken, with all that speaks for it."""
    statement = clause.statement
    weights = [(why, _WHY)]
    if cues.FIRST_PERSON.search(clause.words) or statement.voice is Voice.OWN:
        weights.append(("in the first person", _FIRST_PERSON))
    elif statement.voice is Voice.RETOLD:
        weights.append(("the one who promised is named", _TOLD_AGAIN))
    else:
        weights.append(("by a named speaker", _NAMED))
    if clause.has_time:
        weights.append(("names a time", _TIME))
    if statement.speaker:
        weights.append((f"can be asked of {statement.speaker}", _ABLE))
    if clause.condition:
        weights.append(("on a condition", _CONDITION))
    return Judgement(kind, "", tuple(weights))
