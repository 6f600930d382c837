"""Headlines of the article itself: whose promise they tell shows in the story below."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rapidfuzz.fuzz import token_set_ratio

from claimtracker.articles.candidate import Candidate, Kind
from claimtracker.articles.judge import DATED_HEADLINE
from claimtracker.articles.reckoning import ANY_DAYS, Reckoning
from claimtracker.articles.statement import Statement, Voice

_ALIKE = 45.0  # of 100


def with_headlines_settled(
    found: Sequence[tuple[Statement, Candidate]], reckoning: Reckoning
) -> list[Candidate]:
    """Return the candidates; each headline has the speaker and day of what it is the headline of,
    and what it is the headline of has its place in the list as `occurrence_of`.

    A headline that nothing in the story bears out is left out, unless it says who promises.
    """
    bodies = [
        number
        for number, (statement, candidate) in enumerate(found)
        if statement.voice is not Voice.HEADLINE and candidate.kind is not Kind.NOT_TAKEN
    ]
    kept: list[Candidate] = []
    headline_of: dict[int, int] = {}
    for number, (statement, candidate) in enumerate(found):
        if statement.voice is Voice.HEADLINE and candidate.kind is not Kind.NOT_TAKEN:
            body = _nearest(candidate, [other for other in bodies if other > number], found)
            if body is None and not candidate.claimant:
                continue
            if body is not None:
                headline_of.setdefault(body, len(kept))
                candidate = _settled(candidate, found[body][1], reckoning)
        kept.append(replace(candidate, occurrence_of=headline_of.get(number)))
    return kept


def _nearest(
    headline: Candidate, bodies: Sequence[int], found: Sequence[tuple[Statement, Candidate]]
) -> int | None:
    if DATED_HEADLINE in headline.score_reasons:
        bodies = [body for body in bodies if _days(found[body][1]) == _days(headline)]
    words = stems(headline.sentence)
    scored = [(token_set_ratio(words, stems(found[body][1].sentence)), -body) for body in bodies]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= _ALIKE else None


def _days(candidate: Candidate) -> tuple[date | None, ...]:
    reading = candidate.deadline.reading if candidate.deadline else None
    return (reading.due_on, reading.latest_on) if reading else ()


def _settled(headline: Candidate, body: Candidate, reckoning: Reckoning) -> Candidate:
    """Return the headline as said when its story was: its deadline counts from that day."""
    found = headline.deadline
    if found:
        days = (body.stated_on,) if body.stated_on else ANY_DAYS
        reading = reckoning.reread(found.reading, days, body.claimant)
        found = replace(found, reading=reading)
    return replace(
        headline,
        kind=body.kind,
        claimant=body.claimant,
        stated_on=body.stated_on,
        stated_wording=body.stated_wording,
        deadline=found,
    )


def stems(sentence: str) -> str:
    """Return the longer words of a sentence, cut to their beginnings."""
    words = ("".join(filter(str.isalnum, word)) for word in sentence.casefold().split())
    return " ".join(word[:5] for word in words if len(word) > 3)
