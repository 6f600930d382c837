"""Which candidates say the same again: the first is the claim, the others its occurrences."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from claimtracker.articles.candidate import Candidate, Kind
from claimtracker.articles.likeness import shared, stems
from claimtracker.deadlines import Precision

_SAME_DAYS = 0.3  # of the words of the shorter, where their days are the same
_UNDATED = 0.5  # where one of them has no days, or their days only overlap
_SOME = 3  # words that claims share at least where their days do not tell
_NEWEST = 300  # claims of one speaker and day that are compared, so that long texts stay quick

Days = tuple[date | None, date | None]


class _Told(NamedTuple):
    """A place where a claim is told, with what is compared of it."""

    claim: int  # the place of the claim in the list of candidates
    start: int
    stems: frozenset[str]
    days: Days | None
    is_vague: bool


def with_occurrences(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates, each that repeats an earlier one with the place of the first."""
    claims: dict[tuple[str, date | None], list[_Told]] = {}
    candidates: list[Candidate] = []
    for place, candidate in enumerate(found):
        if candidate.kind is not Kind.NOT_TAKEN:
            told = _told(place, candidate)
            alike = claims.setdefault((candidate.claimant, candidate.stated_on), [])
            first = candidate.occurrence_of
            if first is None:
                again = (one.claim for one in alike[-_NEWEST:] if _is_same(told, one))
                first = next(again, None)
            alike.append(told if first is None else told._replace(claim=first))
            if first != candidate.occurrence_of:
                candidate = replace(candidate, occurrence_of=first)
        candidates.append(candidate)
    return tuple(candidates)


def _is_same(one: _Told, other: _Told) -> bool:
    """Whether two claims of one speaker and day are one; those of one sentence never are."""
    if one.start == other.start:
        return False
    count, part = shared(one.stems, other.stems)
    if one.days and one.days == other.days:
        return one.is_vague or (count > 0 and part >= _SAME_DAYS)
    return _may_be_one_day(one.days, other.days) and count >= _SOME and part >= _UNDATED


def _may_be_one_day(one: Days | None, other: Days | None) -> bool:
    if not (one and other and one[0] and one[1] and other[0] and other[1]):
        return not (one and other)
    return one[0] <= other[1] and other[0] <= one[1]


def _told(place: int, candidate: Candidate) -> _Told:
    words, days, is_vague = candidate.sentence, None, False
    if candidate.deadline:
        reading = candidate.deadline.reading
        days = (reading.due_on, reading.latest_on) if reading.is_dated else None
        is_vague = reading.precision is Precision.VAGUE
        first, last = candidate.deadline.start, candidate.deadline.end
        words = words[: first - candidate.start] + words[last - candidate.start :]
    content = stems(words, stems(candidate.claimant))
    return _Told(place, candidate.start, content, days, is_vague)
