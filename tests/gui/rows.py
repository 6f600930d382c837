"""Claims of the list as the storage room would hand them out."""

from dataclasses import replace
from datetime import date

from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import State, Verdict

TODAY = date(2025, 5, 26)

ROW = ClaimRow(
    id=1,
    summary="Walk away from the talks",
    claimant="Marco Rubio",
    stated_on=date(2025, 4, 18),
    deadline_wording="within days",
    window=Window(date(2025, 4, 18), date(2025, 4, 20), date(2025, 4, 25)),
    rule="vague: days",
    review_on=None,
    state=State.PASSED,
    days_over=31,
    verdict=Verdict.NOT_YET_RATED,
    assessed_on=None,
    kept_on=None,
    evidence_count=0,
    newest_evidence_on=None,
    is_binned=False,
)


def row(**fields: object) -> ClaimRow:
    """The common claim with some of its fields changed."""
    return replace(ROW, **fields)  # type: ignore[arg-type]  # the caller names the fields
