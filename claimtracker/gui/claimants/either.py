"""One field of two claimants side by side, of which one stays."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton

from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dialogs.base import framed
from claimtracker.gui.plain_text import PlainLabel, one_line, plain_tooltip

NONE = "none"
LONGEST = 38


class Either(QObject):
    """A row of a grid with two buttons; what is the same on both sides is only told."""

    toggled = Signal()

    def __init__(
        self, name: str, label: str, texts: Sequence[str], grid: QGridLayout, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._is_own_choice = False
        row = grid.rowCount()
        heading = PlainLabel(label)
        heading.setProperty("role", "muted")
        grid.addWidget(heading, row, 0)
        self.sides: list[QRadioButton] = []
        if texts[0] == texts[1]:
            same = PlainLabel(one_line(texts[0], 2 * LONGEST) or NONE)
            same.setContentsMargins(6, 0, 0, 0)
            grid.addWidget(same, row, 1, 1, 2)
            return
        both = QButtonGroup(self)
        for at, text in enumerate(texts):
            side = _side(f"{name}_{at}", label, text)
            both.addButton(side)
            grid.addWidget(side, row, at + 1)
            side.toggled.connect(self.toggled)
            side.clicked.connect(self._note_choice)
            self.sides.append(side)
        self.sides[0].setChecked(True)

    @property
    def chosen(self) -> int:
        """Which side stays: 0 or 1."""
        return int(bool(self.sides) and self.sides[1].isChecked())

    def propose(self, side: int) -> None:
        """Choose a side, unless a person has chosen."""
        if self.sides and not self._is_own_choice:
            self.sides[side].setChecked(True)

    def _note_choice(self) -> None:
        self._is_own_choice = True


def _side(name: str, label: str, text: str) -> QRadioButton:
    shown = one_line(text, LONGEST)
    shown += "…" if len(text) > len(shown) else ""
    button = named(QRadioButton((shown or NONE).replace("&", "&&")), name)
    button.setAccessibleName(f"{label}: {one_line(text) or NONE}")
    button.setToolTip(plain_tooltip(text))
    framed(button)
    return button
