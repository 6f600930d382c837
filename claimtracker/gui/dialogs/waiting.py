"""A dialog that stays until something is done."""

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.progress import BusyBar


class WaitingDialog(PlainDialog):
    """Keeps the window from being used meanwhile, and says for what."""

    def __init__(
        self,
        title: str,
        sentence: str,
        parent: QWidget | None = None,
        *,
        can_cancel: bool = False,
    ) -> None:
        super().__init__(title, parent, 420)
        self._can_cancel = can_cancel
        self.add_note(sentence, "waiting")
        self.bar = BusyBar()
        self.column.addWidget(self.bar)
        if can_cancel:
            self.add_button("Cancel", "cancel", QDialogButtonBox.ButtonRole.RejectRole)
        else:
            self.buttons.hide()
        self.bar.begin()

    def reject(self) -> None:
        """Leave it, where that is possible; else it takes some seconds, and half is nothing."""
        if self._can_cancel:
            super().reject()
