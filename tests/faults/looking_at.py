"""What a window shows, looked at: was any text from outside read as markup?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel
from PySide6.QtGui import QAction, QColor, QImage, QPixmap, Qt, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QGroupBox,
    QLabel,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.faults.marked_case import GROUND, PLANTED, START

# What stands before the word in every kind of markup; who reads the markup takes that away.
_AS_WRITTEN = re.compile(rf"[>;*#] ?{START}")
_KEY = re.compile(r"(?<!&)&(?!&)")
_PLACEHOLDER = "[*]"  # Qt's, in titles of windows, for what is unsaved; two of them stand for one
_MOST_ROWS = 40
_BYTES_OF_PIXEL = 4

Told = tuple[str, str, bool]
"""What a text is, the text, and whether it is shown as it is."""


@dataclass
class Seen:
    """What was looked at, and what of it was interpreted, each in words."""

    pictures: int = 0
    texts: int = 0
    interpreted: list[str] = field(default_factory=list)

    def look(self, part: QWidget, name: str) -> None:
        """Look at a window, or a part of one, and at every text in it."""
        self.look_at_picture(part, name)
        for each in (part, *part.findChildren(QWidget)):
            called = f"{type(each).__name__} {each.objectName()}".strip()
            self.note(f"{name}, {called}", _texts_of(each))
        for action in part.findChildren(QAction):
            self.note(f"{name}, action {action.objectName()}", _texts_of_action(action))

    def look_at_picture(self, part: QWidget, name: str) -> None:
        """Search its picture for the colours that only markup paints."""
        self.pictures += 1
        if found := colours_in(part.grab()):
            self.interpreted.append(f"{name}: {' and '.join(found)} in the picture")

    def note(self, name: str, told: Iterator[Told]) -> None:
        """Note which of these texts are from outside, and not shown as they are."""
        for what, text, is_plain in told:
            self.texts += START in text
            if START in text and not is_plain:
                self.interpreted.append(f"{name}, {what}: {text[:80]!r}")


def colours_in(picture: QPixmap) -> list[str]:
    """Which of the planted colours any pixel has, exactly."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    return [colour.name() for colour in (PLANTED, GROUND) if _is_in(image, colour)]


def _is_in(image: QImage, colour: QColor) -> bool:
    wanted = bytes((colour.blue(), colour.green(), colour.red(), 255))
    pixels = b"" if image.isNull() else bytes(image.constBits())
    at = pixels.find(wanted)
    while at >= 0 and at % _BYTES_OF_PIXEL:
        at = pixels.find(wanted, at + 1)
    return at >= 0


def is_literal(text: str, form: Qt.TextFormat = Qt.TextFormat.AutoText) -> bool:
    """Whether this text, read in this form, shows the markup in it letter by letter."""
    is_guessed = form == Qt.TextFormat.AutoText
    if form == Qt.TextFormat.PlainText or (is_guessed and not Qt.mightBeRichText(text)):
        return True
    document = QTextDocument()
    if form == Qt.TextFormat.MarkdownText:
        document.setMarkdown(text)
    else:
        document.setHtml(text)
    return is_as_written(document.toPlainText())


def is_as_written(shown: str) -> bool:
    """Whether every planted word still has its markup before it."""
    return shown.count(START) == len(_AS_WRITTEN.findall(shown))


def marks_no_key(text: str) -> bool:
    """Whether no & of a text from outside marks a key; one of ours may stand before it."""
    at = text.find(START)
    return at < 0 or not _KEY.search(text, at)


def _texts_of(part: QWidget) -> Iterator[Told]:
    yield "tooltip", part.toolTip(), is_literal(part.toolTip())
    yield "what's this", part.whatsThis(), is_literal(part.whatsThis())
    if part.isWindow():
        title = part.windowTitle()
        yield "title", title, _PLACEHOLDER not in title.replace(2 * _PLACEHOLDER, "")
    match part:
        case QLabel():
            is_plain = is_literal(part.text(), part.textFormat())
            yield "text", part.text(), is_plain and (not part.buddy() or marks_no_key(part.text()))
        case QAbstractButton():
            yield "text", part.text(), marks_no_key(part.text())
        case QGroupBox():
            yield "title", part.title(), marks_no_key(part.title())
        case QTextEdit() | QPlainTextEdit():
            yield "text", part.toPlainText(), is_as_written(part.toPlainText())
        case QTabBar():
            for number in range(part.count()):
                yield "tab", part.tabText(number), marks_no_key(part.tabText(number))
                yield "tip", part.tabToolTip(number), is_literal(part.tabToolTip(number))
        case QAbstractItemView():
            for tip in _tips_of(part.model()):
                yield "tip of a row", tip, is_literal(tip)


def _texts_of_action(action: QAction) -> Iterator[Told]:
    yield "text", action.text(), marks_no_key(action.text())
    yield "tooltip", action.toolTip(), is_literal(action.toolTip())
    yield "what's this", action.whatsThis(), is_literal(action.whatsThis())


def _tips_of(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        for column in range(columns):
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
                told = model.data(model.index(row, column), role)
                if isinstance(told, str):
                    yield told
