"""Whether what would count as kept was written down, or changed, after the deadline: from the log.

Nothing is flagged anywhere: a claim whose deadline moves, or whose change is undone, tells the
truth all the same.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session, col

from claimtracker.claims.rows import CriteriaChange
from claimtracker.storage.tables import Action, Change, Claim


class _Step(NamedTuple):
    """The criteria as an action left them."""

    at: datetime
    by: str
    text: str

    @property
    def day(self) -> date:
        """The day on which the person wrote it."""
        return self.at.astimezone().date()


def criteria_change(session: Session, claim: Claim) -> CriteriaChange | None:
    """Return the last change of the criteria after the deadline; None where they stand as then.

    The strict end counts: whoever writes after it knows what happened on that reading.
    """
    end = claim.due_on or claim.latest_on
    steps = _steps(session, claim.id or 0) if end else []
    if end is None or not steps or steps[-1].day <= end:
        return None
    stood = next((step.text for step in reversed(steps) if step.day <= end), "")
    if stood.strip() == claim.criteria.strip():
        return None
    last, latest = steps[-1], claim.latest_on or end
    is_strict_only = last.day <= latest
    return CriteriaChange(
        at=last.at,
        by=last.by,
        before=stood,
        after=claim.criteria,
        passed_on=end if is_strict_only else latest,
        is_strict_only=is_strict_only,
    )


def _steps(session: Session, claim_id: int) -> Sequence[_Step]:
    text = col(Change.after)["criteria"].as_string()
    asked = select(col(Action.at), col(Action.by), text).join(
        Change, col(Change.action_id) == Action.id
    )
    of_claim = asked.where(
        col(Change.table) == Claim.__tablename__,
        col(Change.row_id) == claim_id,
        text.is_not(None),
    )
    return [_Step(*row) for row in session.execute(of_claim.order_by(col(Change.id)))]
