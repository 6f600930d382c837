"""A claim was changed elsewhere meanwhile: both texts side by side, and a choice for each field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from claimtracker.claims.rows import ChangeRow, ClaimDetails
from claimtracker.gui.change_entries import who_and_when
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dialogs.base import PlainDialog, framed
from claimtracker.gui.plain_text import PlainLabel, buddy_label, one_line, plain_tooltip
from claimtracker.gui.text_box import TextBox

_TEXT_HEIGHT, _LINE = 72, 32
_SHORT = 40  # characters, which stand on one line
_MOST_KEYS = 9  # fields with a digit of their own


@dataclass(frozen=True)
class Difference:
    """One field that was changed here and elsewhere; `both` where the two can stand together.

    Where fields go `together`, one choice is made for all: their texts here and elsewhere.
    The notes say whose a text is, and since when, where that is known.
    """

    field: str
    label: str
    mine: str
    theirs: str
    both: str = ""
    keep: str = "Keep mine"
    take: str = "Take theirs"
    together: Mapping[str, tuple[str, str]] = dataclass_field(default_factory=dict)
    mine_note: str = ""
    theirs_note: str = ""


class ConflictDialog(PlainDialog):
    """Nothing is stored until a person has chosen; closing it leaves both texts where they are."""

    settled = Signal(object, object)  # the newest claim, and the chosen text of each field

    def __init__(
        self,
        newest: ClaimDetails,
        differing: Sequence[Difference],
        parent: QWidget | None,
        others: Sequence[str] = (),
        today: date | None = None,
    ) -> None:
        super().__init__("Changed elsewhere", parent, 720)
        self._newest = newest
        told = [_with_writer(each, newest, today) for each in differing]
        self._rows = [TextChoice(each, number) for number, each in enumerate(told, start=1)]
        self.add_note(
            "This claim was changed elsewhere since you began to edit it. "
            "Choose for each field which text stays; theirs is in the history in any case."
        )
        if others:
            self.add_note(f"Changed there only, and taken over: {', '.join(others)}.", "taken_over")
        self.column.addSpacing(8)
        self.column.addWidget(scrolled(self._rows), 1)
        roles = QDialogButtonBox.ButtonRole
        self.add_button("&Save the chosen texts", "save_chosen", roles.AcceptRole)
        self.add_button("&Go on editing", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self._settle)
        self.press_by_keys()
        self.resize(760, min(160 + 120 * len(self._rows), 640))
        begin_at_first(self._rows)

    def _settle(self) -> None:
        chosen = {name: text for row in self._rows for name, text in row.chosen().items()}
        self.settled.emit(self._newest, chosen)
        self.accept()


class TextChoice(QWidget):
    """One field: its name, the two texts, the buttons; both stay where they can.

    Its number is the Alt key that leads to it.
    """

    def __init__(self, difference: Difference, number: int) -> None:
        super().__init__()
        self.field = difference.field
        self._number = number
        self._difference = difference
        self._choices = QButtonGroup(self)
        self.mine = self._choice(difference.keep, "mine")
        self.theirs = self._choice(difference.take, "theirs")
        self.both = self._choice("Keep both", "both")
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
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 8, 12)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._heading(), 0, 0, 1, 4)
        boxes = []
        texts = (self._difference.mine, self._difference.theirs)
        height = _TEXT_HEIGHT if max(map(len, texts)) > _SHORT or "\n" in "".join(texts) else _LINE
        for column, (button, text) in enumerate(zip((self.mine, self.theirs), texts, strict=True)):
            shown = _shown(text, button, height)
            boxes.append(shown)
            grid.addWidget(shown, 2, 2 * column, 1, 2)
            grid.addWidget(button, 3, 2 * column)
        grid.addWidget(self.both, 3, 3)
        self.both.setVisible(bool(self._difference.both))  # in the grid: it would be a window else
        for column, note in ((0, self._difference.mine_note), (2, self._difference.theirs_note)):
            if note:
                grid.addWidget(_note(note), 1, column, 1, 2)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        order = [self.mine, self.theirs, self.both, *boxes]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _heading(self) -> QLabel:
        label = self._difference.label.replace("&", "&&")
        if self._number > _MOST_KEYS:
            heading: QLabel = PlainLabel(self._difference.label)
        else:
            heading = buddy_label(f"&{self._number}  {label}", self.current)
        heading.setProperty("role", "strong")
        return heading

    @property
    def current(self) -> QRadioButton:
        """The button that is chosen."""
        return next(each for each in (self.both, self.theirs, self.mine) if each.isChecked())

    def chosen(self) -> dict[str, str]:
        """The text that a person wants to keep, by its field."""
        told = self._difference
        if self.both.isChecked():
            return {self.field: told.both}
        sides = told.together or {self.field: (told.mine, told.theirs)}
        return {name: side[0 if self.mine.isChecked() else 1] for name, side in sides.items()}


def begin_at_first(rows: Sequence[TextChoice]) -> None:
    """Put the cursor on the first choice."""
    if rows:
        rows[0].current.setFocus(Qt.FocusReason.TabFocusReason)


def _with_writer(difference: Difference, newest: ClaimDetails, today: date | None) -> Difference:
    """Say whose their text is: of the newest change that wrote the field, or of the claim."""
    names = {difference.field, f"{difference.field}_id"}
    wrote = [each for each in newest.changes if names & (each.after or {}).keys()]
    last: ChangeRow | None = next(iter([*wrote, *newest.changes]), None)
    if last is None or today is None or difference.theirs_note:
        return difference
    who = one_line(who_and_when(last.at, last.by, today), 60)
    return replace(difference, theirs_note=f"Theirs: {who}")


def _note(text: str) -> PlainLabel:
    note = PlainLabel(text)
    note.setObjectName("note")
    note.setProperty("role", "muted")
    note.setMinimumWidth(1)  # a long name is cut off, not the texts
    note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    note.setToolTip(plain_tooltip(text))
    return note


def _shown(text: str, button: QRadioButton, height: int) -> TextBox:
    box = named(TextBox(text, readOnly=True), f"{button.objectName()}_text")
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
