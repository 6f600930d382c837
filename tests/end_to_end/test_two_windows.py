"""One database, several programs: the window, the command line, and a second start."""

import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from claimtracker.claims.listing import Listing
from claimtracker.claims.rows import ReportRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations.list_claims import report
from claimtracker.resource_files import resource
from claimtracker.storage.engine import open_database
from tests.end_to_end.screen import Screen

pytestmark = pytest.mark.journey

TODAY = date(2025, 5, 1)
WAIT_MS = 20_000
# The state of the first row, in a window that fills a screen of 1280 by 800 pixels.
ROW_LEFT, ROW_RIGHT, ROW_TOP, ROW_BOTTOM = 175, 250, 100, 240


class Desktop:
    """A screen with programs on it, and what their database holds."""

    def __init__(self, screen: Screen, folder: Path, qtbot: QtBot) -> None:
        self.screen = screen
        self.database = folder / "claims.db"
        self._folder = folder
        self._qtbot = qtbot

    def start(self, database: Path) -> list[str]:
        """The arguments of a start on this database."""
        return ["--database", str(database), "--today", TODAY.isoformat()]

    def command(self, *words: str) -> str:
        """Run a command without a window, as somebody else would."""
        program = (sys.executable, "-m", "claimtracker")
        return self.screen.run(*program, *self.start(self.database), *words).strip()

    def claims(self) -> list[ReportRow]:
        """What is stored."""
        opened = open_database(self.database)
        try:
            with opened.session() as session:
                return list(report(session, Listing(AsOf(TODAY))))
        finally:
            opened.close()

    def shows(self, token: str) -> None:
        """Wait until the first row's state has the colour of this token."""
        self._qtbot.waitUntil(lambda: self._is_seen(token), timeout=WAIT_MS)

    def holds(self, summary: str, review_on: date) -> None:
        """Wait until the only claim reads so."""

        def is_so() -> bool:
            return [(claim.summary, claim.review_on) for claim in self.claims()] == [
                (summary, review_on)
            ]

        self._qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def _is_seen(self, token: str) -> bool:
        wanted = QColor(_colours()[token]).rgb()
        seen = QImage(str(self.screen.picture(self._folder / "seen.png")))
        rows = range(ROW_TOP, ROW_BOTTOM, 2)
        return any(seen.pixel(x, y) == wanted for x in range(ROW_LEFT, ROW_RIGHT, 3) for y in rows)


def _colours() -> dict[str, str]:
    light: dict[str, str] = tomllib.loads(resource("colours.toml").read_text("utf-8"))["light"]
    return light


@pytest.fixture
def desktop(screen: Screen, tmp_path: Path, qtbot: QtBot) -> Iterator[Desktop]:
    told = 'theme = "light"\nassessor = "Ada"\ncaptures_pages = false\n'
    (tmp_path / "settings.toml").write_text(told)
    for name in ("claims.db", "other.db"):
        open_database(tmp_path / name, create=True).close()
    yield Desktop(screen, tmp_path, qtbot)


def test_what_the_command_line_writes_appears_in_the_window_by_itself(desktop: Desktop) -> None:
    with desktop.screen.program(*desktop.start(desktop.database)):
        desktop.screen.focus("claims.db – ClaimTracker")
        claim_id = desktop.command("add", "--summary", "Sign the deal", "--due-on", "2025-04-25")
        desktop.shows("passed_background")
        desktop.command("rate", claim_id, "broken", "--reason", "It was not signed.")
        desktop.shows("settled_background")
    assert [claim.verdict for claim in desktop.claims()] == [Verdict.BROKEN]


def test_what_is_typed_meanwhile_is_kept_beside_it(desktop: Desktop) -> None:
    claim_id = desktop.command("add", "--summary", "Sign the deal", "--due-on", "2025-04-25")
    with desktop.screen.program(*desktop.start(desktop.database)):
        desktop.screen.focus("claims.db – ClaimTracker")
        desktop.shows("passed_background")
        desktop.screen.keys("ctrl+2", "F2", "ctrl+a")
        desktop.screen.type("Sign the minerals deal")
        desktop.command("review", claim_id, "2025-06-01")
        desktop.command("rate", claim_id, "stalled", "--reason", "Nobody speaks of it.")
        desktop.screen.keys("ctrl+s")
        desktop.holds("Sign the minerals deal", date(2025, 6, 1))
    assert [claim.verdict for claim in desktop.claims()] == [Verdict.STALLED]


def test_a_second_start_brings_the_first_window_forward_and_ends(desktop: Desktop) -> None:
    desktop.command("add", "--summary", "Sign the deal", "--due-on", "2025-04-25")
    screen, other = desktop.screen, desktop.database.with_name("other.db")
    link = desktop.database.with_name("link.db")
    link.symlink_to(desktop.database)
    with screen.program(*desktop.start(desktop.database)) as first:
        screen.focus("claims.db – ClaimTracker")
        desktop.shows("passed_background")
        with screen.program(*desktop.start(other)) as second:  # another database, another window
            screen.focus("other.db – ClaimTracker")
            _covers(desktop)
            said = screen.run(sys.executable, "-m", "claimtracker", *desktop.start(link))
            assert said == "link.db is open already: its window is in front now.\n"
            desktop.shows("passed_background")
            assert (first.poll(), second.poll()) == (None, None)


def test_after_a_crash_the_next_start_gets_a_window(desktop: Desktop) -> None:
    with desktop.screen.program(*desktop.start(desktop.database)) as first:
        desktop.screen.focus("claims.db – ClaimTracker")
        first.kill()
        first.wait()
        with desktop.screen.program(*desktop.start(desktop.database)) as second:
            desktop.screen.focus("claims.db – ClaimTracker")
            assert second.poll() is None


def _covers(desktop: Desktop) -> None:
    """Wait until the window in front shows no claim that has passed."""
    desktop._qtbot.waitUntil(lambda: not desktop._is_seen("passed_background"), timeout=WAIT_MS)
