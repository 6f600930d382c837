"""What the evidence on a claim says of a verdict: a proposal, a warning, a contradiction.

None of it decides anything: a person's judgement may go against the evidence, and is then marked.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from claimtracker.claims.conditions import is_exception
from claimtracker.claims.rows import EvidenceRow, ReportRow
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import KEPT_VERDICTS, Relation, Verdict

FULFILLING = frozenset({Relation.FULFILS, Relation.PARTLY_FULFILS})
KEPT = KEPT_VERDICTS


@dataclass(frozen=True)
class KeptLate:
    """That a claim seems to have been kept, on a day after the latest one."""

    evidence: EvidenceRow
    kept_on: date
    days: int


def days_late(found: EvidenceRow, latest_on: date | None) -> int:
    """By how many days a fulfilment came after the latest day; 0 for everything else."""
    if found.relation not in FULFILLING or latest_on is None or found.published_on is None:
        return 0
    return max((found.published_on - latest_on).days, 0)


def days_early(found: EvidenceRow, opens_on: date | None) -> int:
    """By how many days a fulfilment came before the window opened; 0 for everything else."""
    if found.relation not in FULFILLING or opens_on is None or found.published_on is None:
        return 0
    return max((opens_on - found.published_on).days, 0)


def newest_fulfilment(evidence: Collection[EvidenceRow]) -> date | None:
    """Return the day of the newest evidence that fulfils the claim, as far as it is known."""
    found = [row.published_on for row in evidence if row.relation in FULFILLING]
    return max((day for day in found if day), default=None)


def kept_late(evidence: Sequence[EvidenceRow], latest_on: date | None) -> KeptLate | None:
    """Return the earliest fulfilment where all that are dated came after the latest day.

    What fulfils it in part neither proposes it nor speaks against it.
    """
    dated = [
        found
        for found in evidence
        if found.relation is Relation.FULFILS and found.published_on is not None
    ]
    late = [found for found in dated if days_late(found, latest_on)]
    if not late or len(late) < len(dated):
        return None
    first = min(late, key=lambda found: found.published_on or date.max)
    return KeptLate(first, first.published_on or date.max, days_late(first, latest_on))


def against_evidence(claim: ReportRow) -> str:
    """Say how the claim's verdict goes against what it rests on, or against all evidence."""
    basis = [found for found in claim.evidence if found.is_basis]
    window = Window(claim.opens_on, claim.due_on, claim.latest_on)
    return contradiction(claim.verdict, basis or claim.evidence, window, claim.condition)


def contradiction(
    verdict: Verdict, evidence: Collection[EvidenceRow], window: Window, condition: str = ""
) -> str:
    """Say in a few words how the evidence speaks against a verdict; nothing where it does not."""
    due, off, fell_due = Relation.CONDITION_MET, Relation.CONDITION_FAILED, "its condition was met"
    if is_exception(condition):
        due, off, fell_due = off, due, "what would call it off did not come about"
    held = {found.relation for found in evidence}
    dated = [found for found in evidence if _is_dated_fulfilment(found)]
    late = [days_late(found, window.latest_on) > 0 for found in dated]
    against = {
        "a document contradicts it and none fulfils it": (
            verdict in KEPT and Relation.CONTRADICTS in held and not held & FULFILLING
        ),
        "it is fulfilled only in part": (
            verdict in KEPT - {Verdict.PARTLY_KEPT}
            and Relation.PARTLY_FULFILS in held
            and Relation.FULFILS not in held
        ),
        "it was fulfilled only after the latest day": (
            verdict is Verdict.KEPT and bool(late) and all(late)
        ),
        "it was fulfilled by the latest day": (
            verdict is Verdict.KEPT_LATE and bool(late) and not any(late)
        ),
        "a document fulfils it": verdict is Verdict.BROKEN
        and any(
            found.relation is Relation.FULFILS and not days_late(found, window.latest_on)
            for found in evidence
        ),
        fell_due: (verdict is Verdict.NOT_TRIGGERED and due in held and off not in held),
    }
    return next((words for words, holds in against.items() if holds), "")


def _is_dated_fulfilment(found: EvidenceRow) -> bool:
    return found.relation in FULFILLING and found.published_on is not None
