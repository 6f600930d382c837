"""The claims that other conventions would read otherwise, and what is to become of them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.claim_panel.detailed_list import DetailedList
from claimtracker.gui.claim_panel.entries import Entry, LazyEntries
from claimtracker.gui.dates import day_text, window_text
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.operations.what_would_change import ReadAs, Rereading

NO_DAY = "no date"
LEFT_ALONE = "Days set by hand are left alone."
IN_THE_BIN = "in the bin"


class RereadingEntries(LazyEntries):
    """The entries of a long list, each put into words only when it is in sight."""

    def __init__(self, found: Sequence[Rereading], today: date) -> None:
        self._found = found
        self._today = today

    def __len__(self) -> int:
        return len(self._found)

    def make(self, row: int) -> Entry:
        """One claim, before and after."""
        return _entry(self._found[row], self._today)

    def row_of(self, key: int) -> int:
        """The row of the claim with this id, the first where it is gone."""
        return next((row for row, found in enumerate(self._found) if found.id == key), 0)


class WhatWouldChangeDialog(PlainDialog):
    """Nothing is stored before one of its buttons is pressed.

    `can_keep`: the conventions are not stored yet; both buttons save them, and say so.
    """

    reread_wanted = Signal()
    keep_wanted = Signal()
    verb = "Save"

    def __init__(
        self, found: Sequence[Rereading], today: date, parent: QWidget, *, can_keep: bool = True
    ) -> None:
        super().__init__("What would change", parent, 560)
        count = of_claims(len(found))
        self.about = self.add_note(self.about_words(found), "about")
        self.about.setProperty("role", "strong")
        self.left_alone = self.add_note(LEFT_ALONE)
        self.listed = DetailedList("rereadings", "Claims read otherwise", "")
        self.listed.show_entries(RereadingEntries(found, today))
        self.column.addSpacing(4)
        self.column.addWidget(self.listed, 1)
        self._add_buttons(count if len(found) == 1 else f"these {count}", can_keep=can_keep)
        self.press_by_keys(self.listed.list)
        self.resize(640, 480)
        self.listed.list.setFocus()

    def about_words(self, found: Sequence[Rereading]) -> str:
        """What is said over the list."""
        return f"{of_claims(len(found))} would be read otherwise"

    def _add_buttons(self, count: str, *, can_keep: bool) -> None:
        roles = QDialogButtonBox.ButtonRole
        reread = f"{self.verb} and &re-read" if can_keep else f"&Re-read {count}"
        keep = f"{self.verb}, &keep stored readings"
        self.reread_button = self.add_button(reread, "reread", roles.AcceptRole)
        self.keep_button = self.add_button(keep, "keep", roles.ActionRole)
        self.keep_button.setVisible(can_keep)
        self.add_button("&Cancel", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self._reread)
        self.keep_button.clicked.connect(self._keep)

    def _reread(self) -> None:
        self.reread_wanted.emit()
        self.accept()

    def _keep(self) -> None:
        self.keep_wanted.emit()
        self.accept()


def _entry(found: Rereading, today: date) -> Entry:
    was, becomes = (_days(it, today) for it in (found.was, found.becomes))
    change = f"{was}  →  {becomes}" if was != becomes else f"{was}, by another rule"
    mark = IN_THE_BIN if found.is_binned else ""
    return Entry(f"“{found.wording}”", change, mark, whole=_whole(found, today), key=found.id)


def _whole(found: Rereading, today: date) -> str:
    return "\n".join(
        (
            f"{found.summary} ({IN_THE_BIN})" if found.is_binned else found.summary,
            f"“{found.wording}”, said {day_text(found.stated_on, today)}",
            f"Stored: {_days(found.was, today)} ({found.was.rule or 'no rule'})",
            f"Read anew: {_days(found.becomes, today)} ({found.becomes.rule})",
        )
    )


def _days(read_as: ReadAs, today: date) -> str:
    return window_text(read_as.window, today) or NO_DAY
