"""The fields above the log: words, what it was about, who, when, and whether it still stands."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from claimtracker.claims.log import Kind, LogFilter, Standing
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import buddy_label, one_line

Word = TypeVar("Word", bound=StrEnum)
PAUSE_MS = 150
ANYBODY, ANYTHING, EVERYTHING = "Anybody", "Anything", "All of it"
KINDS = {
    Kind.CLAIMS: "Claims",
    Kind.PLACES: "Where it was said",
    Kind.EVIDENCE: "Evidence",
    Kind.VERDICTS: "Verdicts",
    Kind.MOVES: "Moves",
    Kind.TAGS: "Tags",
    Kind.CLAIMANTS: "Claimants",
    Kind.EVENTS: "Events",
    Kind.CONVENTIONS: "Conventions and labels",
}
STANDINGS = {Standing.STANDS: "What still stands", Standing.UNDONE: "What was undone"}


class LogFilters(QWidget):
    """Tells after a pause what is wanted; what is typed as a day and is none filters nothing."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = named(QLineEdit(placeholderText="In the action or the claim"), "log_words")
        self.words.setClearButtonEnabled(True)
        self.kind = _choice("log_kind", "About", ANYTHING, KINDS)
        self.standing = _choice("log_standing", "Shown", EVERYTHING, STANDINGS)
        self.by = _choice("log_by", "Who", ANYBODY, {})
        self.first = DayField("log_first", "From", desk)
        self.last = DayField("log_last", "Until", desk)
        self.clear_button = text_button("log_clear", "Clear")
        self.clear_button.clicked.connect(self.clear)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._lay_out()
        self.words.textChanged.connect(self._pause.start)
        for day in (self.first, self.last):
            day.edited.connect(self._pause.start)
        for choice in (self.kind, self.standing, self.by):
            choice.currentIndexChanged.connect(self._tell)
        self._tell_whether_any()

    def wanted(self) -> LogFilter:
        """What is wanted now."""
        return LogFilter(
            words=self.words.text(),
            by=str(self.by.currentData() or ""),
            first_on=self.first.day_or_none(),
            last_on=self.last.day_or_none(),
            kind=_chosen(self.kind, Kind),
            standing=_chosen(self.standing, Standing),
        )

    def clear(self) -> None:
        """Want everything again."""
        for choice in (self.kind, self.standing, self.by):
            choice.setCurrentIndex(0)
        self.words.clear()
        for day in (self.first, self.last):
            day.set_day(None)
            day.mark()
        self.words.setFocus()

    def offer_people(self, names: Sequence[str]) -> None:
        """Offer these names; the one that is chosen stays so."""
        if names == [self.by.itemData(row) for row in range(1, self.by.count())]:
            return
        chosen = self.by.currentData()
        self.by.blockSignals(True)
        self.by.clear()
        self.by.addItem(ANYBODY, "")
        for name in names:
            self.by.addItem(one_line(name, 60), name)
        self.by.setCurrentIndex(max(self.by.findData(chosen), 0))
        self.by.blockSignals(False)

    def _lay_out(self) -> None:
        fields = (
            ("&Words", self.words),
            ("A&bout", self.kind),
            ("&Shown", self.standing),
            ("Wh&o", self.by),
            ("&From", self.first),
            ("&Until", self.last),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for number, (text, field) in enumerate(fields):
            row, column = divmod(number, 3)
            label = buddy_label(text, field)
            field.setAccessibleName(text.replace("&", ""))
            if isinstance(field, DayField):
                field.line.setAccessibleName(text.replace("&", ""))
                grid.addWidget(label, row, 2 * column, Qt.AlignmentFlag.AlignTop)
                label.setContentsMargins(0, 6, 0, 0)
            else:
                grid.addWidget(label, row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        grid.addWidget(self.clear_button, 0, 6)

    def _tell(self) -> None:
        self._pause.stop()
        self._tell_whether_any()
        self.changed.emit()

    def _tell_whether_any(self) -> None:
        self.clear_button.setEnabled(self.wanted() != LogFilter())


def _choice(name: str, label: str, none: str, words: dict[Word, str]) -> QComboBox:
    box = named(QComboBox(), name, label)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    box.addItem(none, "")
    for word, text in words.items():
        box.addItem(text, word.value)
    return box


def _chosen(box: QComboBox, words: type[Word]) -> Word | None:
    chosen = box.currentData()
    return words(chosen) if chosen else None
