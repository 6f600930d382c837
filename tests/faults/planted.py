"""Faults planted in a window, each of which the watch must notice."""

import os
import signal
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget

from tests.faults.hands import Hands

_LEAKED: list[QWidget] = []
_LEAKED_BYTES: list[bytes] = []
_PIECE = 20_000


def crash(_hands: Hands) -> None:
    """What a pointer into nowhere does."""
    os.kill(os.getpid(), signal.SIGSEGV)


def warn(_hands: Hands) -> None:
    """What Qt says of a mistake of ours."""
    qWarning("a warning that was planted")


def leak(_hands: Hands) -> None:
    """Widgets that nobody takes apart, and what they hold."""
    _LEAKED.append(QWidget())
    _LEAKED_BYTES.append(os.urandom(_PIECE))


def break_off(hands: Hands) -> None:
    """A bug in a slot."""

    def breaking() -> None:
        raise RuntimeError("a bug that was planted")

    QTimer.singleShot(0, hands.window, breaking)


def stand_still(_hands: Hands) -> None:
    """A window that waits for ever."""
    time.sleep(3_600)


PLANTED: dict[str, Callable[[Hands], None]] = {
    "crash": crash,
    "warning": warn,
    "leak": leak,
    "bug": break_off,
    "standstill": stand_still,
}

PLANTED_ALWAYS = frozenset({"leak"})
"""What is done at every event, beside which nothing else is."""
