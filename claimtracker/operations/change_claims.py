"""One change to many claims: what it would do, and doing it as one action."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from claimtracker.claims.bulk_change import BulkChange, BulkRow, ChangeKind
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import AsOf
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.many_claims import UNWATCHED, Watch
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.set_claimant import set_claimant
from claimtracker.operations.set_review import set_review
from claimtracker.operations.tag_claims import tag_claims
from claimtracker.storage import claim_list
from claimtracker.storage.around_claims import tags_of
from claimtracker.storage.bulk_preview import differing_ids


@dataclass(frozen=True)
class Preview:
    """The claims that would change, in their order, and how many are like that already."""

    change: BulkChange
    ids: "array[int]"
    alike: int

    def read_ids(self, _session: Session) -> "array[int]":
        """The ids, for a list that reads what it shows."""
        return self.ids


def preview_change(
    session: Session, claim_ids: Sequence[int], change: BulkChange, *, watch: Watch = UNWATCHED
) -> Preview:
    """Say what the change would do; nothing is changed.

    A verdict is given to all of them: those that have it already get a new assessment. No lock is
    held between two batches. Raises Stopped.
    """
    ids = array("q")
    alike = 0
    for batch in watch.batches(claim_ids):
        otherwise = differing_ids(session, batch, change)
        session.rollback()
        alike += len(batch) - len(otherwise)
        is_for_all = change.kind is ChangeKind.VERDICT
        ids.extend(batch if is_for_all else [key for key in batch if key in otherwise])
    return Preview(change, ids, alike)


def bulk_rows(session: Session, wanted: Sequence[int], as_of: AsOf) -> dict[int, BulkRow]:
    """Return these claims as they are before the change; one gone meanwhile is left out."""
    tags = tags_of(session, wanted)
    rows = claim_list.rows(session, wanted, as_of)
    return {key: BulkRow(row, tuple(tags.get(key, ()))) for key, row in rows.items()}


def change_claims(
    session: Session,
    claim_ids: Sequence[int],
    change: BulkChange,
    *,
    by: str,
    watch: Watch = UNWATCHED,
) -> int:
    """Change these claims as one action that one undo takes back; return how many changed."""
    match change.kind:
        case ChangeKind.ADD_TAGS:
            return tag_claims(session, claim_ids, add=change.tags, by=by, watch=watch)
        case ChangeKind.TAKE_OFF_TAGS:
            return tag_claims(session, claim_ids, remove=change.tags, by=by, watch=watch)
        case ChangeKind.CLAIMANT:
            return set_claimant(session, claim_ids, change.claimant, by=by, watch=watch)
        case ChangeKind.REVIEW_DATE:
            return set_review(session, claim_ids, change.review_on, by=by, watch=watch)
        case ChangeKind.BIN:
            return bin_claims(session, claim_ids, by=by, watch=watch)
        case ChangeKind.VERDICT if change.assessment is not None:
            rate_claims(session, claim_ids, change.assessment, by=by, watch=watch)
            return len(claim_ids)
    raise ClaimTrackerError("A verdict needs a reason.")
