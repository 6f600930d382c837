"""The verdict that is proposed where a condition takes the promise off; nothing is given."""

from datetime import date

from PySide6.QtWidgets import QWidget

from claimtracker.claims.conditions import RELATION_OF, is_exception, releasing
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.verdict import VerdictDialog
from claimtracker.gui.plain_text import one_line

_LONGEST_CONDITION = 200


class NotTriggeredDialog(VerdictDialog):
    """A proposal only: the person gives the verdict, another one, or none."""

    def __init__(self, desk: Desk, claim_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, [claim_id], parent)
        self.verdicts.choose(Verdict.NOT_TRIGGERED)

    def take_claim(self, details: ClaimDetails) -> None:
        """Draft the reason, and tick the documents that show why it is off."""
        super().take_claim(details)
        if not self.reason.toPlainText():
            self.reason.setPlainText(reason_draft(details, self.desk.today))
        telling = RELATION_OF[releasing(details.report.condition)]
        for found in details.report.evidence:
            if found.relation is telling:
                self.basis.basis.choose(found.evidence_id)
        self.reason.setFocus()


def reason_draft(details: ClaimDetails, today: date) -> str:
    """The reason in a sentence that can be published as it stands."""
    condition = one_line(details.report.condition, _LONGEST_CONDITION).strip()
    on = details.condition_outcome_on
    day = f" on {day_text(on, today)}" if on else ""
    if is_exception(details.report.condition):
        return f"It was promised “{condition}”. That came about{day}, so it never fell due."
    return f"Its condition (“{condition}”) was not met{day}, so it never fell due."
