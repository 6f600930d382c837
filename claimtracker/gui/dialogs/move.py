"""Record that a deadline was moved: the later words, the day, and by how much it slips."""

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from claimtracker.claims.rows import ClaimDetails
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.moves import slip_sentence
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.claim_panel.reading_preview import ReadingPreview
from claimtracker.gui.claim_panel.reading_words import Answer, Question
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.operations.move_deadline import move_deadline


class MoveDialog(OperationDialog):
    """Shows the reading of the later words, and the slip against the earlier ones."""

    def __init__(self, desk: Desk, claim_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Record a moved deadline", "Record", parent)
        self._claim_id = claim_id
        self._earlier: ClaimDetails | None = None
        self._later: Answer | None = None
        self.add_about([claim_id])
        self.until_now = self.add_note("", "until_now")
        self.wording = named(QLineEdit(placeholderText="by the end of May"), "wording")
        self.wording.textChanged.connect(self._ask)
        self.add_labelled("The later &words", self.wording)
        self.stated_on = DayField("stated_on", "Said on", desk)
        self.stated_on.set_day(desk.today)
        self.stated_on.edited.connect(self._ask)
        self.add_labelled("&Said on", self.stated_on)
        self.column.addSpacing(8)
        self.preview = ReadingPreview(desk)
        self.preview.answered.connect(self._take_reading)
        self.column.addWidget(self.preview)
        self.slip = self.add_note("", "slip")
        self.column.addStretch()
        self.wording.setFocus()
        self._ask()

    def operation(self) -> Operation:
        """Check what was entered, then add the next step of the chain."""
        wording = self.wording.text().strip()
        if not wording:
            raise FieldError("wording", "Enter the words in which the new deadline was given.")
        said = self.stated_on.checked_day()
        if said is None:
            raise FieldError("stated_on", "Enter the day on which it was said.")
        return partial(
            move_deadline,
            claim_id=self._claim_id,
            wording=wording,
            stated_on=said,
            by=self.desk.by,
        )

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return "Moved deadline recorded"

    def _ask(self) -> None:
        claimant = self._earlier.report.claimant if self._earlier else ""
        self.preview.ask(
            Question(self.wording.text().strip(), self.stated_on.day_or_none(), claimant)
        )

    def take_claim(self, details: ClaimDetails) -> None:
        """Count the slip from this claim's deadline."""
        self._earlier = details
        words = details.report.deadline_wording
        self.until_now.setText(f"Until now: “{words}”" if words else "Until now no deadline")
        self._ask()
        self._show_slip()

    def _take_reading(self, later: Answer | None) -> None:
        self._later = later
        self._show_slip()
        self.fit()

    def _show_slip(self) -> None:
        if self._earlier is None or self._later is None:
            self.slip.setText("")
            return
        was, now = self._earlier.report, self._later.window
        strict = (now.due_on - was.due_on).days if now.due_on and was.due_on else None
        generous = (now.latest_on - was.latest_on).days if now.latest_on and was.latest_on else None
        self.slip.setText(slip_sentence(strict, generous))
