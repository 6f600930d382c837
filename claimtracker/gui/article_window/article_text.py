"""The text of an article as read: plain, to be selected, with its candidates marked."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from claimtracker.gui.article_window.candidate_groups import Key, Span
from claimtracker.gui.article_window.marks import Mark, format_of
from claimtracker.gui.article_window.places import Places, short_lines, shown_text
from claimtracker.gui.article_window.text_filling import TextFilling
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.text_box import wrap_mode
from claimtracker.gui.theme import LOOK

_MARGIN = 16
_PARAGRAPH_GAP = 8
_LINE_PERCENT = 125
_LEAD_LINES = 4  # what is shown above a place that is scrolled to


class ArticleText(QTextEdit):
    """Marks only what is in sight: a long text with thousands of candidates opens as quickly."""

    place_clicked = Signal(int)  # a code point

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "article_text", "Text of the article")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # Qt would insert what is dropped
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(_MARGIN)
        self._text = ""
        self._places = Places("")
        self._marks: Sequence[Mark] = ()
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._current: Key | None = None
        self._shown: Span | None = None
        self._is_awaited = False  # what is to be shown is not in the document yet
        self._filling = TextFilling(self.document(), _spacing(), self)
        self._filling.grown.connect(self._follow_filling)
        self.verticalScrollBar().valueChanged.connect(self._mark_what_is_seen)
        LOOK.changed.connect(self._mark_what_is_seen)

    def show_text(self, text: str) -> None:
        """Show this text; never read as markup."""
        self._text, self._places = text, Places(text)
        self._marks, self._starts, self._ends = (), [], []  # those were of another text
        self._shown, self._is_awaited = None, False
        self._filling.begin("")  # what is there is not laid out in yet another way
        self.setWordWrapMode(wrap_mode(text))
        self._filling.begin(short_lines(shown_text(text)))
        self.moveCursor(QTextCursor.MoveOperation.Start)  # it went along with what was inserted

    def use_marks(self, marks: Sequence[Mark]) -> None:
        """Mark these places, which are sorted by their start."""
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        # The furthest end so far: sorted, whatever the ends are, and so can be searched.
        self._ends = list(accumulate((mark.end for mark in marks), max))
        self._mark_what_is_seen()

    def show_current(self, key: Key | None, place: Span | None) -> None:
        """Mark the words of the current candidate stronger; bring one of its places into view."""
        self._current, self._shown = key, place
        self._is_awaited = False
        if place is not None:
            self._bring_into_view(place)
        self._mark_what_is_seen()

    def selected_span(self) -> Span | None:
        """The selected words without the blanks around them; None where no word is selected."""
        cursor = self.textCursor()
        start = self._places.point(cursor.selectionStart())
        end = self._places.point(cursor.selectionEnd())
        words = self._text[start:end]
        start += len(words) - len(words.lstrip())
        return (start, start + len(words.strip())) if words.strip() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines are in sight now; the current candidate stays among them."""
        super().resizeEvent(event)
        if self._shown is not None and not self.textCursor().hasSelection():
            self._bring_into_view(self._shown)
        self._mark_what_is_seen()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leads to the candidate that stands there; a drag only selects."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            unit = self.cursorForPosition(event.position().toPoint()).position()
            self.place_clicked.emit(self._places.point(unit))

    def _follow_filling(self) -> None:
        """Only what is waited for can be new in sight: lines come below those that are there."""
        if self._is_awaited and self._shown is not None:
            self._bring_into_view(self._shown)
            self._mark_what_is_seen()

    def _bring_into_view(self, span: Span) -> None:
        self._is_awaited = span[1] > self._filling.filled
        if self._is_awaited:
            return
        seen_from, seen_to = self._seen()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places.unit(span[0]))
        self.setTextCursor(cursor)  # scrolls so far that the line can be seen at all
        if not (seen_from < span[0] and span[1] < seen_to):
            line = self.cursorRect(cursor)
            lead = _LEAD_LINES * self.fontMetrics().lineSpacing()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + line.top() - lead)

    def _seen(self) -> Span:
        corner = self.viewport().rect().bottomRight()
        first = self.cursorForPosition(QPoint(0, 0)).position()
        last = self.cursorForPosition(corner).position()
        return self._places.point(first), self._places.point(last) + 1

    def _mark_what_is_seen(self) -> None:
        seen_from, seen_to = self._seen()
        first = bisect_right(self._ends, seen_from)
        last = bisect_right(self._starts, seen_to)
        # Qt scrolls while it changes the document, too, which is then shorter than what was filled.
        held = self._places.point(self.document().characterCount() - 1)
        filled = min(self._filling.filled, held)
        seen = [mark for mark in self._marks[first:last] if seen_from < mark.end <= filled]
        seen.sort(key=self._is_current)  # the last one stands on top, where two share a sentence
        self.setExtraSelections([self._selection(mark) for mark in seen])

    def _selection(self, mark: Mark) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places.unit(mark.start))
        cursor.setPosition(self._places.unit(mark.end), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = format_of(mark, is_current=self._is_current(mark))
        return selection

    def _is_current(self, mark: Mark) -> bool:
        return mark.key == self._current


def _spacing() -> QTextBlockFormat:
    spacing = QTextBlockFormat()
    spacing.setBottomMargin(_PARAGRAPH_GAP)
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    spacing.setLineHeight(_LINE_PERCENT, proportional.value)
    return spacing
