"""The look for pairs, on a thread of its own, and the likest of what it found."""

import time
from functools import partial

from PySide6.QtCore import QObject, Signal
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.desk import Desk
from claimtracker.operations.like_pairs import LikePair, best_first, look_for_pairs, standing

MOST_PAIRS = 5_000  # nobody works through more before the next look
TOLD_EVERY_S = 1.0


class _Telling(QObject):
    """Keeps the likest on the thread that looks, and carries them home now and then.

    It belongs to nobody, like Progress.
    """

    told = Signal(int, int, object)  # as it is: Qt would copy a list piece by piece

    def __init__(self) -> None:
        super().__init__()
        self.is_stopped = False
        self._best: list[LikePair] = []
        self._next = 0.0

    def tell(self, done: int, total: int, pairs: list[LikePair]) -> None:
        """Called on the thread that looks; the signal is received in the window's."""
        least = self._best[-1].likeness if len(self._best) == MOST_PAIRS else 0
        better = [pair for pair in pairs if pair.likeness >= least]
        if better:
            self._best = best_first([*self._best, *better], MOST_PAIRS)
        now = time.monotonic()
        if now >= self._next or done >= total:
            self._next = now + TOLD_EVERY_S
            self.told.emit(done, total, self._best)

    def asks_to_stop(self) -> bool:
        """Whether the person has seen enough."""
        return self.is_stopped


class PairSearch(QObject):
    """Tells of the pairs that are still to be looked at whenever they have changed."""

    progressed = Signal(int, int)
    listed = Signal(object)  # the list of LikePair, the likest first
    ended = Signal(bool)  # whether all claims were looked at

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._telling: _Telling | None = None
        self._found: list[LikePair] = []
        self._left_out: set[LikePair] = set()  # brought together or told apart since
        desk.changes.changed.connect(self._look_over)

    @property
    def is_looking(self) -> bool:
        """Whether a look is under way."""
        return self._telling is not None

    def start(self) -> None:
        """Begin anew."""
        if self._telling is not None:
            return
        self._found, self._left_out = [], set()
        telling = self._telling = _Telling()
        telling.told.connect(self._take)
        work = partial(look_for_pairs, tell=telling.tell, is_stopped=telling.asks_to_stop)
        self._desk.background.start(work, self._finish, refused=self._fail, broke=self._break)

    def stop(self) -> None:
        """Look no further; what was found stays."""
        if self._telling is not None:
            self._telling.is_stopped = True

    def _take(self, done: int, total: int, pairs: list[LikePair]) -> None:
        if pairs != self._found:
            self._found = pairs
            self.listed.emit([pair for pair in pairs if pair not in self._left_out])
        self.progressed.emit(done, total)

    def _finish(self, is_whole: bool) -> None:
        self._telling = None
        self._look_over()
        self.ended.emit(is_whole)

    def _fail(self, error: ClaimTrackerError) -> None:
        self._desk.changes.refused.emit(str(error))
        self._finish(False)

    def _break(self, _error: object) -> None:
        self._finish(False)

    def _look_over(self) -> None:
        """Leave out what does not stand any more; what was taken back stands again."""
        self._desk.ask(partial(_standing, pairs=self._found), self._show)

    def _show(self, answer: tuple[list[LikePair], list[LikePair]]) -> None:
        found, standing_now = answer
        if found is self._found:
            self._left_out = set(found) - set(standing_now)
            self.listed.emit(standing_now)
        else:
            self._look_over()  # more was found meanwhile


def _standing(session: Session, pairs: list[LikePair]) -> tuple[list[LikePair], list[LikePair]]:
    return pairs, standing(session, pairs)
