"""A bug of ours: logged, and shown in one dialog that stays open."""

from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from claimtracker import log
from claimtracker.gui.dialogs.crash import CrashDialog


class BugReports(QObject):
    """Shows the first one; further ones are added to the open dialog."""

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._crash: CrashDialog | None = None

    def show(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log it, and show what the log holds of it."""
        report = log.log_bug(error, trace)
        if self._crash is not None:
            self._crash.add_report(report)
            return
        self._crash = CrashDialog(report, self._window)
        self._crash.finished.connect(self._forget)
        self._crash.open()

    def _forget(self) -> None:
        self._crash = None  # closing deletes it, and the next bug opens another
