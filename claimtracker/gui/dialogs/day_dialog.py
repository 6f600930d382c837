"""What the dialogs that ask for one day have in common."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from dateutil.relativedelta import relativedelta
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import OperationDialog


class DayDialog(OperationDialog):
    """One day field with buttons for the days that are wanted most."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        action: str,
        claim_ids: Sequence[int],
        spans: Mapping[str, relativedelta],
        parent: QWidget | None,
    ) -> None:
        super().__init__(desk, title, action, parent, 440)
        self.claim_ids = list(claim_ids)
        self.add_about(self.claim_ids)
        self.day = DayField("day", "Day", desk)
        self.add_labelled("&Day", self.day)
        self._quick = QHBoxLayout()
        self._quick.setSpacing(8)
        for words, span in spans.items():
            self._add_quick(words, desk.today + span)
        self._quick.addStretch()
        self.column.addSpacing(8)
        self.column.addLayout(self._quick)
        self.column.addStretch()
        self.day.setFocus()

    def _add_quick(self, words: str, day: date) -> None:
        name = words.replace("&", "").lower().replace(" ", "_")
        button = named(QPushButton(words, autoDefault=False), name)
        button.setAccessibleName(words.replace("&", ""))
        button.clicked.connect(partial(_put, self.day, day))
        self._quick.insertWidget(self._quick.count(), button)


def _put(field: DayField, day: date) -> None:
    field.set_day(day)
    field.setFocus()
