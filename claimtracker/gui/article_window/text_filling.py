"""A long text comes into its document piece by piece, so that the window answers meanwhile."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

PIECE_CHARACTERS, PIECE_LINES = 50_000, 1_000  # Qt lays them out in some 20 ms


class TextFilling(QObject):
    """The first piece is there at once, which is the whole of most articles."""

    grown = Signal()

    def __init__(self, document: QTextDocument, spacing: QTextBlockFormat, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._spacing = spacing
        self._text = ""
        self.filled = 0  # characters of the text that are in the document
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._add_piece)

    @property
    def is_under_way(self) -> bool:
        """Whether more of the text is to come."""
        return self._next.isActive()

    def begin(self, text: str) -> None:
        """Show this text in place of what the document holds."""
        self._text = text
        self.filled = 0  # until it is there: Qt tells of each change while it makes it
        first = _end_of_piece(text, 0)
        self._document.setPlainText(text[:first])
        self.filled = first
        whole = QTextCursor(self._document)
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(self._spacing)
        self._go_on()

    def _add_piece(self) -> None:
        until = _end_of_piece(self._text, self.filled)
        end = QTextCursor(self._document)
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText(self._text[self.filled : until])  # each line spaced as the one before it
        self.filled = until
        self._go_on()

    def _go_on(self) -> None:
        if self.filled < len(self._text):
            self._next.start()
        else:
            self._next.stop()
        self.grown.emit()


def _end_of_piece(text: str, start: int) -> int:
    """Where the piece ends that begins there."""
    end = min(len(text), start + PIECE_CHARACTERS)
    if text.count("\n", start, end) <= PIECE_LINES:
        return end
    for _ in range(PIECE_LINES):
        start = text.index("\n", start) + 1
    return start
