"""The window of a stored claim that is edited: what counts from its condition goes on doing so."""

from datetime import date

from sqlmodel import Session

from claimtracker.claims.conditions import is_same_condition, starts_a_deadline
from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.deadlines import FROM_CONDITION
from claimtracker.operations.read_deadline import SET_BY_HAND, settle_window
from claimtracker.operations.what_would_change import counted_from
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Claim

_UNREAD = {"opens_on": None, "due_on": None, "latest_on": None, "precision": "", "rule": ""}


def settle_edited(session: Session, claim: Claim, draft: ClaimDraft) -> ClaimDraft:
    """Return the draft over this claim with the window that counts, see `settle_window`.

    Days that count from a condition go with its words: nobody said when the new ones were met.
    """
    is_other = not is_same_condition(claim.condition, draft.condition)
    if is_other and counted_from(claim) and draft.rule.endswith(FROM_CONDITION):
        draft = draft.model_copy(update=_UNREAD)
    met_on = _met_on(claim, draft.deadline_wording, draft.condition)
    return settle_window(session, draft, met_on)


def day_counted_from(session: Session, claim_id: int, wording: str, condition: str) -> date | None:
    """Return the day on which a stored claim's condition was met, if its deadline counts from it.

    The texts are those of its form. Raises NotFound.
    """
    return _met_on(find_claim(session, claim_id), wording, condition)


def read_from(rule: str, condition_outcome_on: date | None) -> frozenset[str]:
    """Return the fields from which days of this rule were read: others leave them as they are.

    Where the day of the condition did not come along, as by import, no words of it undo them.
    """
    if not rule.endswith(FROM_CONDITION):
        return frozenset({"deadline_wording", "stated_on", "claimant"})
    return frozenset({"deadline_wording", *(("condition",) if condition_outcome_on else ())})


def _met_on(claim: Claim, wording: str, condition: str) -> date | None:
    """The same words count as they are stored; new ones from a condition that was met."""
    if not is_same_condition(claim.condition, condition):
        return None
    if wording == claim.deadline_wording and claim.rule != SET_BY_HAND:
        return counted_from(claim)
    is_met = claim.condition_outcome == ConditionOutcome.MET.value
    return claim.condition_outcome_on if is_met and starts_a_deadline(condition) else None
