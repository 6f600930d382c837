"""Whether a window can be seen here, and whether the arguments ask for one."""

import os
import sys
from collections.abc import Sequence

GLOBAL_OPTIONS = ("--database", "--today")


def has_display() -> bool:
    """Whether a window can be seen: on Linux that takes a display server."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def asks_for_window(arguments: Sequence[str]) -> bool:
    """Whether these are global options only, with no command behind them."""
    rest = list(arguments)
    while rest:
        name, sign, _value = rest.pop(0).partition("=")
        if name not in GLOBAL_OPTIONS:
            return False
        if not sign and rest:
            rest.pop(0)
    return True
