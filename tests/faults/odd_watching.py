"""Watches what becomes of an odd text: the same on reading back, one clear refusal, or an error."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.query import QuerySyntaxError

LONGEST_SENTENCE = 1_000  # what the message bar shows
_SHOWN = 80
_MOST_TOLD = 12

Pairs = Iterable[tuple[object, object]]
"""What was put in, as it may be kept, and what was read back."""


class Seen(StrEnum):
    """What became of one text."""

    SAME = "the same"
    REFUSED = "refused"
    CHANGED = "changed on reading back"
    ERROR = "errors"


@dataclass
class Tally:
    """How often each was seen, and of the first that should not be what it was."""

    seen: Counter[Seen] = field(default_factory=Counter)
    by_way: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def note(self, way: str, text: object, put: Callable[[], Pairs]) -> Seen:
        """Try it, and count what became of it."""
        seen, why = watched(put)
        self.seen[seen] += 1
        self.by_way[way.partition(":")[0]] += 1
        if seen in (Seen.CHANGED, Seen.ERROR) and len(self.told) < _MOST_TOLD:
            self.told.append(f"{way}: {seen}: {ascii(text)[:_SHOWN]}: {why}")
        return seen

    @property
    def harms(self) -> int:
        """How many were changed silently, or met an error."""
        return self.seen[Seen.CHANGED] + self.seen[Seen.ERROR]

    def line(self) -> str:
        """The figures."""
        ways = ", ".join(f"{way} {count:,}" for way, count in self.by_way.items())
        return (
            f"{self.seen.total():,} ({ways}), {Seen.REFUSED} {self.seen[Seen.REFUSED]:,}, "
            f"{Seen.ERROR} {self.seen[Seen.ERROR]}, {Seen.CHANGED} {self.seen[Seen.CHANGED]}"
        )


def watched(put: Callable[[], Pairs]) -> tuple[Seen, str]:
    """Put a text in and read it back; say what became of it, and why that is no good."""
    try:
        pairs = list(put())
    except (ClaimTrackerError, QuerySyntaxError) as refusal:
        sentence = str(refusal)
        return (Seen.REFUSED, "") if is_clear(sentence) else (Seen.ERROR, ascii(sentence)[:_SHOWN])
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what this test looks for
        return Seen.ERROR, ascii(error)[:_SHOWN]
    other = [(wanted, found) for wanted, found in pairs if wanted != found]
    return (Seen.CHANGED, ascii(other[0])[:_SHOWN]) if other else (Seen.SAME, "")


def is_clear(sentence: str) -> bool:
    """Whether it is one sentence on a line that any window, terminal and log can show."""
    return 0 < len(sentence) <= LONGEST_SENTENCE and sentence.isprintable()
