"""Stands in for what goes to the network: answers are set, and held back until a test lets go."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.capture_page import PageCapture
from claimtracker.articles.web.fetch import Network
from claimtracker.claims.archive_links import Snapshot
from claimtracker.claims.drafts import DocumentDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui import capture_work
from claimtracker.gui.capturing import Capturing, CapturingBar
from claimtracker.gui.desk import Desk
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.storage import engine

Keep = Callable[..., list[int]]

MOMENT = datetime(2025, 5, 1, 12, tzinfo=UTC)
ARTICLE = Article("They signed.", title="Signed", publisher="Courier")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be patient: captures write on threads of their own, and one waits for the other."""
    monkeypatch.setitem(engine.PRAGMAS, "busy_timeout", 20_000)


class FakedCapture:
    """Notes what was asked for; `hold` makes it wait, as a slow server does."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.networks: list[Network | None] = []
        self.services: list[str] = []
        self.failures: dict[str, str] = {}
        self.most_at_once = 0
        self.held = threading.Event()
        self.held.set()
        self._at_once = 0
        self._lock = threading.Lock()

    def hold(self) -> None:
        self.held.clear()

    def let_go(self) -> None:
        self.held.set()

    def capture_page(
        self, address: str, *, network: Network | None = None, stop: threading.Event | None = None
    ) -> PageCapture:
        self._wait(address, network, stop)
        if failure := self.failures.get(address):
            return PageCapture(b"", None, "", None, failure, None)
        return PageCapture(address.encode(), None, "text/html", ARTICLE, "", MOMENT)

    def snapshot(
        self,
        address: str,
        service: str,
        network: Network | None = None,
        stop: threading.Event | None = None,
    ) -> Snapshot:
        self.services.append(service)
        self._wait(address, network, stop)
        if failure := self.failures.get(address):
            raise ClaimTrackerError(failure)
        copy = f"https://web.archive.org/web/20250501120000/{address}"
        return Snapshot("Wayback Machine", copy, address, MOMENT)

    def _wait(self, address: str, network: Network | None, stop: threading.Event | None) -> None:
        with self._lock:
            self.asked.append(address)
            self.networks.append(network)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        while not self.held.wait(0.01):
            if stop is not None and stop.is_set():
                break
        with self._lock:
            self._at_once -= 1


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> FakedCapture:
    faked = FakedCapture()
    monkeypatch.setattr(capture_work, "capture_page", faked.capture_page)
    monkeypatch.setattr(capture_work, "existing_snapshot", faked.snapshot)
    monkeypatch.setattr(capture_work, "new_snapshot", faked.snapshot)
    return faked


@pytest.fixture
def capturing(qtbot: QtBot, desk: Desk, web: FakedCapture) -> Capturing:
    bar = CapturingBar()
    qtbot.addWidget(bar)
    return Capturing(desk, bar, desk)


@pytest.fixture
def keep(session: Session) -> Keep:
    def keeping(*addresses: str) -> list[int]:
        found = [(DocumentDraft(url=address), None) for address in addresses]
        return keep_evidence(session, found, by="Ada")

    return keeping


@pytest.fixture
def done(qtbot: QtBot, desk: Desk, capturing: Capturing) -> Callable[[], None]:
    """Wait until nothing is captured any more."""
    return lambda: qtbot.waitUntil(lambda: desk.background.is_idle and capturing.is_idle)
