"""Set the day on which claims come up again, whatever their deadlines."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from dateutil.relativedelta import relativedelta
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from claimtracker.claims.errors import ChangedMeanwhile
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation
from claimtracker.gui.dialogs.day_dialog import DayDialog
from claimtracker.operations.set_review import set_review

_SPANS = {
    "In 3 &weeks": relativedelta(weeks=3),
    "In 3 &months": relativedelta(months=3),
}


class ReviewDialog(DayDialog):
    """Proposes nothing; the day that is set already is shown."""

    def __init__(self, desk: Desk, claim_ids: Sequence[int], parent: QWidget | None = None) -> None:
        self._seen: dict[int, date | None] = {}
        super().__init__(desk, "Set a review date", "Set", claim_ids, _SPANS, parent)
        roles = QDialogButtonBox.ButtonRole
        self.none_button = self.add_button("No review date", "no_review", roles.DestructiveRole)
        self.none_button.clicked.connect(self._take_away)

    def operation(self) -> Operation:
        """Set the day on all of the claims as one action."""
        day = self.day.checked_day()
        if day is None:
            raise FieldError("day", "Enter a day, or press “No review date”.")
        return self._setting(day)

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return f"Review date set for {of_claims(len(self.claim_ids))}"

    def take_claim(self, details: ClaimDetails) -> None:
        """Show the review date that is set already."""
        self._seen = {details.report.id: details.report.review_on}
        if not self.day.line.text():
            self.day.set_day(details.report.review_on)

    def take_change(self, change: ChangedMeanwhile) -> None:
        """Replace the day that somebody else set: it was told."""
        self._seen = {}

    def _take_away(self) -> None:
        self.carry_out(self._setting(None))

    def _setting(self, day: date | None) -> Operation:
        by, seen = self.desk.by, self._seen
        return partial(set_review, claim_ids=self.claim_ids, review_on=day, by=by, seen=seen)
