"""The header: titles, and the months above the axis wherever they fit."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from claimtracker.gui.claim_list.columns import COLUMN_OF, SORT_KEYS, TITLES, Column
from claimtracker.gui.claim_list.header import ClaimHeader
from claimtracker.gui.claim_list.model import ClaimTableModel
from tests.gui.rows import TODAY

Heading = Callable[[date], ClaimHeader]


@pytest.fixture
def header(qtbot: QtBot) -> Heading:
    parent = QWidget()
    qtbot.addWidget(parent)

    def heading(today: date) -> ClaimHeader:
        made = ClaimHeader(lambda: today, parent)
        made.setModel(ClaimTableModel(lambda: today, parent))
        return made

    return heading


def _section(made: ClaimHeader, column: Column, width: int) -> QImage:
    box = QRect(0, 0, width, made.height())
    image = QImage(box.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    made.paintSection(painter, box, column)
    painter.end()
    return image


@pytest.mark.parametrize("width", [62, 86, 130, 270, 700])
def test_the_axis_is_labelled_at_any_width(header: Heading, width: int) -> None:
    made = header(TODAY)
    assert _section(made, Column.AXIS, width) != _section(made, Column.CLAIM, width)


@pytest.mark.parametrize("width", [62, 86, 130, 270, 700])
def test_labels_of_months_do_not_run_into_each_other(header: Heading, width: int) -> None:
    made = header(TODAY)
    image = _section(made, Column.AXIS, width)
    painter = QPainter(image)
    letters, every = made._labels(painter, width / 9)
    widest = painter.fontMetrics().horizontalAdvance("May"[:letters])
    painter.end()
    assert widest <= width / 9 * every or every == 3


@pytest.mark.parametrize("today", [date.min, date(1, 3, 1), date(9999, 10, 5), date.max])
def test_the_ends_of_the_calendar_have_a_header_too(header: Heading, today: date) -> None:
    assert not _section(header(today), Column.AXIS, 270).isNull()


def test_every_column_sorts_by_something_of_its_own() -> None:
    assert set(SORT_KEYS) == set(Column) == set(TITLES)
    assert len(COLUMN_OF) == len(Column)
