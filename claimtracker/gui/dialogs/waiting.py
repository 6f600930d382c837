"""A dialog that stays until what cannot be left half done is done."""

from PySide6.QtWidgets import QWidget

from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.progress import BusyBar


class WaitingDialog(PlainDialog):
    """Keeps the window from being used meanwhile, and says for what."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, 420)
        self.add_note(sentence, "waiting")
        self.bar = BusyBar()
        self.column.addWidget(self.bar)
        self.buttons.hide()
        self.bar.begin()

    def reject(self) -> None:
        """Stay: it takes some seconds, and half of it is nothing."""
