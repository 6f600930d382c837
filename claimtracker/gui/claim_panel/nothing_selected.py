"""What the panel shows while no claim is selected: what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.plain_text import PlainLabel

WORDS = "Select a claim, or press Ctrl+N to enter one"


class NothingSelected(QWidget):
    """One quiet sentence in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "nothing_selected")
        words = PlainLabel(WORDS)
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(words)
