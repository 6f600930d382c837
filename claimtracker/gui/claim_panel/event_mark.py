"""A mark where a met condition and the event that its deadline counts from have other days."""

from datetime import date
from functools import partial

from sqlmodel import Session

from claimtracker.claims.errors import NotFound
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel, one_line
from claimtracker.operations.event_named import EventAtStake
from claimtracker.operations.set_condition import event_at_stake

_LONGEST_NAME = 80


class EventMark(PlainLabel):
    """Not there while both have one day, or one of them none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.setObjectName("counts_from_event")
        self.setProperty("role", "caution")
        self.setProperty("tone", "caution")
        self.setWordWrap(True)
        self._desk = desk
        self._asked: tuple[int, date] | None = None
        self.hide()

    def show_claim(self, details: ClaimDetails | None) -> None:
        """Look which event the claim's deadline counts from, where its condition was met."""
        self._asked = None
        self.hide()
        on = details.condition_outcome_on if details else None
        if details is None or on is None or details.condition_outcome is not ConditionOutcome.MET:
            return
        self._asked = details.report.id, on
        work = partial(_at_stake, claim_id=details.report.id, on=on)
        self._desk.ask(work, self._take)

    def _take(self, found: tuple[int, date, EventAtStake | None]) -> None:
        claim_id, on, event = found
        day = event.starts_on if event else None
        if (claim_id, on) != self._asked or event is None or day is None or day == on:
            return
        name = one_line(event.name, _LONGEST_NAME)
        self.setText(
            f"The words count from “{name}”, which is dated {day_text(day, self._desk.today)}: not "
            "the day of the condition. C corrects this one, Ctrl+6 that of the event."
        )
        self.show()


def _at_stake(session: Session, claim_id: int, on: date) -> tuple[int, date, EventAtStake | None]:
    try:
        return claim_id, on, event_at_stake(session, claim_id)
    except NotFound:  # gone meanwhile, which is no fault of whoever only looks
        return claim_id, on, None
