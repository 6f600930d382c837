"""The chain of moved deadlines as a ladder, oldest first."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from claimtracker.claims.chains import chain_figure
from claimtracker.claims.rows import ClaimDetails, MoveRow
from claimtracker.claims.state import Window
from claimtracker.gui.claim_panel.detailed_list import DetailedList
from claimtracker.gui.claim_panel.entry_list import Entry
from claimtracker.gui.claim_panel.ladder import LadderPainter, Rung, Rungs
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import wrapped_label
from claimtracker.gui.slip_words import NO_DATE_NOW, short_slip
from claimtracker.operations.separate_move import separate_move

_DETAILS_HEIGHT = 110  # nearly all of it stands on the rung itself
_WIDE = 600
NOTHING = "The deadline was not moved. Press M in the list to record later words."
SEPARATED = "Separated from the step before it; both claims stay. Ctrl+Z takes it back."
CIRCLE = "These moves go round in a circle, which is a fault. Separate one of the steps."


class MovesTab(QWidget):
    """Shows each step with its slip; opening one goes to that claim."""

    claim_wanted = Signal(int)
    move_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._claim_id: int | None = None
        self.button = named(QPushButton("Record a moved deadline  M"), "record_move")
        self.button.setAccessibleName("Record a moved deadline")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.move_wanted)
        self.separate_button = text_button("separate_move", "Separate")
        self.separate_button.setToolTip("Separate this step from the one before it  (Delete)")
        self.separate_button.clicked.connect(self.separate)
        self.total = wrapped_label("slip_total", "muted")
        self.circle = wrapped_label("moves_in_circle", "caution")
        self.circle.setProperty("tone", "caution")
        self.circle.setText(CIRCLE)
        self.entries = DetailedList("moves_list", "Moved deadlines", NOTHING)
        self.entries.list.setItemDelegate(LadderPainter(self.entries.list))
        self.entries.halves.setSizes([4 * _DETAILS_HEIGHT, _DETAILS_HEIGHT])
        self.entries.halves.setStretchFactor(0, 1)
        self.entries.list.opened.connect(self._open)
        self.entries.list.chosen.connect(self._follow)
        key = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.entries.list, self.separate)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(self.separate_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.total)
        column.addWidget(self.circle)
        column.addWidget(self.entries, 1)

    def show_claim(self, details: ClaimDetails) -> None:
        """Show the whole chain that this claim is a step of, the cursor on the claim itself."""
        here, moves = details.report.id, details.moves
        rungs = Rungs(moves, here, self._desk.today, self._desk.labels)
        self.entries.show_entries(rungs)
        if moves and here != self._claim_id:
            steps = self.entries.list
            steps.setCurrentIndex(steps.entries.index(rungs.row_of(here)))
        self._claim_id = here
        self.total.setText(total_slip(moves))
        self.total.setVisible(bool(self.total.text()))
        self.circle.setVisible(is_circle(moves))
        self.separate_button.setVisible(bool(moves))
        self._follow(self.entries.list.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details beside the ladder where the panel is wide: it is low then."""
        super().resizeEvent(event)
        width = event.size().width()
        is_wide = width >= _WIDE
        halves = self.entries.halves
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if halves.orientation() is not wanted:
            halves.setOrientation(wanted)
            share = width // 5 if is_wide else _DETAILS_HEIGHT
            halves.setSizes([3 * share, 2 * share] if is_wide else [4 * share, share])

    def separate(self) -> None:
        """Take away the link between the step under the cursor and the one before it."""
        step = self.entries.list.current()
        if step is not None and self.separate_button.isEnabled():
            work = partial(separate_move, claim_id=step.key, by=self._desk.by)
            self._desk.carry_out(work, self._say_separated)

    def _say_separated(self, _before: int) -> None:
        self._desk.changes.said.emit(SEPARATED)

    def _follow(self, entry: Entry | None) -> None:
        is_first = isinstance(entry, Rung) and entry.is_first
        follows = entry is not None and not is_first
        self.separate_button.setEnabled(follows or not self.circle.isHidden())

    def _open(self, entry: Entry) -> None:
        self.claim_wanted.emit(entry.key)


def is_circle(moves: Sequence[MoveRow]) -> bool:
    """Whether the first step follows another one of the chain."""
    before = moves[0].moved_from if moves else None
    return before is not None and any(step.claim_id == before for step in moves)


def total_slip(moves: Sequence[MoveRow]) -> str:
    """The whole chain in one sentence: how often it moved, and how far from first to last."""
    if not moves or is_circle(moves):
        return ""
    figure = chain_figure([Window(step.opens_on, step.due_on, step.latest_on) for step in moves])
    times = "once" if figure.moves == 1 else f"{figure.moves:,} times"
    last = next((step for step in reversed(moves) if step.total_days is not None), None)
    counted = short_slip(last.total_days_strict, last.total_days) if last else ""
    if not figure.is_dated:
        before = f"; the last date was {counted}" if counted else ""
        return f"Moved {times}, {NO_DATE_NOW}{before}"
    return f"Moved {times}, in all {counted}" if counted else f"Moved {times}"
