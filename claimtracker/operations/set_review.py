"""Set the day to look at claims again, whatever their deadlines."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from claimtracker.operations.claim_parts import named
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim


def set_review(
    session: Session, claim_ids: Sequence[int], review_on: date | None, *, by: str
) -> None:
    """Set or, with None, take away the review date of these claims."""
    when = "none" if review_on is None else review_on.isoformat()
    with recorded(session, f"review date {when} for {len(claim_ids)} claims", by) as action:
        for claim_id in claim_ids:
            claim = find_claim(session, claim_id)
            claim.review_on = review_on
            if len(claim_ids) == 1:
                action.name = f"review date {when} for {named(claim.summary)}"
