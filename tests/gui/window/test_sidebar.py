"""The standing views: names, counts, and the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from claimtracker.claims.listing import Counts
from claimtracker.claims.vocabulary import State
from claimtracker.gui.sidebar import Sidebar
from claimtracker.gui.views import ALL, VIEWS

COUNTS = Counts(dict.fromkeys(State, 2), 3)


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar()
    qtbot.addWidget(made)
    made.show()
    return made


def _list(sidebar: Sidebar) -> QListView:
    found = sidebar.findChild(QListView, "views")
    assert isinstance(found, QListView)
    return found


def test_every_state_is_counted_in_one_view_besides_all() -> None:
    counted = [state for view in VIEWS if view is not ALL for state in view.states]
    assert sorted(counted) == sorted(State)


@pytest.mark.parametrize(
    ("key", "count"),
    [("needs_verdict", 2), ("open", 4), ("undated", 2), ("all", 14), ("bin", 3)],
)
def test_a_view_counts_its_states(key: str, count: int) -> None:
    (view,) = (view for view in VIEWS if view.key == key)
    assert view.count(COUNTS) == count


def test_every_view_says_why_it_is_empty() -> None:
    assert all(view.empty.endswith(".") for view in VIEWS)


def test_a_view_is_read_out_with_its_count(sidebar: Sidebar) -> None:
    sidebar.show_counts(COUNTS)
    spoken = _list(sidebar).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Needs a verdict, 2"


@pytest.mark.parametrize("count", [2, 98_000, 430_858])
def test_no_count_cuts_a_name_off(sidebar: Sidebar, count: int, qtbot: QtBot) -> None:
    counts = Counts(dict.fromkeys(State, count), count)
    sidebar.show_counts(counts)
    sidebar.resize(sidebar.minimumWidth(), 400)
    shown = _list(sidebar)
    qtbot.waitUntil(lambda: not shown.verticalScrollBar().isVisible())
    assert sidebar.width() == sidebar.minimumWidth()
    room = shown.viewport().width() - 4 - 8 - 6 - 6  # the box, beside the name, between both
    told = (f"{view.name}{view.count(counts)}" for view in VIEWS)
    assert max(map(shown.fontMetrics().horizontalAdvance, told)) <= room


def test_the_arrow_keys_choose(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.choose("needs_verdict")
    with qtbot.waitSignal(sidebar.view_chosen) as told:
        QTest.keyClick(_list(sidebar), Qt.Key.Key_Down)
    assert told.args[0].key == "due_soon"
    assert sidebar.view.key == "due_soon"


def test_an_unknown_view_is_all_claims(sidebar: Sidebar) -> None:
    sidebar.choose("colour")
    assert sidebar.view is ALL


def test_it_is_painted_in_both_lights(sidebar: Sidebar) -> None:
    sidebar.choose_all()
    assert not sidebar.grab().isNull()


def test_enter_goes_on_to_the_claims_of_the_view(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.list_wanted):
        QTest.keyClick(_list(sidebar), Qt.Key.Key_Return)
