"""Capturing over a real server on loopback: pages, redirects, refusals, and a slow one let go."""

import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import DocumentDraft
from claimtracker.claims.rows import ShelvedRow
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.gui.capturing import Capturing, CapturingBar
from claimtracker.gui.desk import Desk
from claimtracker.operations import list_evidence
from claimtracker.operations.captured_content import content_of, text_of
from claimtracker.operations.keep_evidence import correct_evidence, keep_evidence
from claimtracker.settings import Settings
from tests.articles.conftest import server
from tests.articles.local_server import LOOPBACK, Answer, Server
from tests.gui.faked_capture import impatient

__all__ = ["impatient", "server"]

PAGE = (
    b"<html><head><title>Deal signed</title></head><body><article><h1>Deal signed</h1>"
    b"<p>The ministers signed the minerals deal in Kyiv on Wednesday after months of talks.</p>"
    b"<p>The parliament has to ratify it by the end of May, the speaker of the house said.</p>"
    b"</article></body></html>"
)
Keep = Callable[[str], ShelvedRow]


@pytest.fixture
def capturing(qtbot: QtBot, desk: Desk) -> Iterator[Capturing]:
    bar = CapturingBar()
    qtbot.addWidget(bar)
    desk.open_network = lambda: LOOPBACK
    made = Capturing(desk, bar, desk)
    yield made
    made.close()


@pytest.fixture
def keep(qtbot: QtBot, capturing: Capturing, desk: Desk, session: Session) -> Keep:
    """Keep an address, wait for its capture and return what became of it."""

    def keeping(address: str) -> ShelvedRow:
        ids = keep_evidence(session, [(DocumentDraft(url=address), None)], by="Ada")
        desk.changes.kept.emit(ids)
        qtbot.waitUntil(lambda: desk.background.is_idle and capturing.is_idle, timeout=30_000)
        session.rollback()
        return list_evidence.rows(session, ids)[ids[0]]

    return keeping


def test_a_page_is_kept_as_received_with_its_text_and_title(
    keep: Keep, server: Server, session: Session
) -> None:
    server.answers["/a"] = Answer(PAGE)
    row = keep(server.address("/a"))
    assert (row.method, row.title, row.failure) == (CaptureMethod.FETCHED, "Deal signed", "")
    assert content_of(session, row.evidence_id).data == PAGE
    assert "ratify it by the end of May" in text_of(session, row.evidence_id)


def test_a_redirect_is_followed_and_one_into_a_private_network_is_not(
    keep: Keep, server: Server
) -> None:
    server.answers["/a"] = Answer(PAGE)
    server.answers["/on"] = Answer(status=302, headers={"Location": "/a"})
    server.answers["/in"] = Answer(status=302, headers={"Location": "http://10.0.0.1/"})
    assert keep(server.address("/on")).title == "Deal signed"
    assert "private network" in keep(server.address("/in")).failure


def test_a_page_that_is_not_there_says_so_and_stays_linked(keep: Keep, server: Server) -> None:
    row = keep(server.address("/gone"))
    assert row.failure
    assert row.url == server.address("/gone")


def test_a_picture_is_captured_without_text_and_without_failure(keep: Keep, server: Server) -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
    server.answers["/a.png"] = Answer(png, media_type="image/png")
    row = keep(server.address("/a.png"))
    assert (row.mime_type, row.failure, row.text_sha256) == ("image/png", "", "")
    assert row.sha256


def test_a_server_that_never_answers_is_let_go_at_once(
    qtbot: QtBot, capturing: Capturing, desk: Desk, server: Server, session: Session
) -> None:
    def hang(handler: BaseHTTPRequestHandler) -> None:
        server.released.wait()

    server.answers["/slow"] = hang
    ids = keep_evidence(session, [(DocumentDraft(url=server.address("/slow")), None)], by="Ada")
    desk.changes.kept.emit(ids)
    qtbot.waitUntil(lambda: bool(server.asked))
    begun = time.monotonic()
    capturing.close()
    desk.background.close()
    assert time.monotonic() - begun < 5
    session.rollback()
    row = list_evidence.rows(session, ids)[ids[0]]
    assert (row.sha256, row.failure) == ("", "")


def test_a_snapshot_of_another_archive_keeps_its_time_through_a_correction(
    qtbot: QtBot, capturing: Capturing, desk: Desk, server: Server, session: Session
) -> None:
    page = "https://example.org/a"
    desk.use_settings(Settings(asks_wayback=True, wayback_address=server.address("")))
    copy = f"/web/20250501120301/{page}"
    server.answers[f"/save/{page}"] = Answer(status=302, headers={"Location": copy})
    ids = keep_evidence(session, [(DocumentDraft(url=page), None)], by="Ada")
    capturing.ask_wayback(ids, is_new=True)
    qtbot.waitUntil(lambda: desk.background.is_idle and capturing.is_idle, timeout=30_000)
    session.rollback()
    row = list_evidence.rows(session, ids)[ids[0]]
    assert row.archive_url == server.address(copy)
    assert row.archived_at is not None
    told = {name: getattr(row, name) for name in DocumentDraft.model_fields}
    draft = DocumentDraft.of(**told | {"title": "Deal"})
    correct_evidence(session, ids[0], draft, by="Ada")
    assert list_evidence.rows(session, ids)[ids[0]].archived_at == row.archived_at
