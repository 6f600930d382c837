"""Say that a claim only restates another one, which is looked for by its words."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from sqlmodel import Session

from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.state import AsOf
from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text, window_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.operations.find_claims import MOST_FOUND, find_claims
from claimtracker.operations.restate_claim import restate_claim

PAUSE_MS = 120
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class RestateDialog(OperationDialog):
    """Type a few words, choose with the arrows, press Enter."""

    def __init__(self, desk: Desk, claim_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Mark as a restatement", "Restates this one", parent, 560)
        self._claim_id = claim_id
        self._typed = ""
        self.add_about([claim_id])
        self.words = SteeringLine("words", "Words of the earlier claim")
        self.add_labelled("&Look for the earlier claim", self.words)
        self.column.addSpacing(4)
        self.matches = EntryList("matches", "Claims that fit")
        self.matches.setMinimumHeight(240)
        self.matches.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the arrows reach it from the field
        self.matches.opened.connect(self.submit)
        self.words.list = self.matches
        self.column.addWidget(self.matches, 1)
        self.count = self.add_note("", "match_count")
        self.add_note("Its places and evidence go over to the chosen claim, it goes to the bin.")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.words.textChanged.connect(self._pause.start)
        self.words.setFocus()
        self._look()

    def operation(self) -> Operation:
        """Hand the claim over to the chosen one."""
        chosen = self.matches.current()
        if chosen is None:
            raise FieldError("words", "Choose the claim that it restates.")
        return partial(
            restate_claim, claim_id=self._claim_id, of_claim_id=chosen.key, by=self.desk.by
        )

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return "Marked as a restatement"

    def _look(self) -> None:
        self._typed = self.words.text()
        work = partial(matches, typed=self._typed, without=self._claim_id, as_of=self.desk.as_of)
        self.desk.ask(work, self._take)

    def _take(self, found: tuple[str, list[ClaimRow]]) -> None:
        typed, rows = found
        if typed != self._typed:
            return
        self.matches.show_entries([_entry(row, self.desk.today) for row in rows])
        is_cut = len(rows) == MOST_FOUND
        self.count.setText(
            f"The first {MOST_FOUND}; type more words" if is_cut else "" if rows else "No match"
        )


class SteeringLine(QLineEdit):
    """A search line whose arrow keys move the cursor of the list under it."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        named(self, name, label)
        self.list: EntryList | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Up, Down and the page keys on to the list."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.list is None:
            super().keyPressEvent(event)
        else:
            self.list.step(step)


def matches(session: Session, typed: str, without: int, as_of: AsOf) -> tuple[str, list[ClaimRow]]:
    """The claims that hold all of the words, with what was typed to tell answers apart."""
    return typed, find_claims(session, typed, as_of, without=[without])


def _entry(row: ClaimRow, today: date) -> Entry:
    said = f"said {day_text(row.stated_on, today)}" if row.stated_on else ""
    days = window_text(row.window, today) if row.window.is_dated else ""
    words = f"“{row.deadline_wording}”" if row.deadline_wording else ""
    note = (row.claimant, said, words, days)
    return Entry(row.summary, " · ".join(part for part in note if part), key=row.id)
