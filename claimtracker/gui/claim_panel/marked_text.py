"""A text in which what differs from another can be seen, not by its colour alone."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from claimtracker.claims.change_words import Span
from claimtracker.gui.text_box import TextBox
from claimtracker.gui.theme import colour


def show_marked(box: TextBox, text: str, spans: Sequence[Span]) -> None:
    """Show the text: what is gone is struck out, what is new underlined, each on its own ground."""
    box.setPlainText(text)
    seen = () if box.is_held else spans  # where the beginning alone is shown, nothing is marked
    box.setExtraSelections([_marked(box, text, span) for span in seen])


def _marked(box: TextBox, text: str, span: Span) -> QTextEdit.ExtraSelection:
    cursor = QTextCursor(box.document())
    cursor.setPosition(_units(text[: span.start]))
    cursor.setPosition(_units(text[: span.end]), QTextCursor.MoveMode.KeepAnchor)
    marked = QTextEdit.ExtraSelection()
    marked.cursor = cursor
    look = cursor.charFormat()
    look.setBackground(colour("kept_background" if span.is_new else "passed_background"))
    look.setForeground(colour("kept" if span.is_new else "passed"))
    look.setFontUnderline(span.is_new)
    look.setFontStrikeOut(not span.is_new)
    marked.format = look
    return marked


def _units(text: str) -> int:
    """How long a text is for Qt: a sign beyond the first plane is two, the end of a line one."""
    return len(text.replace("\r\n", "\n").encode("utf-16-le", "surrogatepass")) // 2
