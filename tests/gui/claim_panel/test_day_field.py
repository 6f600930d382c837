from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk


@pytest.fixture
def field(qtbot: QtBot, desk: Desk) -> DayField:
    shown = DayField("stated_on", "Stated on", desk)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_an_empty_field_is_no_day(field: DayField) -> None:
    assert field.day() is None
    assert field.text() == ""


def test_a_wrong_day_is_said_when_the_field_is_left(qtbot: QtBot, field: DayField) -> None:
    field.line.setText("30.2.2025")
    assert field.problem.text() == ""
    field.mark()
    assert "no day of the calendar" in field.problem.text()
    assert field.line.text() == "30.2.2025"


def test_the_sentence_goes_as_soon_as_the_day_is_mended(field: DayField) -> None:
    field.line.setText("30.2.2025")
    field.mark()
    field.line.setText("28.2.2025")
    assert not field.problem.isVisible()
    assert field.text() == "2025-02-28"


def test_a_wrong_day_names_its_field(field: DayField) -> None:
    field.line.setText("soon")
    with pytest.raises(FieldError) as refused:
        field.checked_day()
    assert refused.value.field == "stated_on"
    assert field.day_or_none() is None


def test_a_day_is_picked_from_the_calendar_without_a_mouse(qtbot: QtBot, field: DayField) -> None:
    field.set_day(date(2025, 4, 18))
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2025, 4, 18)
    with qtbot.waitSignal(field.edited):
        calendar.activated.emit(QDate(2025, 4, 20))
    assert field.day() == date(2025, 4, 20)


def test_a_wrong_day_is_framed_until_it_is_mended(field: DayField) -> None:
    field.line.setText("30.2.2025")
    field.mark()
    assert field.line.property("tone") == "error"
    field.line.setText("28.2.2025")
    assert field.line.property("tone") == ""
