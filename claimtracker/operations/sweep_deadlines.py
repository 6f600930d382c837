"""Sweep the calendar: find what came due, announce each item once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, literal, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col

from claimtracker.claims.listing import Listing, SortKey
from claimtracker.claims.query import parse
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ReminderKind
from claimtracker.storage import claim_list
from claimtracker.storage.engine import begin_writing
from claimtracker.storage.notices import notice_rule
from claimtracker.storage.state_sql import needs_review_sql, on_the_shelf
from claimtracker.storage.tables import Claim, Reminder
from claimtracker.storage.tables.column_types import UtcDateTime, now

_PASSED = frozenset({ReminderKind.PASSED_STRICT, ReminderKind.PASSED_GENEROUS})


@dataclass(frozen=True)
class Sweep:
    """What a sweep found, as claim ids.

    `new` and `still` are the unrated ones in grace or passed, `new` those that no earlier sweep
    announced in that state. `announced` is what this sweep noted first, by kind.
    """

    new: tuple[int, ...]
    still: tuple[int, ...]
    due_soon: tuple[int, ...]
    review: tuple[int, ...]
    announced: Mapping[ReminderKind, tuple[int, ...]]


def sweep_deadlines(session: Session, as_of: AsOf) -> Sweep:
    """Announce what came due; safe to repeat, also by two programs at once.

    One statement a kind finds and notes, so no claim is announced twice for the same day.
    """
    announced = announce_due(session, as_of)
    new = {key for kind in _PASSED for key in announced[kind]}
    passed = _ids(session, as_of, "state:passed,grace")
    return Sweep(
        new=tuple(key for key in passed if key in new),
        still=tuple(key for key in passed if key not in new),
        due_soon=_ids(session, as_of, "state:due_soon"),
        review=_to_review(session, as_of),
        announced=announced,
    )


def announce_due(session: Session, as_of: AsOf) -> dict[ReminderKind, tuple[int, ...]]:
    """Announce what came due and list nothing: enough where only the notices are shown.

    Where nothing is new nothing is written: this is asked every minute and after every change, and
    a write is a change that others hear of.
    """
    session.rollback()
    if not any(_is_any_new(session, kind, as_of) for kind in ReminderKind):
        session.rollback()
        return dict.fromkeys(ReminderKind, ())
    session.rollback()
    begin_writing(session)
    announced = {kind: _announce(session, kind, as_of) for kind in ReminderKind}
    session.commit()
    return announced


def _announce(session: Session, kind: ReminderKind, as_of: AsOf) -> tuple[int, ...]:
    columns = ["claim_id", "kind", "fell_on", "announced_at"]
    noting = insert(Reminder).from_select(columns, _new(kind, as_of)).on_conflict_do_nothing()
    return tuple(session.execute(noting.returning(col(Reminder.claim_id))).scalars())


def _is_any_new(session: Session, kind: ReminderKind, as_of: AsOf) -> bool:
    return session.execute(_new(kind, as_of).limit(1)).first() is not None


def _new(kind: ReminderKind, as_of: AsOf) -> Select[Any]:
    """The claims that a notice of this kind is due for and was not given for that day."""
    rule = notice_rule(kind, as_of)
    given = select(col(Reminder.id)).where(
        col(Reminder.claim_id) == Claim.id,
        col(Reminder.kind) == kind.value,
        col(Reminder.fell_on) == rule.fell_on,
    )
    announced_at = literal(now(), UtcDateTime)
    found = select(col(Claim.id), literal(kind.value), rule.fell_on, announced_at)
    return found.where(rule.applies, ~given.exists())


def _ids(session: Session, as_of: AsOf, query: str) -> tuple[int, ...]:
    listing = Listing(as_of, parse(query), SortKey.DEADLINE)
    return tuple(claim_list.ids(session, listing))


def _to_review(session: Session, as_of: AsOf) -> tuple[int, ...]:
    asked = select(col(Claim.id)).where(needs_review_sql(as_of), on_the_shelf())
    return tuple(session.execute(asked.order_by(col(Claim.review_on), col(Claim.id))).scalars())
