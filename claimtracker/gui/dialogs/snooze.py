"""Put off the reminders of claims; no date of a claim is touched."""

from collections.abc import Sequence
from functools import partial

from dateutil.relativedelta import relativedelta
from PySide6.QtWidgets import QWidget

from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation
from claimtracker.gui.dialogs.day_dialog import DayDialog
from claimtracker.operations.remind import snooze

_SPANS = {
    "&Tomorrow": relativedelta(days=1),
    "In a &week": relativedelta(weeks=1),
    "In a &month": relativedelta(months=1),
}


class SnoozeDialog(DayDialog):
    """Proposes tomorrow: Enter alone puts the matter off by a day."""

    def __init__(self, desk: Desk, claim_ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(desk, "Snooze the reminder", "Snooze", claim_ids, _SPANS, parent)
        self.day.set_day(desk.today + relativedelta(days=1))
        self.day.line.selectAll()

    def operation(self) -> Operation:
        """Put the notices of all of the claims off to the day."""
        day = self.day.checked_day()
        if day is None or day <= self.desk.today:
            raise FieldError("day", "Enter a day after today.")
        return partial(snooze, claim_ids=self.claim_ids, until=day)

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return f"Reminder of {of_claims(len(self.claim_ids))} put off"
