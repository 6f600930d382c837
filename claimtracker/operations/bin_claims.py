"""Move claims to the bin and back."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from claimtracker.operations.claim_parts import named
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables.column_types import now


def bin_claims(session: Session, claim_ids: Sequence[int], *, by: str) -> None:
    """Put claims in the bin, where nothing is lost; those already there stay as they are."""
    _place(session, claim_ids, now(), "bin", by)


def restore_claims(session: Session, claim_ids: Sequence[int], *, by: str) -> None:
    """Take claims out of the bin."""
    _place(session, claim_ids, None, "restore", by)


def _place(
    session: Session,
    claim_ids: Sequence[int],
    binned_at: datetime | None,
    verb: str,
    by: str,
) -> None:
    with recorded(session, f"{verb} {len(claim_ids)} claims", by) as action:
        for claim_id in claim_ids:
            claim = find_claim(session, claim_id)
            if (claim.binned_at is None) != (binned_at is None):
                claim.binned_at = binned_at
            if len(claim_ids) == 1:
                action.name = f"{verb} {named(claim.summary)}"
