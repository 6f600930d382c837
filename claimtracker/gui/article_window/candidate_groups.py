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
    """The candidates, each with its repetitions, in the order in which they are first said.

    Of several it is the one that says most by when which leads, and a sentence before a headline.
    """
    groups: dict[int, list[Candidate]] = {}
    for number, candidate in enumerate(candidates):
        groups.setdefault(_first(candidates, number), []).append(candidate)
    return [_group(said) for said in groups.values()]


def _group(said: Sequence[Candidate]) -> CandidateGroup:
    leading = min(said, key=_says_less)
    return CandidateGroup(leading, tuple(each for each in said if each is not leading))


def _says_less(candidate: Candidate) -> tuple[bool, bool]:
    """Whether it names no day, and whether it is a headline."""
    deadline = candidate.deadline
    is_dated = deadline is not None and deadline.reading.is_dated
    return not is_dated, not candidate.sentence.rstrip("\"”’'").endswith((".", "!", "?", ","))


def _first(candidates: Sequence[Candidate], number: int) -> int:
    """The first candidate of the same claim; a number that leads nowhere counts as none."""
    first = candidates[number].occurrence_of
    if first is None or not 0 <= first < len(candidates):
        return number
    return first
