"""Notifications: from the tray while the window runs, and once for `claimtracker remind`."""

import shutil
import sys
from collections import Counter

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from claimtracker.claims.notice_text import notice_sentence
from claimtracker.claims.rows import ReminderRow
from claimtracker.gui.icons import icon

SHOWN_MS = 10_000


class Tray(QObject):
    """The program's place in the tray; without a tray it stays silent, the bar has it anyway."""

    activated = Signal()  # the icon or its message was clicked

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(icon("app"), self)
        self._icon.setToolTip("ClaimTracker")
        self._icon.activated.connect(self.activated)
        self._icon.messageClicked.connect(self.activated)
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon.show()

    def announce(self, notices: list[ReminderRow]) -> None:
        """Say once how many deadlines came due."""
        counts = Counter(notice.kind for notice in notices)
        show_message(self._icon, "ClaimTracker", notice_sentence(counts))


def show_message(tray_icon: QSystemTrayIcon, title: str, text: str) -> bool:
    """Show a notification by the desktop's own service or by the tray; False without either."""
    if _hand_to_service(title, text):
        return True
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return False
    tray_icon.show()
    tray_icon.showMessage(title, text, QIcon(), SHOWN_MS)
    return True


def notify_once(title: str, text: str) -> bool:
    """Show a notification without a window, and stay as long as the tray needs to show it."""
    application = QApplication.instance() or QApplication([])
    if _hand_to_service(title, text):
        return True
    tray_icon = QSystemTrayIcon(icon("app"))
    if not show_message(tray_icon, title, text):
        return False
    QTimer.singleShot(SHOWN_MS, application.quit)
    application.exec()
    return True


def _hand_to_service(title: str, text: str) -> bool:
    """Hand it to the notification service, which most desktops without a tray have.

    Started and left alone: a service that does not answer must not hold the window.
    """
    program = shutil.which("notify-send") if sys.platform.startswith("linux") else None
    if program is None:
        return False
    arguments = ["--app-name=ClaimTracker", "--", title, text]
    started = QProcess.startDetached(program, arguments)
    return bool(started[0] if isinstance(started, tuple) else started)
