"""The settings ask before typing is lost, mark what is wrong, and are reached by their keys."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from claimtracker.deadlines import CONVENTIONS
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.convention_row import ConventionRow
from claimtracker.gui.dialogs.settings import SettingsDialog
from claimtracker.gui.dialogs.unsaved import DiscardBox
from claimtracker.gui.dialogs.what_would_change import WhatWouldChangeDialog
from claimtracker.gui.theme import style_sheet

Settle = Callable[[], None]
MNEMONIC = re.compile(r"&(\w)")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def dialog(desk: Desk, window: QWidget, settled: Settle, tmp_path: Path) -> SettingsDialog:
    """The settings, once it is known what is stored."""
    opened = SettingsDialog(desk, window, tmp_path / "settings.toml")
    opened.open()
    settled()
    return opened


def _change_name(dialog: SettingsDialog) -> None:
    name = dialog.fields["assessor"]
    assert isinstance(name, QLineEdit)
    name.setText("Grace")


def _change_convention(dialog: SettingsDialog) -> None:
    dialog.conventions.rows["week_starts_on"].set_text("Sunday")


def _write_nonsense(dialog: SettingsDialog) -> None:
    dialog.conventions.rows["about_adds"].set_text("banana")


def _press_escape(dialog: SettingsDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def _press_cancel(dialog: SettingsDialog) -> None:
    dialog.buttons.rejected.emit()


def _close(dialog: SettingsDialog) -> None:
    dialog.close()


LEAVING = pytest.mark.parametrize("leave", [_press_escape, _press_cancel, _close])


def _asked(dialog: SettingsDialog) -> DiscardBox:
    (box,) = dialog.findChildren(DiscardBox)
    return box


@LEAVING
@pytest.mark.parametrize("change", [_change_name, _change_convention, _write_nonsense])
def test_leaving_asks_before_what_was_entered_is_lost(
    dialog: SettingsDialog,
    change: Callable[[SettingsDialog], None],
    leave: Callable[[SettingsDialog], None],
) -> None:
    change(dialog)
    leave(dialog)
    box = _asked(dialog)
    assert box.defaultButton() is box.escapeButton() is box.keep_button
    assert box.isVisible() and dialog.isVisible()
    box.discard_button.click()
    assert not dialog.isVisible()


@LEAVING
def test_leaving_asks_nothing_where_nothing_changed(
    dialog: SettingsDialog, leave: Callable[[SettingsDialog], None]
) -> None:
    _change_convention(dialog)
    dialog.conventions.go_back()
    leave(dialog)
    assert not dialog.isVisible()
    assert dialog.findChildren(DiscardBox) == []


def test_editing_goes_on_and_is_asked_about_again(dialog: SettingsDialog, qtbot: QtBot) -> None:
    _change_convention(dialog)
    dialog.reject()
    dialog.reject()  # one question is enough
    QTest.keyClick(_asked(dialog), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.findChildren(DiscardBox) == [])
    assert dialog.isVisible()
    assert dialog.conventions.rows["week_starts_on"].value == "Sunday"
    dialog.reject()
    assert _asked(dialog).isVisible()


def _is_whole(dialog: SettingsDialog, row: ConventionRow) -> bool:
    view = dialog.conventions.area.viewport()
    place = QRect(row.mapTo(view, row.rect().topLeft()), row.size())
    holds_its_lines = row.height() >= row.heightForWidth(row.width())
    return view.rect().contains(place) and holds_its_lines


def _reach(dialog: SettingsDialog, key: str) -> ConventionRow:
    dialog.pages.setCurrentWidget(dialog.conventions)
    row = dialog.conventions.rows[key]
    row.field.setFocus()
    return row


def test_a_wrong_text_is_marked_when_its_field_is_left(dialog: SettingsDialog) -> None:
    row = _reach(dialog, "about_adds")
    row.set_text("")
    QTest.keyClicks(row.field, "banana")
    assert not row.problem.isVisible()
    dialog.conventions.trying.words.setFocus()
    assert row.problem.text().startswith("“banana” does not fit")
    assert row.problem.isVisible() and row.note.isVisible()
    assert _is_whole(dialog, row)


def test_a_wrong_text_is_marked_on_the_way_to_the_next_control(dialog: SettingsDialog) -> None:
    row = _reach(dialog, "about_adds")
    QTest.keyClicks(row.field, "banana")
    QTest.keyClick(row.field, Qt.Key.Key_Tab)
    assert row.back.hasFocus()
    assert row.problem.isVisible()
    assert _is_whole(dialog, row)


def test_pressing_the_way_back_moves_nothing_away_under_the_mouse(dialog: SettingsDialog) -> None:
    row = _reach(dialog, "about_adds")
    QTest.keyClicks(row.field, "banana")
    QTest.mousePress(row.back, Qt.MouseButton.LeftButton)
    assert not row.problem.isVisible()
    QTest.mouseRelease(row.back, Qt.MouseButton.LeftButton)
    assert not row.is_changed


def test_a_row_is_seen_whole_when_the_keyboard_reaches_it(dialog: SettingsDialog) -> None:
    for convention in (*CONVENTIONS, *reversed(CONVENTIONS)):
        assert _is_whole(dialog, _reach(dialog, convention.key))


def test_a_row_is_seen_whole_when_it_gets_its_lines(dialog: SettingsDialog) -> None:
    key = [it.key for it in CONVENTIONS if not it.kind.choices][-1]
    for reached in (key, "about_adds"):
        row = _reach(dialog, reached)
        QTest.keyClicks(row.field, "banana")
        assert _is_whole(dialog, row)
        row.mark()
        assert row.problem.isVisible() and row.note.isVisible()
        assert _is_whole(dialog, row)


def test_the_row_that_is_left_does_not_scroll_the_next_one_away(dialog: SettingsDialog) -> None:
    first = _reach(dialog, "about_adds")
    QTest.keyClicks(first.field, "banana")
    last = _reach(dialog, CONVENTIONS[-1].key)
    assert first.problem.text()
    assert _is_whole(dialog, last)


def test_the_convention_that_cannot_be_read_is_named(dialog: SettingsDialog) -> None:
    _write_nonsense(dialog)
    label = dialog.conventions.rows["about_adds"].convention.label
    assert dialog.conventions.trying.remarks.text() == f"“{label}” cannot be read yet."


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_list_drops_down_tall_enough_for_its_entries(qtbot: QtBot, scheme: str) -> None:
    field = QComboBox()
    qtbot.addWidget(field)
    field.setStyleSheet(style_sheet(scheme))
    field.addItems(["All", "Working days"])
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)  # as it has when its list is opened
    field.showPopup()
    view = field.view()
    qtbot.waitUntil(view.hasFocus)
    last = view.visualRect(view.model().index(1, 0))
    assert last.bottom() <= view.viewport().rect().bottom()
    assert view.verticalScrollBar().maximum() == 0


def _texts_with_keys(part: QWidget) -> list[str]:
    labels = [it.text() for it in part.findChildren(QLabel) if it.buddy()]
    return labels + [it.text() for it in part.findChildren(QAbstractButton)]


def test_each_key_of_the_settings_leads_to_one_place(dialog: SettingsDialog) -> None:
    tabs = [dialog.pages.tabText(place) for place in range(dialog.pages.count())]
    texts = [it.replace("&&", "") for it in (*_texts_with_keys(dialog), *tabs)]
    keys = [key.upper() for text in texts for key in MNEMONIC.findall(text)]
    assert len(keys) == len(set(keys)), sorted(keys)
    assert {"&Save", "&Cancel"} <= set(texts)


def test_the_buttons_that_save_say_so(dialog: SettingsDialog, desk: Desk) -> None:
    asked = WhatWouldChangeDialog([], desk.today, dialog)
    texts = [it.text() for it in asked.buttons.buttons()]
    assert {"Save and &re-read", "Save, &keep stored readings"} < set(texts)
    keys = [key.upper() for text in texts for key in MNEMONIC.findall(text)]
    assert len(keys) == len(set(keys)) == 3


def test_a_setting_can_be_turned_to(dialog: SettingsDialog) -> None:
    dialog.go_to("wayback_address")
    assert dialog.pages.tabText(dialog.pages.currentIndex()) == "&Evidence"
    assert dialog.focusWidget() is dialog.fields["wayback_address"]


def test_an_archive_without_a_web_address_is_refused_at_its_field(
    dialog: SettingsDialog,
) -> None:
    address = dialog.fields["wayback_address"]
    assert isinstance(address, QLineEdit)
    address.setText("web.archive.org")
    dialog.submit()
    assert "https://" in dialog.problem.text()
    assert dialog.focusWidget() is address
