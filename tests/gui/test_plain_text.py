"""Text from outside, however long its words, neither widens a window nor becomes markup."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from claimtracker.gui.plain_text import (
    LONGEST_TOOLTIP,
    PlainLabel,
    one_line,
    plain_title,
    plain_tooltip,
)

ENDLESS = "x" * 500


def test_a_text_that_wraps_does_not_ask_for_the_width_of_its_longest_word(qtbot: QtBot) -> None:
    label = PlainLabel(f"see {ENDLESS}")
    qtbot.addWidget(label)
    label.setWordWrap(True)
    assert label.minimumSizeHint().width() < 200
    assert label.minimumSizeHint().height() > 0


def test_a_short_text_asks_for_no_more_than_it_needs(qtbot: QtBot) -> None:
    label = PlainLabel("ok")
    qtbot.addWidget(label)
    label.setWordWrap(True)
    assert label.minimumSizeHint().width() < 60


def test_a_text_on_one_line_keeps_the_room_that_it_needs(qtbot: QtBot) -> None:
    label = PlainLabel("13 claims")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() >= label.fontMetrics().horizontalAdvance("13 claims")


@pytest.mark.parametrize("text", ["<b>x</b>", "&amp;", "<img src='file:///etc/passwd'>", "a\nb"])
def test_a_tooltip_shows_the_characters_themselves(text: str) -> None:
    shown = plain_tooltip(text)
    inner = shown.removeprefix("<p style='white-space: pre-wrap'>").removesuffix("</p>")
    assert "<" not in inner
    assert inner.count("&") == text.count("<") + text.count(">") + text.count("&") + text.count("'")


def test_the_title_of_a_window_shows_what_qt_keeps_for_its_mark(qtbot: QtBot) -> None:
    """Two of them stand for one: https://doc.qt.io/qt-6/qwidget.html#windowTitle-prop."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowTitle(plain_title("a [*] b"))
    window.show()
    assert window.windowHandle().title() == "a [*] b"


def test_a_tooltip_that_was_cut_says_so() -> None:
    assert "…" in plain_tooltip("x" * (LONGEST_TOOLTIP + 1))
    assert "…" not in plain_tooltip("x" * LONGEST_TOOLTIP)


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u2067", "\u2069", "\u200f", "\u200e"])
def test_marks_that_turn_the_direction_are_left_out(mark: str) -> None:
    assert one_line(f"Kept{mark}nekorB") == "KeptnekorB"


@pytest.mark.parametrize("mark", ["\n", "\r", "\t", "\0", "\u2028", "\u2029", "\x85", "\ud800"])
def test_what_breaks_a_line_or_a_painter_becomes_a_space(mark: str) -> None:
    assert one_line(f"a{mark}b") == "a b"


@pytest.mark.parametrize("text", ["Łódź – “ja”", "שלום", "日本語", "👩\u200d👩\u200d👧", ""])
def test_the_words_of_any_language_stay_as_they_are(text: str) -> None:
    assert one_line(text) == text
