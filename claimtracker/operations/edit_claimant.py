"""Change what is known of a claimant: names, role, organisation, terms of office."""

from collections.abc import Callable, Sequence

from sqlmodel import Session

from claimtracker.claims.claimants import ClaimantDraft, further_names
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.terms_of_office import stored_terms, written
from claimtracker.claims.vocabulary import of_claims
from claimtracker.operations.claim_parts import named
from claimtracker.operations.claimant_names import refuse_taken
from claimtracker.operations.read_anew import read_anew
from claimtracker.operations.what_would_change import never, no_progress
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claimants import find_claimant
from claimtracker.storage.tables import Claimant

CHANGED_ELSEWHERE = "{} was changed elsewhere meanwhile: close, and begin again."


def edit_claimant(
    session: Session,
    claimant_id: int,
    draft: ClaimantDraft,
    *,
    by: str,
    was: ClaimantDraft | None = None,
    reread_ids: Sequence[int] = (),
    on_progress: Callable[[int, int], None] = no_progress,
    is_cancelled: Callable[[], bool] = never,
) -> int:
    """Store the claimant and read these claims anew; return how many read otherwise now.

    Both are one action that one undo takes back; stopped, it changes nothing. Raises
    ClaimantNameTaken where a name leads to another claimant, and ClaimTrackerError where the
    claimant is no longer as it `was`.
    """
    with recorded(session, f"edit claimant {named(draft.name)}", by) as action:
        claimant = find_claimant(session, claimant_id)
        refuse_changed(claimant, was)
        refuse_taken(session, draft, [claimant_id])
        write_claimant(claimant, draft)
        session.flush()
        count = read_anew(session, reread_ids, on_progress, is_cancelled)
        if count:
            action.name += f", {of_claims(count)} re-read"
    return count


def refuse_changed(claimant: Claimant, was: ClaimantDraft | None) -> None:
    """Raise ClaimTrackerError where the claimant is no longer as it `was` when it was shown."""
    if was is not None and draft_of(claimant) != was:
        raise ClaimTrackerError(CHANGED_ELSEWHERE.format(f"“{was.name}”"))


def write_claimant(claimant: Claimant, draft: ClaimantDraft) -> None:
    """Put what the draft says into the row; what is the same already stays untouched."""
    told = draft.model_dump(exclude={"aliases", "earlier_terms"})
    told["earlier_terms"] = written(draft.earlier_terms)
    told["aliases"] = "\n".join(further_names(draft.name, draft.aliases))
    for name, value in told.items():
        if getattr(claimant, name) != value:
            setattr(claimant, name, value)


def draft_of(claimant: Claimant) -> ClaimantDraft:
    """The claimant as it is stored, as a form has it."""
    told = {name: getattr(claimant, name) for name in ClaimantDraft.model_fields}
    told["earlier_terms"] = stored_terms(claimant.earlier_terms)
    told["aliases"] = tuple(claimant.aliases.splitlines())
    return ClaimantDraft.model_construct(**told)
