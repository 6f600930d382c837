"""An empty list says why it is empty, and offers one way on that works."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from claimtracker.gui.claim_list.empty_list import EmptyList
from claimtracker.gui.views import ALL, VIEWS, View


@pytest.fixture
def empty(qtbot: QtBot) -> EmptyList:
    made = EmptyList()
    qtbot.addWidget(made)
    made.show()
    return made


def _offered(empty: EmptyList) -> set[str]:
    return {button.objectName() for button in empty.findChildren(QPushButton) if button.isVisible()}


def test_without_any_claim_a_new_one_or_the_sample_is_offered(empty: EmptyList) -> None:
    empty.explain(ALL, is_searching=False)
    assert empty.sentence == "No claims yet."
    assert _offered(empty) == {"empty_new", "empty_sample"}


@pytest.mark.parametrize("view", [view for view in VIEWS if view is not ALL], ids=lambda v: v.key)
def test_an_empty_view_says_what_its_emptiness_means(empty: EmptyList, view: View) -> None:
    empty.explain(view, is_searching=False)
    assert empty.sentence == view.empty
    assert _offered(empty) == {"empty_all"}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: str(view.key))
def test_a_search_without_hits_can_be_cleared_in_every_view(empty: EmptyList, view: View) -> None:
    empty.explain(view, is_searching=True)
    assert empty.sentence == "No claim fits this search."
    assert _offered(empty) == {"empty_clear"}


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("new_button", "new_wanted"),
        ("sample_button", "sample_wanted"),
        ("clear_button", "clear_wanted"),
        ("all_button", "all_wanted"),
    ],
)
def test_each_button_leads_on(empty: EmptyList, qtbot: QtBot, button: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(empty, signal)):
        getattr(empty, button).click()
