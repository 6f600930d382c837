"""What a deadline's words are read as, while they are typed."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.background import Job
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.claim_panel.reading_words import (
    NO_WORDS,
    Answer,
    Question,
    answer,
    headline,
    remarks,
    rule_line,
    stand_in,
)
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import wrapped_label

PATIENCE_MS = 400  # for which the last answer may stand while other words are read
PAUSE_MS = 120  # between two keys of quick typing; nobody notices it at the end of a word


class ReadingPreview(QFrame):
    """Asks for the reading in the background and shows the answer to the latest question.

    What is said of one claim never stands beside the words of another one.
    """

    answered = Signal(object)  # the Answer that is shown, or None while there is none

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "reading_preview", "Reading")
        self._desk = desk
        self._question: Question | None = None
        self._job: Job | None = None
        self._claim_id: int | None = None  # of which something is said
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._send)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._stand_in)
        desk.changes.changed.connect(self._ask_again)
        self.setProperty("role", "card")
        self.headline = wrapped_label("reading_headline", "strong")
        self.rule = wrapped_label("reading_rule", "muted")
        self.remarks = wrapped_label("reading_remarks", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for part in (self.headline, self.rule, self.remarks):
            column.addWidget(part)

    def ask(self, question: Question) -> None:
        """Have these words read; an answer to an earlier question is not shown any more."""
        if question == self._question:
            return
        self._question = question
        if self._job is not None:
            self._job.cancel()
        is_other, self._claim_id = question.claim_id != self._claim_id, question.claim_id
        if question.wording.strip() or question.by_hand.is_dated:
            if is_other:
                self._stand_in()
            self._patience.start()
            self._timer.start()
        else:
            self._timer.stop()
            self._show("", "", NO_WORDS)
            self.answered.emit(None)

    def _ask_again(self) -> None:
        """Other conventions, events or terms of office may read the same words otherwise."""
        question = self._question
        if question is not None:
            self._question = None
            self.ask(question)

    def _stand_in(self) -> None:
        if self._question is not None:
            self._show(*stand_in(self._question, self._desk.today))

    def _send(self) -> None:
        if self._question is None:
            return
        work = partial(answer, question=self._question)
        self._job = self._desk.background.ask(work, self._take, refused=self._refuse)

    def _take(self, found: Answer) -> None:
        if found.question != self._question:
            return
        today = self._desk.today
        self._show(headline(found, today), rule_line(found), "\n".join(remarks(found, today)))
        self.answered.emit(found)

    def _refuse(self, error: ClaimTrackerError) -> None:
        self._show("", "", str(error))
        self.answered.emit(None)

    def _show(self, *texts: str) -> None:
        self._patience.stop()
        for part, text in zip((self.headline, self.rule, self.remarks), texts, strict=True):
            part.setText(text)
            part.setVisible(bool(text))
