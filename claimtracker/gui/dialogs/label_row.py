"""One place in the list of verdicts: the code, what the house calls it, and the way up or down."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QWidget

from claimtracker.claims.verdict_labels import NamedVerdict
from claimtracker.claims.vocabulary import Verdict, label
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.plain_text import PlainLabel

_ARROW = QSize(12, 12)
_CODE, _LABEL, _MOVES = range(3)


class LabelLine(QLineEdit):
    """Alt with an arrow moves the verdict, wherever in the word the cursor stands."""

    move_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the verdict, or edit its label."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() in steps:
            self.move_wanted.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class LabelRow(QWidget):
    """Stays where it is: moving a verdict exchanges what two rows show."""

    edited = Signal()
    move_wanted = Signal(int, int)  # from this place, by so many

    def __init__(self, place: int, last: int) -> None:
        super().__init__()
        self._place = place
        self.verdict = Verdict.NOT_YET_RATED
        self.code = PlainLabel("")
        self.code.setProperty("role", "muted")
        self.field = named(LabelLine(), f"label_{place}")
        self.up = self._arrow("up", Qt.ArrowType.UpArrow, "Move up  (Alt+Up)")
        self.down = self._arrow("down", Qt.ArrowType.DownArrow, "Move down  (Alt+Down)")
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < last)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.field.textChanged.connect(self.edited)
        self.field.move_wanted.connect(self._move)
        self._lay_out()

    def _arrow(self, name: str, arrow: Qt.ArrowType, words: str) -> QToolButton:
        button = named(QToolButton(), f"{name}_{self._place}")
        button.setArrowType(arrow)
        button.setIconSize(_ARROW)
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt and an arrow do it from the field
        return button

    def _lay_out(self) -> None:
        moves = QHBoxLayout()
        moves.setSpacing(4)
        moves.addWidget(self.up)
        moves.addWidget(self.down)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self.code, 0, _CODE)
        grid.addWidget(self.field, 0, _LABEL)
        grid.addLayout(moves, 0, _MOVES)
        grid.setColumnMinimumWidth(_CODE, self.fontMetrics().horizontalAdvance("n" * 15))
        grid.setColumnStretch(_LABEL, 1)

    def show_verdict(self, row: NamedVerdict) -> None:
        """Show this verdict and what it is called."""
        self.verdict = row.verdict
        code, usual = row.verdict.value, label(row.verdict)
        self.code.setText(code)
        self.field.setText(row.label)
        self.field.setCursorPosition(0)
        self.field.setPlaceholderText(usual)
        self.field.setAccessibleName(f"Label of {usual.lower()}, place {self._place + 1}")
        self.up.setAccessibleName(f"Move {usual.lower()} up")
        self.down.setAccessibleName(f"Move {usual.lower()} down")

    def entered(self) -> NamedVerdict:
        """The verdict with what is typed."""
        return NamedVerdict(self.verdict, self.field.text())

    def mark(self, *, is_wrong: bool) -> None:
        """Show whether what is typed can be a label."""
        self.field.setProperty("tone", "error" if is_wrong else "")
        self.field.style().unpolish(self.field)  # a property that the style sheet asks for changed
        self.field.style().polish(self.field)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, steps: int) -> None:
        self.move_wanted.emit(self._place, steps)
