"""Change a claim's own fields."""

from datetime import date

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col, select

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import EditConflict
from claimtracker.operations.claim_parts import (
    add_occurrence,
    is_captured_as,
    named,
    source_id,
    write_fields,
    write_tags,
)
from claimtracker.operations.read_deadline import settle_window
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Claim, Claimant, Occurrence, Source
from claimtracker.storage.tables.column_types import now

_COMPARED = (
    "summary",
    "quote",
    "stated_on",
    "deadline_wording",
    "condition",
    "criteria",
    "review_on",
    "notes",
)


def edit_claim(
    session: Session, claim_id: int, draft: ClaimDraft, *, version: int, by: str
) -> None:
    """Save the form over the claim that was read as `version`.

    Raises EditConflict with both texts, and changes nothing, when the claim was changed since.
    """
    with recorded(session, f"edit {named(draft.summary)}", by):
        claim = find_claim(session, claim_id)
        if claim.version != version:
            raise EditConflict(claim_id, _differing(session, claim, draft))
        was = (claim.quote, claim.stated_on)
        write_fields(session, claim, settle_window(session, draft))
        _write_first_source(session, claim, draft, was)
        write_tags(session, claim_id, draft.tags)
        claim.updated_at = now()
        flag_modified(claim, "updated_at")  # counts the version up even if only the tags differ


def _write_first_source(
    session: Session, claim: Claim, draft: ClaimDraft, was: tuple[str, date | None]
) -> None:
    """Bring the first appearance to what the form says; what the form left alone stays.

    Where the claim was said earlier than its own words and day, these are another occurrence's.
    """
    asked = select(Occurrence).where(col(Occurrence.claim_id) == claim.id)
    said = session.exec(
        asked.order_by(col(Occurrence.stated_on).asc().nulls_last(), col(Occurrence.id))
    ).all()
    if not said:
        add_occurrence(session, claim, draft.source, words=draft.quote)
        return
    first = said[0]
    if (draft.quote, draft.stated_on) != was:
        own = next((it for it in said if (it.words, it.stated_on) == was), first)
        own.words, own.stated_on = draft.quote, draft.stated_on
    source = session.get(Source, first.source_id) if first.source_id else None
    told = (draft.source.title, draft.source.url)
    if source is not None and is_captured_as(source, draft.source):
        source.title, source.url = told  # called otherwise now, for all claims made there
    elif source is None or (source.title, source.url) != told:
        first.source_id = source_id(session, draft.source)
        first.span_start = first.span_end = None


def _differing(session: Session, claim: Claim, draft: ClaimDraft) -> dict[str, tuple[str, str]]:
    theirs = {name: getattr(claim, name) for name in _COMPARED}
    ours = {name: getattr(draft, name) for name in _COMPARED}
    claimant = session.get(Claimant, claim.claimant_id) if claim.claimant_id else None
    theirs["claimant"], ours["claimant"] = (
        claimant.name if claimant else "",
        draft.claimant,
    )
    return {
        name: (_text(theirs[name]), _text(ours[name]))
        for name in theirs
        if theirs[name] != ours[name]
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)
