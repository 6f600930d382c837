"""Places count alike in the article and in Qt, whatever characters a text holds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from claimtracker.gui.article_window.places import Places, short_lines, shown_text

TEXTS = st.text(st.characters(codec="utf-16"), max_size=40)


@given(TEXTS)
@example("🚋🚋 a 🚋")
def test_a_place_is_as_many_units_in_as_utf_16_takes_for_what_is_before_it(text: str) -> None:
    places = Places(text)
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le")) // 2
        assert places.unit(point) == unit
        assert places.point(unit) == point


def test_the_middle_of_a_pair_is_the_character_that_the_pair_stands_for() -> None:
    assert [Places("a🚋b").point(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


@pytest.mark.parametrize(
    "text", ["plain", "a\nb", "a\rb", "a\r\nb", "a\u2028b\u2029c", "\ud83d alone", "nul \0", "🚋"]
)
def test_what_is_shown_has_every_character_in_its_place(qtbot: QtBot, text: str) -> None:
    shown = QTextEdit()
    qtbot.addWidget(shown)
    shown.setPlainText(shown_text(f"{text}|"))
    cursor = QTextCursor(shown.document())
    cursor.setPosition(Places(shown_text(text)).unit(len(text)))
    cursor.movePosition(cursor.MoveOperation.NextCharacter, cursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "|"


@pytest.mark.parametrize("text", ["word " * 9_000, "x" * 9_000, "a\n" + "b c" * 9_000, " " * 9_000])
def test_an_endless_line_is_broken_at_its_blanks_and_every_place_stays(text: str) -> None:
    shown = short_lines(text)
    assert len(shown) == len(text)
    assert shown.replace("\n", " ") == text.replace("\n", " ")
    if " " in text:
        assert max(map(len, shown.split("\n"))) <= 5_000


def test_lines_that_have_an_end_stay_as_they_are() -> None:
    text = "word " * 900 + "\n" + "word " * 900
    assert short_lines(text) == text
