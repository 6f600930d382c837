"""Parses a document in a process of its own, so that no document can hold or break the program."""

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from claimtracker.articles.article import Article
from claimtracker.articles.in_time import in_time

from .document import Document, Unreadable
from .kinds import DocumentKind

SECONDS = 20.0
_EXTRACT = "claimtracker.articles.documents.extract"
_PROJECT = Path(__file__).parents[3]  # where the package lies, installed or in a checkout

_log = logging.getLogger(__name__)


def extracted(
    document: Document, kind: DocumentKind, *, stop: threading.Event | None = None
) -> Article:
    """Return the article in the document; raises Unreadable, or Stopped once `stop` is set."""
    told = {"kind": kind, **asdict(document)}
    del told["data"]
    command = [sys.executable, "-P", "-X", "utf8", "-m", _EXTRACT]
    payload = json.dumps(told).encode() + b"\n" + document.data
    return _article(run_limited(command, payload, seconds=SECONDS, stop=stop), document)


def run_limited(
    command: Sequence[str], payload: bytes, *, seconds: float, stop: threading.Event | None = None
) -> bytes:
    """Return what the command prints; it is killed, with all that it started, when time is up.

    Raises Unreadable where it takes too long or breaks off, Stopped once `stop` is set.
    """
    try:
        started = _started(command)
    except OSError as error:
        _log.warning("The child that parses documents cannot start: %s.", error.strerror)
        raise Unreadable("cannot be read now: its reader does not start") from error
    with started as process:
        try:
            output, _ = in_time(lambda _: process.communicate(payload), seconds, stop)
        except TimeoutError:
            raise Unreadable("takes too long to read, and was given up") from None
        finally:
            _kill(process)
    if process.returncode:
        _log.warning("The child that parses documents ended with %s.", process.returncode)
        raise Unreadable(_broke_off(process.returncode))
    return output


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start the command in a group of its own, which Ctrl+C in a terminal does not reach."""
    windows = sys.platform == "win32"
    paths = [str(_PROJECT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        start_new_session=not windows,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:  # it may end meanwhile: then it is gone, or, on macOS, no longer ours
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def _broke_off(status: int) -> str:
    if sys.platform != "win32" and status in (-signal.SIGXCPU, -signal.SIGKILL):
        return "takes too much time or memory to read, and was given up"
    return "cannot be read: it is damaged, or built to break programs"


def _article(output: bytes, document: Document) -> Article:
    try:
        told: dict[str, Any] = json.loads(output)
    except ValueError:
        raise Unreadable(_broke_off(1)) from None
    if broke_at := told.get("broke_at"):
        _log.warning("A parser broke off: %s.", broke_at)
    if refused := told.get("refused"):
        raise Unreadable(refused)
    day = told.pop("published_on")
    return Article(**told, published_on=date.fromisoformat(day) if day else None, url=document.url)
