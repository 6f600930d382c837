"""The child process that parses: its limits, and that nothing it does reaches the program."""

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from claimtracker.articles.documents import child, extract, kinds
from claimtracker.articles.documents.child import run_limited
from claimtracker.articles.documents.document import Document, Unreadable
from claimtracker.articles.documents.kinds import DocumentKind
from claimtracker.articles.in_time import Stopped

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
WAITS = "import time; time.sleep(600)"
MUCH = b"x" * 5_000_000


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def limited(code: str) -> list[str]:
    """Run under the limits of the child that parses."""
    return python(
        f"from claimtracker.articles.documents.extract import _set_limits as s; s(); {code}"
    )


def test_what_goes_in_comes_out() -> None:
    echo = python("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())")
    assert run_limited(echo, MUCH, seconds=60) == MUCH


def test_a_child_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(Unreadable, match="takes too long to read, and was given up"):
        run_limited(python(WAITS), MUCH, seconds=0.2)


def test_a_child_that_does_not_start_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="its reader does not start"):
        run_limited([str(tmp_path / "gone")], b"", seconds=60)


def test_a_child_is_stopped_on_demand() -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        run_limited(python(WAITS), MUCH, seconds=600, stop=stop)


@posix
def test_a_child_that_ends_as_it_is_given_up_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    killpg = os.killpg

    def too_late(group: int, number: int) -> None:
        killpg(group, number)
        raise ProcessLookupError

    monkeypatch.setattr(os, "killpg", too_late)
    with pytest.raises(Unreadable, match="takes too long"):
        run_limited(python(WAITS), b"", seconds=0.2)


@posix
def test_what_a_child_has_started_ends_with_it(tmp_path: Path) -> None:
    pipe = tmp_path / "alive"
    os.mkfifo(pipe)
    stop = threading.Event()

    def stop_when_alive() -> None:
        with pipe.open() as writer:
            assert writer.readline() == "alive\n"
            stop.set()
            assert writer.read() == ""  # its end: nobody has the pipe open any more

    watching = threading.Thread(target=stop_when_alive)
    watching.start()
    grandchild = f"w = open({str(pipe)!r}, 'w'); print('alive', file=w, flush=True); {WAITS}"
    code = (
        f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {grandchild!r}]); {WAITS}"
    )
    with pytest.raises(Stopped):
        run_limited(python(code), b"", seconds=600, stop=stop)
    watching.join()


@posix
def test_a_child_whose_program_was_killed_ends_at_once() -> None:
    command = [sys.executable, "-P", "-X", "utf8", "-m", child._EXTRACT]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(b"{")  # and waits for the rest
        process.stdin.flush()
        process.stdout.close()
        assert process.wait(timeout=60) == 1
        assert process.stderr.read() == b""


BROKEN = ["raise SystemExit(3)", "import os; os.abort()", "1/0", "import os, signal; os._exit(139)"]


@pytest.mark.parametrize("code", BROKEN)
def test_a_child_that_breaks_off_is_a_sentence(code: str) -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        run_limited(python(code), MUCH, seconds=60)


@posix
def test_too_much_memory_is_refused() -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        run_limited(limited("bytearray(2 << 30)"), b"", seconds=60)


@posix
def test_the_processor_is_not_held_for_ever() -> None:
    code = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass"
    with pytest.raises(Unreadable, match="too much time or memory"):
        run_limited(python(code), b"", seconds=60)


def test_what_is_no_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "run_limited", lambda *_, **__: b"no json")
    with pytest.raises(Unreadable, match="cannot be read"):
        child.extracted(Document(b"Homes"), DocumentKind.TEXT)


def test_a_parser_that_breaks_is_a_sentence_and_a_line_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(Unreadable, match="is damaged"):
        child.extracted(Document(b"%PDF-1.4 a secret"), DocumentKind.PDF)
    assert "pypdf" in caplog.text
    assert "secret" not in caplog.text


def test_a_parser_without_memory_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(extract, "article_in", exhausted)
    answer = extract._answer(Document(b"Homes"), DocumentKind.TEXT)
    assert answer == {"refused": "needs too much memory to read, and was given up"}


def test_a_text_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "LONGEST_TEXT", 3)
    answer = extract._answer(Document(b"Homes"), DocumentKind.TEXT)
    assert answer == {"refused": "holds more than 0 million characters of text"}


def test_a_module_beside_the_person_is_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "trafilatura.py").write_text("raise SystemExit('a trap')")
    monkeypatch.chdir(tmp_path)
    page = Document(b"<html><head><title>T</title></head><p>We will.</p></html>")
    assert child.extracted(page, DocumentKind.HTML).text == "T\nWe will."
