"""What is noticed while somebody presses: words of Qt, bugs, standstills, and what is kept."""

import ctypes
import faulthandler
import gc
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from claimtracker.gui.bug_reports import BugReports

_PAGE = 4_096
_BETWEEN = 1.0  # seconds
_QUIET = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
_OF_ITSELF = "This plugin does not support"  # the offscreen platform, as in pyproject.toml


@dataclass(frozen=True)
class AtRest:
    """What is there once nothing is under way: after how many events, widgets, MB of memory."""

    events: int
    widgets: int
    megabytes: float


@dataclass
class WindowWatch:
    """Notes what must not happen, each with the event it followed."""

    patience: float
    place: str = "the start"
    problems: list[str] = field(default_factory=list)
    _next: float = 0.0

    def begin(self) -> None:
        """Hear all that Qt, Python and the program itself have to say from now on."""
        faulthandler.enable()
        qInstallMessageHandler(self._hear_qt)
        sys.unraisablehook = self._hear_unraisable
        BugReports.show = self._hear_bug  # type: ignore[method-assign, assignment]  # a failure

    def go_on(self) -> None:
        """Wait anew for a standstill: then every thread is told of, and the process ends."""
        if (
            time.monotonic() > self._next
        ):  # each starts a thread, which takes longer than most events
            self._next = time.monotonic() + _BETWEEN
            faulthandler.dump_traceback_later(self.patience, exit=True)

    def note(self, problem: str) -> None:
        """Note what must not happen."""
        self.problems.append(f"{self.place}: {problem}")

    def _hear_qt(self, kind: QtMsgType, _where: QMessageLogContext, said: str | None) -> None:
        if kind not in _QUIET and not (said or "").startswith(_OF_ITSELF):
            frames = [each for each in traceback.extract_stack() if "claimtracker" in each.filename]
            self.note(f"Qt: {said} {traceback.format_list(frames)[-3:]}")

    def _hear_unraisable(self, told: "sys.UnraisableHookArgs") -> None:
        self.note("".join(traceback.format_exception(told.exc_value)))

    def _hear_bug(
        self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.note("".join(traceback.format_exception(type(error), error, trace)))


def at_rest(events: int) -> AtRest:
    """Take apart what is over, give back what is free, and count what is left."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()  # each window spares what is there from the search; a program has but one
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return AtRest(events, len(QApplication.allWidgets()), pages * _PAGE / 1e6)
