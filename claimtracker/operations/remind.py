"""Due notices: what is to be said, put off, and put away; no date of a claim is touched."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Update, or_, select, update
from sqlmodel import Session, col

from claimtracker.claims.rows import ReminderRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ReminderKind
from claimtracker.storage.engine import begin_writing
from claimtracker.storage.notices import still_holds
from claimtracker.storage.tables import Claim, Claimant, Reminder
from claimtracker.storage.tables.column_types import now

MOST_NOTICES = 1_000  # a bar and a notification name a number; nobody reads more lines


def due_reminders(session: Session, as_of: AsOf) -> list[ReminderRow]:
    """Return the notices that nobody has put away and that still hold, newest first."""
    columns = (Reminder.id, Reminder.claim_id, Reminder.kind, Reminder.fell_on)
    asked = (
        select(*map(col, columns), col(Claim.summary), col(Claimant.name).label("claimant"))
        .join(Claim, col(Claim.id) == Reminder.claim_id)
        .outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
        .where(
            col(Reminder.seen_at).is_(None),
            or_(
                col(Reminder.snoozed_until).is_(None),
                col(Reminder.snoozed_until) <= as_of.today,
            ),
            still_holds(as_of),
        )
        .order_by(col(Reminder.fell_on).desc(), col(Reminder.id))
        .limit(MOST_NOTICES)
    )
    return [
        ReminderRow(
            id=found.id,
            claim_id=found.claim_id,
            kind=ReminderKind(found.kind),
            fell_on=found.fell_on,
            summary=found.summary,
            claimant=found.claimant or "",
        )
        for found in session.execute(asked)
    ]


def snooze(session: Session, claim_ids: Sequence[int], until: date) -> None:
    """Put off the open notices of these claims; they come back on that day."""
    _write(
        session,
        update(Reminder)
        .where(col(Reminder.claim_id).in_(claim_ids), col(Reminder.seen_at).is_(None))
        .values(snoozed_until=until),
    )


def put_away(session: Session, reminder_ids: Sequence[int]) -> None:
    """Mark notices as seen; the claims keep their state, only the notice is done."""
    _write(
        session,
        update(Reminder).where(col(Reminder.id).in_(reminder_ids)).values(seen_at=now()),
    )


def _write(session: Session, change: Update) -> None:
    session.rollback()
    begin_writing(session)
    session.execute(change)
    session.commit()
