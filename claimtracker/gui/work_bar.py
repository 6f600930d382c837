"""A bar in the window for work that goes on in the background, with the way to stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.plain_text import PlainLabel

PATIENCE_MS = 200  # what is done sooner needs no bar
_BAR_WIDTH = 120


class WorkBar(QFrame):
    """Comes into sight when work takes long enough to be wondered about.

    Its parts are called after `name`: `name_bar`, `name_words`, `name_progress`, `cancel_name`.
    """

    cancelled = Signal()

    def __init__(self, name: str, label: str, cancel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, f"{name}_bar", label)
        self.setProperty("role", "work_bar")
        self._words = PlainLabel("")
        self._words.setObjectName(f"{name}_words")
        self._words.setWordWrap(True)
        self.bar = named(QProgressBar(), f"{name}_progress", "Progress")
        self.bar.setRange(0, 0)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.cancel_button = text_button(f"cancel_{name}", "Cancel")
        self.cancel_button.setAccessibleName(cancel)
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
        """What is said to be done."""
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Say what is being done; a bar that is not in sight waits for a moment first."""
        self._words.setText(sentence)
        if self.isHidden() and not self._waiting.isActive():
            self._waiting.start()

    def end(self) -> None:
        """Go out of sight."""
        self._waiting.stop()
        self.hide()
