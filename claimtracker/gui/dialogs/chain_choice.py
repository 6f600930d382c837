"""Whether a verdict is on one step of a chain of moves, or on all of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from claimtracker.claims.rows import ClaimDetails
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dialogs.base import framed


class ChainChoice(QWidget):
    """Hidden for a claim that belongs to no chain; one step until a person chooses all."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one = named(QRadioButton("This &step only"), "this_step", "This step only")
        self.all = named(QRadioButton(""), "all_steps")
        self._count = 1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(16)
        for choice in (self.one, self.all):
            framed(choice)
            row.addWidget(choice)
        row.addStretch()
        self.one.setChecked(True)
        self.all.toggled.connect(self.changed)
        self.hide()

    def show_claim(self, details: ClaimDetails) -> None:
        """Offer the steps of this claim's chain, but for those in the bin."""
        here = details.report.id
        steps = [step for step in details.moves if not step.is_binned or step.claim_id == here]
        self._count = max(len(steps), 1)
        self.all.setText(f"All {self._count:,} steps of the &chain")
        self.all.setAccessibleName(f"All {self._count:,} steps of the chain")
        self.setVisible(self._count > 1)

    @property
    def is_whole_chain(self) -> bool:
        """Whether every step gets the verdict."""
        return self._count > 1 and self.all.isChecked()

    @property
    def count(self) -> int:
        """How many claims get the verdict."""
        return self._count if self.is_whole_chain else 1
