"""A mark on criteria that were not written down before the deadline passed."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from claimtracker.claims.criteria import criteria_words
from claimtracker.claims.rows import CriteriaChange
from claimtracker.gui.dates import day_text
from claimtracker.gui.plain_text import PlainLabel, plain_tooltip

_LONGEST = 400


class CriteriaMark(PlainLabel):
    """Not there while the criteria stand as they did when the deadline passed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("criteria_mark")
        self.setProperty("role", "caution")
        self.setProperty("tone", "caution")
        self.setWordWrap(True)
        self.hide()

    def show_change(self, change: CriteriaChange | None, today: date) -> None:
        """Say when and by whom they were changed, and how they read before; None says nothing."""
        words = criteria_words(change, partial(_day, today)) if change else ""
        is_long = len(words) > _LONGEST
        self.setText(words[:_LONGEST].rstrip() + "…" if is_long else words)
        self.setToolTip(plain_tooltip(words) if is_long else "")
        self.setVisible(bool(words))


def _day(today: date, day: date) -> str:
    return day_text(day, today)
