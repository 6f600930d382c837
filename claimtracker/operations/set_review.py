"""Set the day to look at claims again, whatever their deadlines."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from claimtracker.operations.many_claims import UNWATCHED, Watch, called, refuse_missing
from claimtracker.storage.change_log import recorded
from claimtracker.storage.logged_rows import change_rows
from claimtracker.storage.tables import Claim


def set_review(
    session: Session,
    claim_ids: Sequence[int],
    review_on: date | None,
    *,
    by: str,
    watch: Watch = UNWATCHED,
) -> int:
    """Set or, with None, take away the review date of these claims; return how many changed."""
    when = "none" if review_on is None else review_on.isoformat()
    with recorded(session, "review date", by) as action:
        refuse_missing(session, claim_ids)
        action.name = f"review date {when} for {called(session, claim_ids)}"
        return sum(
            change_rows(session, Claim, batch, {"review_on": review_on})
            for batch in watch.batches(claim_ids)
        )
