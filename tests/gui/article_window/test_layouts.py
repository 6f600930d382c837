"""The window is whole where it is narrow, low, or set in large letters."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from claimtracker.gui.article_window.action_button import ActionButton
from claimtracker.gui.article_window.wrapping_row import WrappingRow
from tests.gui.article_window.articles import OPENED
from tests.gui.article_window.conftest import Open
from tests.gui.finding import child


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    twice = qapp.font()
    twice.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(twice)
    yield
    qapp.setFont(before)


@pytest.mark.parametrize("size", [(1024, 700), (560, 800)])
@pytest.mark.usefixtures("large_letters")
def test_twice_as_large_letters_fit(open_window: Open, size: tuple[int, int]) -> None:
    window = open_window(OPENED)
    window.resize(*size)
    QTest.qWait(0)
    assert (window.width(), window.height()) == size


def test_text_and_list_stand_side_by_side_only_where_both_fit(open_window: Open) -> None:
    window = open_window(OPENED)
    seen = []
    for width in (1024, 560):
        window.resize(width, 700)
        QTest.qWait(0)
        seen.append(window.body.orientation())
    assert seen == [Qt.Orientation.Horizontal, Qt.Orientation.Vertical]
    title = window.head.title.geometry()
    assert title.bottom() < window.head.publisher.geometry().top()


@pytest.mark.parametrize("size", [(1024, 700), (560, 700)])
def test_no_part_lies_over_another(open_window: Open, size: tuple[int, int]) -> None:
    window = open_window(OPENED)
    window.resize(*size)
    QTest.qWait(0)
    names = ("candidate_list", "candidate_details", "take_button", "claim_from_words_button")
    parts = [child(window, QWidget, name) for name in names]
    places = [part.mapTo(window, part.rect().topLeft()).y() for part in parts]
    bottoms = [place + part.height() for place, part in zip(places, parts, strict=True)]
    assert bottoms[0] <= places[1] + 1
    assert bottoms[1] <= places[2]
    assert bottoms[-1] <= window.height()


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    """Three buttons of 100 by 20 pixels with gaps of 8."""
    holder = QWidget()
    qtbot.addWidget(holder)
    buttons = WrappingRow(holder)
    for number in range(3):
        button = QPushButton(holder)
        button.setFixedSize(100, 20)
        button.setObjectName(str(number))
        buttons.addWidget(button)
    return holder


@pytest.mark.parametrize(
    ("width", "height"), [(316, 20), (315, 48), (208, 48), (207, 76), (100, 76), (40, 76)]
)
def test_a_row_goes_on_below_where_it_is_too_narrow(row: QWidget, width: int, height: int) -> None:
    layout = row.layout()
    assert layout is not None
    assert layout.heightForWidth(width) == height


def test_what_is_hidden_takes_no_room(row: QWidget) -> None:
    child(row, QPushButton, "1").hide()
    layout = row.layout()
    assert layout is not None
    assert layout.heightForWidth(208) == 20


def test_items_can_be_taken_out_again(row: QWidget) -> None:
    layout = row.layout()
    assert layout is not None
    assert layout.takeAt(0) is not None
    assert (layout.count(), layout.itemAt(2), layout.takeAt(9)) == (2, None, None)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_as_by_space(
    qtbot: QtBot, window: QWidget, key: Qt.Key
) -> None:
    action = QAction("Drop…")
    action.setShortcut("X")
    button = ActionButton(action, window)
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(button, key)


def test_a_button_follows_its_command(window: QWidget) -> None:
    action = QAction("Take…")
    action.setShortcut("A")
    button = ActionButton(action, window)
    assert (button.text(), button.accessibleName()) == ("Take  A", "Take")
    action.setText("New claim")
    action.setEnabled(False)
    assert (button.text(), button.isEnabled()) == ("New claim  A", False)
