"""The global options, the exit statuses, and the program as the shell starts it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimtracker import command_line
from claimtracker import settings as stored_settings
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.database_choice import database_path
from claimtracker.settings import Settings
from tests.command_line.conftest import NotedDesktop, Run

PROJECT = Path(__file__).parents[2]


def test_without_a_command_the_window_opens_on_the_database(
    run: Run, desktop: NotedDesktop, path: Path
) -> None:
    assert run().status == 0
    (options,) = desktop.opened
    assert (options.path, str(options.as_of.today)) == (path, "2025-05-01")
    assert not path.exists()


def test_the_status_of_the_window_is_that_of_the_program(
    desktop: NotedDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop, "open_window", lambda _options: 1)
    assert command_line.run([], desktop) == 1


def test_the_database_is_the_option_then_the_environment_then_the_settings(
    desktop: NotedDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(*words: str) -> Path:
        command_line.run(words, desktop)
        return desktop.opened[-1].path

    assert opened() == stored_settings.default_database()
    stored_settings.save(Settings(database="own.db"), stored_settings.settings_path())
    assert opened() == Path("own.db")
    monkeypatch.setenv("CLAIMTRACKER_DATABASE", "environment.db")
    assert opened() == Path("environment.db")
    assert opened("--database", "option.db") == Path("option.db")


def test_the_default_database_is_made_with_its_folder(desktop: NotedDesktop) -> None:
    assert command_line.run(["add", "--summary", "Sign"], desktop) == 0
    assert stored_settings.default_database().is_file()


def test_a_default_folder_that_cannot_be_made_is_refused(
    desktop: NotedDesktop, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = stored_settings.default_database().parent
    folder.parent.mkdir(parents=True)
    folder.touch()
    assert command_line.run(["add", "--summary", "Sign"], desktop) == 1
    assert capsys.readouterr().err.endswith(".\n")


def test_an_address_of_sqlite_names_its_file_and_others_are_refused() -> None:
    assert database_path("sqlite:////tmp/a.db") == Path("/tmp/a.db")
    assert database_path("a.db") == Path("a.db")
    assert database_path("~/a.db") == Path.home() / "a.db"
    assert database_path("sqlite:///~/a.db") == Path.home() / "a.db"
    with pytest.raises(ClaimTrackerError, match="Only SQLite"):
        database_path("postgresql://localhost/claims")


def test_a_server_as_database_is_one_sentence(
    desktop: NotedDesktop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.run(["--database", "postgresql://localhost/a", "list"], desktop) == 1
    assert capsys.readouterr().err == (
        "Only SQLite databases are supported: a file or sqlite:///FILE.\n"
    )


def test_the_lead_time_of_the_settings_counts(ready: Run) -> None:
    ready("add", "--summary", "Sign", "--due-on", "2025-05-11", "--stated-on", "2025-04-01")
    assert ready("list", "state:due_soon", "--json").document == []
    stored_settings.save(Settings(lead_days=10), stored_settings.settings_path())
    assert len(ready("list", "state:due_soon", "--json").document) == 1


def test_the_assessor_of_the_settings_signs(ready: Run) -> None:
    stored_settings.save(Settings(assessor="Ada"), stored_settings.settings_path())
    ready("add", "--summary", "Sign")
    assert ready("show", 1, "--json").document["changes"][0]["by"] == "Ada"


@pytest.mark.parametrize("day", ["2025-02-30", "today", ""])
def test_today_must_be_a_day(day: str, run: Run) -> None:
    assert run("list", today=day).status == 2


def test_help_is_no_error(run: Run) -> None:
    answer = run("--help")
    assert answer.status == 0
    for command in ("deadline", "add", "list", "check", "export", "import", "undo"):
        assert command in answer.out


def test_help_describes_each_command_in_one_whole_line(run: Run) -> None:
    listed = run("--help").out.partition("Commands:\n")[2].rstrip().splitlines()
    assert len(listed) >= 24
    broken = [line for line in listed if not line.endswith(".") or line.endswith("...")]
    assert broken == []
    assert all(line[2] != " " for line in listed)  # none goes on below


def test_a_bug_is_not_hidden_behind_a_sentence(
    desktop: NotedDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_options: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(desktop, "open_window", stumble)
    with pytest.raises(ZeroDivisionError):
        command_line.run([], desktop)


def _start(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "claimtracker", *words]
    return subprocess.run(
        command, cwd=PROJECT, env={**os.environ, **environment}, capture_output=True, check=False
    )


def test_the_program_works_from_the_shell(path: Path) -> None:
    summary = "Sign “the deal” 🕊"
    added = _start("add", "--summary", summary, "--json", CLAIMTRACKER_DATABASE=str(path))
    assert json.loads(added.stdout) == {"id": 1}
    listed = _start("list", "--json", CLAIMTRACKER_DATABASE=str(path), PYTHONUTF8="1")
    assert json.loads(listed.stdout)[0]["summary"] == summary


def test_refusals_and_wrong_usage_end_the_process_with_their_status(path: Path) -> None:
    refused = _start("--database", str(path), "list")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.decode() == f"There is no database at {path}.{os.linesep}"
    misused = _start("sing")
    assert (misused.returncode, misused.stdout) == (2, b"")
    assert b"Traceback" not in misused.stderr


def test_an_old_terminal_gets_what_it_can_show(run: Run, path: Path) -> None:
    run("add", "--summary", "Sign “it”")
    listed = _start("--database", str(path), "list", PYTHONIOENCODING="latin-1")
    assert (listed.returncode, listed.stderr) == (0, b"")
    assert rb"Sign \u201cit\u201d" in listed.stdout


def test_the_commands_need_no_qt(path: Path) -> None:
    program = (
        "import sys; from claimtracker.app import run; "
        f"run(['--database', {str(path)!r}, 'add', '--summary', 'Sign']); "
        "sys.exit('PySide6' in sys.modules)"
    )
    command = [sys.executable, "-c", program]
    assert subprocess.run(command, cwd=PROJECT, check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="pipes are those of POSIX")
def test_a_reader_that_goes_early_is_no_error(run: Run, path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "claimtracker", "--database", str(path)]
    run("add", "--summary", "Sign")
    with os.fdopen(write, "wb") as gone:
        listed = subprocess.run(
            [*command, "list"], cwd=PROJECT, stdout=gone, stderr=subprocess.PIPE, check=False
        )
    assert (listed.returncode, listed.stderr) == (0, b"")


def test_json_is_json_on_an_old_terminal(run: Run, path: Path) -> None:
    run("add", "--summary", "🕊 é")
    shown = _start("--database", str(path), "show", "1", "--json", PYTHONIOENCODING="latin-1")
    assert json.loads(shown.stdout)["summary"] == "🕊 é"


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has a disk that is always full")
@pytest.mark.parametrize("words", [["list"], ["list", "--json"], ["check", "--json"]])
def test_an_answer_that_cannot_be_written_is_one_sentence(
    words: list[str], run: Run, path: Path
) -> None:
    run("add", "--summary", "Sign")
    command = [sys.executable, "-m", "claimtracker", "--database", str(path), *words]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            command, cwd=PROJECT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ended.returncode == 1
    assert ended.stderr == b"The answer cannot be written: No space left on device.\n"


_BROKEN = """
from claimtracker.app import run
from claimtracker.operations import list_claims

def broken(*_asked):
    raise ValueError("the secret day")

list_claims.report = broken
"""


def test_a_bug_shows_its_kind_and_never_a_text(run: Run, path: Path) -> None:
    run("add", "--summary", "Sign")
    program = _BROKEN + f"run(['--database', {str(path)!r}, 'list'])"
    command = [sys.executable, "-c", program]
    ended = subprocess.run(command, cwd=PROJECT, check=False, capture_output=True)
    assert ended.returncode == 1
    assert ended.stdout == b""
    assert ended.stderr.startswith(b"ClaimTracker has a bug here (ValueError);")
    assert b"secret" not in ended.stderr
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("value", "allows"), [("1", True), ("0", False), ("", False), ("true", False)]
)
def test_only_the_switch_of_tests_lets_servers_on_this_machine_be_asked(
    run: Run, desktop: NotedDesktop, monkeypatch: pytest.MonkeyPatch, value: str, allows: bool
) -> None:
    run()
    (options,) = desktop.opened
    assert options.open_network() is None
    monkeypatch.setenv("CLAIMTRACKER_ALLOW_LOOPBACK", value)
    network = options.open_network()
    assert bool(network and network.allows_loopback) is allows
