"""The line above the list: what is typed is looked for, what cannot be read is named."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimtracker.claims.query import Query, parse
from claimtracker.gui.plain_text import PlainLabel
from claimtracker.gui.top_bar import TopBar
from tests.gui.finding import child


@pytest.fixture
def bar(qtbot: QtBot) -> TopBar:
    made = TopBar()
    qtbot.addWidget(made)
    made.show()
    return made


def _complaint(bar: TopBar) -> PlainLabel:
    return child(bar, PlainLabel, "search_complaint")


@pytest.mark.parametrize(
    ("typed", "word"),
    [("colour:red", "colour"), ("peace state:lost", "lost"), ("due:<tomorrow", "tomorrow")],
)
def test_the_word_that_cannot_be_read_is_named(bar: TopBar, typed: str, word: str) -> None:
    bar.field.setText(typed)
    bar.read_now()
    assert _complaint(bar).isVisible()
    assert word in _complaint(bar).text()


def test_the_complaint_goes_with_its_cause(bar: TopBar, qtbot: QtBot) -> None:
    bar.field.setText("colour:red")
    bar.read_now()
    with qtbot.waitSignal(bar.query_changed) as told:
        bar.clear()
    assert told.args == [Query()]
    assert not _complaint(bar).isVisible()


def test_a_complaint_about_an_endless_word_does_not_widen_the_window(bar: TopBar) -> None:
    bar.field.setText("colour:" + "x" * 400)
    bar.read_now()
    assert _complaint(bar).isVisible()
    assert bar.minimumSizeHint().width() < 500


def test_typing_is_one_question_not_one_a_letter(bar: TopBar, qtbot: QtBot) -> None:
    asked: list[Query] = []
    bar.query_changed.connect(asked.append)
    QTest.keyClicks(bar.field, "peace deal")
    assert asked == []
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [parse("peace deal")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_field_is_left_for_the_list(bar: TopBar, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(bar.field.left_downwards):
        QTest.keyClick(bar.field, key)


def test_coming_back_selects_what_was_looked_for(bar: TopBar) -> None:
    bar.field.setText("peace")
    bar.focus_field()
    assert bar.field.selectedText() == "peace"


def test_a_button_does_its_command_and_shows_the_key(bar: TopBar, qtbot: QtBot) -> None:
    action = QAction("New claim", bar)
    action.setObjectName("new_claim")
    action.setToolTip("New claim  (Ctrl+N)")
    button = bar.add_button(action, "New", is_main=True)
    assert (button.objectName(), button.accessibleName()) == ("new_claim_button", "New claim")
    assert button.toolTip() == "New claim  (Ctrl+N)"
    with qtbot.waitSignal(action.triggered):
        button.click()
