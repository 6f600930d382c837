"""The program without a window, run as a script runs it, on a desktop that only takes notes."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from claimtracker import command_line
from claimtracker.command_line.start_options import Picture, StartOptions


@dataclass
class NotedDesktop:
    """Notes what it was asked to show."""

    has_tray: bool = True
    opened: list[StartOptions] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    notices: list[tuple[str, str]] = field(default_factory=list)

    def open_window(self, options: StartOptions) -> int:
        self.opened.append(options)
        return 0

    def open_sample(self, options: StartOptions, picture: Picture) -> int:
        self.opened.append(options)
        self.pictures.append(picture)
        return 0

    def notify(self, title: str, text: str) -> bool:
        self.notices.append((title, text))
        return self.has_tray


@dataclass(frozen=True)
class Answer:
    """What one run printed, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:  # noqa: ANN401 - whatever the JSON holds
        """The one JSON document that standard output must be."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def desktop() -> NotedDesktop:
    return NotedDesktop()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is, or will be."""
    return tmp_path / "claims.db"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], desktop: NotedDesktop, path: Path) -> Run:
    """Run one command on the database, as of 1 May 2025 unless told otherwise."""

    def running(*words: object, today: str = "2025-05-01") -> Answer:
        options = ["--database", str(path), "--today", today]
        capsys.readouterr()
        status = command_line.run([*options, *map(str, words)], desktop)
        printed = capsys.readouterr()
        return Answer(status, printed.out, printed.err)

    return running


@pytest.fixture
def ready(database_path: Path, run: Run) -> Run:
    """The same where there is a database already."""
    assert database_path.exists()
    return run
