"""Record that a deadline was moved: later words or a stored claim, and by how much it slips."""

from functools import partial

from PySide6.QtWidgets import QTabWidget, QWidget

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import ClaimDetails, ReportRow
from claimtracker.claims.state import Window
from claimtracker.gui.claim_panel.moves import is_circle
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.gui.dialogs.move_stored import MoveStored
from claimtracker.gui.dialogs.move_words import MoveWords
from claimtracker.gui.slip_words import slip_words, step_sentence
from claimtracker.operations.follow_deadline import follow_deadline
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.show_claim import show_claim

NO_DATE = ". It has no date and no review date: W looks again after a while"
_WIDTH = 780
_WORDS, _STORED = range(2)


class MoveDialog(OperationDialog):
    """Shows the reading of the later deadline, and the slip against the earlier one.

    A chain grows at its end: from a claim in its middle the dialog goes on to the last one.
    """

    def __init__(self, desk: Desk, claim_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Record a moved deadline", "Record", parent, _WIDTH)
        self._claim_id = claim_id
        self._end_id = claim_id
        self._earlier: ReportRow | None = None
        self._first: Window | None = None
        self.add_about([claim_id])
        self.until_now = self.add_note("", "until_now")
        self.later = MoveWords(desk)
        self.stored = MoveStored(desk, claim_id)
        self.wording, self.stated_on = self.later.wording, self.later.stated_on
        self.preview = self.later.preview
        self.ways = named(QTabWidget(documentMode=True), "ways", "New words or an existing claim")
        self.ways.tabBar().setDrawBase(False)
        self.ways.tabBar().setAccessibleName(self.ways.accessibleName())
        self.ways.addTab(self.later, "&New words")
        self.ways.addTab(self.stored, "&Existing claim")
        self.column.addSpacing(4)
        self.column.addWidget(self.ways, 1)
        self.slip = self.add_note("", "slip")
        self._connect()
        self.later.take_focus()

    def _connect(self) -> None:
        self.ways.currentChanged.connect(self._turn)
        for way in (self.later, self.stored):
            way.read_anew.connect(self._show_slip)
        self.stored.opened.connect(self.submit)

    def operation(self) -> Operation:
        """Check what was entered, then add the next step of the chain."""
        by, claim_id = self.desk.by, self._end_id
        if self.ways.currentIndex() == _STORED:
            later_id = self.stored.checked_id()
            return partial(follow_deadline, claim_id=claim_id, later_id=later_id, by=by)
        wording, said, told = self.later.checked()
        return partial(
            move_deadline, claim_id=claim_id, wording=wording, stated_on=said, told=told, by=by
        )

    def done_words(self) -> str:
        """What the status line says afterwards."""
        is_new = self.ways.currentIndex() == _WORDS
        is_lacking = is_new and self.later.has_no_date and not self.later.review.isChecked()
        return f"Moved deadline recorded{NO_DATE if is_lacking else ''}"

    def take_claim(self, details: ClaimDetails) -> None:
        """Go on to the end of the chain, and count the slip from there."""
        moves = details.moves
        if moves:
            first = next((step for step in moves if step.latest_on), moves[0])
            self._first = Window(first.opens_on, first.due_on, first.latest_on)
        end_id = moves[-1].claim_id if moves and not is_circle(moves) else details.report.id
        if end_id == details.report.id:
            self._take_end(details)
        else:
            work = partial(show_claim, claim_id=end_id, as_of=self.desk.as_of)
            self.desk.ask(work, self._take_end)

    def _take_end(self, details: ClaimDetails) -> None:
        earlier = self._earlier = details.report
        self._end_id = earlier.id
        self.stored.leave_out(earlier.id)
        words = f"“{earlier.deadline_wording}”" if earlier.deadline_wording else "no deadline"
        self.until_now.setText(
            f"Until now: {words}"
            if self._end_id == self._claim_id
            else f"Moved on already: this becomes the step after the last one, {words} "
            f"(claim {self._end_id})"
        )
        self.later.take_earlier(earlier)
        self._show_slip()

    def _refuse(self, error: ClaimTrackerError) -> None:
        """Say why, and read the chain again: somebody may have moved its end meanwhile."""
        super()._refuse(error)
        work = partial(show_claim, claim_id=self._claim_id, as_of=self.desk.as_of)
        self.desk.ask(work, self.take_claim)

    def _turn(self, way: int) -> None:
        if way == _STORED:
            self.stored.look()
        else:
            self.later.take_focus()
        self._show_slip()

    def _show_slip(self) -> None:
        self.slip.setText(self._slip_words())
        self.fit()

    def _slip_words(self) -> str:
        """By how much it slips, and whether the days said are the wrong way round."""
        row = self.stored.row()
        is_stored = self.ways.currentIndex() == _STORED
        now = (row.window if row else None) if is_stored else self.later.days
        if self._earlier is None or now is None:
            return ""
        said = (row.stated_on if row else None) if is_stored else self.stated_on.day_or_none()
        before = self._earlier
        was = Window(before.opens_on, before.due_on, before.latest_on)
        sentences = [f"{step_sentence(was, now)}."]
        if self._first is not None and self._first.latest_on and now.latest_on:
            days = (now.latest_on - self._first.latest_on).days
            since = f"In all {slip_words(days)}" if days else "In all no later than the first"
            sentences.append(f"{since}.")
        if said and before.stated_on and said < before.stated_on:
            sentences.append("Said before the words that it moves: check the day.")
        return " ".join(sentences)
