"""One change to many claims: what it would do, and doing it as one action."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from claimtracker.claims.bulk_change import BulkChange, BulkRow, ChangeKind
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.lateness import why_no_kept_late
from claimtracker.claims.state import AsOf, Window
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.judged_since import newest_assessment
from claimtracker.operations.many_claims import UNWATCHED, Watch
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.set_claimant import set_claimant
from claimtracker.operations.set_review import set_review
from claimtracker.operations.tag_claims import tag_claims
from claimtracker.storage import claim_list
from claimtracker.storage.around_claims import tags_of
from claimtracker.storage.bulk_preview import differing_ids, kept_in_time


@dataclass(frozen=True)
class Preview:
    """The claims that would change, in their order, and how many are like that already.

    `seen_up_to` is the newest assessment at that moment.
    """

    change: BulkChange
    ids: "array[int]"
    alike: int
    seen_up_to: int = 0

    def read_ids(self, _session: Session) -> "array[int]":
        """The ids, for a list that reads what it shows."""
        return self.ids


def preview_change(
    session: Session, claim_ids: Sequence[int], change: BulkChange, *, watch: Watch = UNWATCHED
) -> Preview:
    """Say what the change would do; nothing is changed.

    A verdict is given to all of them: those that have it already get a new assessment. No lock is
    held between two batches. Raises Stopped, or ClaimTrackerError for what would be refused.
    """
    _refuse_kept_late(session, claim_ids, change)
    seen_up_to = newest_assessment(session)
    ids = array("q")
    alike = 0
    for batch in watch.batches(claim_ids):
        otherwise = differing_ids(session, batch, change)
        session.rollback()
        alike += len(batch) - len(otherwise)
        is_for_all = change.kind is ChangeKind.VERDICT
        ids.extend(batch if is_for_all else [key for key in batch if key in otherwise])
    return Preview(change, ids, alike, seen_up_to)


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
    seen_up_to: int | None = None,
    watch: Watch = UNWATCHED,
) -> int:
    """Change these claims as one action that one undo takes back; return how many changed.

    Claims with a newer assessment than `seen_up_to`, as a preview tells, get no verdict. Raises
    ClaimTrackerError for kept_late without its day, or with one that is in time on a claim.
    """
    _refuse_kept_late(session, claim_ids, change)
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
            verdict = change.assessment
            return rate_claims(
                session, claim_ids, verdict, by=by, seen_up_to=seen_up_to, watch=watch
            )
    raise ClaimTrackerError("A verdict needs a reason.")


def _refuse_kept_late(session: Session, claim_ids: Sequence[int], change: BulkChange) -> None:
    """Refuse where the dialog of one claim would: the days late are counted to the day kept."""
    given = change.assessment
    if given is None or given.verdict is not Verdict.KEPT_LATE:
        return
    if given.kept_on is None:
        raise ClaimTrackerError(why_no_kept_late(given.verdict, None, Window()))
    count, first = kept_in_time(session, claim_ids, given.kept_on)
    session.rollback()
    if count:
        raise ClaimTrackerError(
            f"On {count:,} of these claims, first on claim {first}, that day is not after the "
            "deadline: it was kept in time, or on another day."
        )
