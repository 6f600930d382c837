"""The day on which a promise was kept, with how late that is on either reading."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimtracker.claims.lateness import doubt_about_day, lateness, why_no_kept_late
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import Verdict
from claimtracker.claims.weighing import KEPT
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import wrapped_label


class KeptDay(QWidget):
    """Only what was kept has one; what is impossible is refused, what is odd is said."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._verdict: Verdict | None = None
        self._window = Window()
        self._stated_on: date | None = None
        self.field = DayField("kept_on", "Kept on", desk)
        self.late = wrapped_label("days_late", "muted")
        self.doubt = wrapped_label("kept_on_doubt", "caution")
        self.doubt.setProperty("tone", "caution")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.field, self.late, self.doubt):
            column.addWidget(part)
        self.setFocusProxy(self.field)
        self.field.edited.connect(self._follow)
        self._follow()

    def show_claim(self, details: ClaimDetails) -> None:
        """Take in the deadline that the day is held against."""
        report = details.report
        self._window = Window(report.opens_on, report.due_on, report.latest_on)
        self._stated_on = report.stated_on
        self._follow()

    def use_verdict(self, verdict: Verdict | None) -> None:
        """Follow the verdict that is chosen."""
        self._verdict = verdict
        self._follow()

    def checked_day(self) -> date | None:
        """The day to be stored; raises FieldError for one that cannot be."""
        verdict = self._verdict
        if verdict is None or verdict not in KEPT:
            return None
        day = self.field.checked_day()
        if day is not None and day > self._desk.today:
            raise FieldError("kept_on", "It cannot have been kept on a day that is still to come.")
        if why_not := why_no_kept_late(verdict, day, self._window):
            raise FieldError("kept_on", why_not)
        return day

    def _follow(self) -> None:
        day, doubt, late = self.field.day_or_none(), "", ""
        if self._verdict in KEPT and day is not None:
            doubt = doubt_about_day(self._verdict, day, self._window, self._stated_on)
            late = lateness(day, self._window).words if self._verdict is Verdict.KEPT_LATE else ""
        self.doubt.setText(doubt)
        self.doubt.setVisible(bool(doubt))
        self.late.setText(f"{late}." if late else "")
        self.late.setVisible(bool(late) and not doubt)
        self.edited.emit()
