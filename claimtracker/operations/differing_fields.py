"""Where a form and the stored claim read differently: every field that the form has."""

from sqlmodel import Session

from claimtracker.claims.conditions import condition_text, is_same_condition
from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.operations.read_deadline import SET_BY_HAND
from claimtracker.storage.around_claims import tags_of
from claimtracker.storage.tables import Claim, Claimant, Source

_OWN = (
    "summary",
    "quote",
    "stated_on",
    "deadline_wording",
    "criteria",
    "review_on",
    "notes",
)
_BY_HAND = ("opens_on", "due_on", "latest_on")  # said by a person only where set by hand

Texts = dict[str, str]


def differing_fields(
    session: Session, claim: Claim, source: Source | None, settled: ClaimDraft
) -> dict[str, tuple[str, str]]:
    """Return (theirs, ours) for each field whose texts differ; `source` is the first one's.

    Of `settled` the window is what counts already, see `settle_window`.
    """
    theirs, ours = _stored(session, claim, source), _told(claim, settled)
    tags = tuple(tags_of(session, [claim.id or 0]).get(claim.id or 0, ()))
    found = {name: (theirs[name], ours[name]) for name in theirs if theirs[name] != ours[name]}
    if _folded(tags) != _folded(settled.tags):
        found["tags"] = (", ".join(tags), ", ".join(settled.tags))
    return found


def _stored(session: Session, claim: Claim, source: Source | None) -> Texts:
    claimant = session.get(Claimant, claim.claimant_id) if claim.claimant_id else None
    return _texts_of(claim) | {
        "condition": _condition(claim, claim.condition),
        "claimant": claimant.name if claimant else "",
        "claimant_role": claimant.role if claimant else "",
        "source_title": source.title if source else "",
        "source_url": source.url if source else "",
    }


def _told(claim: Claim, draft: ClaimDraft) -> Texts:
    return _texts_of(draft) | {
        "condition": _condition(claim, draft.condition),
        "claimant": draft.claimant,
        "claimant_role": draft.claimant_role,
        "source_title": draft.source.title,
        "source_url": draft.source.url,
    }


def _condition(claim: Claim, words: str) -> str:
    """The condition with what became of it, which was said of the claim's words alone."""
    if not is_same_condition(claim.condition, words):
        return words
    outcome = ConditionOutcome(claim.condition_outcome)
    return condition_text(words, outcome, claim.condition_outcome_on)


def _texts_of(side: Claim | ClaimDraft) -> Texts:
    texts = {name: _text(getattr(side, name)) for name in _OWN}
    is_by_hand = side.rule == SET_BY_HAND
    return texts | {name: _text(getattr(side, name)) if is_by_hand else "" for name in _BY_HAND}


def _folded(tags: tuple[str, ...]) -> set[str]:
    """The tags as they count: neither their order nor their case makes a difference."""
    return {tag.casefold() for tag in tags}


def _text(value: object) -> str:
    return "" if value is None else str(value)
