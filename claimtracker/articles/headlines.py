"""Headlines of the article itself: whose promise they tell shows in the story below."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimtracker.articles.candidate import Candidate, Kind
from claimtracker.articles.judge import DATED_HEADLINE
from claimtracker.articles.likeness import shared, stems
from claimtracker.articles.reckoning import ANY_DAYS, Reckoning
from claimtracker.articles.statement import Statement, Voice

_ALIKE = 0.3  # of the words of the shorter
_SAME_DAYS, _OTHER_DAYS = 0.25, 0.3


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
        if number in headline_of:
            candidate = replace(candidate, occurrence_of=headline_of[number])
        kept.append(candidate)
    return kept


def _nearest(
    headline: Candidate, bodies: Sequence[int], found: Sequence[tuple[Statement, Candidate]]
) -> int | None:
    """Return the first of those that are most like a headline; None where none is."""
    if DATED_HEADLINE in headline.score_reasons:
        bodies = [body for body in bodies if _days(found[body][1]) == _days(headline)]
    words = stems(headline.sentence)
    scored = [(_likeness(words, headline, found[body][1]), -body) for body in bodies]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= _ALIKE else None


def _likeness(words: frozenset[str], headline: Candidate, body: Candidate) -> float:
    """Return the part of a headline's words that a sentence has; the days of both weigh too."""
    _, part = shared(words, stems(body.sentence))
    if not (headline.deadline and body.deadline):
        return part
    return part + (_SAME_DAYS if _may_be_one_day(headline, body) else -_OTHER_DAYS)


def _may_be_one_day(headline: Candidate, body: Candidate) -> bool:
    """Whether both can mean the same day: "within days" and "on Friday"."""
    one, other = _days(headline), _days(body)
    if not (one and other and one[0] and other[0] and one[1] and other[1]):
        return one == other
    return one[0] <= other[1] and other[0] <= one[1]


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
