"""Make one claimant of two that are the same person."""

from collections.abc import Callable, Sequence

from sqlmodel import Session, col, select

from claimtracker.claims.claimants import ClaimantDraft, further_names
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.claim_parts import named
from claimtracker.operations.claimant_names import refuse_taken
from claimtracker.operations.edit_claimant import refuse_changed, write_claimant
from claimtracker.operations.read_anew import read_anew
from claimtracker.operations.what_would_change import never, no_progress
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claimants import find_claimant
from claimtracker.storage.logged_rows import change_rows
from claimtracker.storage.tables import Claim


def merge_claimants(
    session: Session,
    stays_id: int,
    goes_id: int,
    draft: ClaimantDraft,
    *,
    by: str,
    was: tuple[ClaimantDraft, ClaimantDraft] | None = None,
    reread_ids: Sequence[int] = (),
    on_progress: Callable[[int, int], None] = no_progress,
    is_cancelled: Callable[[], bool] = never,
) -> int:
    """Hand every claim of the one over to the other, who is then as drafted; return how many.

    Those in the bin go over, too. The other's names become further names of the one that stays,
    whatever the draft says. One action that one undo takes back; stopped, it changes nothing.
    Raises ClaimTrackerError where one of them, the one that stays and the other, is no longer as it
    `was`.
    """
    if stays_id == goes_id:
        raise ClaimTrackerError("A claimant cannot be merged with itself.")
    with recorded(session, "merge claimants", by) as action:
        stays, goes = find_claimant(session, stays_id), find_claimant(session, goes_id)
        for claimant, shown in zip((stays, goes), was or (None, None), strict=True):
            refuse_changed(claimant, shown)
        action.name = f"merge claimant {named(goes.name)} into {named(draft.name)}"
        names = (*draft.aliases, stays.name, goes.name, *goes.aliases.splitlines())
        drafted = draft.model_copy(update={"aliases": further_names(draft.name, names)})
        refuse_taken(session, drafted, [stays_id, goes_id])
        count = _hand_over(session, goes_id, stays_id)
        session.delete(goes)  # before the other may take its name
        session.flush()
        write_claimant(stays, drafted)
        session.flush()
        read_anew(session, reread_ids, on_progress, is_cancelled)
    return count


def _hand_over(session: Session, goes_id: int, stays_id: int) -> int:
    asked = select(Claim.id).where(col(Claim.claimant_id) == goes_id).order_by(col(Claim.id))
    claim_ids = [found for found in session.exec(asked) if found]
    return change_rows(session, Claim, claim_ids, {"claimant_id": stays_id})
