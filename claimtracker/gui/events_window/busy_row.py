"""A bar with a button that stops: in sight once work takes longer than a moment."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimtracker.gui.claim_panel.named import text_button
from claimtracker.gui.dialogs.progress import PATIENCE_MS, FiguresBar
from claimtracker.gui.plain_text import PlainLabel


class BusyRow(QWidget):
    """Says what is going on."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = PlainLabel("")
        self._told.setProperty("role", "muted")
        self.bar = FiguresBar()
        self.stop_button = text_button("stop", "S&top")
        self.stop_button.clicked.connect(self.stop_wanted)
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._waiting.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._told)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        self.hide()

    def begin(self, words: str) -> None:
        """Wait for a moment, then say what is going on."""
        self._told.setText(words)
        self.bar.setRange(0, 0)
        self._waiting.start()

    def end(self) -> None:
        """Go out of sight."""
        self._waiting.stop()
        self.hide()
