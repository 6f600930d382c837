"""The look for pairs, on a thread of its own, and the likest of what it found."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.desk import Desk
from claimtracker.operations.like_pairs import LikePair, best_first, look_for_pairs, standing

MOST_PAIRS = 5_000  # nobody works through more before the next look
SHOWN_EVERY_MS = 500


class _Telling(QObject):
    """Carries what is found from the thread that looks; one look has one."""

    told = Signal(int, int, list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_stopped = False

    def tell(self, done: int, total: int, pairs: list[LikePair]) -> None:
        """Called on the thread that looks; the signal is received in the window's."""
        self.told.emit(done, total, pairs)

    def asks_to_stop(self) -> bool:
        """Whether the person has seen enough."""
        return self.is_stopped


class PairSearch(QObject):
    """Tells of the pairs that are still to be looked at whenever they have changed."""

    progressed = Signal(int, int)
    listed = Signal(list)  # of LikePair, the likest first
    ended = Signal(bool)  # whether all claims were looked at

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._telling: _Telling | None = None
        self._found: list[LikePair] = []
        self._pause = QTimer(self, singleShot=True, interval=SHOWN_EVERY_MS)
        self._pause.timeout.connect(self._list)
        desk.changes.changed.connect(self._list)

    @property
    def is_looking(self) -> bool:
        """Whether a look is under way."""
        return self._telling is not None

    def start(self) -> None:
        """Begin anew; what was found before stays listed until it is found again."""
        if self._telling is not None:
            return
        self._found = []
        telling = self._telling = _Telling(self)
        telling.told.connect(self._take)
        work = partial(look_for_pairs, tell=telling.tell, is_stopped=telling.asks_to_stop)
        self._desk.background.start(work, self._finish, refused=self._fail, broke=self._break)

    def stop(self) -> None:
        """Look no further; what was found stays."""
        if self._telling is not None:
            self._telling.is_stopped = True

    def _take(self, done: int, total: int, pairs: list[LikePair]) -> None:
        if pairs:
            self._found = best_first([*self._found, *pairs], MOST_PAIRS)
            if not self._pause.isActive():
                self._pause.start()
        self.progressed.emit(done, total)

    def _finish(self, is_whole: bool) -> None:
        self._telling = None
        self._list()
        self.ended.emit(is_whole)

    def _fail(self, error: ClaimTrackerError) -> None:
        self._desk.changes.refused.emit(str(error))
        self._finish(False)

    def _break(self, _error: object) -> None:
        self._finish(False)

    def _list(self) -> None:
        self._desk.ask(partial(standing, pairs=self._found), self._show)

    def _show(self, pairs: list[LikePair]) -> None:
        self.listed.emit(pairs)
