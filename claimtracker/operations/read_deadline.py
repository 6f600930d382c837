"""Reading a deadline's words by the conventions, events and terms of office of the database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft, check_order
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.shipped_events import shipped_events_in
from claimtracker.claims.state import Window
from claimtracker.deadlines import DEFAULT_POLICY, Event, Policy, Reading, Term, read
from claimtracker.operations.list_events import own_events
from claimtracker.operations.terms_of_office import term_of
from claimtracker.storage.conventions import kept_policy

SET_BY_HAND = "set by hand"
IN_ITS_SENTENCE = " (in its sentence)"  # follows a rule that the words alone would not be read by
ReadAs = Callable[[str, date | None, str], Reading]
DAY_SAID_MISSING = "the day it was said is not known"


@dataclass(frozen=True)
class Reader:
    """The conventions and the person's own events, fetched once to read many wordings by."""

    policy: Policy = DEFAULT_POLICY
    own_events: tuple[Event, ...] = ()

    def with_events(self, told: Sequence[Event]) -> "Reader":
        """Know these events, too; each wins over one of the same name."""
        names = {event.name.casefold() for event in told}
        others = (event for event in self.own_events if event.name.casefold() not in names)
        return replace(self, own_events=(*told, *others))

    def events_in(self, wording: str, stated_on: date) -> tuple[Event, ...]:
        """Return the events that the wording is read by: all own ones, shipped ones it names."""
        return (*self.own_events, *shipped_events_in(wording, stated_on, self.own_events))

    def read(
        self,
        wording: str,
        stated_on: date | None,
        term: Term | None = None,
        met_on: date | None = None,
    ) -> Reading:
        """Read the wording as said on that day, by somebody with this term of office.

        With `met_on`, the day on which its condition was met, a length of time counts from there.
        Without a day said nothing can be counted: the reading then has no dates and says so.
        """
        if stated_on is None:
            return Reading(
                wording=wording,
                stated_on=None,
                opens_on=None,
                due_on=None,
                latest_on=None,
                precision=None,
                rule=DAY_SAID_MISSING,
                explanation="Every deadline is counted from the day it was said; enter that day.",
            )
        events = self.events_in(wording, stated_on)
        return read(
            wording, stated_on, policy=self.policy, events=events, claimant=term, met_on=met_on
        )


def reader(session: Session) -> Reader:
    """Return a reader by the conventions and events that the database keeps."""
    return Reader(kept_policy(session), tuple(row.event for row in own_events(session)))


def read_deadline(
    session: Session,
    wording: str,
    stated_on: date | None,
    claimant: str = "",
    met_on: date | None = None,
) -> Reading:
    """Read the wording as this claimant's words of that day, by what the database keeps."""
    return reader(session).read(wording, stated_on, term_of(session, claimant, stated_on), met_on)


def days_of(reading: Reading) -> tuple[object, ...]:
    """Return all by which one reading differs from another."""
    return reading.opens_on, reading.due_on, reading.latest_on, reading.rule


def is_fixed(rule: str) -> bool:
    """Whether days of this rule stay under any conventions: reading the words anew loses them."""
    return rule == SET_BY_HAND or rule.endswith(IN_ITS_SENTENCE)


def settle_window(session: Session, draft: ClaimDraft, met_on: date | None = None) -> ClaimDraft:
    """Return the draft with the window that counts: its reading, with dates set by hand on top.

    `met_on` is the day on which its condition was met, where the deadline counts from it. A draft
    that names its rule, as an imported row does, keeps what it brings.
    """
    return settled(draft, partial(read_deadline, session, met_on=met_on))


def settled(draft: ClaimDraft, read_as: ReadAs) -> ClaimDraft:
    """The same by whatever reads a wording of a day and a claimant."""
    by_hand = draft.window_by_hand
    if draft.rule and (by_hand.is_dated or draft.rule != SET_BY_HAND):
        return draft
    window, precision, rule = Window(), "", ""
    if draft.deadline_wording:
        found = read_as(draft.deadline_wording, draft.stated_on, draft.claimant)
        window = Window(found.opens_on, found.due_on, found.latest_on)
        precision, rule = found.precision or "", found.rule
    if by_hand.is_dated:
        window, rule = with_dates_by_hand(window, by_hand, draft.stated_on), SET_BY_HAND
    return draft.model_copy(
        update={
            "opens_on": window.opens_on,
            "due_on": window.due_on,
            "latest_on": window.latest_on,
            "precision": precision,
            "rule": rule,
        }
    )


def with_dates_by_hand(read_as: Window, by_hand: Window, stated_on: date | None) -> Window:
    """Put the dates set by hand over the reading; an end that is left out follows the other.

    Raises ClaimTrackerError where the result would close before it opens.
    """
    due = by_hand.due_on or read_as.due_on or by_hand.latest_on
    latest = by_hand.latest_on or read_as.latest_on or by_hand.due_on
    if by_hand.latest_on is None and due and latest:
        latest = max(due, latest)
    if by_hand.due_on is None and due and latest:
        due = min(due, latest)
    opens = by_hand.opens_on or read_as.opens_on or stated_on
    if by_hand.opens_on is None and opens and due:
        opens = min(opens, due)
    window = Window(opens, due, latest)
    try:
        check_order(window)
    except ValueError as error:
        raise ClaimTrackerError(f"{error}.") from error
    return window
