"""The settings page on what verdicts are called, and in which order they are listed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from claimtracker.claims.verdict_labels import (
    DEFAULT_LABELS,
    POLITIFACT,
    BadLabel,
    NamedVerdict,
    VerdictLabels,
    checked_labels,
)
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.label_row import LabelRow
from claimtracker.gui.plain_text import PlainLabel, wrapped_label
from claimtracker.operations.verdict_labels import verdict_labels

_NOTE = (
    "What a reader sees, stored with the database. Tables, the search field and the command line "
    "keep the code on the left. Alt with an arrow moves a verdict up or down."
)


class VerdictsPage(QWidget):
    """Every verdict with its label; what is entered counts once it is saved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        named(self, "verdicts", "Verdicts")
        self._stored: VerdictLabels | None = None
        last = len(DEFAULT_LABELS.rows) - 1
        self.rows = [LabelRow(place, last) for place in range(last + 1)]
        self.politifact = text_button("politifact", "PolitiFact's promise rat&ings")
        self.all_back = text_button("labels_back", "All &back to the defaults")
        self.problem = PlainLabel("")
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self._lay_out()
        self._put(DEFAULT_LABELS.rows)
        for row in self.rows:
            row.edited.connect(self._follow)
            row.move_wanted.connect(self.move_verdict)
        self.politifact.clicked.connect(self.use_politifact)
        self.all_back.clicked.connect(self.go_back)
        self.setEnabled(False)  # until it is known what is stored
        desk.ask(verdict_labels, self.show_stored)

    def _lay_out(self) -> None:
        note = wrapped_label("verdicts_note", "muted")
        note.setText(_NOTE)
        presets = QHBoxLayout()
        presets.setSpacing(8)
        presets.addWidget(self.politifact)
        presets.addWidget(self.all_back)
        presets.addStretch()
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(4)
        for row in self.rows:
            rows.addWidget(row)
        rows.addStretch()
        self.area = named(QScrollArea(widgetResizable=True), "verdicts_area")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(note)
        column.addLayout(presets)
        column.addWidget(self.area, 1)
        column.addWidget(self.problem)

    def show_stored(self, stored: VerdictLabels) -> None:
        """Show the labels that the database keeps."""
        self._stored = stored
        self._put(stored.rows)
        self.setEnabled(True)

    def labels(self) -> VerdictLabels:
        """The labels as entered; raises FieldError for the first that cannot be one."""
        try:
            return checked_labels(self._entered())
        except BadLabel as error:
            raise FieldError(self._row_of(error).field.objectName(), str(error)) from error

    @property
    def differs_from_stored(self) -> bool:
        """Whether saving would store something; a label that cannot be counts, too."""
        return self._stored is not None and tuple(self._entered()) != self._stored.rows

    def focus_on(self, name: str) -> bool:
        """Put the cursor into a field of this page; False where it has none of this name."""
        row = next((row for row in self.rows if row.field.objectName() == name), None)
        if row is not None:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(row)
        return row is not None

    def move_verdict(self, place: int, steps: int) -> None:
        """Let a verdict change places with its neighbour; the cursor goes with it."""
        other = place + steps
        if not 0 <= other < len(self.rows):
            return
        mine, theirs = self.rows[place].entered(), self.rows[other].entered()
        self.rows[place].show_verdict(theirs)
        self.rows[other].show_verdict(mine)
        self.focus_on(self.rows[other].field.objectName())

    def use_politifact(self) -> None:
        """Show PolitiFact's six and their like; they count once they are saved."""
        self._put(POLITIFACT.rows)
        self.rows[0].field.setFocus()

    def go_back(self) -> None:
        """Show the defaults; they count once they are saved."""
        self._put(DEFAULT_LABELS.rows)
        self.rows[0].field.setFocus()

    def _put(self, rows: Sequence[NamedVerdict]) -> None:
        for row, shown in zip(self.rows, rows, strict=True):
            row.show_verdict(shown)
        self._follow()

    def _entered(self) -> list[NamedVerdict]:
        return [row.entered() for row in self.rows]

    def _row_of(self, error: BadLabel) -> LabelRow:
        return next(row for row in self.rows if row.verdict is error.verdict)

    def _follow(self) -> None:
        """Say at once what cannot be stored, beside the field that it is about."""
        wrong, sentence = None, ""
        try:
            checked_labels(self._entered())
        except BadLabel as error:
            wrong, sentence = self._row_of(error), str(error)
        for row in self.rows:
            row.mark(is_wrong=row is wrong)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        rows = tuple(self._entered())
        self.all_back.setEnabled(rows != DEFAULT_LABELS.rows)
        self.politifact.setEnabled(rows != POLITIFACT.rows)
