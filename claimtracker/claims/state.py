"""Where a deadline stands on a given day; `storage.state_sql` holds the same rule in SQL."""

from dataclasses import dataclass
from datetime import date, timedelta

from claimtracker.claims.vocabulary import State, Verdict

DEFAULT_LEAD_DAYS = 7


@dataclass(frozen=True)
class AsOf:
    """The day the calendar is looked at, and how early "due soon" begins."""

    today: date
    lead_days: int = DEFAULT_LEAD_DAYS


@dataclass(frozen=True)
class Window:
    """The days that a deadline's words can mean; an end that is not known is None."""

    opens_on: date | None = None
    due_on: date | None = None
    latest_on: date | None = None

    @property
    def is_dated(self) -> bool:
        """Whether the words gave any day at all."""
        return any((self.opens_on, self.due_on, self.latest_on))


def state_on(as_of: AsOf, window: Window, verdict: Verdict) -> State:
    """Return the state on that day; what is due today has not passed."""
    today = as_of.today
    if verdict.is_final:
        return State.SETTLED
    if not window.is_dated:
        return State.UNDATED
    if window.latest_on is not None and today > window.latest_on:
        return State.PASSED
    if window.due_on is not None and today > window.due_on:
        return State.GRACE
    if window.opens_on is not None and today < window.opens_on:
        return State.UPCOMING
    return State.DUE_SOON if _is_due_soon(as_of, window.due_on) else State.OPEN


def days_over(today: date, latest_on: date | None) -> int | None:
    """Days from the generous end to today: 0 on that day, negative before it."""
    return None if latest_on is None else (today - latest_on).days


def _is_due_soon(as_of: AsOf, due_on: date | None) -> bool:
    # Compared as a difference: due_on - lead_days may fall before year 1.
    return due_on is not None and due_on - as_of.today <= timedelta(days=as_of.lead_days)
