"""Notifications: one sentence without a word from outside, and silence where nothing shows them."""

import shutil
import sys
from datetime import date

import pytest
from PySide6.QtCore import QProcess, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from claimtracker.claims.rows import ReminderRow
from claimtracker.claims.vocabulary import ReminderKind
from claimtracker.gui import tray
from claimtracker.gui.tray import Tray, notify_once

Handed = list[tuple[str, list[str]]]


def _notice(number: int, kind: ReminderKind) -> ReminderRow:
    return ReminderRow(number, number, kind, date(2025, 4, 25), "--help <b>outside</b>", "Somebody")


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> Handed:
    """What the desktop's notification service was started with."""
    started: Handed = []

    def start(program: str, arguments: list[str]) -> tuple[bool, int]:
        started.append((program, arguments))
        return True, 1

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(QProcess, "startDetached", start)
    return started


@pytest.fixture
def no_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)


@pytest.fixture
def no_tray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What a tray that is there was asked to show."""
    messages: list[tuple[str, str]] = []

    def show(_icon: QSystemTrayIcon, title: str, text: str, *_more: object) -> None:
        messages.append((title, text))

    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    return messages


def test_what_came_due_is_counted_in_one_notification(qtbot: QtBot, handed: Handed) -> None:
    kinds = (ReminderKind.DUE_SOON, ReminderKind.PASSED_GENEROUS, ReminderKind.PASSED_GENEROUS)
    Tray().announce([_notice(number, kind) for number, kind in enumerate(kinds)])
    ((program, arguments),) = handed
    assert program == "/bin/notify-send"
    assert arguments[-2:] == ["ClaimTracker", "2 deadlines passed, 1 due soon"]


def test_no_text_is_taken_for_an_option(qtbot: QtBot, handed: Handed) -> None:
    assert notify_once("--help", "-u critical")
    ((_program, arguments),) = handed
    assert arguments.index("--") < arguments.index("--help")


@pytest.mark.usefixtures("no_service")
def test_without_a_service_the_tray_says_it(qtbot: QtBot, shown: list[tuple[str, str]]) -> None:
    Tray().announce([_notice(1, ReminderKind.REVIEW)])
    assert shown == [("ClaimTracker", "1 to review")]


def test_a_service_that_does_not_start_leaves_it_to_the_tray(
    qtbot: QtBot, shown: list[tuple[str, str]], handed: Handed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QProcess, "startDetached", lambda *_command: (False, 0))
    Tray().announce([_notice(1, ReminderKind.REVIEW)])
    assert shown == [("ClaimTracker", "1 to review")]


@pytest.mark.usefixtures("no_service", "no_tray")
def test_without_service_and_tray_it_stays_silent(qtbot: QtBot) -> None:
    Tray().announce([_notice(1, ReminderKind.REVIEW)])
    assert not notify_once("ClaimTracker", "1 to review")


@pytest.mark.usefixtures("no_service")
def test_one_notification_waits_until_the_tray_has_shown_it(
    qtbot: QtBot, shown: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    monkeypatch.setattr(QTimer, "singleShot", lambda pause, _then: waited.append(pause))
    monkeypatch.setattr(QApplication, "exec", lambda *_application: waited.append(0))
    assert notify_once("ClaimTracker", "1 to review")
    assert shown == [("ClaimTracker", "1 to review")]
    assert waited == [tray.SHOWN_MS, 0]


def test_a_click_on_the_icon_or_its_message_calls_the_window(qtbot: QtBot) -> None:
    made = Tray()
    with qtbot.waitSignal(made.activated):
        made._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.waitSignal(made.activated):
        made._icon.messageClicked.emit()
