"""A box for plain text of any length: whatever is put into it, the window goes on answering.

Qt lays out a line as a whole before anything else happens, and looks for the end of a word anew
from each line that it breaks: one word of a million letters held the window for two minutes.
"""

import re

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from claimtracker.gui.plain_text import for_qt

MOST_LETTERS = 200_000  # of which the whole is asked for with each letter that is typed
MOST_IN_LINE, MOST_LINES = 10_000, 5_000  # what Qt lays out in some 50 ms, whatever the script
MOST_IN_WORD = 400
SHOWN_LETTERS = 2_000  # of a text that is longer than that
_LINE_ENDS = "\n\r\u2029\ufdd0\ufdd1"  # where Qt begins another line
_OTHER_ENDS = "\r\u2028\u2029\ufdd0\ufdd1"
_LINE_END = re.compile(f"[{_LINE_ENDS}]")
_EMPTYING = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


def is_too_long(text: str) -> bool:
    """Whether the text has lines that Qt would lay out for longer than a person waits."""
    if len(text) > MOST_LETTERS or sum(map(text.count, _LINE_ENDS)) > MOST_LINES:
        return True
    return len(text) > MOST_IN_LINE and max(map(len, _LINE_END.split(text))) > MOST_IN_LINE


def beginning(text: str) -> str:
    """The text, or where it is too long to be laid out its beginning, and how long it is."""
    return _cut(text) if is_too_long(text) else text


def _cut(text: str) -> str:
    return f"{text[:SHOWN_LETTERS]}…\n\n(The beginning of {len(text):,} characters.)"


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """Return between which characters lines are to be broken: anywhere where a word has no end."""
    words = text.replace("\u00a0", "_").split()  # Qt breaks no line at a hard blank
    is_endless = max(map(len, words), default=0) > MOST_IN_WORD
    modes = QTextOption.WrapMode
    return modes.WrapAnywhere if is_endless else modes.WrapAtWordBoundaryOrAnywhere


class TextBox(QPlainTextEdit):
    """Holds a text that is too long to be laid out as it is, and shows the beginning of it.

    That text is not edited here: it is kept whole, copied whole, or emptied with Delete.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None, **how: object) -> None:
        super().__init__(parent, **how)  # type: ignore[call-overload]  # Qt's properties by name
        self._held: str | None = None
        self._before: str | None = None  # what a pasted text took the place of
        self._is_for_reading = False
        if text:
            self.setPlainText(text)

    @property
    def is_held(self) -> bool:
        """Whether only the beginning of the text is shown."""
        return self._held is not None

    def toPlainText(self) -> str:
        """The whole text, a line feed at each line's end; Qt's own makes hard blanks plain ones."""
        return self._held if self._held is not None else _with_feeds(self.document().toRawText())

    def setPlainText(self, text: str) -> None:
        """Show this text, or its beginning where it is too long."""
        self._let_go()
        if is_too_long(text):
            self._hold(text)
        else:
            self.show_whole(text)

    def show_whole(self, text: str) -> None:
        """Show a text of which whoever calls knows that it can be laid out in time."""
        was_blocked = self.blockSignals(True)
        super().setPlainText("")  # what is there is not laid out in yet another way
        self.wrap_for(text)
        self.blockSignals(was_blocked)
        super().setPlainText(for_qt(text))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in what is pasted or dropped; the whole is held where it becomes too long."""
        before, after = self._around_cursor()
        whole = before + source.text() + after
        if is_too_long(whole):
            was = self.toPlainText()
            self._hold(whole)
            self._before = was
        else:
            self.wrap_for(whole)
            super().insertFromMimeData(source)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put in what is dropped, or move what is dragged within the box.

        Qt does so within one step of undo, and looks for the cursor's line before the text is laid
        out anew: where that was broken into several lines, the program crashed.
        """
        super().dragLeaveEvent(QDragLeaveEvent())  # ends what Qt does while something is carried
        content, moved, place = event.mimeData(), self.textCursor(), event.position().toPoint()
        there = self.cursorForPosition(place)
        is_own = event.source() in (self, self.viewport())
        is_moved = is_own and event.dropAction() is Qt.DropAction.MoveAction
        is_onto_itself = moved.selectionStart() <= there.position() <= moved.selectionEnd()
        if self.isReadOnly() or not self.canInsertFromMimeData(content):
            event.ignore()
            return
        event.acceptProposedAction()
        if is_moved and is_onto_itself:
            return
        self.setTextCursor(there)
        self.insertFromMimeData(content)
        if is_moved and not self.is_held:
            moved.joinPreviousEditBlock()
            moved.removeSelectedText()
            moved.endEditBlock()

    def wrap_for(self, text: str) -> None:
        """Break an endless word anywhere: Qt needs no look for its end then."""
        wanted = wrap_mode(text)
        if self.wordWrapMode() != wanted:
            self.setWordWrapMode(wanted)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected; where the beginning alone is shown, all of it means the whole."""
        chosen = len(self.textCursor().selectedText())
        if self._held is None or chosen < self.document().characterCount() - 1:
            return super().createMimeDataFromSelection()
        whole = QMimeData()
        whole.setText(self._held)
        return whole

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete empties a box whose text cannot be edited, undo takes a paste back."""
        is_editable = self._held is not None and not self._is_for_reading
        if is_editable and event.key() in _EMPTYING:
            self.setPlainText("")
        elif is_editable and event.matches(QKeySequence.StandardKey.Undo):
            self.setPlainText(self._before if self._before is not None else self.toPlainText())
        else:
            super().keyPressEvent(event)

    def _around_cursor(self) -> tuple[str, str]:
        """The text before and behind what is selected."""
        document, cursor = self.document(), self.textCursor()
        before, after = QTextCursor(document), QTextCursor(document)
        before.setPosition(cursor.selectionStart(), QTextCursor.MoveMode.KeepAnchor)
        after.setPosition(cursor.selectionEnd())
        after.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        return _with_feeds(before.selectedText()), _with_feeds(after.selectedText())

    def _hold(self, text: str) -> None:
        self._let_go()
        self._is_for_reading = self.isReadOnly()
        self._held = _with_feeds(text)
        self.setReadOnly(True)
        told = "" if self._is_for_reading else " It is kept whole; Delete empties the field."
        self.show_whole(f"{_cut(text)}{told}")

    def _let_go(self) -> None:
        if self._held is not None:
            self._held = self._before = None
            self.setReadOnly(self._is_for_reading)


def _with_feeds(text: str) -> str:
    """The text as the fields give it: a line feed at each line's end, whatever Qt made of it."""
    text = text.replace("\r\n", "\n")
    for end in _OTHER_ENDS:
        text = text.replace(end, "\n")
    return text
