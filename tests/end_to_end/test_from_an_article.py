"""From an article on the clipboard to claims in the database, in a real window, by keys only."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from claimtracker.claims.rows import ReportRow
from claimtracker.storage.engine import open_database
from tests.end_to_end.screen import Screen
from tests.end_to_end.test_the_whole_job import WAIT_MS, rows_of

pytestmark = pytest.mark.journey

TODAY = date(2025, 4, 20)
OPENING = "The north line will open next week, Mayor Ada Byron said on Friday."
ACCOUNTS = "Byron promised to publish the accounts by the end of June."
ARTICLE = f"Trams at last\nBugle City, 18 April 2025\n\n{OPENING}\n\n{ACCOUNTS}\n"
MAIN, ARTICLE_WINDOW = "claims.db – ClaimTracker", "– Article"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "claims.db"
    open_database(path, create=True).close()
    return path


@pytest.fixture
def until(qtbot: QtBot, database: Path) -> Callable[[Callable[[list[ReportRow]], bool]], None]:
    """Wait until the stored claims are so."""

    def waiting(is_so: Callable[[list[ReportRow]], bool]) -> None:
        qtbot.waitUntil(lambda: is_so(rows_of(database, TODAY)), timeout=WAIT_MS)

    return waiting


def test_a_copied_article_becomes_claims_by_single_keys(
    screen: Screen, database: Path, until: Callable[[Callable[[list[ReportRow]], bool]], None]
) -> None:
    with screen.program("--database", str(database), "--today", TODAY.isoformat()):
        screen.focus(MAIN)
        screen.copy(ARTICLE)
        screen.keys("ctrl+shift+v")
        screen.focus(ARTICLE_WINDOW)
        screen.keys("a")
        until(lambda claims: [claim.quote for claim in claims] == [OPENING])
        screen.keys("ctrl+a", "a")
        until(lambda claims: {claim.quote for claim in claims} == {OPENING, ACCOUNTS})
        until(lambda claims: all(claim.claimant == "Ada Byron" for claim in claims))
        screen.keys("u")
        until(lambda claims: [claim.quote for claim in claims] == [OPENING])
        screen.keys("Escape")
        screen.focus(MAIN)
        screen.keys("ctrl+2", "o")  # the claim leads back to its article
        screen.focus(ARTICLE_WINDOW)
