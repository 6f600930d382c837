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
    return global_options(arguments) is not None


def global_options(arguments: Sequence[str]) -> dict[str, str] | None:
    """What the global options say; None where there is anything else, such as a command."""
    found: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, sign, value = rest.pop(0).partition("=")
        if name not in GLOBAL_OPTIONS:
            return None
        found[name] = value if sign or not rest else rest.pop(0)
    return found
