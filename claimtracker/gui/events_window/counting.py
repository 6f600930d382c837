"""Which claims hang on each event: found in the background, again whenever something changed."""

from array import array
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.events import EventRow
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.progress import Progress
from claimtracker.operations.what_hangs_on import what_hangs_on


class Counting(QObject):
    """One run at a time; what changes meanwhile is looked at in the next."""

    found = Signal(object)  # the claims of each event by the event's id
    moved = Signal(int, int)
    begun = Signal()
    ended = Signal()  # whether everything was gone through or not

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: Sequence[EventRow] = ()
        self._is_running = False
        self._again = False
        self._progress = Progress()

    def count(self, rows: Sequence[EventRow]) -> None:
        """Look for the claims of these events."""
        self._rows = rows
        if self._is_running:
            self._again = True
            self._progress.stop()
            return
        self._is_running = True
        self._progress = Progress()
        self._progress.moved.connect(self.moved)
        self.begun.emit()
        work = partial(
            what_hangs_on,
            events=[row.event for row in rows],
            on_progress=self._progress.tell,
            is_cancelled=self._progress.is_stopped,
        )
        self._desk.background.start(work, self._take, refused=self._leave)

    def stop(self) -> None:
        """Leave off; what was known before stays."""
        self._again = False
        self._progress.stop()

    def _take(self, hanging: "list[array[int]]") -> None:
        rows = self._rows
        if not self._again:
            self.found.emit({row.id: ids for row, ids in zip(rows, hanging, strict=True)})
        self._end()

    def _leave(self, _error: ClaimTrackerError) -> None:
        self._end()

    def _end(self) -> None:
        self._is_running = False
        self.ended.emit()
        if self._again:
            self._again = False
            self.count(self._rows)
