"""What differs is marked where it stands, however Qt counts the signs before it."""

import pytest
from pytestqt.qtbot import QtBot

from claimtracker.claims.change_words import Span
from claimtracker.gui.claim_panel.marked_text import show_marked
from claimtracker.gui.text_box import TextBox


@pytest.mark.parametrize(
    "before", ["", "a deal\n", "a deal\r\n\r\n", "a\rb", "\U0001f5f3 ", "\ud800", "\0", "\u2028"]
)
def test_the_words_that_differ_are_marked(before: str, qtbot: QtBot) -> None:
    box = TextBox()
    qtbot.addWidget(box)
    text = f"{before}within days"
    show_marked(box, text, [Span(len(before), len(text), is_new=True)])
    (marked,) = box.extraSelections()
    assert marked.cursor.selectedText() == "within days"


def test_a_text_of_which_the_beginning_alone_is_shown_has_no_marks(qtbot: QtBot) -> None:
    box = TextBox()
    qtbot.addWidget(box)
    show_marked(box, "x" * 300_000, [Span(0, 300_000, is_new=True)])
    assert box.extraSelections() == []
