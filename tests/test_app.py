"""The composition root where there is no display: the main job is done in the terminal."""

import logging
import sys
import tempfile
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from claimtracker import app, display
from claimtracker import settings as stored_settings
from claimtracker.app import Databases
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import AsOf
from claimtracker.storage import claim_list

SECRET = "the words of a claim"


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A Linux machine that nobody sits at, with the temporary folders kept together."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for holder, hook in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(holder, hook, getattr(holder, hook))
    logger = logging.getLogger("claimtracker")
    before = list(logger.handlers)
    yield
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_is_where_one_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not display.has_display()
    monkeypatch.setenv(name, ":0")
    assert display.has_display()


def test_other_systems_always_have_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert display.has_display()


@pytest.mark.parametrize("words", [[], ["demo"]])
def test_without_a_display_the_sample_is_worked_through_in_the_terminal(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.run(words) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("There is no display")
    assert "as of 2025-05-26" in lines[1]
    assert any(line.startswith("Newly passed: ") for line in lines)
    assert lines[-1].startswith("Report of ")
    assert Path(lines[-1].split(": ", 1)[1]).is_file()


def test_the_day_named_is_the_day_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["--today", "2025-04-26", "demo"]) == 0
    assert "as of 2025-04-26" in capsys.readouterr().out


def test_without_a_display_nothing_is_notified(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    name = str(tmp_path / "claims.db")
    app.run(["--database", name, "add", "--summary", "Sign", "--due-on", "2025-01-01"])
    assert app.run(["--database", name, "--today", "2025-05-01", "remind"]) == 0
    assert "no desktop" in capsys.readouterr().err


def test_the_program_writes_its_log() -> None:
    app.run(["--help"])
    assert (stored_settings.log_folder() / "claimtracker.log").exists()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_breaks_down_says_where_and_quotes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app.run(["--help"])
    thread = threading.Thread(target=_break_down)
    thread.start()
    thread.join()
    told = capsys.readouterr().err
    assert "has a bug here (ValueError)" in told
    assert SECRET not in told
    assert "_break_down" in (stored_settings.log_folder() / "claimtracker.log").read_text()


def test_what_breaks_while_it_is_taken_apart_is_logged_and_quotes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app.run(["--help"])
    falling = _Falling()
    del falling
    logged = (stored_settings.log_folder() / "claimtracker.log").read_text()
    assert "_break_down" in logged
    assert SECRET not in logged + capsys.readouterr().err


class _Falling:
    def __del__(self) -> None:
        _break_down()


def _break_down() -> None:
    raise ValueError(SECRET)


def test_each_sample_is_a_fresh_one() -> None:
    databases = Databases()
    first, second = databases.sample(), databases.sample()
    assert first != second
    opened = databases.open(first)
    with opened.session() as session:
        assert claim_list.counts(session, AsOf(databases.sample_day())).on_the_shelf > 9
    opened.close()


def test_the_window_refuses_databases_as_the_terminal_does(tmp_path: Path) -> None:
    with pytest.raises(ClaimTrackerError, match="There is no database"):
        Databases().open(tmp_path / "none.db")
    Databases().open(tmp_path / "new.db", create=True).close()
    assert (tmp_path / "new.db").exists()


def test_the_sample_has_a_day_of_its_own() -> None:
    assert Databases().sample_day() == date(2025, 5, 26)
