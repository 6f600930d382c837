"""Words to try the conventions on, before they are saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from claimtracker.claims.state import Window
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.claim_panel.reading_words import (
    Answer,
    Question,
    headline,
    remarks,
    rule_line,
)
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import buddy_label, wrapped_label
from claimtracker.operations.read_deadline import Reader

EXAMPLE = "within days"
_RESULT_LINES = 5


class TryReading(QFrame):
    """Shows how the words read by the conventions as entered, and how they read as stored."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        named(self, "try_reading", "Try it")
        self.setProperty("role", "card")
        self._desk = desk
        self.words = named(QLineEdit(EXAMPLE), "try_words", "Words to try")
        self.day = DayField("try_day", "Day they were said", desk)
        self.day.set_day(desk.today)
        self.headline = wrapped_label("try_headline", "strong")
        self.rule = wrapped_label("try_rule", "muted")
        self.remarks = wrapped_label("try_remarks", "muted")
        self._lay_out()
        self.words.textChanged.connect(self.edited)
        self.day.edited.connect(self.edited)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(buddy_label("&Try it", self.words), 0, 0)
        grid.addWidget(self.words, 0, 1)
        grid.addWidget(buddy_label("said &on", self.day.line), 0, 2)
        grid.addWidget(self.day, 0, 3)
        grid.addWidget(self._result(), 1, 0, 1, 4)
        grid.setColumnStretch(1, 1)

    def _result(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.headline, self.rule, self.remarks):
            column.addWidget(part)
        column.addStretch()
        area = named(QScrollArea(widgetResizable=True), "try_result", "Reading")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedHeight(self.fontMetrics().lineSpacing() * _RESULT_LINES + 8)
        area.setWidget(inside)
        return area

    def show_reading(self, entered: Reader, stored: Reader) -> None:
        """Read the words by both; a day that cannot be read counts as none."""
        question = Question(self.words.text().strip(), self.day.day_or_none())
        if not question.wording:
            self._show("", "", "Type the words of a deadline to see how they are read.")
            return
        today = self._desk.today
        found = _answer(entered, question)
        further = remarks(found, today)
        was = _answer(stored, question)
        if was.window != found.window:
            further.insert(0, f"As stored until now: {headline(was, today)}.")
        self._show(headline(found, today), rule_line(found), "\n".join(further))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries the words, which has been done already; it is not to save the dialog."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of a reading."""
        self._show("", "", sentence)

    def _show(self, *texts: str) -> None:
        for part, text in zip((self.headline, self.rule, self.remarks), texts, strict=True):
            part.setText(text)
            part.setVisible(bool(text))


def _answer(by: Reader, question: Question) -> Answer:
    found = by.read(question.wording, question.stated_on)
    return Answer(question, found, Window(found.opens_on, found.due_on, found.latest_on))
