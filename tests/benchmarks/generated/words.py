"""What the claims say: sentences put together by chance, deadlines read by the program itself."""

from datetime import date
from functools import cache
from hashlib import sha256
from random import Random

from claimtracker.operations.read_deadline import Reader

VERBS = ("Sign", "Publish", "Build", "Cut", "Raise", "End", "Open", "Reform", "Ban", "Fund")
THINGS = (
    *("treaty", "budget", "railway", "tax", "wage", "war", "hospital", "law", "weapon", "school"),
    *("tariff", "pipeline", "harbour", "census", "pension", "border", "ceasefire", "archive"),
    *("airport", "subsidy"),
)
PLACES = (
    *("Kyiv", "Paris", "London", "the north", "the coast", "Geneva", "every county", "Berlin"),
    *("the islands", "the capital", "Nairobi", "Lima", "the valley", "Oslo", "Ankara", "Quito"),
)
WORDINGS = (
    *("within days", "next week", "by April or May", "by the end of the year", "in two weeks"),
    *("within three years", "by 2027", "next year", "within 18 months", "by the summer"),
    *("in his first 100 days", "by the end of the decade", "soon", "in the coming months"),
)
_CONDITIONS = ("unless there are clear signs", "if parliament agrees", "once the talks end")
_FILLER = (
    "The spokesperson said the cabinet had discussed the matter at length and would return to it.",
    "Opponents called the plan vague and asked for figures, which were not given on that day.",
    "Officials in the ministry declined to say how the work would be paid for or who would do it.",
    "The announcement came at the end of a visit that had been put off twice since the autumn.",
)
_SENTENCES = 14  # an article of some 1,300 characters

_READER = Reader()


def summary_of(number: int, chance: Random) -> str:
    """The checker's sentence; the number makes each one its own."""
    deed = f"{chance.choice(VERBS)} the {chance.choice(THINGS)} for {chance.choice(PLACES)}"
    return f"{deed}, part {number}"


def quote_of(summary: str, wording: str, condition: str) -> str:
    """The words as they were said."""
    said = f"We will {summary[0].lower()}{summary[1:]} {wording}".rstrip()
    depends = f", {condition}" if condition else ""
    return f"{said}{depends}, and everybody in this room knows that we will."


def condition_of(number: int) -> str:
    """What it depends on."""
    return _CONDITIONS[number % len(_CONDITIONS)]


@cache
def window_of(wording: str, stated_on: date) -> dict[str, object]:
    """The reading of a deadline, as the columns of a claim hold it."""
    found = _READER.read(wording, stated_on)
    days = (found.opens_on, found.due_on, found.latest_on)
    opens, due, latest = (day.isoformat() if day else None for day in days)
    read_as = {"precision": found.precision or "", "rule": found.rule}
    return {"opens_on": opens, "due_on": due, "latest_on": latest, **read_as}


def article_of(number: int) -> tuple[str, str]:
    """The text of an article, and its hash."""
    lines = [_FILLER[(number + line) % len(_FILLER)] for line in range(_SENTENCES)]
    text = f"Briefing {number}\n\n{' '.join(lines)}"
    return text, sha256(text.encode()).hexdigest()
