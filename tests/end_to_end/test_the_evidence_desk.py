"""Evidence in a real window: captured from a server, judged by, kept safe, by keys only."""

from collections.abc import Callable
from datetime import date
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.rows import EvidenceRow
from claimtracker.claims.vocabulary import CaptureMethod, Verdict
from claimtracker.command_line.start_options import ALLOW_LOOPBACK
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.verify import verify
from claimtracker.storage.engine import open_database
from tests.articles.conftest import server
from tests.articles.local_server import Answer, Server, redirect
from tests.articles.made_documents import pdf
from tests.articles.receiving import zeros
from tests.end_to_end.screen import Screen
from tests.end_to_end.test_the_whole_job import Journey

__all__ = ["server"]

pytestmark = pytest.mark.journey

TODAY = date(2025, 5, 1)
PAGE = (
    b"<html><head><title>Deal signed</title><meta property='article:published_time' "
    b"content='2025-04-30T10:00:00Z'></head><body><article><h1>Deal signed</h1>"
    + b"<p>The two governments signed the agreement on the fund in Washington on Wednesday.</p>" * 5
    + b"</article></body></html>"
)
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c63f8cfc0f01f0005000180a5f6451b0000000049454e44ae426082"
)
REASON = "Signed on 30 April."
FAILURES = {  # the path of the server, and a part of why nothing was captured
    "/private": "private network",
    "/endless": "over 50 MB",
    "/zeros": "over 50 MB",
    "/gone": "no page at this address",
}


@pytest.fixture
def journey(screen: Screen, server: Server, qtbot: QtBot, tmp_path: Path) -> Journey:
    """A claim whose deadline passed on 27 April, and a server with what happened then."""
    (tmp_path / "settings.toml").write_text('theme = "light"\nassessor = "Ada"\n')
    path = tmp_path / "claims.db"
    opened = open_database(path, create=True)
    with opened.session() as session:
        told = {"stated_on": date(2025, 4, 17), "deadline_wording": "next week"}
        add_claim(session, ClaimDraft.of(summary="Sign the minerals deal", **told), by="Ada")
    opened.close()
    server.answers.update(
        {
            "/deal": Answer(PAGE),
            "/deal.pdf": Answer(pdf([["The deal was signed."]]), media_type="application/pdf"),
            "/deal.png": Answer(PICTURE, media_type="image/png"),
            "/private": redirect("http://10.0.0.1/"),
            "/endless": _endless,
            "/zeros": _zeros,
            "/slow": _slow(server),
        }
    )
    return Journey(screen, path, qtbot)


def _endless(asked: BaseHTTPRequestHandler) -> None:
    asked.send_response(200)
    asked.send_header("Content-Type", "text/html")
    asked.end_headers()
    try:
        while True:
            asked.wfile.write(b"<p>more</p>" * 10_000)
    except OSError:
        asked.close_connection = True


def _zeros(asked: BaseHTTPRequestHandler) -> None:
    try:
        for piece in zeros(10):
            asked.wfile.write(piece)
    except OSError:
        asked.close_connection = True


def _slow(server: Server) -> Callable[[BaseHTTPRequestHandler], None]:
    def hanging(asked: BaseHTTPRequestHandler) -> None:
        server.released.wait()
        asked.close_connection = True

    return hanging


def test_evidence_is_captured_weighed_and_verified(journey: Journey, server: Server) -> None:
    screen = journey.screen
    started = ("--database", str(journey.database), "--today", TODAY.isoformat())
    with screen.program(*started, environment={ALLOW_LOOPBACK: "1"}) as running:
        journey.to_list()
        _link(journey, "alt+1", server.address("/deal"))
        journey.until(lambda: _named(journey, "/deal").method is CaptureMethod.FETCHED)
        others = ("/deal.pdf", "/deal.png", *FAILURES)
        _link(journey, "alt+0", "\n".join(map(server.address, others)))
        journey.until(lambda: len(_evidence(journey)) == 1 + len(others))
        journey.until(lambda: all(_named(journey, path).failure for path in FAILURES))
        journey.until(lambda: all(_named(journey, path).sha256 for path in others[:2]))
        _judge(journey)
        _link(journey, "alt+0", server.address("/slow"))
        journey.until(lambda: "/slow" in [path for path, _host in server.asked])
        journey.to_list()
        journey.quits(running)  # while the slow one is still asked
    _check(journey)


def _link(journey: Journey, relation: str, addresses: str) -> None:
    journey.screen.copy(addresses)
    journey.screen.keys("ctrl+e")
    journey.screen.focus("Link evidence")
    journey.screen.keys(relation, "ctrl+Return")
    last = addresses.rpartition("/")[2]
    journey.until(lambda: any(row.url.endswith(last) for row in _evidence(journey)))
    journey.to_list()


def _judge(journey: Journey) -> None:
    """Take the proposal that the late evidence makes: kept late, resting on it."""
    journey.screen.keys("v")
    journey.screen.focus("Give a verdict")
    journey.screen.keys("alt+l")
    journey.screen.type(REASON)
    journey.screen.keys("ctrl+Return")
    journey.holds(TODAY, lambda claim: claim.verdict is Verdict.KEPT_LATE)
    claim = journey.only(TODAY)
    assert claim is not None
    assert claim.verdict_reason == REASON
    assert [row.title for row in _evidence(journey) if row.is_basis] == ["Deal signed"]
    journey.to_list()


def _check(journey: Journey) -> None:
    page = _named(journey, "/deal")
    assert (page.title, page.published_on) == ("Deal signed", date(2025, 4, 30))
    assert _named(journey, "/deal.pdf").mime_type == "application/pdf"
    assert _named(journey, "/deal.png").mime_type == "image/png"
    for path, why in FAILURES.items():
        assert why in _named(journey, path).failure
    slow = _named(journey, "/slow")
    assert (slow.method, slow.sha256) == (CaptureMethod.LINKED, "")
    opened = open_database(journey.database)
    with opened.session() as session:
        assert verify(session).ok
    opened.close()


def _evidence(journey: Journey) -> tuple[EvidenceRow, ...]:
    claim = journey.only(TODAY)
    assert claim is not None
    return claim.evidence


def _named(journey: Journey, path: str) -> EvidenceRow:
    (row,) = (row for row in _evidence(journey) if row.url.endswith(path))
    return row
