"""Set the day to look at claims again, whatever their deadlines."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlmodel import Session

from claimtracker.claims.errors import ChangedMeanwhile
from claimtracker.operations.many_claims import UNWATCHED, Watch, called, refuse_missing
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.logged_rows import change_rows
from claimtracker.storage.tables import Claim


def set_review(
    session: Session,
    claim_ids: Sequence[int],
    review_on: date | None,
    *,
    by: str,
    seen: Mapping[int, date | None] | None = None,
    watch: Watch = UNWATCHED,
) -> int:
    """Set or, with None, take away the review date of these claims; return how many changed.

    `seen` is what was shown of some of them; raises ChangedMeanwhile, with nothing set, where that
    is another day by now.
    """
    when = "none" if review_on is None else review_on.isoformat()
    with recorded(session, "review date", by) as action:
        refuse_missing(session, claim_ids)
        for claim_id, shown in (seen or {}).items():
            _refuse_unseen(find_claim(session, claim_id), shown, review_on)
        action.name = f"review date {when} for {called(session, claim_ids)}"
        return sum(
            change_rows(session, Claim, batch, {"review_on": review_on})
            for batch in watch.batches(claim_ids)
        )


def _refuse_unseen(claim: Claim, seen: date | None, wanted: date | None) -> None:
    """Refuse to set the day of a claim where somebody set another one since it was shown."""
    if claim.review_on not in (seen, wanted):
        raise ChangedMeanwhile("review date", str(claim.review_on or ""))
