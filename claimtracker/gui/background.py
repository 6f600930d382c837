"""Work off the window's thread: one thread for the database, a pool for long work."""

import queue
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal, SignalInstance
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.leave_off import IsStopped, LeftOff, when_stored

CLOSING_MS = 1_000  # for changes that are under way when the database is about to be closed

T = TypeVar("T")
OpenSession = Callable[[IsStopped], AbstractContextManager[Session]]


class _Answer(QObject):
    """Carries one result home: emitted on the worker, received on the window's thread."""

    done = Signal(object)
    refused = Signal(object)
    broke = Signal(object)
    dropped = Signal(object)


class Job:
    """One piece of work on its way; `cancel` makes it stop at its next step in the database."""

    def __init__(
        self, work: Callable[[Session], Any], answer: _Answer, *, is_change: bool = False
    ) -> None:
        self._work = work
        self._answer = answer
        self._is_cancelled = self._is_stored = False
        self.is_change = is_change
        self.is_over = False
        self.is_left_off = False  # nobody waited for it, and it leaves no trace

    def is_cancelled(self) -> bool:
        """Whether nobody waits for it any more; asked by any thread."""
        return self._is_cancelled

    def cancel(self) -> None:
        """Ask the work to stop; what it had not finished leaves no trace."""
        self._is_cancelled = True

    def run(self, open_session: OpenSession) -> None:
        """Do the work and send its result home; a bug travels home too, to be shown once."""
        if self._is_cancelled:
            self._leave_off()  # nobody hears it, but the question is over
            return
        try:
            with open_session(self.is_cancelled) as session:
                when_stored(session, self._note_stored)
                result = self._work(session)
        except LeftOff:
            self._leave_off()
        except ClaimTrackerError as error:
            if self._is_cancelled:
                self._leave_off()
            else:
                self._end(self._answer.refused, error)
        except BaseException as error:  # noqa: BLE001 - raised again in the window's thread
            self._end(self._answer.broke, error)
        else:
            self._end(self._answer.done, result)

    def _note_stored(self) -> None:
        self._is_stored = True

    def _leave_off(self) -> None:
        self.is_left_off = not self._is_stored  # it may have been stopped at what came after
        self._end(self._answer.dropped)

    def _end(self, way: SignalInstance, told: object = None) -> None:
        self.is_over = True
        way.emit(told)


def _of_closed(_is_stopped: IsStopped) -> AbstractContextManager[Session]:
    raise ClaimTrackerError("The database is closed.")


class _Worker(QThread):
    """Takes jobs one after the other until None comes.

    What is over is kept for the window's thread to take apart: a job holds objects of Qt's, and one
    that is destroyed by another thread while its answer is on the way home crashes the program.
    """

    def __init__(self, open_session: OpenSession, parent: QObject) -> None:
        super().__init__(parent)
        self.jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self.open_session = open_session
        self.over: deque[Job] = deque()

    def run(self) -> None:
        """Work through the queue."""
        while (job := self.jobs.get()) is not None:
            job.run(self.open_session)
            self.over.append(job)

    def take_apart(self) -> None:
        """Let go of what is over; of all but the last, which this thread may still hold."""
        while len(self.over) > 1:
            self.over.popleft()


class Background(QObject):
    """Where the window sends work; answers come back as calls of bound methods.

    `done` must be a bound method of a QObject: Qt then calls it in that object's thread, and
    drops the answer if the object is gone by then.
    """

    refused = Signal(object)
    broke = Signal(object)
    idle = Signal()  # every question has been answered

    def __init__(self, open_session: OpenSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_session = open_session
        self._database = _Worker(open_session, self)
        self._database.start()
        self._long: list[_Worker] = []
        self._jobs: list[Job] = []
        self._open_questions = 0

    def ask(
        self,
        work: Callable[[Session], T],
        *done: Callable[[T], object],
        refused: Callable[[ClaimTrackerError], object] | None = None,
        is_change: bool = False,
    ) -> Job:
        """Queue quick work for the database thread; without `refused` the window says why not.

        What `is_change` has a moment more to come to its end when the database is closed.
        """
        job = self._job(work, done, refused, is_change=is_change)
        self._database.jobs.put(job)
        return job

    def start(
        self,
        work: Callable[[Session], T],
        *done: Callable[[T], object],
        refused: Callable[[ClaimTrackerError], object] | None = None,
        broke: Callable[[BaseException], object] | None = None,
        is_change: bool = False,
    ) -> Job:
        """Start long work on a thread of its own, so that the list stays quick beside it.

        `broke` hears of a bug in this work, which the window tells of all the same.
        """
        job = self._job(work, done, refused, broke, is_change=is_change)
        worker = _Worker(self._open_session, self)
        worker.jobs.put(job)
        worker.jobs.put(None)
        self._long.append(worker)
        worker.start()
        return job

    def close(self) -> int:
        """Leave off what only reads, finish what changes something, and end the threads.

        A change that takes longer than CLOSING_MS leaves no trace. Then it is waited for, however
        long that takes: Qt aborts the program when a running thread goes. Returns how many changes
        were left off so, for somebody to say.
        """
        self._database.jobs.put(None)
        workers = (self._database, *self._long)
        changes = [job for job in self._jobs if job.is_change and not job.is_cancelled()]
        self._leave_off(is_change=False)
        patience = QDeadlineTimer(CLOSING_MS)
        if not all([worker.wait(patience) for worker in workers]):
            self._leave_off(is_change=True)
            for worker in workers:
                worker.wait()
        self._forget()
        return sum(job.is_left_off for job in changes)

    def _forget(self) -> None:
        """Keep nothing of the database: Qt may hold on to parts of a window that has gone."""
        for worker in (self._database, *self._long):
            worker.open_session = _of_closed
            worker.over.clear()
        self._open_session = _of_closed
        self._long.clear()
        self._jobs.clear()

    def _take_apart(self) -> None:
        """Let go of what is over, here in the window's thread."""
        self._database.take_apart()
        ended = [worker for worker in self._long if worker.isFinished()]
        self._long = [worker for worker in self._long if worker not in ended]
        for worker in ended:
            worker.over.clear()
            worker.deleteLater()

    def _leave_off(self, *, is_change: bool) -> None:
        for job in self._jobs:
            if job.is_change is is_change:
                job.cancel()

    def _job(
        self,
        work: Callable[[Session], T],
        done: tuple[Callable[[T], object], ...],
        refused: Callable[[ClaimTrackerError], object] | None,
        broke: Callable[[BaseException], object] | None = None,
        *,
        is_change: bool,
    ) -> Job:
        self._take_apart()
        answer = _Answer()  # lives in the window's thread; the job keeps it alive
        for receiver in done:
            answer.done.connect(receiver)
        answer.refused.connect(refused or self._refuse)
        answer.broke.connect(self._break)
        if broke is not None:
            answer.broke.connect(broke)
        for end in (answer.done, answer.refused, answer.broke, answer.dropped):
            end.connect(self._count_down)  # last: a receiver may have asked the next question
        self._open_questions += 1
        job = Job(work, answer, is_change=is_change)
        self._jobs = [each for each in self._jobs if not each.is_over] + [job]
        return job

    @property
    def is_idle(self) -> bool:
        """Whether nothing is on its way."""
        return self._open_questions == 0

    def _count_down(self, _ended: object) -> None:
        self._open_questions -= 1
        if self._open_questions == 0:
            self.idle.emit()

    def _refuse(self, error: ClaimTrackerError) -> None:
        self.refused.emit(error)

    def _break(self, error: BaseException) -> None:
        self.broke.emit(error)
