"""Say who made claims."""

from collections.abc import Sequence

from sqlmodel import Session

from claimtracker.operations.claim_parts import claimant_id
from claimtracker.operations.many_claims import UNWATCHED, Watch, called, refuse_missing
from claimtracker.storage.change_log import recorded
from claimtracker.storage.logged_rows import change_rows
from claimtracker.storage.tables import Claim


def set_claimant(
    session: Session,
    claim_ids: Sequence[int],
    name: str,
    *,
    by: str,
    watch: Watch = UNWATCHED,
) -> int:
    """Make this the claimant of these claims, known or new; return how many changed.

    An empty name leaves them without one. Their deadlines stay as they were read.
    """
    with recorded(session, "claimant", by) as action:
        refuse_missing(session, claim_ids)
        action.name = f"claimant {name or 'none'} for {called(session, claim_ids)}"
        values = {"claimant_id": claimant_id(session, name.strip(), "")}
        return sum(change_rows(session, Claim, batch, values) for batch in watch.batches(claim_ids))
