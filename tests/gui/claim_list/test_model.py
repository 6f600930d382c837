"""The id-list model: every id at once, rows by the page, no page asked for twice."""

from array import array

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from claimtracker.claims.verdict_labels import POLITIFACT, VerdictLabels
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.claim_list.columns import CLAIM_ROLE, Column
from claimtracker.gui.claim_list.model import ClaimTableModel
from claimtracker.gui.claim_list.words import COMING
from claimtracker.gui.paged_rows import KEPT_PAGES, PAGE_ROWS
from tests.gui.rows import TODAY, row


@pytest.fixture
def model(qtbot: QtBot) -> ClaimTableModel:
    return ClaimTableModel(lambda: TODAY)


def _fill(model: ClaimTableModel, number: int) -> None:
    model.put_page(number, {key: row(id=key) for key in model.ids_of_page(number)})


def test_a_row_that_has_not_come_shows_a_sign_and_is_wanted_once(model: ClaimTableModel) -> None:
    wanted: list[int] = []
    model.page_wanted.connect(wanted.append)
    model.show_ids(array("q", range(1, 501)))
    for place in (0, 1, 199, 200):
        assert model.data(model.index(place, Column.CLAIM)) == COMING
    assert wanted == [0, 1]


def test_a_page_that_came_is_shown(model: ClaimTableModel, qtbot: QtBot) -> None:
    model.show_ids(array("q", [7, 8]))
    model.claim_at(0)
    with qtbot.waitSignal(model.dataChanged):
        _fill(model, 0)
    assert model.index(1, 0).data(CLAIM_ROLE).id == 8
    assert "Walk away" in str(model.data(model.index(0, Column.CLAIM)))


def test_a_claim_deleted_meanwhile_stays_a_sign(model: ClaimTableModel) -> None:
    model.show_ids(array("q", [7, 8]))
    model.put_page(0, {7: row(id=7)})
    assert model.data(model.index(1, Column.CLAIM)) == COMING


def test_only_a_few_pages_are_kept(model: ClaimTableModel) -> None:
    pages = KEPT_PAGES + 3
    model.show_ids(array("q", range(1, pages * PAGE_ROWS + 1)))
    for number in range(pages):
        _fill(model, number)
    wanted: list[int] = []
    model.page_wanted.connect(wanted.append)
    model.claim_at(0)
    model.claim_at((pages - 1) * PAGE_ROWS)
    assert wanted == [0]


def test_new_ids_are_read_again_and_what_was_known_stands_until_they_come(
    model: ClaimTableModel, qtbot: QtBot
) -> None:
    model.show_ids(array("q", [7]))
    _fill(model, 0)
    known = model.claim_at(0)
    model.show_ids(array("q", [8, 7]))
    with qtbot.waitSignal(model.page_wanted):
        assert model.claim_at(0) is None
    assert model.claim_at(1) is known


def test_a_claim_is_found_by_its_id(model: ClaimTableModel) -> None:
    model.show_ids(array("q", [7, 9]))
    assert (model.row_of(9), model.row_of(8)) == (1, None)
    assert (model.id_at(1), model.id_at(2), model.id_at(-1)) == (9, None, None)


def test_a_tooltip_is_never_markup(model: ClaimTableModel) -> None:
    model.show_ids(array("q", [1]))
    model.put_page(0, {1: row(summary="<img src=x>")})
    shown = model.data(model.index(0, Column.CLAIM), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in str(shown)
    assert "<img" not in str(shown)


def test_the_axis_explains_its_signs(model: ClaimTableModel) -> None:
    across = Qt.Orientation.Horizontal
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "Diamond" in str(model.headerData(Column.AXIS, across, role))
        assert model.headerData(Column.CLAIM, across, role) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_it_keeps_the_rules_of_qt_models(
    model: ClaimTableModel, qtmodeltester: ModelTester
) -> None:
    model.show_ids(array("q", [1, 2, 3]))
    _fill(model, 0)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types here


def test_the_labels_are_asked_for_each_time() -> None:
    kept = [VerdictLabels()]
    model = ClaimTableModel(lambda: TODAY, labels=lambda: kept[0])
    model.show_ids(array("q", [1]))
    model.put_page(0, {1: row(verdict=Verdict.BROKEN)})
    cell = model.index(0, Column.VERDICT)
    assert model.data(cell) == "Broken"
    kept[0] = POLITIFACT
    assert model.data(cell) == "Promise Broken"
    assert "Promise Broken" in str(model.data(cell, Qt.ItemDataRole.AccessibleTextRole))
    assert "Promise Broken" in str(model.data(cell, Qt.ItemDataRole.ToolTipRole))
