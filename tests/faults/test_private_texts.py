"""What claims say is in no log, no report of a crash and no text of a bug, whatever breaks."""

import logging
import sqlite3
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, create_engine, event

from claimtracker import app, log
from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.claims.state import AsOf
from claimtracker.gui.bug_reports import BugReports
from claimtracker.gui.dialogs.crash import CrashDialog
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.show_claim import show_claim
from claimtracker.storage import engine
from claimtracker.storage.engine import Database, open_database
from tests.faults.conftest import Figure
from tests.faults.figures import IS_FULL, tries
from tests.faults.leaks import NAMED, PRIVATE, SECRET, Searched, texts_of
from tests.faults.marked_case import plant, planted_columns
from tests.faults.working import EVERYTHING
from tests.operations.picks import Picks

TODAY = date(2025, 5, 1)
ROUNDS = tries(1, 20)
ADDRESS = f"https://ada:{SECRET}@news.example.org/?token={SECRET}"
TEXT, NAME = f"{PRIVATE} {ADDRESS} {PRIVATE} ", f"{NAMED} {ADDRESS} {NAMED} "
# What claims and their evidence say; all other texts are what somebody or something is called.
SAID = {
    "claim": ("summary", "quote", "condition", "criteria", "notes", "deadline_wording"),
    "occurrence": ("words",),
    "source": ("text",),
    "evidence": ("excerpt",),
    "evidence_link": ("note", "passage"),
    "assessment": ("reason",),
}

Copied = Callable[[str], Path]
Raised = tuple[str, Exception]
"""By which operation, and what."""
Break = Callable[[Database], object]


def _refuse_rows(database: Database) -> None:
    """Let the database refuse every row that is written: a bug, as the program sees it."""
    with closing(sqlite3.connect(database.path)) as opened:
        opened.execute("BEGIN")  # else each of these is a transaction of its own
        for table in planted_columns():
            for deed in ("INSERT", "UPDATE", "DELETE"):
                opened.execute(
                    f'CREATE TRIGGER "no_{deed}_{table}" BEFORE {deed} ON "{table}" '
                    "BEGIN SELECT RAISE(ABORT, 'no'); END"
                )
        opened.commit()


def _lose_table(database: Database) -> None:
    """Let a statement fail that names what is not there."""
    with closing(sqlite3.connect(database.path)) as opened:
        opened.execute("ALTER TABLE change RENAME TO gone")
        opened.commit()


def _spoil_letters(database: Database) -> None:
    """Put bytes that are no text behind every summary."""
    with closing(sqlite3.connect(database.path)) as opened:
        opened.create_function("casefold", 1, str.casefold, deterministic=True)
        opened.execute("UPDATE claim SET summary = CAST(summary || x'ff' AS TEXT)")
        opened.execute("UPDATE claimant SET name = CAST(name || x'ff' AS TEXT)")
        opened.commit()


def _write_nothing(database: Database) -> None:
    """Let nothing be written any more."""
    event.listen(database.engine, "connect", _only_read)
    database.engine.dispose()


def _only_read(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA query_only = 1")


def _break_at_commit(database: Database) -> None:
    """Raise what quotes a claim, just before a commit."""
    event.listen(database.engine, "commit", _stumble)


def _stumble(_connection: object) -> None:
    words = TEXT
    raise RuntimeError(words)


BREAKS: dict[str, Break] = {
    "nothing": lambda _database: None,
    "every row refused": _refuse_rows,
    "a table gone": _lose_table,
    "no text": _spoil_letters,
    "only to be read": _write_nothing,
    "a bug at the commit": _break_at_commit,
}
QUOTES_ITSELF = {"a bug at the commit"}  # the test's own message


def _whisper(path: Path) -> None:
    """Put what is private, or a name, with a secret in it, into every field of a case."""
    plant(path, NAME)
    with closing(sqlite3.connect(path)) as opened:
        opened.create_function("casefold", 1, str.casefold, deterministic=True)
        for table, names in SAID.items():
            for name in names:
                opened.execute(f'UPDATE "{table}" SET "{name}" = ? || id', (TEXT,))
        opened.commit()


@pytest.fixture
def logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Write a log; give its folder."""
    own = logging.getLogger("claimtracker")
    monkeypatch.setattr(own, "handlers", [])
    folder = tmp_path / "log"
    log.start_log(folder)
    yield folder
    for handler in own.handlers:
        handler.close()


@pytest.fixture
def bugs(qtbot: QtBot) -> BugReports:
    """What shows a bug in the window."""
    window = QWidget()
    qtbot.addWidget(window)
    return BugReports(window, window)


@pytest.fixture
def whispering(copied: Copied) -> Callable[[str], Database]:
    """Open a case in which every field is private, and holds a secret."""

    def opening(name: str) -> Database:
        path = copied(name)
        _whisper(path)
        return open_database(path)

    return opening


def _errors(
    database: Database, chance: Random, names: Iterable[str] = EVERYTHING
) -> Iterator[Raised]:
    """Do these operations once; give what is raised."""
    for name in names:
        picks = Picks(chance.randrange(60), chance.randrange(60), NAME)
        try:
            with database.session() as session:
                EVERYTHING[name](session, picks)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is looked at
            yield name, error


def _tell(error: Exception, bugs: BugReports) -> None:
    """Tell of a bug in every way that the program has."""
    bugs.show(type(error), error, error.__traceback__)
    app.tell_bug(type(error), error, error.__traceback__)
    thread = threading.ExceptHookArgs((type(error), error, error.__traceback__, None))
    app.tell_of_thread(thread)


def _search_errors(
    searched: Searched, errors: Iterable[Raised], bugs: BugReports, *, quotes: bool = False
) -> list[str]:
    """Search what the errors say, and tell of those that are bugs; return what raised them.

    Of bugs whose message `quotes` what the test put there, only what is told of them is searched.
    """
    broken = []
    for name, error in errors:
        broken.append(name)
        is_refusal = isinstance(error, ClaimTrackerError)
        if not is_refusal:
            _tell(error, bugs)
        hidden = (SECRET, PRIVATE) if is_refusal else (SECRET, PRIVATE, NAMED)
        if is_refusal or not quotes:
            for told in texts_of(error):
                searched.search(name, told, *hidden)
    return broken


def _search_reports(
    searched: Searched, bugs: BugReports, logged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Search the log, standard error and the dialog, which are there."""
    everything = (SECRET, PRIVATE, NAMED)
    window = bugs.parent()
    assert isinstance(window, QWidget)
    for dialog in window.findChildren(CrashDialog):
        searched.search("the dialog", dialog.report.toPlainText(), *everything)
    searched.search("standard error", capsys.readouterr().err, *everything)
    searched.search_files([logged])


def test_what_claims_say_is_told_of_no_error(
    whispering: Callable[[str], Database],
    bugs: BugReports,
    logged: Path,
    capsys: pytest.CaptureFixture[str],
    figure: Figure,
) -> None:
    searched, broken = Searched(), list[str]()
    for number, (name, breaking) in enumerate(BREAKS.items()):
        database = whispering(name)
        breaking(database)
        for seed in range(ROUNDS):
            some = list(EVERYTHING) if IS_FULL else list(EVERYTHING)[number :: len(BREAKS)]
            errors = _errors(database, Random(seed), some)
            broken += _search_errors(searched, errors, bugs, quotes=name in QUOTES_ITSELF)
        database.close()
    _search_reports(searched, bugs, logged, capsys)
    figure(
        f"private texts: {len(broken)} errors within {len(set(broken))} of {len(EVERYTHING)} "
        f"operations, broken in {len(BREAKS) - 1} ways, {searched.texts} texts searched, "
        f"found {len(searched.found)}"
    )
    assert searched.found == [], "\n".join(searched.found[:5])
    assert "RuntimeError" in (logged / "claimtracker.log").read_text(encoding="utf-8")


def test_a_database_that_echoes_what_is_written_is_found(
    whispering: Callable[[str], Database],
    bugs: BugReports,
    monkeypatch: pytest.MonkeyPatch,
    figure: Figure,
) -> None:
    """A control."""
    monkeypatch.setattr(engine, "create_engine", _echoing)
    database = whispering("echoing")
    _refuse_rows(database)
    searched = Searched()
    _search_errors(searched, _errors(database, Random(0), [add_claim.__qualname__]), bugs)
    database.close()
    figure(
        f"private texts, control with parameters echoed: {searched.texts} texts searched, "
        f"found {len(searched.found)}"
    )
    assert searched.found


def _echoing(*told: Any, **how: Any) -> Engine:  # noqa: ANN401 - as SQLAlchemy has it
    return create_engine(*told, **{**how, "hide_parameters": False})


def test_a_log_that_quotes_errors_is_found(
    bugs: BugReports,
    logged: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A control: the log and the dialog as programs usually have them."""
    monkeypatch.setattr(log, "log_bug", _quoting)
    _tell(RuntimeError(TEXT), bugs)
    searched = Searched()
    _search_reports(searched, bugs, logged, capsys)
    assert {it.partition(":")[0] for it in searched.found} > {"the dialog"}


def _quoting(error: BaseException, _trace: TracebackType | None) -> str:
    report = "".join(traceback.format_exception(error))
    logging.getLogger("claimtracker").error("%s", report)
    return report


def test_a_text_that_is_none_is_damage_and_not_quoted(
    whispering: Callable[[str], Database],
) -> None:
    database = whispering("spoilt")
    _spoil_letters(database)
    with pytest.raises(Damaged) as refusal, database.session() as session:
        show_claim(session, 1, AsOf(TODAY))
    database.close()
    assert PRIVATE not in "".join(texts_of(refusal.value))
