"""The state of a deadline in SQL: the rule of `claims.state`, for filtering, sorting, counting."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, case, literal
from sqlmodel import col

from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import FINAL_VERDICTS, State
from claimtracker.storage.no_index import by_no_index
from claimtracker.storage.tables import Claim

FINAL = sorted(verdict.value for verdict in FINAL_VERDICTS)

# What needs work first stands first.
URGENCY = (
    State.PASSED,
    State.GRACE,
    State.DUE_SOON,
    State.OPEN,
    State.UPCOMING,
    State.UNDATED,
    State.SETTLED,
)


def state_sql(as_of: AsOf) -> ColumnElement[str]:
    """The state on that day as a CASE over the dates and the verdict."""
    today = as_of.today
    opens, due, latest = col(Claim.opens_on), col(Claim.due_on), col(Claim.latest_on)
    undated = and_(opens.is_(None), due.is_(None), latest.is_(None))
    return case(
        (col(Claim.verdict).in_(FINAL), literal(State.SETTLED.value)),
        (undated, literal(State.UNDATED.value)),
        (latest < today, literal(State.PASSED.value)),
        (due < today, literal(State.GRACE.value)),
        (opens > today, literal(State.UPCOMING.value)),
        (due <= lead_end(as_of), literal(State.DUE_SOON.value)),
        else_=literal(State.OPEN.value),
    )


def urgency_sql(as_of: AsOf) -> ColumnElement[int]:
    """The state's place in the order of work, 0 first."""
    ranks = {state.value: rank for rank, state in enumerate(URGENCY)}
    return case(ranks, value=state_sql(as_of))


def needs_review_sql(as_of: AsOf) -> ColumnElement[bool]:
    """Whether the day to look again has come for a claim that no final verdict settles."""
    return and_(col(Claim.review_on) <= as_of.today, col(Claim.verdict).not_in(FINAL))


def on_the_shelf() -> ColumnElement[bool]:
    """Whether a claim is outside the bin, asked so that SQLite takes no index for it.

    Nearly all are. By the index of the bin each would be looked up by itself, which takes two to
    eight times as long as going through all of them as they lie, and sixty times as long where only
    claims of some ids, or of a claimant, are asked for.
    """
    return by_no_index(Claim, "binned_at").is_(None)


def lead_end(as_of: AsOf) -> date:
    """The last due day that counts as soon; the calendar's end where that lies beyond it."""
    room = (date.max - as_of.today).days
    return as_of.today + timedelta(days=min(as_of.lead_days, room))
