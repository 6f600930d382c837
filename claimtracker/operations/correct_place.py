"""Correct what is told of a place where a claim was said, or take it off the claim."""

from sqlmodel import Session, col, select

from claimtracker.claims.drafts import OccurrenceDraft, SourceDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.operations.add_place import check_told
from claimtracker.operations.claim_parts import is_captured_as, named, source_id
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Claim, Occurrence, Source

_TOLD = ("title", "publisher", "url", "published_on")
LAST_PLACE = "This is the only place where the claim was said: correct it instead."


def correct_place(
    session: Session,
    occurrence_id: int,
    draft: OccurrenceDraft,
    *,
    by: str,
    shown: OccurrenceDraft | None = None,
) -> None:
    """Bring an occurrence to what the draft says.

    Its source is only called otherwise where its text was captured and the address is the same;
    else it becomes another one, and the place in the text is given up. A claim whose own words and
    day these are follows. With `shown`, what stood there when the person began, raises
    ClaimTrackerError where somebody else changed it meanwhile.
    """
    check_told(draft)
    with recorded(session, "correct a place", by) as action:
        occurrence = _find(session, occurrence_id)
        claim = find_claim(session, occurrence.claim_id)
        action.name = f"correct a place where {named(claim.summary)} was said"
        source = session.get(Source, occurrence.source_id) if occurrence.source_id else None
        if shown is not None and _told(occurrence, source) != _as_told(shown):
            raise ClaimTrackerError(
                "This place was changed elsewhere meanwhile: nothing was saved."
            )
        _follow(claim, occurrence, draft)
        occurrence.words, occurrence.stated_on = draft.words, draft.stated_on
        _correct_source(session, occurrence, source, draft.source)


def remove_place(session: Session, occurrence_id: int, *, by: str) -> None:
    """Take a place off its claim; raises ClaimTrackerError for the last one."""
    with recorded(session, "take off a place", by) as action:
        occurrence = _find(session, occurrence_id)
        claim = find_claim(session, occurrence.claim_id)
        action.name = f"take off a place where {named(claim.summary)} was said"
        others = select(Occurrence.id).where(
            col(Occurrence.claim_id) == occurrence.claim_id, col(Occurrence.id) != occurrence_id
        )
        if session.exec(others.limit(1)).first() is None:
            raise ClaimTrackerError(LAST_PLACE)
        session.delete(occurrence)


def _find(session: Session, occurrence_id: int) -> Occurrence:
    found = session.get(Occurrence, occurrence_id) if 0 < occurrence_id < 2**63 else None
    if found is None:
        raise NotFound("This place is no longer listed.")
    return found


def _follow(claim: Claim, occurrence: Occurrence, draft: OccurrenceDraft) -> None:
    """Correct the quote with its place, while the day is the same: days give the deadline."""
    is_own = (claim.quote, claim.stated_on) == (occurrence.words, occurrence.stated_on)
    if is_own and draft.words.strip():
        claim.quote = draft.words


def _correct_source(
    session: Session, occurrence: Occurrence, source: Source | None, told: SourceDraft
) -> None:
    new = {name: getattr(told, name) for name in _TOLD}
    if source is not None and new == {name: getattr(source, name) for name in _TOLD}:
        return
    if source is not None and is_captured_as(source, told):
        for name, value in new.items():
            setattr(source, name, value)  # called otherwise now, for all claims made there
    else:
        occurrence.source_id = source_id(session, told)
        occurrence.span_start = occurrence.span_end = None


def _told(occurrence: Occurrence, source: Source | None) -> tuple[object, ...]:
    there = source or Source()
    return (occurrence.words, occurrence.stated_on, *(getattr(there, name) for name in _TOLD))


def _as_told(draft: OccurrenceDraft) -> tuple[object, ...]:
    return (draft.words, draft.stated_on, *(getattr(draft.source, name) for name in _TOLD))
