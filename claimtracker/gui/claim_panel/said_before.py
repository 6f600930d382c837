"""The quiet line in the form of a new claim: what is being entered looks said before."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from sqlmodel import Session

from claimtracker.gui.background import Job
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import one_line, plain_tooltip, wrapped_label

if TYPE_CHECKING:
    from claimtracker.operations.said_before import LooksSaid

PAUSE_MS = 400  # longer than between two words: it is an offer, not a preview
_LEAST_WORDS = 2
_LONGEST = 140


@dataclass(frozen=True)
class Entered:
    """What is compared: the texts of the form, empty where nothing is to be offered."""

    summary: str = ""
    quote: str = ""
    claimant: str = ""


@dataclass(frozen=True)
class _Answer:
    entered: Entered
    found: "Sequence[LooksSaid]"


class SaidBeforeLine(QFrame):
    """Looks in the background once the typing pauses; out of sight while nothing is alike."""

    open_wanted = Signal(int)
    said_again_wanted = Signal(int, str)  # the claim, and its summary

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "said_before", "Looks said before")
        self.setProperty("role", "card")
        self._desk = desk
        self._entered = Entered()
        self._is_on = False
        self._job: Job | None = None
        self._found: Sequence[LooksSaid] = ()
        self._at = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.sentence = wrapped_label("said_before_sentence", "muted")
        self.again_button = text_button("said_before_again", "Add as said &again")
        self.again_button.setToolTip("Add this as a further place where that claim was said")
        self.open_button = text_button("said_before_open", "&Open it")
        self.next_button = text_button("said_before_next", "Ne&xt")
        self._lay_out()
        self.again_button.clicked.connect(self._want_again)
        self.open_button.clicked.connect(self._want_open)
        self.next_button.clicked.connect(self._go_on)
        desk.changes.changed.connect(self._look_again)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.again_button, self.open_button, self.next_button):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.sentence)
        column.addLayout(row)

    @property
    def shown(self) -> "LooksSaid | None":
        """The claim that is named now."""
        return self._found[self._at] if self._found else None

    def turn_on(self) -> None:
        """Offer from now on; a form whose candidate is compared elsewhere leaves it off."""
        self._is_on = True

    def ask(self, entered: Entered) -> None:
        """Compare this; an answer to an earlier question is not shown any more."""
        if not self._is_on or entered == self._entered:
            return
        self._entered = entered
        if self._job is not None:
            self._job.cancel()
        if len(f"{entered.summary} {entered.quote}".split()) >= _LEAST_WORDS:
            self._pause.start()
        else:
            self._pause.stop()
            self._show(())

    def _look_again(self) -> None:
        """A claim may have come, gone or been brought together with another one."""
        if self._found:
            self._pause.start()

    def _look(self) -> None:
        self._job = self._desk.ask(partial(_answer, entered=self._entered), self._take)

    def _take(self, answer: _Answer) -> None:
        if answer.entered == self._entered:
            self._show(answer.found)

    def _show(self, found: "Sequence[LooksSaid]") -> None:
        shown = self.shown
        self._found = found
        keys = [it.claim_id for it in found]
        self._at = keys.index(shown.claim_id) if shown and shown.claim_id in keys else 0
        self._say()

    def _say(self) -> None:
        shown = self.shown
        self.setVisible(shown is not None)
        self.next_button.setVisible(len(self._found) > 1)
        if shown is not None:
            day = day_text(shown.stated_on, self._desk.today) or "day not known"
            count = f" ({self._at + 1} of {len(self._found)})" if len(self._found) > 1 else ""
            summary = one_line(shown.summary, _LONGEST)
            self.sentence.setText(f"Looks said before{count}: {summary} ({day})")
            told = (shown.summary, shown.claimant, shown.deadline_wording)
            self.sentence.setToolTip(plain_tooltip("\n".join(part for part in told if part)))

    def _go_on(self) -> None:
        self._at = (self._at + 1) % max(len(self._found), 1)
        self._say()

    def _want_again(self) -> None:
        if (shown := self.shown) is not None:
            self.said_again_wanted.emit(shown.claim_id, shown.summary)

    def _want_open(self) -> None:
        if (shown := self.shown) is not None:
            self.open_wanted.emit(shown.claim_id)


def _answer(session: Session, entered: Entered) -> _Answer:
    # Loaded here, on the thread of the database: what compares texts is not needed for the form.
    from claimtracker.operations.said_before import said_before

    return _Answer(entered, said_before(session, entered.summary, entered.quote, entered.claimant))
