"""Enter a new claim."""

from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.operations.claim_parts import (
    add_occurrence,
    named,
    new_id,
    write_fields,
    write_tags,
)
from claimtracker.operations.read_deadline import settle_window
from claimtracker.storage.change_log import recorded
from claimtracker.storage.tables import Claim


def add_claim(session: Session, draft: ClaimDraft, *, by: str) -> int:
    """Store the claim with its claimant, first source and tags; return its id."""
    with recorded(session, f"new claim {named(draft.summary)}", by):
        return insert_claim(session, draft)


def insert_claim(session: Session, draft: ClaimDraft, **place: int | None) -> int:
    """The same within an action that is already open.

    `place` is the span of the quote in the source's text: `span_start` and `span_end`.
    """
    settled = settle_window(session, draft)
    claim = Claim(summary=settled.summary)
    write_fields(session, claim, settled)
    claim_id = new_id(session, claim)
    add_occurrence(session, claim, settled.source, words=settled.quote, **place)
    write_tags(session, claim_id, settled.tags)
    return claim_id
