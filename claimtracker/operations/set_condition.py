"""Say what became of a claim's condition, and let the deadlines that count from it follow."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session, col, select

from claimtracker.claims.conditions import RELATION_OF, check_outcome, starts_a_deadline
from claimtracker.claims.drafts import Bearing
from claimtracker.claims.errors import ChangedMeanwhile, ClaimTrackerError
from claimtracker.claims.events import EventDraft, draft_of, names_of, same_name
from claimtracker.claims.vocabulary import ConditionOutcome, label, of_claims
from claimtracker.operations.change_events import EventChange, after_change, write_events
from claimtracker.operations.claim_parts import named
from claimtracker.operations.event_named import EventAtStake, event_named
from claimtracker.operations.link_evidence import link_to
from claimtracker.operations.list_events import own_events
from claimtracker.operations.read_anew import read_anew
from claimtracker.operations.read_deadline import days_of, reader
from claimtracker.operations.terms_of_office import term_of
from claimtracker.operations.what_would_change import (
    Rereading,
    counted_from,
    never,
    no_progress,
    reread,
    rows_to_read,
)
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Claim, Claimant

Outcome = tuple[ConditionOutcome, date | None]


@dataclass(frozen=True)
class ConditionChange:
    """An outcome with its day, the documents that show it, and the event that gets this day.

    `event` is the name of one that is entered if it is not there yet; nothing dates none. `seen` is
    the outcome with its day that was shown before; None for a command that shows none.
    """

    claim_id: int
    outcome: ConditionOutcome
    on: date | None
    today: date
    evidence_ids: tuple[int, ...] = ()
    event: str = ""
    seen: Outcome | None = None

    def preview(
        self,
        session: Session,
        *,
        on_progress: Callable[[int, int], None] = no_progress,
        is_cancelled: Callable[[], bool] = never,
    ) -> list[Rereading]:
        """Return the claims whose stored days would follow, this one first; nothing is changed.

        Raises ClaimTrackerError where the outcome is not possible, ChangedMeanwhile where another
        one was set since the one that was seen.
        """
        self._check(find_claim(session, self.claim_id))
        events = _event_change(session, self)
        first = _own_rereading(session, self, events)
        others: list[Rereading] = []
        if events is not None:
            others = events.preview(session, on_progress=on_progress, is_cancelled=is_cancelled)
        own = [first] if first is not None else []
        return [*own, *(found for found in others if found.id != self.claim_id)]

    def carry_out(
        self,
        session: Session,
        *,
        by: str,
        reread_ids: Sequence[int] = (),
        on_progress: Callable[[int, int], None] = no_progress,
        is_cancelled: Callable[[], bool] = never,
    ) -> int:
        """Set the outcome, date the event and read these claims anew; return how many changed.

        All of it is one action that one undo takes back; stopped, it changes nothing.
        """
        with recorded(session, "condition", by) as action:
            claim = find_claim(session, self.claim_id)
            self._check(claim)
            name = f"condition {self.outcome} for {named(claim.summary)}"
            met_on = {self.claim_id: _counts_from(claim, self)}
            claim.condition_outcome, claim.condition_outcome_on = self.outcome.value, self.on
            self._link(session)
            events = _event_change(session, self)
            if events is not None:
                write_events(session, events)
            session.flush()
            count = read_anew(session, reread_ids, on_progress, is_cancelled, met_on=met_on)
            action.name = f"{name}, {of_claims(count)} re-read" if count else name
        return count

    def _check(self, claim: Claim) -> None:
        if not claim.condition.strip():
            raise ClaimTrackerError("This claim depends on no condition.")
        check_outcome(self.outcome, self.on, self.today)
        if self.event and self.outcome is not ConditionOutcome.MET:
            raise ClaimTrackerError("Only a condition that was met gives an event its day.")

        self._refuse_unseen(claim)

    def _refuse_unseen(self, claim: Claim) -> None:
        """Refuse where somebody set another outcome since one was shown; the same is no other."""
        stored = (ConditionOutcome(claim.condition_outcome), claim.condition_outcome_on)
        if self.seen is not None and stored not in (self.seen, (self.outcome, self.on)):
            outcome, on = stored
            theirs = f"{label(outcome)} on {on}" if on else label(outcome)
            raise ChangedMeanwhile("outcome of the condition", theirs, stored)

    def _link(self, session: Session) -> None:
        relation = RELATION_OF.get(self.outcome)
        if relation is not None:
            for evidence_id in dict.fromkeys(self.evidence_ids):
                link_to(session, self.claim_id, evidence_id, Bearing(relation=relation))


def event_at_stake(session: Session, claim_id: int) -> EventAtStake | None:
    """Return the event that the words of the claim's deadline name; None where they name none."""
    claim = find_claim(session, claim_id)
    if not claim.deadline_wording or claim.stated_on is None:
        return None
    claimant = session.get(Claimant, claim.claimant_id) if claim.claimant_id else None
    term = term_of(session, claimant.name if claimant else "", claim.stated_on)
    return event_named(reader(session), claim.deadline_wording, claim.stated_on, term)


def _event_change(session: Session, change: ConditionChange) -> EventChange | None:
    """Return what dates the event, under any of its names; an end before that day goes."""
    if not change.event or change.on is None:
        return None
    wanted = same_name(change.event)
    for row in own_events(session):
        if wanted in map(same_name, names_of(row.event)):
            ends_on = row.event.ends_on
            ends_on = ends_on if ends_on and ends_on >= change.on else None
            dated = replace(row.event, starts_on=change.on, ends_on=ends_on)
            return EventChange(draft_of(dated), row.id)
    return EventChange(EventDraft.of(name=change.event, starts_on=change.on))


def _counts_from(claim: Claim, change: ConditionChange) -> date | None:
    """Return the day from which a length of time in the claim's words counts now."""
    is_met = change.outcome is ConditionOutcome.MET
    return change.on if is_met and starts_a_deadline(claim.condition) else None


def _own_rereading(
    session: Session, change: ConditionChange, events: EventChange | None
) -> Rereading | None:
    """Read the claim itself anew; None where the outcome decides nothing about its days."""
    claim = find_claim(session, change.claim_id)
    met_on = _counts_from(claim, change)
    before = after = reader(session)
    if events is not None:
        after, _touched = after_change(session, events, before)
    asked = select(Claimant.name).where(col(Claimant.id) == claim.claimant_id)
    term = term_of(session, session.exec(asked).first() or "", claim.stated_on)
    for row in rows_to_read(session, [change.claim_id]):
        was = before.read(row.deadline_wording, row.stated_on, term, counted_from(row))
        becomes = after.read(row.deadline_wording, row.stated_on, term, met_on)
        if days_of(was) != days_of(becomes):
            return reread(row, after, term, met_on)
    return None
