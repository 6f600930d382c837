"""What the evidence says of a claim's condition, and whether a deadline can count from it.

None of it sets the outcome: that is a person's to say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import EvidenceRow
from claimtracker.claims.vocabulary import ConditionOutcome, Relation, label

RELATION_OF = {
    ConditionOutcome.MET: Relation.CONDITION_MET,
    ConditionOutcome.FAILED: Relation.CONDITION_FAILED,
}
_OUTCOME_OF = {relation: outcome for outcome, relation in RELATION_OF.items()}
# What is promised unless something happens does not wait for it, and stands if it never happens.
_EXCEPTION = re.compile(
    r"\s*(unless|except|either|es sei denn|sofern nicht|außer)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Proposal:
    """An outcome that linked evidence speaks for, with the day of the document."""

    outcome: ConditionOutcome
    on: date | None
    evidence: EvidenceRow


def bearing_on_condition(evidence: Sequence[EvidenceRow]) -> list[EvidenceRow]:
    """Return the documents that say what became of the condition."""
    return [found for found in evidence if found.relation in _OUTCOME_OF]


def proposed_outcome(evidence: Sequence[EvidenceRow]) -> Proposal | None:
    """Return what the evidence proposes: the earliest dated document, if all agree."""
    found = bearing_on_condition(evidence)
    if len({row.relation for row in found}) != 1:
        return None
    first = min(found, key=lambda row: row.published_on or date.max)
    return Proposal(_OUTCOME_OF[first.relation], first.published_on, first)


def starts_a_deadline(condition: str) -> bool:
    """Whether a length of time may count from the day on which this condition is met."""
    return bool(condition.strip()) and not is_exception(condition)


def is_exception(condition: str) -> bool:
    """Whether the promise is off once this comes about, as with "unless there are clear signs"."""
    return _EXCEPTION.match(condition) is not None


def releasing(condition: str) -> ConditionOutcome:
    """Return the outcome with which the promise is off: nothing falls due any more."""
    return ConditionOutcome.MET if is_exception(condition) else ConditionOutcome.FAILED


def is_called_off(condition: str, outcome: ConditionOutcome) -> bool:
    """Whether the promise is off by what became of its condition."""
    return bool(condition.strip()) and outcome is releasing(condition)


def is_same_condition(words: str, others: str) -> bool:
    """Whether what was judged of the one holds for the other: blanks make no other words."""
    return words == others or words.split() == others.split()


def condition_text(condition: str, outcome: ConditionOutcome, on: date | None) -> str:
    """Return the condition with what became of it: "if it holds (met on 2025-05-10)"."""
    if not condition.strip():
        return ""
    if outcome is ConditionOutcome.OPEN:
        return condition
    return f"{condition} ({label(outcome).lower()}{f' on {on}' if on else ''})"


def check_outcome(outcome: ConditionOutcome, on: date | None, today: date) -> None:
    """Raise ClaimTrackerError unless the outcome can have come about on that day."""
    if outcome is ConditionOutcome.OPEN and on is not None:
        raise ClaimTrackerError("An open condition has no day.")
    if outcome is ConditionOutcome.MET and on is None:
        raise ClaimTrackerError("Enter the day on which the condition was met.")
    if on is not None and on > today:
        raise ClaimTrackerError("The day lies ahead; what has not come about yet is open.")
