"""How like two claims are by their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

LEAST_ALIKE = 72
"""Of 100: two sentences that share most of their words, in whatever order."""


@dataclass(frozen=True)
class Said:
    """The summary and the quote of a claim, each in lower case without marks."""

    summary: str
    quote: str

    @classmethod
    def of(cls, summary: str, quote: str) -> "Said":
        """Prepare two texts, once for all comparisons."""
        return cls(default_process(summary), default_process(quote))


def likeness(one: Said, other: Said, least: float = 0) -> float:
    """Return from 0 to 100 how like the likest texts of two claims are; 0 where below `least`."""
    found = max(
        _alike(mine, theirs, least)
        for mine in (one.summary, one.quote)
        for theirs in (other.summary, other.quote)
    )
    return found if found >= least else 0.0


def _alike(one: str, other: str, least: float) -> float:
    """The words shared, whatever else is said, weighed with how much else is said."""
    if not one or not other:
        return 0.0
    whole = fuzz.token_sort_ratio(one, other)
    if (whole + 100) / 2 < least:
        return 0.0
    return (whole + fuzz.token_set_ratio(one, other)) / 2


def words_in(said: Said) -> Sequence[str]:
    """The words of at least three letters, each once."""
    words = f"{said.summary} {said.quote}".split()
    return list(dict.fromkeys(word for word in words if len(word) >= 3))
