"""Later words for a deadline: what was said, on which day, by whom, where, on what condition."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from claimtracker.claims.drafts import LaterWords, SourceDraft
from claimtracker.claims.rows import ReportRow
from claimtracker.claims.state import Window
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.fields import LineField, NameCompleter, TextField
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.claim_panel.reading_preview import ReadingPreview
from claimtracker.gui.claim_panel.reading_words import Answer, Question
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import framed
from claimtracker.gui.plain_text import buddy_label
from claimtracker.operations.show_claim import Names, names


class MoveWords(QWidget):
    """The fields of the later words, with their reading below while they are typed."""

    read_anew = Signal()  # the reading, or the day said, is another one

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wording = named(QLineEdit(placeholderText="by the end of May"), "wording")
        self.stated_on = DayField("stated_on", "Said on", desk)
        self.stated_on.set_day(desk.today)
        self.claimant = LineField("moved_by", "Moved by", "Not known")
        self.condition = TextField("condition", "Condition", "unless there are clear signs")
        self.quote = TextField("quote", "Quote", "Verbatim, as it was said")
        self.title = LineField("source_title", "Source title")
        self.url = LineField("source_url", "Source address", "https://")
        self.preview = ReadingPreview(desk)
        self.days: Window | None = None
        self._desk = desk
        day = f"on {day_text(self._review_day, desk.today)}"
        self.review = named(QCheckBox(f"Without a date: re&view it {day}"), "look_again")
        self.review.setAccessibleName(f"Without a date: review it {day}")
        framed(self.review)
        self.review.hide()
        self._completer = NameCompleter(self)
        self.claimant.setCompleter(self._completer)
        self._lay_out()
        self._connect()
        desk.ask(names, self._use_names)
        self._ask()

    def _lay_out(self) -> None:
        left, right, both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for side, fields in (
            (left, (("The later &words", self.wording), ("&Said on", self.stated_on))),
            (left, (("&Moved by", self.claimant), ("&Condition", self.condition))),
            (right, (("&Quote, word for word", self.quote), ("Source &title", self.title))),
            (right, (("Source &address", self.url),)),
        ):
            for text, field in fields:
                _add(side, text, field)
        both.setSpacing(24)
        for side in (left, right):
            side.setSpacing(4)
            side.addStretch()
            both.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addLayout(both)
        column.addWidget(self.preview)
        column.addWidget(self.review)

    def _connect(self) -> None:
        self.wording.textChanged.connect(self._ask)
        self.stated_on.edited.connect(self._ask)
        self.stated_on.edited.connect(self.read_anew)
        self.claimant.edited.connect(self._ask)
        self.preview.answered.connect(self._take_reading)

    def take_earlier(self, earlier: ReportRow) -> None:
        """Begin with the same claimant and condition, unless something was typed there."""
        if not self.claimant.isModified():
            self.claimant.set_text(earlier.claimant)
        if not self.condition.document().isModified():
            self.condition.set_text(earlier.condition)
            self.condition.document().setModified(False)

    def checked(self) -> tuple[str, date, LaterWords]:
        """The words, the day and all else; raises FieldError where one of the two is missing."""
        wording = self.wording.text().strip()
        if not wording:
            raise FieldError("wording", "Enter the words in which the new deadline was given.")
        said = self.stated_on.checked_day()
        if said is None:
            raise FieldError("stated_on", "Enter the day on which it was said.")
        is_own = self.condition.document().isModified()
        told = LaterWords.of(
            quote=self.quote.text(),
            claimant=self.claimant.text() if self.claimant.isModified() else None,
            condition=self.condition.text() if is_own else None,
            source=SourceDraft.of(title=self.title.text(), url=self.url.text()),
            review_on=self._review_day if self.has_no_date and self.review.isChecked() else None,
        )
        return wording, said, told

    @property
    def has_no_date(self) -> bool:
        """Whether there are words, and they give none."""
        return self.days is not None and not self.days.is_dated

    @property
    def _review_day(self) -> date:
        return self._desk.today + timedelta(days=self._desk.settings.look_again_days)

    def take_focus(self) -> None:
        """Put the cursor where the words go."""
        self.wording.setFocus()

    def _use_names(self, found: Names) -> None:
        self._completer.use(found.claimants)

    def _ask(self) -> None:
        said = self.stated_on.day_or_none()
        self.preview.ask(Question(self.wording.text().strip(), said, self.claimant.text().strip()))

    def _take_reading(self, answer: Answer | None) -> None:
        self.days = answer.window if answer else None
        self.review.setVisible(self.has_no_date)
        self.read_anew.emit()


def _add(side: QVBoxLayout, text: str, field: QWidget) -> None:
    label: QLabel = buddy_label(text, field)
    if not field.accessibleName():
        field.setAccessibleName(text.replace("&", ""))
    if side.count():
        side.addSpacing(8)
    side.addWidget(label)
    side.addWidget(field)
