"""The bar on top: what came due since the last look, each item once."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget
from sqlmodel import Session

from claimtracker.claims.notice_text import notice_sentence
from claimtracker.claims.rows import ReminderRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ReminderKind
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.icons import Sign
from claimtracker.gui.menu_keys import MenuKeys
from claimtracker.gui.message_bar import close_button
from claimtracker.gui.plain_text import PlainLabel, one_line
from claimtracker.operations.remind import due_reminders, put_away, snooze
from claimtracker.operations.sweep_deadlines import announce_due

TICK_MS = 60_000
SNOOZES = (("Until tomorrow", 1), ("For 3 days", 3), ("For a week", 7))
# The gravest kind gives the bar its colour; the words say the same.
_TONES = (
    (ReminderKind.PASSED_GENEROUS, "passed"),
    (ReminderKind.PASSED_STRICT, "grace"),
    (ReminderKind.DUE_SOON, "due_soon"),
    (ReminderKind.REVIEW, "due_soon"),
)
LONGEST_SUMMARY = 80


class ReminderBar(QFrame):
    """Sweeps at the start and once a minute; the database is the schedule, the tick a nudge."""

    work_through = Signal(list)
    newly_due = Signal(list)
    checked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reminder_bar")
        self.setAccessibleName("Reminders")
        self._desk = desk
        self._notices: list[ReminderRow] = []
        self._announced: set[int] = set()
        self._checked_on = desk.today  # the views begin with this day
        self._has_checked = False
        self._sentence = PlainLabel("", self)
        self._sentence.setObjectName("reminder_sentence")
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self.hide()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.sweep)
        desk.settings_changed.connect(self.sweep)

    def start(self) -> None:
        """Begin to watch the calendar; once begun it goes on."""
        if not self._tick.isActive():
            # Only now: the other views, which ask the database before the bar does, are there.
            self._desk.changes.changed.connect(self._follow_change)
            self._tick.start(TICK_MS)
            self.sweep()

    def sweep(self) -> None:
        """Hold the deadlines against today."""
        self._desk.ask(partial(_due_now, as_of=self._desk.as_of), self._follow_sweep)

    @property
    def sentence(self) -> str:
        """What the bar says now."""
        return self._sentence.text()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(Sign("clock", self))
        row.addWidget(self._sentence, stretch=1)
        row.addWidget(self._work_button())
        row.addWidget(self._snooze_button())
        close = close_button(self, "Put these reminders away")
        close.clicked.connect(self._put_away)
        row.addWidget(close)

    def _work_button(self) -> QPushButton:
        button = QPushButton("Work through", self)
        button.setObjectName("work_through")
        button.setAccessibleName("Work through what came due")
        button.setToolTip("Go to the claims that came due")
        button.clicked.connect(self._work_through)
        return button

    def _snooze_button(self) -> QPushButton:
        button = QPushButton("Snooze", self)
        button.setObjectName("snooze_all")
        button.setAccessibleName("Snooze these reminders")
        button.setToolTip("Say it again later; no date of a claim changes  (S on a claim)")
        menu = QMenu(button)
        menu.setObjectName("snooze_menu")
        MenuKeys(menu)
        for text, days in SNOOZES:
            action = QAction(text, menu)
            action.setObjectName(f"snooze_{days}")
            action.setData(days)
            menu.addAction(action)
        menu.triggered.connect(self._snooze)
        button.setMenu(menu)
        return button

    def _follow_sweep(self, due: "_Due") -> None:
        is_first, self._has_checked = not self._has_checked, True
        is_new_day = self._checked_on != self._desk.today
        self._checked_on = self._desk.today
        # Another program may have swept first, or a colleague have settled what is said here.
        is_changed = not is_first and due.notices != self._notices
        if is_new_day or due.is_news or is_changed:
            self._desk.changes.changed.emit()  # states moved with the calendar
        elif is_first:
            self._show(due.notices)  # the views have only just read: the bar alone is behind
        self.checked.emit()

    def _follow_change(self) -> None:
        """A claim that was added, or a verdict taken back, may have passed its day already."""
        self._desk.ask(partial(_due_now, as_of=self._desk.as_of), self._take)

    def _take(self, due: "_Due") -> None:
        if due.is_news:
            self._desk.changes.changed.emit()  # noted by the sweep, which is a change as well
        else:
            self._show(due.notices)

    def _show(self, notices: list[ReminderRow]) -> None:
        self._notices = notices
        fresh = [notice for notice in notices if notice.id not in self._announced]
        self._announced.update(notice.id for notice in fresh)
        if fresh and self._desk.settings.shows_notifications:
            self.newly_due.emit(fresh)
        counts = Counter(notice.kind for notice in notices)
        self._sentence.setText(self._words(counts))
        tone = next((tone for kind, tone in _TONES if counts[kind]), "")
        self.setProperty("tone", tone)
        self.style().unpolish(self)  # a property that the style sheet asks for changed
        self.style().polish(self)
        self.setVisible(bool(notices))

    def _words(self, counts: Counter[ReminderKind]) -> str:
        if len(self._notices) == 1:
            (notice,) = self._notices
            summary = one_line(notice.summary, LONGEST_SUMMARY)
            return f"{notice_sentence(counts)}: {summary}"
        if not self._notices:
            return ""
        oldest = min(notice.fell_on for notice in self._notices)
        since = f"Since {day_text(oldest, self._desk.today)}: " if oldest < self._desk.today else ""
        return since + notice_sentence(counts)

    def _claim_ids(self) -> list[int]:
        return list(dict.fromkeys(notice.claim_id for notice in self._notices))

    def _work_through(self) -> None:
        """The bar has done its part: each item is said once, the claims keep their states."""
        claim_ids = self._claim_ids()
        self._put_away()
        self.work_through.emit(claim_ids)

    def _snooze(self, action: QAction) -> None:
        until = self._desk.today + timedelta(days=int(action.data()))
        self._desk.carry_out(partial(snooze, claim_ids=self._claim_ids(), until=until))

    def _put_away(self) -> None:
        ids = [notice.id for notice in self._notices]
        self._desk.carry_out(partial(put_away, reminder_ids=ids))


@dataclass(frozen=True)
class _Due:
    """What is due; `is_news` where some of it was announced just now."""

    is_news: bool
    notices: list[ReminderRow]


def _due_now(session: Session, as_of: AsOf) -> _Due:
    is_news = any(announce_due(session, as_of).values())
    return _Due(is_news, due_reminders(session, as_of))
