"""The line at the foot of the window: how much is listed and selected, and when it was checked."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStatusBar

from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel


class StatusLine(QObject):
    """Furnishes the window's status bar, and shows there what is said to be done."""

    def __init__(self, desk: Desk, bar: QStatusBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counted = PlainLabel("")
        self._checked = PlainLabel("")
        bar.setObjectName("status_bar")
        bar.setContentsMargins(12, 0, 12, 0)
        bar.addWidget(self._counted)
        bar.addPermanentWidget(self._checked)
        desk.changes.said.connect(bar.showMessage)

    def say_counts(self, listed: int, selected: int) -> None:
        """Say how many claims are listed, and how many of them selected."""
        self._counted.setText(f"{of_claims(listed)} · {selected:,} selected")

    def say_checked(self) -> None:
        """Say that the deadlines were held against today."""
        day = day_text(self._desk.today, self._desk.today)
        self._checked.setText(f"Deadlines checked as of {day} {self._desk.today.year}")
