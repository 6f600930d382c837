"""What a scan finds: statements that may become claims, and those that may not, with the reason."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimtracker.deadlines import Reading


class Kind(StrEnum):
    """What a statement about the future is."""

    COMMITMENT = "commitment"
    THREAT = "threat"
    NOT_TAKEN = "not_taken"


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """The words of a deadline with their place in the text, and how they are read."""

    start: int
    end: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Candidate:
    """One statement in an article, by the sentence that holds it.

    `start` and `end` are its place in the article's text, in code points. `stated_on` is None where
    the words name no single day; then `stated_wording` has them ("during the campaign").
    `occurrence_of` is the place in the list of the first candidate of the same claim. `score` runs
    from 0 to 1; `score_reasons` say in words what it is made of. `reason` says why it is not taken.
    """

    kind: Kind
    sentence: str
    start: int
    end: int
    claimant: str = ""
    stated_on: date | None = None
    stated_wording: str = ""
    deadline: FoundDeadline | None = None
    condition: str = ""
    occurrence_of: int | None = None
    score: float = 0.0
    score_reasons: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Scan:
    """All that was found in an article, in the order of its text."""

    published_on: date | None
    title: str
    candidates: tuple[Candidate, ...]
