"""Painting the window into a file, once everything it asked for has come."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from claimtracker.gui.background import Background

SETTLING_MS = 300
DONE, NOT_SAVED = 0, 1


class PicturePainter(QObject):
    """Waits until two looks in a row find nothing on its way, paints, and tells the status."""

    done = Signal(int)

    def __init__(self, window: QWidget, background: Background, file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._file = file
        self._was_idle = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(SETTLING_MS)

    def _look(self) -> None:
        is_idle = self._background.is_idle
        if is_idle and self._was_idle:
            self._timer.stop()
            saved = self._window.grab().save(str(self._file), "PNG")
            self.done.emit(DONE if saved else NOT_SAVED)
        self._was_idle = is_idle
