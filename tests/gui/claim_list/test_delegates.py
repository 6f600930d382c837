"""Painting a cell: every state in both themes, outside text plain, a huge one at no cost."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from claimtracker.claims.chains import ChainFigure
from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import State, Verdict
from claimtracker.gui.claim_list.columns import Column
from claimtracker.gui.claim_list.delegates import DELEGATES, CellDelegate
from claimtracker.gui.theme import LOOK, colour
from tests.gui.rows import TODAY, row

BOX = QRect(0, 0, 160, 40)


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[str]:
    before = LOOK.scheme
    LOOK.scheme = request.param
    yield LOOK.scheme
    LOOK.scheme = before


def painted(qtbot: QtBot, column: Column, claim: ClaimRow) -> QImage:
    """The cell of a claim on the ground of the list."""
    view = QWidget()
    qtbot.addWidget(view)
    delegate: CellDelegate = DELEGATES[column](lambda: TODAY, lambda: False, view)
    image = QImage(BOX.size(), QImage.Format.Format_RGB32)
    image.fill(colour("surface"))
    painter = QPainter(image)
    option = QStyleOptionViewItem()
    option.rect = BOX
    painter.setFont(option.font)
    delegate.paint_claim(painter, BOX.adjusted(8, 4, -8, -5), claim)
    painter.end()
    return image


def colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("state", State)
def test_every_state_is_a_word_in_a_box(qtbot: QtBot, scheme: str, state: State) -> None:
    assert len(colours(painted(qtbot, Column.STATE, row(state=state)))) > 2


@pytest.mark.parametrize("token", ["passed", "grace", "due_soon", "settled"])
def test_a_state_that_matters_has_a_ground_of_its_own(
    qtbot: QtBot, scheme: str, token: str
) -> None:
    image = painted(qtbot, Column.STATE, row(state=State(token)))
    assert colour(f"{token}_background").rgb() in colours(image)


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_written(qtbot: QtBot, scheme: str, verdict: Verdict) -> None:
    assert len(colours(painted(qtbot, Column.VERDICT, row(verdict=verdict)))) > 1


@pytest.mark.parametrize(
    "window",
    [
        Window(),
        Window(opens_on=date(2025, 6, 1)),
        Window(date(2025, 4, 18), date(2025, 4, 20), date(2025, 4, 25)),
        Window(date.min, date.min, date.min),
        Window(date.max, date.max, date.max),
        Window(None, None, date(2025, 5, 1)),
    ],
)
def test_any_window_is_drawn(qtbot: QtBot, scheme: str, window: Window) -> None:
    claim = row(window=window, stated_on=date.min, newest_evidence_on=date(2025, 4, 30))
    assert colour("kept").rgb() in colours(painted(qtbot, Column.AXIS, claim))


def test_markup_is_painted_as_it_is_written(qtbot: QtBot, scheme: str) -> None:
    plain = painted(qtbot, Column.CLAIM, row(summary="<b>x</b>"))
    bare = painted(qtbot, Column.CLAIM, row(summary="x"))
    assert plain != bare


@pytest.mark.parametrize("summary", ["x" * 10_000_000, "line\nbreak\0\u202e", "", "ש" * 500])
def test_odd_text_is_painted_on_one_line(qtbot: QtBot, scheme: str, summary: str) -> None:
    claim = row(summary=summary, deadline_wording=summary, claimant=summary)
    for column in (Column.CLAIM, Column.DEADLINE):
        assert not painted(qtbot, column, claim).isNull()


def test_words_are_slanted_only_where_they_are_the_speakers(qtbot: QtBot, scheme: str) -> None:
    spoken = painted(qtbot, Column.DEADLINE, row(deadline_wording="no date named"))
    unnamed = painted(qtbot, Column.DEADLINE, row(deadline_wording=""))
    assert spoken != unnamed


def test_the_figure_of_a_chain_stands_under_the_verdict(qtbot: QtBot, scheme: str) -> None:
    alone = painted(qtbot, Column.VERDICT, row())
    moved = painted(qtbot, Column.VERDICT, row(chain=ChainFigure(2, 130)))
    below = BOX.height() // 2 + 8
    ground = colour("surface").rgb()
    lower = [
        sum(image.pixel(x, y) != ground for x in range(BOX.width()) for y in range(below, 36))
        for image in (alone, moved)
    ]
    assert lower[0] == 0
    assert lower[1] > 20
