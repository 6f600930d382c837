"""A question in a small box whose buttons are the ways on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

Way = tuple[str, str, str, QMessageBox.ButtonRole]
"""What is told of the choice, the name and the words of its button, and where that stands."""


class WaysOnBox(QMessageBox):
    """Enter takes the first way, Esc the last."""

    decided = Signal(str)

    def __init__(
        self, title: str, question: str, ways: Sequence[Way], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(question)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ways = {self.addButton(words, role): way for way, _name, words, role in ways}
        for button, (_way, name, _words, _role) in zip(self._ways, ways, strict=True):
            button.setObjectName(name)
        first, *_others, last = self._ways
        self.setDefaultButton(first)
        self.setEscapeButton(last)
        self._last = ways[-1][0]
        self.finished.connect(self._tell)

    def _tell(self) -> None:
        clicked = self.clickedButton()
        chosen = [way for button, way in self._ways.items() if button is clicked]
        self.decided.emit(chosen[0] if chosen else self._last)
