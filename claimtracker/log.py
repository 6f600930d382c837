"""A rotating log of what went wrong, without any secret and without the text of any row."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_LOG = logging.getLogger("claimtracker")
_LARGEST_BYTES = 1_000_000
_KEPT_FILES = 3
_SHOWN_LINES = 200


class _QuietHandler(RotatingFileHandler):
    """Does without what cannot be written, as on a full disk; logging itself prints a traceback."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Say nothing: the log is there for later, and nobody is helped now."""


def start_log(folder: Path) -> None:
    """Write to `claimtracker.log` in this folder; without one where it cannot be written.

    What the libraries of others have to say is heard by nobody: it quotes addresses and texts.
    """
    root = logging.getLogger()
    if not any(isinstance(each, logging.NullHandler) for each in root.handlers):
        root.addHandler(logging.NullHandler())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _QuietHandler(
            folder / "claimtracker.log",
            maxBytes=_LARGEST_BYTES,
            backupCount=_KEPT_FILES,
            encoding="utf-8",
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)


def log_bug(error: BaseException, trace: TracebackType | None) -> str:
    """Log a bug and return what was logged, for the person to copy.

    Only the kind of error and the places in the code: its message may quote a claim.
    """
    places = "".join(traceback.format_tb(trace)[-_SHOWN_LINES:])
    report = f"{type(error).__module__}.{type(error).__qualname__}\n{places}"
    _LOG.error("bug: %s", report)
    return report
