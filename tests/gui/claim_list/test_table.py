"""The table as it is painted and clicked: every state in both themes, one flag for "all"."""

from array import array
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.vocabulary import State, Verdict
from claimtracker.gui.claim_list.columns import Column
from claimtracker.gui.claim_list.model import ClaimTableModel
from claimtracker.gui.claim_list.table import ClaimTable
from claimtracker.gui.theme import apply_theme, colour
from claimtracker.settings import Theme
from tests.gui.rows import TODAY, row

Listed = Callable[..., ClaimTable]
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def listed(qtbot: QtBot) -> Iterator[Listed]:
    """The table with these claims, shown; a number alone stands for a claim yet to come."""
    kept: list[ClaimTable] = []

    def listing(*claims: ClaimRow | int, today: date = TODAY) -> ClaimTable:
        model = ClaimTableModel(lambda: today)
        table = ClaimTable(model, lambda: today, None)  # type: ignore[arg-type]  # stands alone
        qtbot.addWidget(table)
        kept.append(table)
        model.setParent(table)
        ids = [claim if isinstance(claim, int) else claim.id for claim in claims]
        model.show_ids(array("q", ids))
        known = {claim.id: claim for claim in claims if isinstance(claim, ClaimRow)}
        if known:
            model.put_page(0, known)
        table.resize(900, 400)
        table.fill(900)
        table.show()
        return table

    yield listing
    for table in kept:
        table.close()


def _picture(table: ClaimTable) -> QImage:
    return table.viewport().grab().toImage()


def _ground(table: ClaimTable, number: int) -> int:
    """The colour at the lower left of a row, where nothing is written."""
    picture = _picture(table)
    corner = table.visualRect(table.model().index(number, 0)).bottomLeft()
    scale = picture.devicePixelRatio()
    return picture.pixel(round((corner.x() + 3) * scale), round((corner.y() - 3) * scale))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_state_and_verdict_is_painted_in_both_themes(
    listed: Listed, qapp: QApplication, theme: Theme
) -> None:
    apply_theme(qapp, theme)
    states = [row(id=number, state=state) for number, state in enumerate(State, 1)]
    verdicts = [row(id=number, verdict=verdict) for number, verdict in enumerate(Verdict, 101)]
    table = listed(*states, *verdicts)
    table.resize(900, 900)
    picture = _picture(table)
    seen = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    wanted = {f"{token}_background" for token in ("passed", "grace", "due_soon", "settled")}
    painted = {token for token in wanted if colour(token).rgb() in seen}
    apply_theme(qapp, "light")
    assert painted == wanted


def test_a_claim_that_has_not_come_is_painted_as_a_sign(listed: Listed) -> None:
    assert _picture(listed(1, 2)) != _picture(listed())


def test_only_the_selected_row_has_the_colour_of_the_selection(listed: Listed) -> None:
    table = listed(row(id=1), row(id=2))
    table.go_to(1)
    assert _ground(table, 1) == colour("selection").rgb()
    assert _ground(table, 0) != colour("selection").rgb()


def test_all_selected_colours_every_row_without_qts_selection(listed: Listed) -> None:
    table = listed(*(row(id=number) for number in range(1, 6)))
    table.selectAll()
    assert {_ground(table, number) for number in range(5)} == {colour("selection").rgb()}
    assert table.selectionModel().selection().count() == 0


def test_all_of_nothing_is_nothing(listed: Listed) -> None:
    table = listed()
    table.selectAll()
    assert not table.is_all_selected()
    assert (table.selected_count(), list(table.selected_ids())) == (0, [])


def test_a_click_ends_all_selected_and_selects_its_row(listed: Listed) -> None:
    table = listed(*(row(id=number) for number in range(1, 6)))
    table.go_to(2)
    table.selectAll()
    place = table.visualRect(table.model().index(3, Column.CLAIM)).center()
    QTest.mouseClick(table.viewport(), LEFT, NONE, place)
    assert not table.is_all_selected()
    assert list(table.selected_ids()) == [4]


def test_a_click_on_the_current_row_ends_all_selected_too(listed: Listed) -> None:
    table = listed(*(row(id=number) for number in range(1, 6)))
    table.go_to(2)
    table.selectAll()
    place = table.visualRect(table.model().index(2, Column.CLAIM)).center()
    QTest.mouseClick(table.viewport(), LEFT, NONE, place)
    assert list(table.selected_ids()) == [3]


def test_the_current_row_is_framed_while_the_list_has_the_focus(
    listed: Listed, qtbot: QtBot
) -> None:
    table = listed(row(id=1), row(id=2))
    table.go_to(0)
    table.clearFocus()
    before = _picture(table)
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    after = _picture(table)
    accent = colour("accent").rgb()
    left = [after.pixel(1, y) for y in range(table.rowHeight(0))]
    assert before != after
    assert left.count(accent) > table.rowHeight(0) // 2


def test_rows_are_of_one_height_whatever_they_hold(listed: Listed) -> None:
    table = listed(row(id=1, summary="line\n" * 50), row(id=2))
    assert table.rowHeight(0) == table.rowHeight(1)


@pytest.mark.parametrize("width", [616, 800, 1200, 2400])
def test_the_columns_fill_the_list_and_never_overflow_it(listed: Listed, width: int) -> None:
    table = listed(row(id=1))
    table.fill(width)
    total = sum(table.columnWidth(column) for column in Column)
    assert width - 40 <= total <= width


@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_ends_of_the_calendar_are_painted(listed: Listed, today: date) -> None:
    table = listed(row(id=1, stated_on=today), today=today)
    assert not table.grab().isNull()


def _content(url: str = "", text: str = "") -> QMimeData:
    content = QMimeData()
    if url:
        content.setUrls([QUrl(url)])
    if text:
        content.setText(text)
    return content


@pytest.mark.parametrize(
    ("content", "is_taken"),
    [
        (_content(url="https://example.org/signed"), True),
        (_content(text="They signed."), True),
        (_content(text="   "), False),
        (_content(url="ftp://example.org/a"), False),
        (_content(url="file:///no/such/file"), False),
        (_content(), False),
    ],
)
def test_only_what_can_be_evidence_may_be_dragged_in(
    listed: Listed, content: QMimeData, is_taken: bool
) -> None:
    event = QDragEnterEvent(QPoint(5, 5), COPY, content, LEFT, NONE)
    event.ignore()
    listed(row(id=1)).dragEnterEvent(event)
    assert event.isAccepted() is is_taken


def test_what_is_dropped_beside_the_claims_is_no_evidence_but_may_be_an_article(
    listed: Listed,
) -> None:
    table = listed(row(id=1))
    seen: list[object] = []
    beside: list[QMimeData] = []
    table.dropped_on.connect(lambda *found: seen.append(found))
    table.dropped_beside.connect(beside.append)
    content = _content(text="They signed.")
    below = QPoint(5, table.rowHeight(0) + 50)
    moving = QDragMoveEvent(below, COPY, content, LEFT, NONE)
    table.dragMoveEvent(moving)
    table.dropEvent(QDropEvent(QPointF(below), COPY, content, LEFT, NONE))
    assert moving.isAccepted()
    assert seen == []
    assert [each.text() for each in beside] == ["They signed."]


def test_over_a_claim_the_pointer_says_that_it_may_be_dropped(listed: Listed) -> None:
    table = listed(row(id=1))
    moving = QDragMoveEvent(QPoint(5, 5), COPY, _content(text="They signed."), LEFT, NONE)
    table.dragMoveEvent(moving)
    assert moving.isAccepted()
