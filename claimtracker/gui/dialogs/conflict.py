"""A claim was changed elsewhere meanwhile: both texts side by side, and a choice for each field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from claimtracker.claims.rows import ClaimDetails
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dialogs.base import PlainDialog, framed
from claimtracker.gui.plain_text import PlainLabel, plain_tooltip

_TEXT_HEIGHT, _LINE = 72, 32
_SHORT = 40  # characters, which stand on one line


@dataclass(frozen=True)
class Difference:
    """One field that was changed here and elsewhere; `both` where the two can stand together.

    Where fields go `together`, one choice is made for all: their texts here and elsewhere.
    """

    field: str
    label: str
    mine: str
    theirs: str
    both: str = ""
    keep: str = "Keep mine"
    take: str = "Take theirs"
    together: Mapping[str, tuple[str, str]] = dataclass_field(default_factory=dict)


class ConflictDialog(PlainDialog):
    """Nothing is stored until a person has chosen; closing it leaves both texts where they are."""

    settled = Signal(object, object)  # the newest claim, and the chosen text of each field

    def __init__(
        self,
        newest: ClaimDetails,
        differing: Sequence[Difference],
        parent: QWidget | None,
        others: Sequence[str] = (),
    ) -> None:
        super().__init__("Changed elsewhere", parent, 720)
        self._newest = newest
        self._rows = [TextChoice(difference) for difference in differing]
        self.add_note(
            "This claim was changed elsewhere since you began to edit it. "
            "Choose for each field which text stays; theirs is in the history in any case."
        )
        if others:
            self.add_note(f"Changed there only, and taken over: {', '.join(others)}.", "taken_over")
        self.column.addSpacing(8)
        self.column.addWidget(scrolled(self._rows), 1)
        roles = QDialogButtonBox.ButtonRole
        self.add_button("Save the chosen texts", "save_chosen", roles.AcceptRole)
        self.add_button("Go on editing", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self._settle)
        self.resize(760, min(160 + 120 * len(self._rows), 640))

    def _settle(self) -> None:
        chosen = {name: text for row in self._rows for name, text in row.chosen().items()}
        self.settled.emit(self._newest, chosen)
        self.accept()


class TextChoice(QWidget):
    """One field: its name, the two texts, the buttons; both stay where they can."""

    def __init__(self, difference: Difference) -> None:
        super().__init__()
        self.field = difference.field
        self._difference = difference
        self._choices = QButtonGroup(self)
        self.mine = self._choice(difference.keep, "mine")
        self.theirs = self._choice(difference.take, "theirs")
        self.both = self._choice("Keep both", "both")
        self.both.setVisible(bool(difference.both))
        self.both.setToolTip(plain_tooltip(difference.both))
        (self.both if difference.both else self.mine).setChecked(True)
        self._lay_out()

    def _choice(self, text: str, side: str) -> QRadioButton:
        button = named(QRadioButton(text), f"{self.field}_{side}")
        button.setAccessibleName(f"{self._difference.label}: {text.lower()}")
        self._choices.addButton(button)
        framed(button)
        return button

    def _lay_out(self) -> None:
        heading = PlainLabel(self._difference.label)
        heading.setProperty("role", "strong")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 8, 12)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(heading, 0, 0, 1, 4)
        texts = (self._difference.mine, self._difference.theirs)
        height = _TEXT_HEIGHT if max(map(len, texts)) > _SHORT or "\n" in "".join(texts) else _LINE
        for column, (button, text) in enumerate(zip((self.mine, self.theirs), texts, strict=True)):
            shown = _shown(text, button, height)
            grid.addWidget(shown, 1, 2 * column, 1, 2)
            grid.addWidget(button, 2, 2 * column)
        grid.addWidget(self.both, 2, 3)
        for column in range(4):
            grid.setColumnStretch(column, 1)

    def chosen(self) -> dict[str, str]:
        """The text that a person wants to keep, by its field."""
        told = self._difference
        if self.both.isChecked():
            return {self.field: told.both}
        sides = told.together or {self.field: (told.mine, told.theirs)}
        return {name: side[0 if self.mine.isChecked() else 1] for name, side in sides.items()}


def _shown(text: str, button: QRadioButton, height: int) -> QPlainTextEdit:
    box = named(QPlainTextEdit(text, readOnly=True), f"{button.objectName()}_text")
    box.setAccessibleName(f"{button.accessibleName()}, the text")
    box.setPlaceholderText("empty")
    box.setTabChangesFocus(True)
    box.setFixedHeight(height)
    return box


def scrolled(rows: Sequence[QWidget]) -> QScrollArea:
    """The fields one below the other, however many there are."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    for row in rows:
        column.addWidget(row)
    column.addStretch()
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area
