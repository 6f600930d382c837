"""The question before unsaved typing would be lost."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from claimtracker.gui.dialogs.ways_on import WaysOnBox

_ROLES = QMessageBox.ButtonRole


class UnsavedBox(WaysOnBox):
    """Save, Discard or Stay; Esc stays."""

    SAVE, DISCARD, STAY = "save", "discard", "stay"

    def __init__(self, parent: QWidget | None = None) -> None:
        ways = (
            (self.SAVE, "save_changes", "&Save", _ROLES.AcceptRole),
            (self.DISCARD, "discard_changes", "&Discard", _ROLES.DestructiveRole),
            (self.STAY, "stay_changes", "S&tay", _ROLES.RejectRole),
        )
        question = "This claim has changes that are not saved."
        super().__init__("Unsaved changes", question, ways, parent)


class DiscardBox(QMessageBox):
    """Discard or Keep editing, for a dialog about to close; Enter and Esc keep."""

    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Unsaved changes")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText("Discard the changes?")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        roles = QMessageBox.ButtonRole
        self.discard_button = self.addButton("&Discard", roles.DestructiveRole)
        self.discard_button.setObjectName("discard_changes")
        self.keep_button = self.addButton("&Keep editing", roles.RejectRole)
        self.keep_button.setObjectName("keep_editing")
        self.setDefaultButton(self.keep_button)
        self.setEscapeButton(self.keep_button)
        self.discard_button.clicked.connect(self.discarded)
