"""A short list of words with their meanings, chosen by arrow, letter or digit."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from claimtracker.claims.vocabulary import label
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.plain_text import one_line, plain_tooltip

Word = TypeVar("Word", bound=StrEnum)
DIGITS = "1234567890"
_PADDING = 4
_WORDS_PIXELS = 220


class ChoiceList(QTreeWidget, Generic[Word]):
    """Nothing is chosen until a person chooses; with digits, "1" takes the first word."""

    def __init__(
        self,
        name: str,
        title: str,
        meanings: Mapping[Word, str],
        *,
        has_digits: bool = False,
        called: Callable[[Word], str] = label,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, title)
        self._words = list(meanings)
        self._has_digits = has_digits
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        row_height = self.fontMetrics().height() + 2 * _PADDING
        columns = ["", "", ""] if has_digits else ["", ""]
        self.setColumnCount(len(columns))
        for number, (word, meaning) in enumerate(meanings.items()):
            digit = [DIGITS[number]] if has_digits else []
            words = one_line(called(word))
            item = QTreeWidgetItem([*digit, words, meaning])
            item.setSizeHint(len(columns) - 1, QSize(0, row_height))
            self.addTopLevelItem(item)
        self.explain(meanings)
        self._fit(len(meanings))

    def _fit(self, rows: int) -> None:
        """Show every word without a scroll bar."""
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = self.columnCount() - 2
        if self.sizeHintForColumn(words) > _WORDS_PIXELS:  # a house's own may be of any length
            self.header().setSectionResizeMode(words, QHeaderView.ResizeMode.Fixed)
            self.header().resizeSection(words, _WORDS_PIXELS)
        height = self.sizeHintForRow(0) * rows + 2 * self.frameWidth() + 4
        self.setMinimumHeight(height)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def chosen(self) -> Word | None:
        """The chosen word, None before any choice."""
        # The selection, not the current row: Qt makes a row current when the list gets the focus.
        rows = self.selectionModel().selectedRows()
        return self._words[rows[0].row()] if rows else None

    def choose(self, word: Word) -> None:
        """Choose a word."""
        index = self.model().index(self._words.index(word), 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def explain(self, meanings: Mapping[Word, str]) -> None:
        """Give the words these meanings, as they depend on what the choice is about."""
        last = self.columnCount() - 1
        for number, word in enumerate(self._words):
            if (item := self.topLevelItem(number)) is not None:
                told = f"{item.text(last - 1)}: {meanings[word]}"
                item.setText(last, meanings[word])
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
                item.setToolTip(last, plain_tooltip(told))

    def choose_digit(self, digit: str) -> bool:
        """Choose the word that this digit stands for; False if it stands for none."""
        number = DIGITS.find(digit) if digit else -1
        if not self._has_digits or not 0 <= number < len(self._words):
            return False
        self.choose(self._words[number])
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With nothing chosen no row is the current one, so that the first Down chooses the first.

        Qt makes the first row current, which then looks chosen, or like a header.
        """
        super().focusInEvent(event)
        if self.chosen() is None:
            self.selectionModel().clearCurrentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses, Enter is left to the dialog's button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        elif event.modifiers() or not self.choose_digit(event.text()):
            super().keyPressEvent(event)
