"""What is written elsewhere appears here by itself: the command line, another desktop, a backup."""

from PySide6.QtCore import QObject, QTimer

from claimtracker.gui.desk import Desk
from claimtracker.operations.heed_outside_writes import Stamp, stamp

LOOK_MS = 1_000
THERE_AGAIN = "The database is there again. What was not saved can be saved now."


class OutsideWrites(QObject):
    """Looks once a second, in the background, and passes on what the window did not write itself.

    Made before the views: its look after a change of our own then comes before theirs, so that
    nothing written between the two is taken for seen.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._seen: Stamp | None = None
        self._is_looking = False
        self._refusal = ""  # why the last look failed
        self._notes = 0  # looks on their way that only take note of what the views read now
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        desk.changes.changed.connect(self._note)

    def start(self) -> None:
        """Take what is there now for seen, and begin to look."""
        self._note()
        self._timer.start(LOOK_MS)

    def stop(self) -> None:
        """Look no more: the database is about to be closed."""
        self._timer.stop()

    def look(self) -> None:
        """Ask whether anything was written; one question at a time, however slow the disk."""
        if not self._is_looking:
            self._is_looking = True
            self._desk.background.ask(stamp, self._compare, refused=self._refuse)

    def _note(self) -> None:
        self._notes += 1
        self._desk.background.ask(stamp, self._take, refused=self._miss)

    def _take(self, found: Stamp | None) -> None:
        self._notes -= 1
        self._seen = found or self._seen

    def _miss(self, _error: Exception) -> None:
        self._notes -= 1  # the views, which read next, are refused as well and say so

    def _compare(self, found: Stamp | None) -> None:
        self._is_looking = False
        was_refused, self._refusal = bool(self._refusal), ""
        if was_refused:
            self._desk.changes.said.emit(THERE_AGAIN)
        # With a note on its way this may be a write of our own, which is told already.
        is_news = found is not None and found != self._seen and not self._notes
        if was_refused or is_news:
            self._desk.changes.changed.emit()

    def _refuse(self, error: Exception) -> None:
        """Say once, however often it is looked for, that the file is away."""
        self._is_looking = False
        if str(error) != self._refusal:
            self._refusal = str(error)
            self._desk.changes.refused.emit(self._refusal)
