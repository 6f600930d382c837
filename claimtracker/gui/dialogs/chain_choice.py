"""Whether a verdict is on one step of a chain of moves, or on all of them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from claimtracker.claims.rows import ClaimDetails, MoveRow
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text
from claimtracker.gui.dialogs.base import framed
from claimtracker.gui.plain_text import wrapped_label


class ChainChoice(QWidget):
    """Hidden for a claim that belongs to no chain; one step until a person chooses all."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one = named(QRadioButton("This &step only"), "this_step", "This step only")
        self.all = named(QRadioButton(""), "all_steps")
        self._count = 1
        self.ahead = wrapped_label("steps_ahead", "caution")
        self.ahead.setProperty("tone", "caution")
        self.ahead.hide()
        row = QHBoxLayout()
        row.setSpacing(16)
        for choice in (self.one, self.all):
            framed(choice)
            row.addWidget(choice)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.ahead)
        self.one.setChecked(True)
        self.all.toggled.connect(self._warn)
        self.all.toggled.connect(self.changed)
        self.hide()

    def show_claim(self, details: ClaimDetails, today: date) -> None:
        """Offer the steps of this claim's chain, but for those in the bin."""
        here = details.report.id
        steps = [step for step in details.moves if not step.is_binned or step.claim_id == here]
        self._count = max(len(steps), 1)
        self.all.setText(f"All {self._count:,} steps of the &chain")
        self.all.setAccessibleName(f"All {self._count:,} steps of the chain")
        ahead = [step for step in steps if step.latest_on and step.latest_on >= today]
        self.ahead.setText(_ahead_words(ahead, today))
        self.setVisible(self._count > 1)
        self._warn()

    def _warn(self) -> None:
        self.ahead.setVisible(self.is_whole_chain and bool(self.ahead.text()))

    @property
    def is_whole_chain(self) -> bool:
        """Whether every step gets the verdict."""
        return self._count > 1 and self.all.isChecked()

    @property
    def count(self) -> int:
        """How many claims get the verdict."""
        return self._count if self.is_whole_chain else 1


def _ahead_words(ahead: Sequence[MoveRow], today: date) -> str:
    """Which deadlines have not passed yet on the generous reading; the last day of them."""
    last = max((step.latest_on for step in ahead if step.latest_on), default=None)
    if last is None:
        return ""
    steps = "The deadline of one step has" if len(ahead) == 1 else f"{len(ahead):,} steps have"
    return f"{steps} not passed yet: the generous end is {day_text(last, today)}."
