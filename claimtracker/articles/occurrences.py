"""Which candidates say the same again: the first is the claim, the others its occurrences."""

import re
from dataclasses import replace

from rapidfuzz.fuzz import token_set_ratio

from claimtracker.articles.candidate import Candidate, Kind
from claimtracker.deadlines import Precision

_ALIKE, _ALIKE_UNDATED = 38.0, 62.0  # of 100
_COMMON = re.compile(
    r"\b(?:the|a|an|of|to|in|on|by|and|or|that|this|it|is|are|was|be|will|would|we|i|he|she|they|said|for"
    r"|with|at|as|from|its|his|her|their|our|not|if|has|have|had|ll|re|within|before|end|until)\b",
    re.IGNORECASE,
)


def with_occurrences(found: list[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates, each that repeats an earlier one with the place of the first."""
    told: list[Candidate] = []
    for candidate in found:
        first = candidate.occurrence_of
        first = _first_alike(candidate, told) if first is None else first
        told.append(candidate if first is None else replace(candidate, occurrence_of=first))
    return tuple(told)


def _first_alike(candidate: Candidate, told: list[Candidate]) -> int | None:
    if candidate.kind is Kind.NOT_TAKEN:
        return None
    for number, other in enumerate(told):
        if other.kind is Kind.NOT_TAKEN or other.occurrence_of is not None:
            continue
        if other.start != candidate.start and _is_same(candidate, other):
            return number
    return None


def _is_same(one: Candidate, other: Candidate) -> bool:
    if one.claimant != other.claimant and not (one.claimant and other.claimant):
        return False
    if one.claimant != other.claimant or one.stated_on != other.stated_on:
        return False
    alike = token_set_ratio(_content(one), _content(other))
    days, others = _days(one), _days(other)
    if days and others:
        is_vague = one.deadline is not None and one.deadline.reading.precision is Precision.VAGUE
        return days == others and (is_vague or alike >= _ALIKE)
    return alike >= _ALIKE_UNDATED


def _days(candidate: Candidate) -> tuple[object, ...] | None:
    if candidate.deadline is None or not candidate.deadline.reading.is_dated:
        return None
    reading = candidate.deadline.reading
    return reading.due_on, reading.latest_on


def _content(candidate: Candidate) -> str:
    words = candidate.sentence
    if candidate.deadline:
        first = candidate.deadline.start - candidate.start
        words = words[:first] + words[candidate.deadline.end - candidate.start :]
    return " ".join(
        word[:6] for word in _COMMON.sub(" ", words.casefold()).split() if len(word) > 2
    )
