"""The bar that shows that an article is being read, with the way to stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.plain_text import PlainLabel, one_line

PATIENCE_MS = 200  # what is read sooner needs no bar
_BAR_WIDTH = 120
_LONGEST_NAME = 120


class ReadingBar(QFrame):
    """Comes into sight when reading takes long enough to be wondered about."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "reading_bar", "Reading an article")
        self._words = PlainLabel("")
        self._words.setObjectName("reading_words")
        self._words.setWordWrap(True)
        self.bar = named(QProgressBar(), "reading_progress", "Progress")
        self.bar.setRange(0, 0)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.cancel_button = text_button("cancel_reading", "Cancel")
        self.cancel_button.setAccessibleName("Cancel reading the article")
        self.cancel_button.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel_button)
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._waiting.timeout.connect(self.show)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said to be read."""
        return self._words.text()

    def begin(self, name: str) -> None:
        """Wait for a moment, then say what is being read."""
        self._words.setText(f"Reading {one_line(name, _LONGEST_NAME)}…")
        self._waiting.start()

    def end(self) -> None:
        """Go out of sight."""
        self._waiting.stop()
        self.hide()
