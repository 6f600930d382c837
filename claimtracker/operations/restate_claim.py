"""Say that claims are one: the places where it was said are brought together, nothing is lost.

What a restating claim had goes over to the claim that stays, but for its verdicts: these were given
on that claim, and no merge may give the other one a verdict. They stay readable in the bin, with
what they rest on, and both claims lead to one another.
"""

from collections.abc import Collection, Sequence

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col, select

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import of_claims
from claimtracker.operations.add_claim import insert_claim
from claimtracker.operations.claim_parts import named
from claimtracker.operations.follow_condition import follow_condition, hung_on
from claimtracker.operations.joined_chains import Chain
from claimtracker.operations.many_claims import UNWATCHED, Watch, called
from claimtracker.operations.merged_fields import merge_fields
from claimtracker.operations.merged_links import Links
from claimtracker.operations.merged_places import Places
from claimtracker.operations.merged_tags import Tags
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Claim, Occurrence
from claimtracker.storage.tables.column_types import now

BATCH = 100


def restate_claim(
    session: Session, claim_id: int, of_claim_id: int, *, by: str, taken: Collection[str] = ()
) -> None:
    """Make the first claim a restatement of the second; see `restate_claims`."""
    restate_claims(session, [claim_id], of_claim_id, by=by, taken=taken)


def restate_claims(
    session: Session,
    claim_ids: Sequence[int],
    of_claim_id: int,
    *,
    by: str,
    taken: Collection[str] = (),
    watch: Watch = UNWATCHED,
) -> None:
    """Make all of the claims restatements of another one, as one action.

    Their places, evidence, tags, notes and what the other lacks go over, they themselves to the
    bin, where each names the claim that it restates. Of the fields in `taken` their text stays.
    Where a condition's outcome comes in that decides the other's days, its words are read anew.
    Raises ClaimTrackerError, with nothing changed, for a claim that would restate itself or is one
    with another already, for a target in the bin, and for two steps of one chain.
    """
    with recorded(session, "restatement", by) as action:
        stays = _standing(session, of_claim_id)
        was = hung_on(stays)
        _bring_in(session, claim_ids, stays, taken, watch)
        verb = "restates" if len(claim_ids) == 1 else "restate"
        action.name = f"{called(session, claim_ids)} {verb} {named(stays.summary)}"
        if follow_condition(session, stays, was):
            action.name += f", {of_claims(1)} re-read"


def add_said_again(session: Session, draft: ClaimDraft, of_claim_id: int, *, by: str) -> int:
    """Add what was entered as a further occurrence of a claim; return the occurrence's id.

    All that was typed is kept: as a claim in the bin that restates the other one.
    """
    with recorded(session, "said again", by) as action:
        stays = _standing(session, of_claim_id)
        action.name = f"said again: {named(stays.summary)}"
        was = hung_on(stays)
        _bring_in(session, [insert_claim(session, draft)], stays, (), UNWATCHED)
        follow_condition(session, stays, was)
        session.flush()
        newest = select(Occurrence.id).where(col(Occurrence.claim_id) == of_claim_id)
        return session.exec(newest.order_by(col(Occurrence.id).desc())).first() or 0


def _standing(session: Session, claim_id: int) -> Claim:
    """Return the claim that stays; one in the bin would take the others out of sight."""
    claim = find_claim(session, claim_id)
    if claim.restates_id is not None:
        raise ClaimTrackerError(
            f"Claim {claim_id} restates claim {claim.restates_id} itself: choose that one."
        )
    if claim.binned_at is not None:
        raise ClaimTrackerError(f"Claim {claim_id} is in the bin: restore it first.")
    return claim


def _bring_in(
    session: Session, claim_ids: Sequence[int], stays: Claim, taken: Collection[str], watch: Watch
) -> None:
    """Take in a batch at a time; the fields come last, so that the notes are written once."""
    parts = [part(session, stays.id or 0) for part in (Chain, Places, Links, Tags)]
    brought: list[Claim] = []
    for batch in watch.batches(list(dict.fromkeys(claim_ids)), BATCH):
        claims = [_restating(session, claim_id, stays) for claim_id in batch]
        for part in parts:
            part.take_in(claims)
        for claim in claims:
            claim.binned_at = claim.binned_at or now()
        session.flush()
        brought += claims
    with session.no_autoflush:
        for claim in brought:
            merge_fields(session, claim, stays, taken)
    stays.updated_at = now()
    flag_modified(stays, "updated_at")  # a form that is open on it hears of what came in


def _restating(session: Session, claim_id: int, stays: Claim) -> Claim:
    claim = find_claim(session, claim_id)
    if claim_id == stays.id:
        raise ClaimTrackerError("A claim cannot be a restatement of itself.")
    if claim.restates_id is not None:
        raise ClaimTrackerError(f"Claim {claim_id} restates claim {claim.restates_id} already.")
    return claim
