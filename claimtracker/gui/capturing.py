"""The queue that captures documents in the background, two at a time.

The network is touched only because a person linked an address, or asked for it by name. What goes
to the network and to the parsers is loaded with the first document, not with the program.
"""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import ShelvedRow
from claimtracker.claims.vocabulary import of_documents
from claimtracker.gui.capture_task import Outcome, Task, TaskKind, capture_task, snapshot_task
from claimtracker.gui.desk import Desk, OpenNetwork
from claimtracker.gui.work_bar import WorkBar
from claimtracker.operations import list_evidence

AT_A_TIME = 2
CAPTURED_ALREADY = (
    "Nothing is left to capture here. Link the address anew to keep what it shows today."
)
NO_ADDRESS = "The Wayback Machine keeps pages: this document has no address of its own to ask for."
CANCELLED = "Capturing cancelled. What was linked or kept stays; G on the evidence tries again."

_Rows = dict[int, ShelvedRow]
_MakeTask = Callable[[ShelvedRow], Task | None]


class CapturingBar(WorkBar):
    """Says what is being captured, and how many are still to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("capturing", "Capturing evidence", "Cancel capturing", parent)


class _Ending(QObject):
    """Hears in the window's thread how one task ended, whatever way it did, and tells it once."""

    told = Signal(object)  # the Outcome

    def __init__(self, task: Task, parent: QObject) -> None:
        super().__init__(parent)
        self._task = task

    def take(self, outcome: Outcome) -> None:
        """It came to an end of its own."""
        self.told.emit(outcome)
        self.deleteLater()

    def refuse(self, error: ClaimTrackerError) -> None:
        """The store did not take what there was, as where it is locked or full."""
        self.take(Outcome(self._task, str(error), is_stored=False, is_lost=True))

    def break_off(self, _bug: BaseException) -> None:
        """The window tells of the bug; here it is only over."""
        self.take(Outcome(self._task, is_stored=False))


class Capturing(QObject):
    """Takes the ids of documents; what fails is said once all are done, and can be tried again."""

    def __init__(self, desk: Desk, bar: CapturingBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bar = bar
        self._waiting: deque[Task] = deque()
        self._running: list[Task] = []
        self._outcomes: list[Outcome] = []
        self._is_closed = False
        bar.cancelled.connect(self.cancel)
        desk.changes.kept.connect(self.take_kept)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being captured or waits for it."""
        return not (self._running or self._waiting)

    def take_kept(self, evidence_ids: Sequence[int]) -> None:
        """Capture what a person has just linked or kept, as far as the settings want it."""
        self._read(evidence_ids, self._begin_kept)

    def capture_again(self, evidence_ids: Sequence[int]) -> None:
        """Try again what failed or was never captured; the settings are not asked."""
        self._read(evidence_ids, self._begin_again)

    def ask_wayback(self, evidence_ids: Sequence[int], *, is_new: bool) -> None:
        """Ask the Wayback Machine for a snapshot of these; it becomes their archive link."""
        self._read(evidence_ids, self._begin_new if is_new else self._begin_existing)

    def cancel(self) -> None:
        """Leave off; nothing of what is not finished is kept."""
        self._stop()
        self._desk.changes.said.emit(CANCELLED)

    def close(self) -> None:
        """Leave off for good: the window is about to go."""
        self._is_closed = True
        self._stop()

    def _stop(self) -> None:
        self._waiting.clear()
        for task in self._running:
            task.stop.set()

    def _read(self, evidence_ids: Sequence[int], begin: Callable[[_Rows], None]) -> None:
        """Read what is stored of them; `begin` is a bound method."""
        wanted = list(evidence_ids)
        if wanted:
            self._desk.ask(partial(_in_order, wanted=wanted), begin)

    def _begin_kept(self, rows: _Rows) -> None:
        tasks = _tasks(rows, capture_task)
        if not self._desk.settings.captures_pages:
            tasks = [task for task in tasks if task.kind is not TaskKind.PAGE]
        self._begin(tasks)

    def _begin_again(self, rows: _Rows) -> None:
        self._begin(_tasks(rows, partial(capture_task, is_asked_for=True)), CAPTURED_ALREADY)

    def _begin_existing(self, rows: _Rows) -> None:
        self._begin(_tasks(rows, partial(snapshot_task, is_new=False)), NO_ADDRESS)

    def _begin_new(self, rows: _Rows) -> None:
        self._begin(_tasks(rows, partial(snapshot_task, is_new=True)), NO_ADDRESS)

    def _begin(self, tasks: list[Task], nothing: str = "") -> None:
        if not tasks and nothing:
            self._desk.changes.refused.emit(nothing)
        under_way = {(task.kind, task.row.evidence_id) for task in (*self._running, *self._waiting)}
        self._waiting.extend(
            task for task in tasks if (task.kind, task.row.evidence_id) not in under_way
        )
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and len(self._running) < AT_A_TIME and not self._is_closed:
            task = self._waiting.popleft()
            self._running.append(task)
            ending = _Ending(task, self)
            ending.told.connect(self._take)
            self._desk.background.start(
                partial(
                    _carry_out,
                    task=task,
                    by=self._desk.by,
                    open_network=self._desk.open_network,
                    service=self._desk.settings.wayback_address,
                ),
                ending.take,
                refused=ending.refuse,
                broke=ending.break_off,
            )
        self._show()

    def _take(self, outcome: Outcome) -> None:
        if outcome.is_stored or outcome.failure:
            self._outcomes.append(outcome)
        self._running.remove(outcome.task)
        self._go_on()
        if self.is_idle:
            self._say_outcomes()
        if outcome.is_stored:
            self._desk.changes.changed.emit()

    def _show(self) -> None:
        if not self._running:
            self._bar.end()
            return
        doing = self._running[0].doing
        more = len(self._running) + len(self._waiting) - 1
        self._bar.say(f"{doing}, {more:,} to go" if more else f"{doing}…")

    def _say_outcomes(self) -> None:
        told = [done for done in self._outcomes if _is_told(done)]
        self._outcomes.clear()
        failed = [done for done in told if done.failure]
        if failed:
            self._desk.changes.refused.emit(_failure_words(failed, len(told)))
        elif told:
            self._desk.changes.said.emit(_done_words(told))


def _is_told(done: Outcome) -> bool:
    """A file without words is evidence all the same; words that were there and got lost count."""
    return done.task.kind is not TaskKind.FILE or done.is_lost


def _failure_words(failed: Sequence[Outcome], total: int) -> str:
    first = failed[0]
    named = f"“{first.task.called}”: {first.failure}"
    if not first.task.is_of_archive:
        what = "file" if first.task.kind is TaskKind.FILE else "address"
        named += f" Its {what} stays; G on the evidence tries again."
    if total == 1:
        return named
    verb = "was" if len(failed) == 1 else "were"
    return f"{len(failed):,} of {of_documents(total)} {verb} not captured. {named}"


def _done_words(done: Sequence[Outcome]) -> str:
    what = "archived" if all(each.task.is_of_archive for each in done) else "captured"
    return f"{of_documents(len(done)).capitalize()} {what}"


def _tasks(rows: _Rows, make: _MakeTask) -> list[Task]:
    return [task for task in map(make, rows.values()) if task is not None]


def _in_order(session: Session, wanted: Sequence[int]) -> _Rows:
    rows = list_evidence.rows(session, wanted)
    return {evidence_id: rows[evidence_id] for evidence_id in wanted if evidence_id in rows}


def _carry_out(
    session: Session, task: Task, by: str, open_network: OpenNetwork, service: str
) -> Outcome:
    from claimtracker.gui.capture_work import Means, carry_out

    return carry_out(session, task, Means(by, open_network, service))
