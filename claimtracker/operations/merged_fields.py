"""What becomes of a claim's own fields where it is brought together with another one."""

from collections.abc import Collection, Iterator

from sqlmodel import Session

from claimtracker.claims.conditions import condition_text
from claimtracker.claims.drafts import LONGEST_TEXT
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.storage.tables import Claim, Claimant

CHOOSABLE = ("criteria", "condition")
"""Fields of which a person may choose the text that stays; the other one goes to the notes."""

_WINDOW = ("opens_on", "due_on", "latest_on")


def merge_fields(session: Session, claim: Claim, stays: Claim, taken: Collection[str]) -> None:
    """Fill in what the claim that stays lacks; what reads otherwise there goes to its notes.

    Of the fields in `taken` the text of `claim` stays. Its deadline and verdicts are never taken
    over: the days of the claim that stays are its own, and its verdict is a person's to give.
    """
    aside = [*_deadline(claim, stays), *_claimant(session, claim, stays)]
    aside += _criteria(claim, stays, is_taken="criteria" in taken)
    aside += _condition(claim, stays, is_taken="condition" in taken)
    known = [day for day in (claim.review_on, stays.review_on) if day is not None]
    stays.review_on = min(known, default=None)
    _write_notes(claim, stays, aside)


def _write_notes(claim: Claim, stays: Claim, aside: list[str]) -> None:
    notes = [stays.notes]
    if claim.notes.strip() and claim.notes not in stays.notes:
        notes.append(claim.notes)
    notes += aside
    together = "\n\n".join(part for part in notes if part.strip())
    if len(together) > LONGEST_TEXT:
        raise ClaimTrackerError(
            f"The notes of claims {claim.id} and {stays.id} together would be longer than "
            f"{LONGEST_TEXT:,} characters."
        )
    if len(notes) > 1:  # otherwise they stay letter for letter
        stays.notes = together


def _deadline(claim: Claim, stays: Claim) -> Iterator[str]:
    here, there = (tuple(getattr(it, name) for name in _WINDOW) for it in (claim, stays))
    is_told = bool(claim.deadline_wording) or any(here)
    if not is_told or (claim.deadline_wording, here) == (stays.deadline_wording, there):
        return
    days = " / ".join(dict.fromkeys(day.isoformat() for day in here[1:] if day))
    words = f"“{claim.deadline_wording}”" if claim.deadline_wording else "without words"
    yield f"Deadline of claim {claim.id}, which restates this one: {words} ({days or 'no date'})"


def _claimant(session: Session, claim: Claim, stays: Claim) -> Iterator[str]:
    if claim.claimant_id in (None, stays.claimant_id):
        return
    if stays.claimant_id is None:
        stays.claimant_id = claim.claimant_id
        return
    claimant = session.get(Claimant, claim.claimant_id)
    yield _brought_in(claim, "claimant", claimant.name if claimant else "")


def _criteria(claim: Claim, stays: Claim, *, is_taken: bool) -> Iterator[str]:
    theirs, ours = claim.criteria, stays.criteria
    if not theirs.strip() or theirs == ours:
        return
    if is_taken or not ours.strip():
        stays.criteria = theirs
    if ours.strip():
        yield _aside(claim, "criteria", (theirs, ours), is_taken=is_taken)


def _condition(claim: Claim, stays: Claim, *, is_taken: bool) -> Iterator[str]:
    """A condition keeps its outcome with it, and the day of that."""
    theirs, ours = _condition_words(claim), _condition_words(stays)
    if not claim.condition.strip() or theirs == ours:
        return
    is_same = claim.condition == stays.condition
    is_open = stays.condition_outcome == ConditionOutcome.OPEN.value
    is_news = is_same and is_open
    if is_taken or is_news or not stays.condition.strip():
        for name in ("condition", "condition_outcome", "condition_outcome_on"):
            setattr(stays, name, getattr(claim, name))
    is_left_open = is_same and claim.condition_outcome == ConditionOutcome.OPEN.value
    if ours and not (is_news or is_left_open):
        yield _aside(claim, "condition", (theirs, ours), is_taken=is_taken)


def _condition_words(claim: Claim) -> str:
    outcome = ConditionOutcome(claim.condition_outcome)
    return condition_text(claim.condition, outcome, claim.condition_outcome_on)


def _aside(claim: Claim, field: str, texts: tuple[str, str], *, is_taken: bool) -> str:
    """Tell of the text that does not stay."""
    theirs, ours = texts
    if not is_taken:
        return _brought_in(claim, field, theirs)
    return f"{field.capitalize()} before claim {claim.id} was brought in: {ours}"


def _brought_in(claim: Claim, field: str, text: str) -> str:
    return f"{field.capitalize()} of claim {claim.id}, which restates this one: {text}"
