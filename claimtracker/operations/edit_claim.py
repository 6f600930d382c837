"""Change a claim's own fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
from claimtracker.operations.differing_fields import differing_fields
from claimtracker.operations.settle_edited import settle_edited
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Claim, Occurrence, Source
from claimtracker.storage.tables.column_types import now


@dataclass(frozen=True)
class Shown:
    """What the form showed of rows that other claims share, whose edits count no version up."""

    claimant: str
    claimant_role: str
    source_title: str
    source_url: str


def edit_claim(
    session: Session,
    claim_id: int,
    draft: ClaimDraft,
    *,
    version: int,
    by: str,
    shown: Shown | None = None,
) -> None:
    """Save the form over the claim that was read as `version`.

    With `shown`, what the form left alone of its claimant's role and its source stays as it is
    stored by now. What became of a condition does not hold for other words: it is open again.
    Raises EditConflict with both texts, and changes nothing, when the claim was
    changed since, or what `shown` tells of and the form changes as well.
    """
    with recorded(session, f"edit {named(draft.summary)}", by):
        claim = find_claim(session, claim_id)
        said = _occurrences(session, claim_id)
        first = said[0] if said else None
        source = session.get(Source, first.source_id) if first and first.source_id else None
        settled = settle_edited(session, claim, draft)
        differing = differing_fields(session, claim, source, settled)
        if claim.version != version or _is_overwriting(differing, draft, shown):
            raise EditConflict(claim_id, differing)
        was = (claim.quote, claim.stated_on)
        if shown is not None and _role(draft) == (shown.claimant, shown.claimant_role):
            settled = settled.model_copy(update={"claimant_role": ""})  # leaves it as it is
        write_fields(session, claim, settled)
        _write_words(session, claim, said, draft, was)
        is_source_shown = shown and _source(draft) == (shown.source_title, shown.source_url)
        if first is not None and not is_source_shown:
            _write_first_source(session, first, draft)
        write_tags(session, claim_id, draft.tags)
        claim.updated_at = now()
        flag_modified(claim, "updated_at")  # counts the version up even if only the tags differ


def _occurrences(session: Session, claim_id: int) -> Sequence[Occurrence]:
    """Where the claim was said; the first appearance comes first."""
    asked = select(Occurrence).where(col(Occurrence.claim_id) == claim_id)
    order = (col(Occurrence.stated_on).asc().nulls_last(), col(Occurrence.id))
    return session.exec(asked.order_by(*order)).all()


def _is_overwriting(
    differing: Mapping[str, tuple[str, str]], draft: ClaimDraft, shown: Shown | None
) -> bool:
    """Whether the form changes what somebody else changed, by another claim, since it was shown."""
    if shown is None:
        return False
    is_role_shown = draft.claimant == shown.claimant
    names = ("claimant_role", "source_title", "source_url")[0 if is_role_shown else 1 :]
    return any(getattr(shown, name) not in differing[name] for name in names if name in differing)


def _role(draft: ClaimDraft) -> tuple[str, str]:
    return draft.claimant, draft.claimant_role


def _source(draft: ClaimDraft) -> tuple[str, str]:
    return draft.source.title, draft.source.url


def _write_words(
    session: Session,
    claim: Claim,
    said: Sequence[Occurrence],
    draft: ClaimDraft,
    was: tuple[str, date | None],
) -> None:
    """Bring the words and the day of the first appearance to what the form says.

    Where the claim was said earlier than its own words and day, these are another occurrence's.
    """
    if not said:
        add_occurrence(session, claim, draft.source, words=draft.quote)
    elif (draft.quote, draft.stated_on) != was:
        own = next((it for it in said if (it.words, it.stated_on) == was), said[0])
        own.words, own.stated_on = draft.quote, draft.stated_on


def _write_first_source(session: Session, first: Occurrence, draft: ClaimDraft) -> None:
    """Bring its source there as well."""
    source = session.get(Source, first.source_id) if first.source_id else None
    if source is not None and is_captured_as(source, draft.source):
        # Called otherwise now, for all claims made there.
        source.title, source.url = _source(draft)
    elif source is None or (source.title, source.url) != _source(draft):
        first.source_id = source_id(session, draft.source)
        first.span_start = first.span_end = None
