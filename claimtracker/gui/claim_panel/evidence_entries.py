"""What the days of evidence say about a claim."""

from datetime import date

from claimtracker.claims.rows import ClaimDetails, EvidenceRow
from claimtracker.claims.vocabulary import Relation

FULFILLING = frozenset({Relation.FULFILS, Relation.PARTLY_FULFILS})


def days_late(found: EvidenceRow, latest_on: date | None) -> int:
    """By how many days a fulfilment came after the latest day; 0 for everything else."""
    if found.relation not in FULFILLING or latest_on is None or found.published_on is None:
        return 0
    return max((found.published_on - latest_on).days, 0)


def newest_fulfilment(details: ClaimDetails) -> date | None:
    """The day of the newest evidence that fulfils the claim, as far as it is known."""
    found = [row.published_on for row in details.report.evidence if row.relation in FULFILLING]
    return max((day for day in found if day), default=None)
