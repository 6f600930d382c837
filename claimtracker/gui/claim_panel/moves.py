"""The chain of moved deadlines as a ladder, oldest first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from claimtracker.claims.rows import ClaimDetails, MoveRow
from claimtracker.claims.state import Window
from claimtracker.gui.claim_panel.detailed_list import DetailedList
from claimtracker.gui.claim_panel.entry_list import Entry
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text, ends_text, window_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel

NOTHING = "The deadline was not moved. Press M in the list to record later words."


class MovesTab(QWidget):
    """Shows each step with its slip; opening one goes to that claim."""

    claim_wanted = Signal(int)
    move_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.button = named(QPushButton("Record a moved deadline  M"), "record_move")
        self.button.setAccessibleName("Record a moved deadline")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.move_wanted)
        self.total = PlainLabel("")
        self.total.setObjectName("slip_total")
        self.total.setProperty("role", "muted")
        self.entries = DetailedList("moves_list", "Moved deadlines", NOTHING)
        self.entries.list.opened.connect(self._open)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addStretch()
        row.addWidget(self.total)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.entries, 1)

    def show_claim(self, details: ClaimDetails) -> None:
        """Show the whole chain that this claim is a step of."""
        here, today = details.report.id, self._desk.today
        self.entries.show_entries([_entry(step, here, today) for step in details.moves])
        self.total.setText(total_slip(details.moves))

    def _open(self, entry: Entry) -> None:
        self.claim_wanted.emit(entry.key)


def total_slip(moves: Sequence[MoveRow]) -> str:
    """The slip from the first latest day to the last one, in words."""
    days = [step.latest_on for step in moves if step.latest_on]
    if len(days) < 2:
        return ""
    return f"In all {slip_words((days[-1] - days[0]).days)}"


def slip_words(days: int) -> str:
    """A slip as a reader says it: "12 days later"."""
    if days == 0:
        return "the same day"
    unit = "day" if abs(days) == 1 else "days"
    return f"{abs(days)} {unit} {'later' if days > 0 else 'earlier'}"


def slip_sentence(strict: int | None, generous: int | None) -> str:
    """Both slips in one sentence; empty where neither can be counted."""
    if generous is None and strict is None:
        return ""
    if strict == generous or strict is None or generous is None:
        return _upper(slip_words(generous if generous is not None else strict or 0))
    return f"{_upper(slip_words(strict))} strict, {slip_words(generous)} generous"


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _entry(step: MoveRow, here: int, today: date) -> Entry:
    window = Window(step.opens_on, step.due_on, step.latest_on)
    days = window_text(window, today) if window.is_dated else "no date"
    said = day_text(step.stated_on, today) if step.stated_on else "on an unknown day"
    slip = slip_sentence(step.slip_days_strict, step.slip_days)
    title = f"“{step.wording}”" if step.wording else "no words"
    is_apart = step.slip_days is not None and step.slip_days_strict not in (None, step.slip_days)
    strict = f" · strict {slip_words(step.slip_days_strict or 0)}" if is_apart else ""
    whole = (title, f"Said {said}", f"Read as {days}", slip, f"Claim {step.claim_id}")
    return Entry(
        title=f"{title}  (this claim)" if step.claim_id == here else title,
        note=f"said {said} · {ends_text(window, today) or days}{strict}",
        mark=slip_words(step.slip_days or 0) if is_apart else slip,
        mark_colour="grace" if (step.slip_days or 0) > 0 else "muted",
        whole="\n".join(part for part in whole if part),
        key=step.claim_id,
    )
