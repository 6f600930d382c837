"""All that is told of one document, and how it was kept; every word can be copied."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimtracker.claims.rows import DocumentRow
from claimtracker.claims.state import Window
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence.failure_line import FailureLine
from claimtracker.gui.evidence.kept_state import KeptState
from claimtracker.gui.evidence.words import Told, custody_lines, told_lines
from claimtracker.gui.text_box import TextBox, beginning
from claimtracker.gui.theme import LOOK, colour

KEPT = "How it was kept"


class EvidenceDetails(QWidget):
    """What went wrong and whether it is unchanged, over a text of named lines."""

    again_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: DocumentRow | None = None
        self._window = Window()
        self.failure = FailureLine()
        self.failure.again_wanted.connect(self.again_wanted)
        self.state = KeptState(desk)
        self.text = named(TextBox(readOnly=True), "evidence_list_details")
        self.text.setAccessibleName("Evidence, in full")
        self.text.setTabChangesFocus(True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(self.failure)
        self._column.addWidget(self.state)
        self._column.addWidget(self.text, 1)
        self.stand(is_beside=False)
        LOOK.changed.connect(self._write)

    def stand(self, *, is_beside: bool) -> None:
        """Keep apart from the list that it stands under, or beside."""
        left, top = (8, 0) if is_beside else (0, 8)
        self._column.setContentsMargins(left, top, 0, 0)

    def show_evidence(self, found: DocumentRow | None, window: Window) -> None:
        """Tell of this document; None is nothing."""
        if found == self._found and window == self._window:
            return  # read again after a change elsewhere: what is selected or scrolled to stays
        self._found, self._window = found, window
        self._write()
        self.failure.show_evidence(found)
        self.state.show_evidence(found)

    def _write(self) -> None:
        self.text.clear()
        found, today = self._found, self._desk.today
        if found is None:
            return
        told = list(told_lines(found, self._window, today))
        kept = list(custody_lines(found, today))
        self.text.wrap_for(" ".join((found.called, *(line.words for line in (*told, *kept)))))
        self._put(found.called, _format("text", is_strong=True))
        self._put_lines(told)
        self._put(f"\n\n{KEPT}", _format("text", is_strong=True))
        self._put_lines(kept)
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)

    def _put_lines(self, lines: Iterable[Told]) -> None:
        for line in lines:
            self._put("\n", _format("text"))
            if line.name:
                self._put(f"{line.name}:  ", _format("muted"))
            self._put(line.words, _format("text" if line.name else "muted"))

    def _put(self, words: str, wanted: QTextCharFormat) -> None:
        cursor = self.text.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        cursor.insertText(beginning(words), wanted)  # as it is: never read as markup


def _format(token: str, *, is_strong: bool = False) -> QTextCharFormat:
    wanted = QTextCharFormat()
    wanted.setForeground(colour(token))
    wanted.setFontWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    return wanted
