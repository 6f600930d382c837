"""What every test stands on: a settings file of its own, and an empty database."""

import gc
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from _pytest.terminal import TerminalReporter
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot
from sqlalchemy import Select, Table, select
from sqlmodel import Session, SQLModel

from claimtracker.articles.web.place import Resolve, WebPlace
from claimtracker.claims.drafts import AssessmentDraft, ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.garbage import collect_due
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.storage import engine
from claimtracker.storage.engine import Database, open_database
from tests.sooner import PromptBot, SharedStatements

# Before Qt is loaded anywhere: tests draw on no screen, unless somebody wants to watch.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# One shared machine is slow at times: no deadline a case, and no folder of examples kept.
settings.register_profile(
    "quiet",
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("quiet")

# Windows that a test forgot are taken apart between the tests and not by a thread of a later one.
gc.disable()

Enter = Callable[..., int]
Rate = Callable[..., None]
Rows = dict[str, list[dict[str, Any]]]
Dump = Callable[[], Rows]
OpenEmpty = Callable[[], AbstractContextManager[Session]]

FIGURE = "figure"
"""The property of a test under which a fault's line of figures goes home."""

HISTORY = frozenset({"action", "change", "reminder"})
BOOKKEEPING = frozenset({"version", "updated_at"})


def pytest_collection_finish() -> None:
    """Spare what was loaded by now every later look for garbage."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Print every figure after the tests; with several processes they come from all of them."""
    reports = [it for kind in ("passed", "failed") for it in terminalreporter.getreports(kind)]
    lines = [str(line) for it in reports for key, line in it.user_properties if key == FIGURE]
    if lines:
        terminalreporter.section("faults")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish() -> None:
    """Look for garbage once a test is over, its fixtures too."""
    collect_due()


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new place for each test, which is made only where the test writes into it."""
    folder = tmp_path_factory.mktemp("own")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_places(places: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test off the settings, databases and logs of whoever runs it."""
    place = next(places)
    monkeypatch.setenv("CLAIMTRACKER_SETTINGS", str(place / "settings.toml"))
    monkeypatch.delenv("CLAIMTRACKER_DATABASE", raising=False)
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(place / kind.lower()))


@pytest.fixture(scope="session", autouse=True)
def offline() -> Iterator[None]:
    """Find no host by its name, as without a connection; servers on loopback have numbers."""
    look_up = WebPlace.numbers

    def looking(place: WebPlace, resolve: Resolve, *, allows_loopback: bool) -> list[str]:
        is_here = place.host == "localhost" or not place.host.strip("[]:.x0123456789abcdef")
        if resolve is socket.getaddrinfo and not is_here:
            raise ClaimTrackerError(f"{place.host} is not found: there is no connection.")
        return look_up(place, resolve, allows_loopback=allows_loopback)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WebPlace, "numbers", looking)
        yield


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Compile each statement once, not once for the database of every test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "create_engine", SharedStatements().create_engine)
        yield


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """Look sooner whether what is waited for has come."""
    return PromptBot(request)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a moment for a locked database, not half a minute, and for no disk.

    What a test stores need outlive no power cut; the tests of power cuts have the real settings.
    """
    monkeypatch.setitem(engine.PRAGMAS, "busy_timeout", 20)
    monkeypatch.setitem(engine.PRAGMAS, "synchronous", 0)
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


@pytest.fixture
def open_empty(impatient: None, empty_file: Path, tmp_path: Path) -> OpenEmpty:
    """Open a session on an empty database, for each example that is tried on a new one."""
    numbers = count()

    @contextmanager
    def opening() -> Iterator[Session]:
        path = Path(shutil.copy(empty_file, tmp_path / f"{next(numbers)}.db"))
        opened = open_database(path)
        try:
            with opened.session() as session:
                yield session
        finally:
            opened.close()
            path.unlink()

    return opening


@pytest.fixture
def today() -> date:
    return date(2025, 5, 1)


@pytest.fixture
def as_of(today: date) -> AsOf:
    return AsOf(today)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, made once: the migrations take longer than most tests."""
    path = tmp_path_factory.mktemp("empty") / "claims.db"
    open_database(path, create=True).close()
    return path


@pytest.fixture
def database_path(empty_file: Path, tmp_path: Path) -> Path:
    """A closed, empty database of the test's own."""
    return Path(shutil.copy(empty_file, tmp_path / "claims.db"))


@pytest.fixture
def database(database_path: Path, impatient: None) -> Iterator[Database]:
    opened = open_database(database_path)
    yield opened
    opened.close()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.session() as opened:
        yield opened


@pytest.fixture
def enter(session: Session) -> Enter:
    """Enter a claim by the fields that the test is about; return its id."""

    def entering(summary: str = "Sign the deal", **fields: object) -> int:
        return add_claim(session, ClaimDraft.of(summary=summary, **fields), by="Ada")

    return entering


@pytest.fixture
def rate(session: Session, today: date) -> Rate:
    """Give a claim a verdict."""

    def rating(claim_id: int, verdict: Verdict, reason: str = "Seen.", **fields: object) -> None:
        told = {"verdict": verdict, "reason": reason, "assessed_on": today, **fields}
        rate_claims(session, [claim_id], AssessmentDraft.of(**told), by="Ada")

    return rating


@pytest.fixture
def dump(session: Session) -> Dump:
    """Read every row of what was said and judged: history and bookkeeping left out."""

    def dumping() -> Rows:
        return told_rows(session)

    return dumping


def told_rows(session: Session) -> Rows:
    """Every row of what was said and judged, by its table."""
    session.rollback()
    return {
        table.name: [row._asdict() for row in session.execute(_told(table))]
        for table in SQLModel.metadata.sorted_tables
        if table.name not in HISTORY
    }


def _told(table: Table) -> Select[*tuple[Any, ...]]:
    columns = [column for column in table.columns if column.name not in BOOKKEEPING]
    return select(*columns).order_by(table.columns["id"])


@pytest.fixture
def second_desktop(database: Database) -> Iterator[Session]:
    """The same file as another running program has it open."""
    other = open_database(database.path)
    with other.session() as opened:
        yield opened
    other.close()
