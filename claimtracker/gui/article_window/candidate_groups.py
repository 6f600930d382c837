"""Candidates with the places where the same was said gathered under the first of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimtracker.articles.candidate import Candidate, Kind

Span = tuple[int, int]
Key = tuple[int, int, int]
NO_DEADLINE_AT = -1


@dataclass(frozen=True)
class CandidateGroup:
    """One candidate with every further place in the article where the same was said."""

    candidate: Candidate
    further: tuple[Candidate, ...] = ()
    is_own: bool = False  # words that a person selected

    @property
    def key(self) -> Key:
        """By what decisions are kept: one sentence may hold two candidates with two deadlines."""
        deadline = self.candidate.deadline
        at = deadline.start if deadline else NO_DEADLINE_AT
        return self.candidate.start, self.candidate.end, at

    @property
    def occurrences(self) -> tuple[Candidate, ...]:
        """Every place, in the order of the text."""
        every = (self.candidate, *self.further)
        return tuple(sorted(every, key=lambda each: each.start))

    @property
    def spans(self) -> tuple[Span, ...]:
        """The code points of every place, in the order of the text."""
        return tuple((each.start, each.end) for each in self.occurrences)

    @property
    def is_not_taken(self) -> bool:
        """Whether the scan itself advises against it."""
        return self.candidate.kind is Kind.NOT_TAKEN


def grouped(candidates: Sequence[Candidate]) -> list[CandidateGroup]:
    """The candidates with their repetitions gathered under the first of each."""
    further: dict[int, list[Candidate]] = {}
    for number, candidate in enumerate(candidates):
        first = _first(candidates, number)
        if first != number:
            further.setdefault(first, []).append(candidate)
    return [
        CandidateGroup(candidate, tuple(further.get(number, ())))
        for number, candidate in enumerate(candidates)
        if _first(candidates, number) == number
    ]


def _first(candidates: Sequence[Candidate], number: int) -> int:
    """The first candidate of the same claim; a number that leads nowhere counts as none."""
    first = candidates[number].occurrence_of
    if first is None or not 0 <= first < len(candidates):
        return number
    return first
