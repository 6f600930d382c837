"""What a house calls the verdicts, and the order in which it lists them."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import Verdict, label

LONGEST_LABEL = 60
DEFAULT_ORDER = (
    Verdict.KEPT,
    Verdict.KEPT_LATE,
    Verdict.PARTLY_KEPT,
    Verdict.BROKEN,
    Verdict.IN_THE_WORKS,
    Verdict.STALLED,
    Verdict.WITHDRAWN,
    Verdict.NOT_TRIGGERED,
    Verdict.UNTESTABLE,
    Verdict.DISPUTED,
    Verdict.NOT_YET_RATED,
)


class NamedVerdict(NamedTuple):
    """A verdict with what it is called."""

    verdict: Verdict
    label: str


class BadLabel(ClaimTrackerError):
    """A label that cannot be used; `verdict` is the one that has it."""

    def __init__(self, verdict: Verdict, sentence: str) -> None:
        super().__init__(sentence)
        self.verdict = verdict


@dataclass(frozen=True)
class VerdictLabels:
    """Every verdict once, in the order of the house; by default as the vocabulary has them.

    The code stays what is stored, compared and exported: a label is only shown.
    """

    rows: tuple[NamedVerdict, ...] = tuple(NamedVerdict(it, label(it)) for it in DEFAULT_ORDER)

    def of(self, verdict: Verdict) -> str:
        """What it is called."""
        return next(row.label for row in self.rows if row.verdict is verdict)

    def within(self, verdict: Verdict) -> str:
        """What it is called in the middle of a sentence; a house's own words stay as they are."""
        own = self.of(verdict)
        return own.lower() if own == label(verdict) else own

    def has_own(self, verdict: Verdict) -> bool:
        """Whether the house calls it otherwise than the program does."""
        return self.of(verdict) != label(verdict)

    @property
    def order(self) -> tuple[Verdict, ...]:
        """The verdicts as they are listed."""
        return tuple(row.verdict for row in self.rows)

    @property
    def is_default(self) -> bool:
        """Whether labels and order are those of the program."""
        return self == DEFAULT_LABELS


DEFAULT_LABELS = VerdictLabels()

# https://www.politifact.com/truth-o-meter/promises/: its six, in its own order. It has no words
# for the others: they follow, under names in the same style that cannot be taken for one of its.
POLITIFACT = VerdictLabels(
    (
        NamedVerdict(Verdict.KEPT, "Promise Kept"),
        NamedVerdict(Verdict.PARTLY_KEPT, "Compromise"),
        NamedVerdict(Verdict.BROKEN, "Promise Broken"),
        NamedVerdict(Verdict.STALLED, "Stalled"),
        NamedVerdict(Verdict.IN_THE_WORKS, "In the Works"),
        NamedVerdict(Verdict.NOT_YET_RATED, "Not Yet Rated"),
        NamedVerdict(Verdict.KEPT_LATE, "Kept After the Deadline"),
        NamedVerdict(Verdict.WITHDRAWN, "Withdrawn"),
        NamedVerdict(Verdict.NOT_TRIGGERED, "Condition Not Met"),
        NamedVerdict(Verdict.UNTESTABLE, "Cannot Be Tested"),
        NamedVerdict(Verdict.DISPUTED, "Disputed"),
    )
)


def checked_labels(rows: Iterable[tuple[Verdict, str]]) -> VerdictLabels:
    """Return the labels, trimmed, in this order; raise BadLabel for the first that cannot be.

    A label is one line of at most LONGEST_LABEL letters, and no two look the same, whatever the
    case: a report could not tell them apart. A verdict that is left out keeps its default, last.
    """
    given = [NamedVerdict(verdict, " ".join(text.split())) for verdict, text in rows]
    missing = [
        row for row in DEFAULT_LABELS.rows if row.verdict not in {it.verdict for it in given}
    ]
    found = [*given, *missing]
    for row in given:
        _check(row, found)
    return VerdictLabels(tuple(found))


def _check(row: NamedVerdict, every: Sequence[NamedVerdict]) -> None:
    code = row.verdict.value
    if not row.label:
        raise BadLabel(row.verdict, f"The verdict {code} needs a label.")
    if len(row.label) > LONGEST_LABEL:
        raise BadLabel(row.verdict, f"The label of {code} is longer than {LONGEST_LABEL} letters.")
    if not row.label.isprintable():
        raise BadLabel(row.verdict, f"The label of {code} holds a character that cannot be shown.")
    same = _seen(row.label)
    for other in every:
        if other.verdict is not row.verdict and _seen(other.label) == same:
            both = f"{row.verdict.value} and {other.verdict.value}"
            raise BadLabel(row.verdict, f"“{row.label}” is the label of two verdicts: {both}.")


def _seen(text: str) -> str:
    """What a reader sees of it, in whichever way its letters were typed."""
    return unicodedata.normalize("NFKC", text.casefold())
