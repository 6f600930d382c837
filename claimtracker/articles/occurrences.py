"""Which candidates say the same again: the first is the claim, the others its occurrences."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from rapidfuzz.fuzz import token_set_ratio

from claimtracker.articles.candidate import Candidate, Kind
from claimtracker.deadlines import Precision

_ALIKE, _ALIKE_UNDATED = 38.0, 62.0  # of 100
_COMMON = re.compile(
    r"\b(?:the|a|an|of|to|in|on|by|and|or|that|this|it|is|are|was|be|will|would|we|i|he|she|they|said"
    r"|for|with|at|as|from|its|his|her|their|our|not|if|has|have|had|ll|re|within|before|end|until)\b"
)
_NEWEST = 300  # claims of one speaker and day that are compared, so that long texts stay quick
_SHORTEST, _BEGINNING = 3, 6  # letters of the words that are compared, and of their beginnings


class _Told(NamedTuple):
    """A claim of the text with what is compared of it."""

    place: int  # in the list of candidates
    start: int
    content: str
    days: tuple[date | None, date | None] | None
    is_vague: bool


def with_occurrences(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates, each that repeats an earlier one with the place of the first."""
    claims: dict[tuple[str, date | None], list[_Told]] = {}
    candidates: list[Candidate] = []
    for place, candidate in enumerate(found):
        if candidate.kind is not Kind.NOT_TAKEN and candidate.occurrence_of is None:
            alike = claims.setdefault((candidate.claimant, candidate.stated_on), [])
            told = _told(place, candidate)
            first = next((one.place for one in alike[-_NEWEST:] if _is_same(told, one)), None)
            if first is None:
                alike.append(told)
            candidate = replace(candidate, occurrence_of=first)
        candidates.append(candidate)
    return tuple(candidates)


def _is_same(one: _Told, other: _Told) -> bool:
    """Whether two claims of one speaker and day are one; those of one sentence never are."""
    if one.start == other.start:
        return False
    if one.days and other.days:
        if one.days != other.days:
            return False
        return one.is_vague or token_set_ratio(one.content, other.content) >= _ALIKE
    return token_set_ratio(one.content, other.content) >= _ALIKE_UNDATED


def _told(place: int, candidate: Candidate) -> _Told:
    words, days, is_vague = candidate.sentence, None, False
    if candidate.deadline:
        reading = candidate.deadline.reading
        days = (reading.due_on, reading.latest_on) if reading.is_dated else None
        is_vague = reading.precision is Precision.VAGUE
        first, last = candidate.deadline.start, candidate.deadline.end
        words = words[: first - candidate.start] + words[last - candidate.start :]
    return _Told(place, candidate.start, _content(words), days, is_vague)


def _content(words: str) -> str:
    telling = _COMMON.sub(" ", words.casefold()).split()
    return " ".join(word[:_BEGINNING] for word in telling if len(word) >= _SHORTEST)
