"""The question before unsaved typing would be lost."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget


class UnsavedBox(QMessageBox):
    """Save, Discard or Stay; Esc stays."""

    SAVE, DISCARD, STAY = "save", "discard", "stay"

    decided = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Unsaved changes")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText("This claim has changes that are not saved.")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        roles = QMessageBox.ButtonRole
        self._choices = {
            self.addButton("&Save", roles.AcceptRole): self.SAVE,
            self.addButton("&Discard", roles.DestructiveRole): self.DISCARD,
            self.addButton("S&tay", roles.RejectRole): self.STAY,
        }
        for button, choice in self._choices.items():
            button.setObjectName(f"{choice}_changes")
            if choice == self.SAVE:
                self.setDefaultButton(button)
            elif choice == self.STAY:
                self.setEscapeButton(button)
        self.finished.connect(self._tell)

    def _tell(self) -> None:
        clicked = self.clickedButton()
        choices = [word for button, word in self._choices.items() if button is clicked]
        self.decided.emit(choices[0] if choices else self.STAY)


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
