"""Notifications: from the tray while the window runs, and once for `claimtracker remind`."""

import shutil
import subprocess
import sys

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from claimtracker.claims.notice_text import notice_sentence
from claimtracker.claims.rows import ReminderRow
from claimtracker.gui.icons import icon

SHOWN_MS = 10_000
_SEND_SECONDS = 5


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
        counts = {kind: sum(n.kind is kind for n in notices) for kind in {n.kind for n in notices}}
        show_message(self._icon, "ClaimTracker", notice_sentence(counts))


def show_message(tray_icon: QSystemTrayIcon, title: str, text: str) -> bool:
    """Show a notification by the desktop's own service or by the tray; False without either."""
    if _send(title, text):
        return True
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return False
    tray_icon.show()
    tray_icon.showMessage(title, text, QIcon(), SHOWN_MS)
    return True


def notify_once(title: str, text: str) -> bool:
    """Show a notification without a window, and wait until the tray has had time to show it."""
    if _send(title, text):
        return True
    application = QApplication.instance() or QApplication([])
    tray_icon = QSystemTrayIcon(icon("app"))
    if not show_message(tray_icon, title, text):
        return False
    QTimer.singleShot(SHOWN_MS, application.quit)
    application.exec()
    return True


def _send(title: str, text: str) -> bool:
    """Hand it to the desktop's notification service, which most desktops without a tray have."""
    program = shutil.which("notify-send") if sys.platform.startswith("linux") else None
    if program is None:
        return False
    command = [program, "--app-name=ClaimTracker", "--", title, text]
    try:
        sent = subprocess.run(command, check=False, capture_output=True, timeout=_SEND_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return sent.returncode == 0
