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
from claimtracker.operations.joined_chains import join_chains
from claimtracker.operations.merged_fields import merge_fields
from claimtracker.operations.merged_links import hand_over_evidence
from claimtracker.storage.around_claims import tags_of
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Claim, ClaimTag, Occurrence, Tag
from claimtracker.storage.tables.column_types import now


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
        for claim_id in dict.fromkeys(claim_ids):
            claim = find_claim(session, claim_id)
            action.name = f"{named(claim.summary)} restates {named(stays.summary)}"
            _bring_in(session, claim, stays, taken)
        if len(claim_ids) > 1:
            action.name = f"{of_claims(len(claim_ids))} restate {named(stays.summary)}"
        if follow_condition(session, stays, was):
            action.name += f", {of_claims(1)} re-read"


def add_said_again(session: Session, draft: ClaimDraft, of_claim_id: int, *, by: str) -> int:
    """Add what was entered as a further occurrence of a claim; return the occurrence's id.

    All that was typed is kept: as a claim in the bin that restates the other one.
    """
    with recorded(session, "said again", by) as action:
        stays = _standing(session, of_claim_id)
        action.name = f"said again: {named(stays.summary)}"
        claim, was = find_claim(session, insert_claim(session, draft)), hung_on(stays)
        _bring_in(session, claim, stays, ())
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


def _bring_in(session: Session, claim: Claim, stays: Claim, taken: Collection[str]) -> None:
    claim_id, stays_id = claim.id or 0, stays.id or 0
    if claim_id == stays_id:
        raise ClaimTrackerError("A claim cannot be a restatement of itself.")
    if claim.restates_id is not None:
        raise ClaimTrackerError(f"Claim {claim_id} restates claim {claim.restates_id} already.")
    join_chains(session, claim_id, stays_id)
    _hand_over_occurrences(session, claim, stays_id)
    hand_over_evidence(session, claim_id, stays_id)
    _share_tags(session, claim_id, stays_id)
    merge_fields(session, claim, stays, taken)
    claim.binned_at = claim.binned_at or now()
    claim.restates_id = stays_id
    stays.updated_at = now()
    flag_modified(stays, "updated_at")  # a form that is open on it hears of what came in
    session.flush()


def _hand_over_occurrences(session: Session, claim: Claim, stays_id: int) -> None:
    """Hand every place over; one that the other has letter for letter stays where it is."""
    known = {_place(there) for there in _occurrences(session, stays_id)}
    own = _occurrences(session, claim.id or 0) or [_as_said(claim)]
    for occurrence in own:
        if _place(occurrence) not in known:
            occurrence.claim_id = stays_id
            session.add(occurrence)


def _occurrences(session: Session, claim_id: int) -> list[Occurrence]:
    asked = select(Occurrence).where(col(Occurrence.claim_id) == claim_id)
    return list(session.exec(asked.order_by(col(Occurrence.id))).all())


def _as_said(claim: Claim) -> Occurrence:
    """A claim without a place was said all the same: brackets mark that the words are not its own.

    They are how editors mark what is not verbatim.
    """
    words = claim.quote or f"[{claim.summary}]"
    return Occurrence(claim_id=claim.id or 0, words=words, stated_on=claim.stated_on)


def _place(occurrence: Occurrence) -> tuple[object, ...]:
    names = ("source_id", "words", "span_start", "span_end", "stated_on")
    return tuple(getattr(occurrence, name) for name in names)


def _share_tags(session: Session, claim_id: int, stays_id: int) -> None:
    carried = {name.casefold() for name in tags_of(session, [stays_id]).get(stays_id, [])}
    asked = (
        select(Tag)
        .join(ClaimTag, col(ClaimTag.tag_id) == Tag.id)
        .where(col(ClaimTag.claim_id) == claim_id)
    )
    for tag in session.exec(asked.order_by(col(Tag.id))).all():
        if tag.name.casefold() not in carried:
            carried.add(tag.name.casefold())
            session.add(ClaimTag(claim_id=stays_id, tag_id=tag.id or 0))
