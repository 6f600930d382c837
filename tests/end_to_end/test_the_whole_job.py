"""The whole job in a real window: a claim in, its deadline passed, evidence, verdict, report."""

import csv
import subprocess
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from claimtracker.claims.listing import Listing
from claimtracker.claims.rows import ReportRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Relation, State, Verdict
from claimtracker.operations.list_claims import report
from claimtracker.resource_files import resource
from claimtracker.storage.engine import Database, open_database
from tests.end_to_end.screen import Screen

pytestmark = pytest.mark.journey

SUMMARY = "Move on from brokering a peace"
REASON = "The talks went on after 25 April."
EVIDENCE = "https://example.org/the-talks-go-on"
WAIT_MS = 20_000
# The state of the first row, in a window that fills a screen of 1280 by 800 pixels.
NEEDS_A_VERDICT, ALL_CLAIMS, FIRST_ROW = (80, 47), (80, 215), (400, 180)
ROW_LEFT, ROW_RIGHT, ROW_TOP, ROW_BOTTOM = 175, 250, 100, 240


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "claims.db"
    open_database(path, create=True).close()
    return path


def rows_of(path: Path, today: date) -> list[ReportRow]:
    opened: Database = open_database(path)
    try:
        with opened.session() as session:
            return list(report(session, Listing(AsOf(today))))
    finally:
        opened.close()


def shows(screen: Screen, file: Path, token: str) -> bool:
    """Whether the state's box of the first row has the colour of this token."""
    tokens = tomllib.loads(resource("colours.toml").read_text(encoding="utf-8"))
    wanted = QColor(tokens["light"][token]).rgb()
    seen = QImage(str(screen.picture(file)))
    return any(
        seen.pixel(x, y) == wanted
        for x in range(ROW_LEFT, ROW_RIGHT, 3)
        for y in range(ROW_TOP, ROW_BOTTOM, 2)
    )


class Journey:
    """The program on its screen, and what its database holds."""

    def __init__(self, screen: Screen, database: Path, qtbot: QtBot) -> None:
        self.screen = screen
        self.database = database
        self._qtbot = qtbot

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for the world to follow; the test fails where it does not."""
        self._qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def only(self, today: date) -> ReportRow | None:
        """The one claim, None while there is none."""
        found = rows_of(self.database, today)
        assert len(found) < 2
        return found[0] if found else None

    def holds(self, today: date, rule: Callable[[ReportRow], bool]) -> None:
        """Wait until the stored claim is so."""

        def is_so() -> bool:
            found = self.only(today)
            return found is not None and rule(found)

        self.until(is_so)

    def stands_at(self, today: date, state: State) -> None:
        """Wait until the claim is in this state."""
        self.holds(today, lambda claim: claim.state is state)

    def looks(self, token: str, file: Path) -> None:
        """Wait until the window shows the first row in the colour of a state."""
        self.until(lambda: shows(self.screen, file, token))

    def quits(self, running: "subprocess.Popen[bytes]") -> None:
        """Quit by the keyboard, and wait for a clean end."""
        self.screen.keys("ctrl+q")
        self.until(lambda: running.poll() == 0)

    def to_list(self) -> str:
        """Give the keyboard to the main window's list; return the window's id."""
        window = self.screen.focus("claims.db – ClaimTracker")
        self.screen.keys("ctrl+2")
        return window


def test_a_claim_goes_from_the_keyboard_to_the_report(
    screen: Screen, database: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text(
        'theme = "light"\nassessor = "Ada"\ncaptures_pages = false\n'
    )
    journey = Journey(screen, database, qtbot)
    _enter_the_claim(journey, date(2025, 4, 19), tmp_path)
    for day, state, token in (
        (date(2025, 4, 21), State.GRACE, "grace_background"),
        (date(2025, 4, 26), State.PASSED, "passed_background"),
    ):
        with screen.program("--database", str(database), "--today", day.isoformat()) as running:
            journey.to_list()
            journey.stands_at(day, state)
            journey.looks(token, tmp_path / "seen.png")
            journey.quits(running)
    _settle_and_report(journey, date(2025, 4, 26), tmp_path)


def _enter_the_claim(journey: Journey, today: date, folder: Path) -> None:
    screen = journey.screen
    with screen.program("--database", str(journey.database), "--today", today.isoformat()):
        journey.to_list()
        screen.keys("ctrl+n")
        screen.type(SUMMARY)
        screen.keys("Tab")
        screen.type("within days")
        screen.keys("Tab")
        screen.type("Marco Rubio")
        screen.keys("Tab", "ctrl+a")
        screen.type("2025-04-18")
        screen.keys("Tab")
        screen.type("within days")
        screen.keys("ctrl+s")
        journey.stands_at(today, State.DUE_SOON)
        journey.looks("due_soon_background", folder / "seen.png")
        claim = journey.only(today)
        assert claim is not None
        assert (claim.summary, claim.claimant) == (SUMMARY, "Marco Rubio")
        assert (claim.due_on, claim.latest_on) == (date(2025, 4, 20), date(2025, 4, 25))


def _settle_and_report(journey: Journey, today: date, folder: Path) -> None:
    screen = journey.screen
    with screen.program("--database", str(journey.database), "--today", today.isoformat()):
        window = journey.to_list()
        screen.click(window, *NEEDS_A_VERDICT)
        screen.click(window, *FIRST_ROW)
        _link_from_the_clipboard(journey, today)
        _give_a_verdict(journey, today)
        _undo_and_redo_each(journey, today)
        screen.click(window, *ALL_CLAIMS)
        _export(journey, folder / "report.csv")


def _link_from_the_clipboard(journey: Journey, today: date) -> None:
    screen = journey.screen
    screen.copy(EVIDENCE)
    screen.keys("ctrl+e")
    screen.focus("Link evidence")
    screen.keys("alt+3", "ctrl+Return")
    journey.holds(today, lambda claim: claim.evidence_count == 1)
    claim = journey.only(today)
    assert claim is not None
    assert (claim.evidence[0].url, claim.evidence[0].relation) == (EVIDENCE, Relation.CONTRADICTS)
    journey.to_list()


def _give_a_verdict(journey: Journey, today: date) -> None:
    screen = journey.screen
    screen.keys("v")
    screen.focus("Give a verdict")
    screen.keys("b", "Tab")
    screen.type(REASON)
    screen.keys("ctrl+Return")
    journey.holds(today, lambda claim: claim.verdict is Verdict.BROKEN)
    claim = journey.only(today)
    assert claim is not None
    assert (claim.verdict_reason, claim.state) == (REASON, State.SETTLED)
    journey.to_list()


def _undo_and_redo_each(journey: Journey, today: date) -> None:
    screen = journey.screen
    screen.keys("ctrl+z")
    journey.holds(today, lambda claim: claim.verdict is Verdict.NOT_YET_RATED)
    screen.keys("ctrl+z")
    journey.holds(today, lambda claim: claim.evidence_count == 0)
    screen.keys("ctrl+z")
    journey.until(lambda: journey.only(today) is None)
    screen.keys("ctrl+shift+z")
    journey.holds(today, lambda claim: claim.summary == SUMMARY)
    screen.keys("ctrl+shift+z")
    journey.holds(today, lambda claim: claim.evidence_count == 1)
    screen.keys("ctrl+shift+z")
    journey.holds(today, lambda claim: claim.verdict is Verdict.BROKEN)


def _export(journey: Journey, file: Path) -> None:
    screen = journey.screen
    screen.keys("ctrl+shift+e")
    screen.focus("Export")
    screen.keys("ctrl+a")
    screen.type(str(file))
    screen.keys("Return")
    journey.until(file.exists)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        (row,) = csv.DictReader(opened)
    assert (row["summary"], row["verdict"], row["verdict_reason"]) == (SUMMARY, "broken", REASON)
    assert (row["due_on"], row["latest_on"], row["days_over"]) == ("2025-04-20", "2025-04-25", "1")
    assert EVIDENCE in row["evidence"]
