"""A box holds any text letter by letter, and is never given more than Qt lays out in time."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from claimtracker.gui.plain_text import for_qt
from claimtracker.gui.text_box import (
    MOST_IN_LINE,
    MOST_IN_WORD,
    MOST_LETTERS,
    MOST_LINES,
    SHOWN_LETTERS,
    TextBox,
    beginning,
    is_too_long,
)
from tests.faults.odd_texts import odd_texts

GUI = Path("claimtracker/gui")
ENDLESS = "x" * (MOST_IN_LINE + 1)
MANY_LINES = "x\n" * (MOST_LINES + 1)


@pytest.fixture
def box(qtbot: QtBot) -> TextBox:
    made = TextBox()
    qtbot.addWidget(made)
    made.show()
    return made


def _pasted(text: str) -> QMimeData:
    content = QMimeData()
    content.setText(for_qt(text))
    return content


def _laid_out(box: TextBox) -> str:
    return QPlainTextEdit.toPlainText(box)


@pytest.mark.parametrize(
    "text", ["un\u00a0deux", "nul \0", "🕊", "a\u202eb\u2067", "", "\ufffeab", "\ufeffab"]
)
def test_a_text_is_given_back_letter_by_letter(box: TextBox, text: str) -> None:
    box.insertFromMimeData(_pasted(text))
    assert box.toPlainText() == text
    box.setPlainText(text)
    assert box.toPlainText() == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_each_line_ends_in_a_line_feed(box: TextBox, end: str) -> None:
    box.setPlainText(f"a{end}b")
    assert box.toPlainText() == "a\nb"


def test_no_odd_text_is_changed_but_in_its_line_ends(box: TextBox) -> None:
    """Halves of pairs no field may hold: Qt leaves them out on the way in."""
    for text in islice(odd_texts("boxes"), 300):
        box.setPlainText(text)
        if not any("\ud800" <= each <= "\udfff" for each in text):
            assert box.toPlainText() == _with_feeds(text)


def _with_feeds(text: str) -> str:
    for end in ("\r\n", "\r", "\u2028", "\u2029", "\ufdd0", "\ufdd1"):
        text = text.replace(end, "\n")
    return text


@pytest.mark.parametrize(
    "text", [ENDLESS, MANY_LINES, "word\n" * MOST_LETTERS, "a b " * MOST_LETTERS]
)
def test_of_a_text_that_is_too_long_the_beginning_is_laid_out_and_the_whole_kept(
    box: TextBox, text: str
) -> None:
    box.setPlainText(text)
    assert box.is_held and box.isReadOnly()
    assert box.toPlainText() == text
    assert len(_laid_out(box)) < SHOWN_LETTERS + 200
    assert f"{len(text):,} characters" in _laid_out(box)
    box.setPlainText("short")
    assert (box.toPlainText(), box.is_held, box.isReadOnly()) == ("short", False, False)


def test_a_text_that_is_pasted_into_another_is_held_whole(box: TextBox) -> None:
    box.setPlainText("before 🕊 after")
    cursor = box.textCursor()
    cursor.setPosition(len("before "))
    cursor.setPosition(len("before ") + 2, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    box.insertFromMimeData(_pasted(ENDLESS))
    assert box.toPlainText() == f"before {ENDLESS} after"
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (box.toPlainText(), box.is_held) == ("before 🕊 after", False)


def test_delete_empties_what_cannot_be_edited_and_letters_change_nothing(box: TextBox) -> None:
    box.setPlainText(ENDLESS)
    QTest.keyClicks(box, "abc")
    assert box.toPlainText() == ENDLESS
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert (box.toPlainText(), box.isReadOnly()) == ("", False)


def test_a_box_for_reading_stays_one(qtbot: QtBot) -> None:
    box = TextBox(ENDLESS, readOnly=True)
    qtbot.addWidget(box)
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert box.toPlainText() == ENDLESS
    box.setPlainText("short")
    assert box.isReadOnly()


def test_all_of_a_held_text_is_copied_where_all_is_selected(box: TextBox) -> None:
    box.setPlainText(ENDLESS)
    box.selectAll()
    assert box.createMimeDataFromSelection().text() == ENDLESS


def test_a_word_without_an_end_is_broken_anywhere(box: TextBox) -> None:
    modes = QTextOption.WrapMode
    for text, mode in (
        ("x" * (MOST_IN_WORD + 1), modes.WrapAnywhere),
        ("x\u00a0" * MOST_IN_WORD, modes.WrapAnywhere),
        ("x " * MOST_IN_WORD, modes.WrapAtWordBoundaryOrAnywhere),
    ):
        box.setPlainText(text)
        assert box.wordWrapMode() == mode


@pytest.mark.parametrize(
    "make", [lambda n: "x" * n, lambda n: "word " * (n // 5), lambda n: "x\n" * (n // 2)]
)
def test_a_text_that_is_not_too_long_is_shown_whole(make: Callable[[int], str]) -> None:
    text = make(MOST_IN_LINE)
    assert not is_too_long(text)
    assert beginning(text) == text


def test_every_box_of_the_window_is_one_of_these() -> None:
    """A box of Qt's own would lay out whatever it is given."""
    bare = [
        path.name
        for path in GUI.rglob("*.py")
        if "QPlainTextEdit" in path.read_text() and path.name != "text_box.py"
    ]
    assert bare == []


_HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


class _Drop(QDropEvent):
    """A drop as Qt tells it of text that was dragged from the box itself."""

    def __init__(self, box: TextBox, text: str, place: QPoint, action: Qt.DropAction) -> None:
        self.content, self._box = _pasted(text), box  # Qt does not keep it
        super().__init__(QPointF(place), action, self.content, *_HELD)

    def source(self) -> QObject:
        return self._box.viewport()


def _drop(box: TextBox, text: str, place: QPoint) -> _Drop:
    copied = Qt.DropAction.CopyAction
    told = _Drop(box, text, place, copied)
    entering = QDragEnterEvent(place, copied, told.content, *_HELD)
    for event in (entering, told):
        QApplication.sendEvent(box.viewport(), event)
    return told


def _place_of(box: TextBox, position: int) -> QPoint:
    cursor = box.textCursor()
    cursor.setPosition(position)
    return box.cursorRect(cursor).center()


def _select(box: TextBox, first: int, end: int) -> None:
    cursor = box.textCursor()
    cursor.setPosition(first)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)


def test_texts_dropped_into_one_another_crash_nothing(box: TextBox, qtbot: QtBot) -> None:
    """Of two Qt's own box did, where the first had been broken into several lines."""
    box.resize(91, 113)
    box.show()
    box.setPlainText("x" * 20)
    for _ in range(2):
        _drop(box, "x" * 4_000, QPoint(8, 90))
    assert len(box.toPlainText()) == 8_020


def test_a_text_is_dropped_where_the_pointer_is_and_undone_at_once(
    box: TextBox, qtbot: QtBot
) -> None:
    box.show()
    box.setPlainText("a deal days")
    assert _drop(box, "within ", _place_of(box, 7)).isAccepted()
    assert box.toPlainText() == "a deal within days"
    box.undo()
    assert box.toPlainText() == "a deal days"


def test_what_is_dragged_within_the_box_is_moved_in_one_step(box: TextBox, qtbot: QtBot) -> None:
    box.show()
    box.setPlainText("within days a deal ")
    _select(box, 0, 12)
    box.dropEvent(_Drop(box, "within days ", _place_of(box, 19), Qt.DropAction.MoveAction))
    assert box.toPlainText() == "a deal within days "
    box.undo()
    assert box.toPlainText() == "within days a deal "


def test_what_is_dragged_onto_itself_stays(box: TextBox, qtbot: QtBot) -> None:
    box.show()
    box.setPlainText("within days")
    _select(box, 0, 6)
    box.dropEvent(_Drop(box, "within", _place_of(box, 3), Qt.DropAction.MoveAction))
    assert box.toPlainText() == "within days"


def test_a_box_for_reading_takes_no_drop(box: TextBox, qtbot: QtBot) -> None:
    box.show()
    box.setPlainText("within days")
    box.setReadOnly(True)
    assert not _drop(box, "a deal ", QPoint(2, 2)).isAccepted()
    assert box.toPlainText() == "within days"
