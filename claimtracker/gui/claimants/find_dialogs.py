"""Find whom to merge: the other one of a claimant, or pairs of names that look alike."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from sqlmodel import Session

from claimtracker.claims.claimants import ClaimantRow
from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.claimants.words import claimant_entry
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.claim_finder import PAUSE_MS, SteeringLine
from claimtracker.gui.plain_text import one_line
from claimtracker.operations import list_claimants
from claimtracker.operations.near_names import MOST_OFFERED, near_names

Found = tuple[str, list[ClaimantRow]]
Pairs = list[tuple[ClaimantRow, ClaimantRow]]
MAY_BE_ONE = "Each pair may be one person. Enter compares the two before anything is merged."
NO_PAIRS = "No two names look like those of one person."


class FindOtherDialog(PlainDialog):
    """Type a few letters, choose with the arrows, press Enter."""

    found = Signal(int)  # the claimant to merge with

    def __init__(self, desk: Desk, row: ClaimantRow, parent: QWidget | None = None) -> None:
        super().__init__("Merge with another", parent, 560)
        self._desk = desk
        self._row = row
        self._typed = ""
        self.add_note(f"Who is the same person as {one_line(row.name)}?", "about")
        self.words = SteeringLine("words", "Name of the other")
        self.add_labelled("&Look for the other", self.words)
        self.column.addSpacing(4)
        self.matches = EntryList("matches", "Claimants that fit")
        self.matches.setMinimumHeight(240)
        self.matches.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the arrows reach it from the field
        self.matches.opened.connect(self._take)
        self.words.list = self.matches
        self.column.addWidget(self.matches, 1)
        self.count = self.add_note("", "match_count")
        roles = QDialogButtonBox.ButtonRole
        self.add_button("Compare", "compare", roles.AcceptRole)
        self.add_button("Cancel", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self._take)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.words.textChanged.connect(self._pause.start)
        self.words.setFocus()
        self._look()

    def _look(self) -> None:
        self._typed = self.words.text()
        work = partial(_others, claimant_id=self._row.id, typed=self._typed)
        self._desk.ask(work, self._show)

    def _show(self, answer: Found) -> None:
        typed, rows = answer
        if typed == self._typed:
            self.matches.show_entries([claimant_entry(row, self._desk.today) for row in rows])
            is_full = len(rows) == list_claimants.MOST_FOUND
            more = f"The first {list_claimants.MOST_FOUND}; type more letters" if is_full else ""
            self.count.setText(more if rows else "No match")

    def _take(self) -> None:
        if chosen := self.matches.current():
            self.accept()
            self.found.emit(chosen.key)


class NearNamesDialog(PlainDialog):
    """Offers pairs, to be compared one by one; nothing is merged from here."""

    found = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Names that look alike", parent, 640)
        self._desk = desk
        self._pairs: Pairs = []
        self.about = self.add_note("Looking…", "about")
        self.column.addSpacing(4)
        self.listed = EntryList("near_names", "Names that look alike")
        self.listed.setMinimumHeight(280)
        self.listed.opened.connect(self._take)
        self.column.addWidget(self.listed, 1)
        roles = QDialogButtonBox.ButtonRole
        self.compare_button = self.add_button("Compare", "compare", roles.AcceptRole)
        self.add_button("Close", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self._take)
        desk.changes.changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        self._desk.background.start(near_names, self._show)

    def _show(self, pairs: Pairs) -> None:
        self._pairs = pairs
        self.listed.show_entries([_entry(at, *pair) for at, pair in enumerate(pairs)])
        more = f"The first {MOST_OFFERED} pairs. " if len(pairs) == MOST_OFFERED else ""
        self.about.setText(f"{more}{MAY_BE_ONE}" if pairs else NO_PAIRS)
        self.compare_button.setEnabled(bool(pairs))
        self.listed.setFocus()

    def _take(self) -> None:
        if chosen := self.listed.current():
            one, other = self._pairs[chosen.key]
            self.found.emit(one.id, other.id)


def _entry(at: int, one: ClaimantRow, other: ClaimantRow) -> Entry:
    counts = [f"{row.claim_count:,}" for row in (one, other)]
    offices = [", ".join(filter(None, (row.role, row.organisation))) for row in (one, other)]
    return Entry(
        f"{one_line(one.name)}  ·  {one_line(other.name)}",
        " / ".join(office or "no role" for office in offices),
        mark=f"{counts[0]} and {counts[1]} claims",
        key=at,
    )


def _others(session: Session, claimant_id: int, typed: str) -> Found:
    """With what was typed, to tell answers apart."""
    return typed, list_claimants.others(session, claimant_id, typed)
