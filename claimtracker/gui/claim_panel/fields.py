"""The fields of the claim form: each holds one text and says when a person edited it."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.plain_text import for_qt
from claimtracker.gui.text_box import TextBox

TEXT_LINES = 3
_AnyIndex = QModelIndex | QPersistentModelIndex


class LineField(QLineEdit):
    """One line of text."""

    edited = Signal()

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        super().__init__(placeholderText=hint)
        named(self, name, label)
        self.textChanged.connect(self.edited)

    def set_text(self, text: str) -> None:
        """Show another text from its beginning; the cursor stays where nothing changes."""
        if text != self.text():
            self.setText(for_qt(text))
            self.setCursorPosition(0)


class TextField(TextBox):
    """Several lines of plain text; Tab leaves it."""

    edited = Signal()
    lines = TEXT_LINES

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        super().__init__(placeholderText=hint)
        named(self, name, label)
        self.setTabChangesFocus(True)
        line = QFontMetrics(self.font()).lineSpacing()
        self.setFixedHeight(line * self.lines + 16)
        self.textChanged.connect(self.edited)

    def text(self) -> str:
        """The text with a line feed at each line's end."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show another text; the cursor stays where nothing changes."""
        if text != self.text():
            self.setPlainText(text)


class SentenceField(TextField):
    """One line that is shown on two, so that a whole sentence can be seen while it is edited."""

    lines = 2

    def text(self) -> str:
        """The text on one line, also where lines were pasted."""
        return " ".join(self.toPlainText().splitlines())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter alone: a sentence has one line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class NameCompleter(QCompleter):
    """Offers the names in use that hold what is typed."""

    def __init__(self, parent: QWidget) -> None:
        self._names = QStringListModel(parent)
        super().__init__(self._names, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def use(self, names: Iterable[str]) -> None:
        """Offer these names from now on."""
        self._names.setStringList(list(names))


class TagCompleter(NameCompleter):
    """Completes the last of several tags between commas."""

    def splitPath(self, path: str) -> list[str]:
        """Look for the last tag only."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: _AnyIndex) -> str:
        """The tags before it stay as they were typed."""
        typed = self.widget().property("text") or ""
        before, comma, _last = str(typed).rpartition(",")
        return f"{before}{comma} {super().pathFromIndex(index)}".strip()
