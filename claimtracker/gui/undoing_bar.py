"""The bar that shows that a step is being taken back or done again."""

from PySide6.QtWidgets import QWidget

from claimtracker.gui.work_bar import WorkBar


class UndoingBar(WorkBar):
    """Says which step it is; once begun it goes through to its end, so nothing cancels it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("undoing", "Undoing and doing again", "Cancel undoing", parent)
        self.cancel_button.hide()

    def begin(self, sentence: str) -> None:
        """Wait for a moment, then say what is being done."""
        self.say(f"{sentence}…")
