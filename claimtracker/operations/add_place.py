"""Note one more place where a claim was said."""

from sqlmodel import Session

from claimtracker.claims.drafts import OccurrenceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.claim_parts import named, new_id, source_id
from claimtracker.operations.keep_evidence import check_address
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Occurrence

NOTHING_TOLD = "Enter the words, the day or the source: a place needs one of them."


def add_place(session: Session, claim_id: int, draft: OccurrenceDraft, *, by: str) -> int:
    """Add an occurrence to the claim and return its id; the claim's own words and day stay.

    Raises ClaimTrackerError where nothing is told of it, or its address is none of the web.
    """
    check_told(draft)
    with recorded(session, "said again", by) as action:
        action.name = f"said again: {named(find_claim(session, claim_id).summary)}"
        return new_id(
            session,
            Occurrence(
                claim_id=claim_id,
                source_id=source_id(session, draft.source),
                words=draft.words,
                stated_on=draft.stated_on,
            ),
        )


def check_told(draft: OccurrenceDraft) -> None:
    """Refuse a place of which nothing is told, and an address that is none."""
    check_address(draft.source.url)
    if draft.source.is_empty and not draft.words.strip() and draft.stated_on is None:
        raise ClaimTrackerError(NOTHING_TOLD)
