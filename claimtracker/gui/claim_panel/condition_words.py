"""A condition and what became of it, in words."""

from collections.abc import Sequence
from datetime import date

from claimtracker.claims.conditions import (
    Proposal,
    bearing_on_condition,
    is_called_off,
    is_exception,
)
from claimtracker.claims.rows import ClaimDetails, EvidenceRow
from claimtracker.claims.vocabulary import ConditionOutcome, label
from claimtracker.gui.dates import day_text
from claimtracker.gui.plain_text import one_line

_TITLE_LENGTH = 80
_MOST_SHOWN = 3
OUTCOMES = {
    ConditionOutcome.OPEN: "Nothing is known of it yet",
    ConditionOutcome.MET: "It has come about: the promise falls due",
    ConditionOutcome.FAILED: "It has not, or no longer can: the promise is off",
}
EXCEPTIONS = {
    ConditionOutcome.OPEN: "Nothing is known of it yet",
    ConditionOutcome.MET: "It has come about: the promise is off",
    ConditionOutcome.FAILED: "It has not, or no longer can: the promise stands",
}
_STANDS, _OFF = "The promise stands.", "The promise is off."
_SAYS = {ConditionOutcome.MET: "was met", ConditionOutcome.FAILED: "was not met"}


def outcome_words(details: ClaimDetails, today: date) -> str:
    """What became of it and what shows it: "Met on Sat 10 May. Shown by “Truce signed”."."""
    on = details.condition_outcome_on
    day = f" on {day_text(on, today)}" if on else ""
    shown = shown_by(bearing_on_condition(details.report.evidence), today)
    if details.condition_outcome is ConditionOutcome.OPEN:
        return "Open: nobody has said yet what became of it."
    told = (f"{label(details.condition_outcome)}{day}.", _stands(details), shown)
    return " ".join(part for part in told if part)


def _stands(details: ClaimDetails) -> str:
    """What an exception leaves of the promise, which "met" would have read the other way round."""
    if not is_exception(details.report.condition):
        return ""
    is_off = is_called_off(details.report.condition, details.condition_outcome)
    return _OFF if is_off else _STANDS


def shown_by(bearing: Sequence[EvidenceRow], today: date) -> str:
    """The documents that bear on the condition, the first few by name."""
    if not bearing:
        return ""
    told = [f"“{called(row)}” ({_marks(row, today)})" for row in bearing[:_MOST_SHOWN]]
    more = len(bearing) - len(told)
    behind = [f"{more:,} more"] if more else []
    return f"Documents on it: {', '.join([*told, *behind])}."


def _marks(row: EvidenceRow, today: date) -> str:
    day = day_text(row.published_on, today) if row.published_on else "no date"
    return f"{label(row.relation).lower()}, {day}"


def proposal_words(proposal: Proposal, today: date) -> str:
    """What the evidence proposes, in a sentence."""
    day = f" on {day_text(proposal.on, today)}" if proposal.on else ""
    return f"“{called(proposal.evidence)}” says that it {_SAYS[proposal.outcome]}{day}."


def called(found: EvidenceRow) -> str:
    """What a document is called, short enough for a sentence."""
    return one_line(found.called, _TITLE_LENGTH)


def condition_mark(outcome: ConditionOutcome | None, on: date | None, today: date) -> str:
    """How the list tells of the condition; nothing where the claim has none."""
    if outcome is None:
        return ""
    day = f" on {day_text(on, today)}" if on else ""
    return f"condition {label(outcome).lower()}{day}"
