"""The readable text of a document: plain, with the passage marked and in sight."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from claimtracker.gui.article_window.places import Places, shown_text
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.evidence.preview_content import Passage
from claimtracker.gui.text_box import TextBox
from claimtracker.gui.theme import LOOK, colour


class PreviewText(TextBox):
    """Never read as markup; can be selected and copied, not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        named(self, "preview_text", "Text of the evidence")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self._marked: QTextCursor | None = None
        LOOK.changed.connect(self._mark)

    def show_passage(self, passage: Passage) -> None:
        """Show the text from its passage on, or from its beginning."""
        self.show_whole(shown_text(passage.text))
        self._marked = None
        if passage.end > passage.start:
            places = Places(passage.text)
            cursor = QTextCursor(self.document())
            cursor.setPosition(places.unit(passage.start))
            self.setTextCursor(cursor)
            self.centerCursor()
            cursor.setPosition(places.unit(passage.end), QTextCursor.MoveMode.KeepAnchor)
            self._marked = cursor
        self._mark()

    @property
    def marked_words(self) -> str:
        """The words that are marked."""
        return self._marked.selectedText() if self._marked else ""

    def _mark(self) -> None:
        if self._marked is None:
            self.setExtraSelections([])
            return
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._marked
        selection.format.setBackground(colour("due_soon_background"))
        selection.format.setForeground(colour("text"))
        self.setExtraSelections([selection])
