"""Read a claim anew where the outcome of its condition came in from another claim."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from claimtracker.claims.conditions import starts_a_deadline
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.operations.read_anew import read_anew
from claimtracker.operations.read_deadline import days_of, reader
from claimtracker.operations.terms_of_office import term_of
from claimtracker.operations.what_would_change import counted_from
from claimtracker.storage.tables import Claim, Claimant


@dataclass(frozen=True)
class HungOn:
    """What a claim's days may hang on: its condition, what became of it, and where they count."""

    outcome: tuple[str, str, date | None]
    counted_from: date | None


def hung_on(claim: Claim) -> HungOn:
    """What it is now, for a comparison after the condition of another claim came in."""
    told = claim.condition, claim.condition_outcome, claim.condition_outcome_on
    return HungOn(told, counted_from(claim))


def follow_condition(session: Session, claim: Claim, was: HungOn) -> int:
    """Read the claim anew, within an open action; return how many read otherwise: one or none.

    A reading that would differ by other conventions alone stays as it is stored.
    """
    if claim.id is None or hung_on(claim).outcome == was.outcome:
        return 0
    is_met = claim.condition_outcome == ConditionOutcome.MET.value
    day = claim.condition_outcome_on if is_met and starts_a_deadline(claim.condition) else None
    claimant = session.get(Claimant, claim.claimant_id) if claim.claimant_id else None
    term = term_of(session, claimant.name if claimant else "", claim.stated_on)
    by, wording, said = reader(session), claim.deadline_wording, claim.stated_on
    if days_of(by.read(wording, said, term, was.counted_from)) == days_of(
        by.read(wording, said, term, day)
    ):
        return 0
    return read_anew(session, [claim.id], met_on={claim.id: day})
