"""Reading a deadline's words with the events and terms of office that the database knows."""

from datetime import date

from sqlmodel import Session, col, select

from claimtracker.claims.drafts import ClaimDraft, check_order
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import Window
from claimtracker.deadlines import DEFAULT_POLICY, Event, Reading, Term, read
from claimtracker.storage import tables

SET_BY_HAND = "set by hand"
DAY_SAID_MISSING = "the day it was said is not known"


def read_deadline(
    session: Session, wording: str, stated_on: date | None, claimant: str = ""
) -> Reading:
    """Read the wording as this claimant's words of that day.

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
    return read(
        wording,
        stated_on,
        policy=DEFAULT_POLICY,
        events=_events(session),
        claimant=_term(session, claimant),
    )


def settle_window(session: Session, draft: ClaimDraft) -> ClaimDraft:
    """Return the draft with the window that counts: its reading, with dates set by hand on top.

    A draft that names its rule, as an imported row does, keeps what it brings.
    """
    by_hand = draft.window_by_hand
    if draft.rule and (by_hand.is_dated or draft.rule != SET_BY_HAND):
        return draft
    window, precision, rule = Window(), "", ""
    if draft.deadline_wording:
        found = read_deadline(session, draft.deadline_wording, draft.stated_on, draft.claimant)
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


def _events(session: Session) -> list[Event]:
    return [
        Event(
            found.name,
            found.starts_on,
            found.ends_on,
            tuple(found.aliases.splitlines()),
        )
        for found in session.exec(select(tables.Event))
    ]


def _term(session: Session, claimant: str) -> Term | None:
    asked = select(tables.Claimant).where(col(tables.Claimant.name) == claimant)
    found = session.exec(asked).first()
    if found is None or not (found.term_began_on or found.term_ended_on):
        return None
    return Term(found.term_began_on, found.term_ended_on, found.role)
