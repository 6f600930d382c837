"""Find a claim by its words: a line to type in, and a list that its arrow keys steer."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from sqlmodel import Session

from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.state import AsOf
from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text, window_text
from claimtracker.gui.desk import Desk
from claimtracker.operations.find_claims import MOST_FOUND, claims_like, find_claims

PAUSE_MS = 120
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}

Answer = tuple[str, list[ClaimRow]]


class SteeringLine(QLineEdit):
    """A search line whose arrow keys move the cursor of the list under it."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        named(self, name, label)
        self.list: EntryList | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Up, Down and the page keys on to the list."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.list is None:
            super().keyPressEvent(event)
        else:
            self.list.step(step)


class ClaimFinder(QObject):
    """Fills the list with the claims that hold what is typed, once the typing pauses.

    While nothing is typed, those that are `like` a claim stand first.
    """

    answered = Signal(list)  # the ClaimRows that are listed now

    def __init__(
        self,
        desk: Desk,
        words: SteeringLine,
        found: EntryList,
        without: Callable[[], Sequence[int]],
        like: int | None = None,
    ) -> None:
        super().__init__(words)
        self._desk = desk
        self._words = words
        self._found = found
        self._without = without
        self._like = like
        self._typed = ""
        words.list = found
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        words.textChanged.connect(self._pause.start)

    def look(self) -> None:
        """Look now."""
        self._typed = self._words.text()
        work = partial(
            _matches,
            typed=self._typed,
            without=list(self._without()),
            like=self._like,
            as_of=self._desk.as_of,
        )
        self._desk.ask(work, self._take)

    def _take(self, answer: Answer) -> None:
        typed, rows = answer
        if typed == self._typed:
            self._found.show_entries([claim_entry(row, self._desk.today) for row in rows])
            self.answered.emit(rows)


def count_words(rows: Sequence[ClaimRow]) -> str:
    """What is said under the list: that there are more, or none."""
    if len(rows) == MOST_FOUND:
        return f"The first {MOST_FOUND}; type more words"
    return "" if rows else "No match"


def claim_entry(row: ClaimRow, today: date) -> Entry:
    """A claim as an entry: its summary, over who said it when and by when."""
    said = f"said {day_text(row.stated_on, today)}" if row.stated_on else ""
    days = window_text(row.window, today) if row.window.is_dated else ""
    words = f"“{row.deadline_wording}”" if row.deadline_wording else ""
    note = (row.claimant, said, words, days)
    return Entry(row.summary, " · ".join(part for part in note if part), key=row.id)


def _matches(
    session: Session, typed: str, without: Sequence[int], like: int | None, as_of: AsOf
) -> Answer:
    """The claims that hold all of the words, with what was typed to tell answers apart."""
    if like is not None and not typed.strip():
        return typed, claims_like(session, like, as_of, without=without)
    return typed, find_claims(session, typed, as_of, without=without)
