"""A claim was moved to the bin while it was edited: where is what was typed to go?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget


class BinnedBox(QMessageBox):
    """A new claim, the one in the bin, or neither yet; Esc goes on editing."""

    NEW, BINNED, STAY = "new", "binned", "stay"

    decided = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Moved to the bin elsewhere")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText("This claim was moved to the bin while you were editing it.")
        self.setInformativeText(
            "What you typed can be saved as a new claim, or with the one that lies in the bin."
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        roles = QMessageBox.ButtonRole
        self._choices = {
            self.addButton("Save as a &new claim", roles.AcceptRole): self.NEW,
            self.addButton("Save it in the &bin", roles.YesRole): self.BINNED,
            self.addButton("&Go on editing", roles.RejectRole): self.STAY,
        }
        for button, choice in self._choices.items():
            button.setObjectName(f"save_{choice}")
            if choice == self.NEW:
                self.setDefaultButton(button)
            elif choice == self.STAY:
                self.setEscapeButton(button)
        self.finished.connect(self._tell)

    def _tell(self) -> None:
        clicked = self.clickedButton()
        choices = [word for button, word in self._choices.items() if button is clicked]
        self.decided.emit(choices[0] if choices else self.STAY)
