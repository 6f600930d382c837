"""Which claims each kind of due notice is about, and the day of theirs that it is about."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col

from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ReminderKind, State
from claimtracker.storage.state_sql import lead_end, needs_review_sql, on_the_shelf, state_sql
from claimtracker.storage.tables import Claim, Reminder


@dataclass(frozen=True)
class NoticeRule:
    """The claims that a kind of notice is due for now, and the column of its day."""

    applies: ColumnElement[bool]
    fell_on: Any


def notice_rule(kind: ReminderKind, as_of: AsOf) -> NoticeRule:
    """Return the rule of one kind; a claim in the bin is never noticed."""
    on_shelf = on_the_shelf()
    state = state_sql(as_of)
    match kind:
        case ReminderKind.DUE_SOON:
            # The state says so by itself, but only the days by themselves are found by an index.
            is_near = col(Claim.due_on).between(as_of.today, lead_end(as_of))
            is_due = and_(on_shelf, is_near, state == State.DUE_SOON.value)
            return NoticeRule(is_due, col(Claim.due_on))
        case ReminderKind.PASSED_STRICT:
            return NoticeRule(and_(on_shelf, state == State.GRACE.value), col(Claim.due_on))
        case ReminderKind.PASSED_GENEROUS:
            return NoticeRule(and_(on_shelf, state == State.PASSED.value), col(Claim.latest_on))
        case ReminderKind.REVIEW:
            return NoticeRule(and_(on_shelf, needs_review_sql(as_of)), col(Claim.review_on))


def still_holds(as_of: AsOf) -> ColumnElement[bool]:
    """Whether a notice still says what is so: its claim's state or day may have changed since."""
    rules = {kind: notice_rule(kind, as_of) for kind in ReminderKind}
    return or_(
        *(
            and_(
                col(Reminder.kind) == kind.value,
                rule.applies,
                rule.fell_on == Reminder.fell_on,
            )
            for kind, rule in rules.items()
        )
    )
