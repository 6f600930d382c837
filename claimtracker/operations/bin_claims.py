"""Move claims to the bin and back."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import not_, select
from sqlmodel import Session, col

from claimtracker.operations.many_claims import UNWATCHED, Watch, called, refuse_missing
from claimtracker.storage.change_log import recorded
from claimtracker.storage.logged_rows import change_rows
from claimtracker.storage.named_ids import among
from claimtracker.storage.state_sql import on_the_shelf
from claimtracker.storage.tables import Claim
from claimtracker.storage.tables.column_types import now

_ON_THE_SHELF: dict[str, object] = {"binned_at": None, "restates_id": None}


def bin_claims(
    session: Session, claim_ids: Sequence[int], *, by: str, watch: Watch = UNWATCHED
) -> int:
    """Put claims in the bin, where nothing is lost; return how many were not there already."""
    return _place(session, claim_ids, now(), "bin", by, watch)


def restore_claims(
    session: Session, claim_ids: Sequence[int], *, by: str, watch: Watch = UNWATCHED
) -> int:
    """Take claims out of the bin; return how many were there.

    One that restates another is a claim of its own from then on. What it handed over stays with
    the other one: undo is what takes a merge back.
    """
    return _place(session, claim_ids, None, "restore", by, watch)


def _place(
    session: Session,
    claim_ids: Sequence[int],
    binned_at: datetime | None,
    verb: str,
    by: str,
    watch: Watch,
) -> int:
    with recorded(session, verb, by) as action:
        refuse_missing(session, claim_ids)
        action.name = f"{verb} {called(session, claim_ids)}"
        # Those in the bin already keep their moment.
        is_elsewhere = on_the_shelf() if binned_at else not_(on_the_shelf())
        place = {"binned_at": binned_at} if binned_at else _ON_THE_SHELF
        count = 0
        for batch in watch.batches(claim_ids):
            asked = select(col(Claim.id)).where(among(col(Claim.id), batch), is_elsewhere)
            elsewhere = session.execute(asked).scalars().all()
            count += change_rows(session, Claim, elsewhere, place)
        return count
