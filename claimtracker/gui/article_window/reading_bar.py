"""The bar that shows that an article is being read, with the way to stop it."""

from PySide6.QtWidgets import QWidget

from claimtracker.gui.plain_text import one_line
from claimtracker.gui.work_bar import WorkBar

_LONGEST_NAME = 120


class ReadingBar(WorkBar):
    """Says which article it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("reading", "Reading an article", "Cancel reading the article", parent)

    def begin(self, name: str) -> None:
        """Wait for a moment, then say what is being read."""
        self.say(f"Reading {one_line(name, _LONGEST_NAME)}…")
