"""The theme that follows the desktop: it listens from the first time on, and once."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimtracker.gui import theme
from claimtracker.gui.icons import Sign, icon
from claimtracker.gui.theme import apply_theme


@pytest.fixture
def look(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> theme.Look:
    """A look that nobody has worn yet."""
    fresh = theme.Look()
    monkeypatch.setattr(theme, "LOOK", fresh)
    return fresh


def _turn_dark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_system_scheme", lambda: "dark")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_the_system_theme_changes_with_the_desktop(
    look: theme.Look, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply_theme(qapp, "system")
    _turn_dark(monkeypatch)
    assert look.scheme == "dark"


def test_a_chosen_theme_does_not_change_with_the_desktop(
    look: theme.Look, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply_theme(qapp, "light")
    _turn_dark(monkeypatch)
    assert look.scheme == "light"


def test_each_change_of_the_desktop_is_followed_once(
    look: theme.Look, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        apply_theme(qapp, "system")
    worn: list[str] = []
    look.changed.connect(lambda: worn.append(look.scheme))
    _turn_dark(monkeypatch)
    assert worn == ["dark"]


def test_a_sign_that_is_shown_is_drawn_anew(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    sign = Sign("warning")
    qtbot.addWidget(sign)
    light = sign.pixmap().toImage()
    apply_theme(qapp, "dark")
    dark = sign.pixmap().toImage()
    apply_theme(qapp, "light")
    assert dark != light
    assert sign.pixmap().toImage() == light


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [QSize(0, 0), QSize(-4, 16)])
def test_an_icon_that_has_no_room_is_not_drawn(size: QSize) -> None:
    assert icon("search").pixmap(size).isNull()
