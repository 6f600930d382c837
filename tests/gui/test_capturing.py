"""Linked pages are captured in the background, two at a time; nothing is half stored."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.articles.web.fetch import Network
from claimtracker.claims.drafts import DocumentDraft
from claimtracker.claims.rows import ShelvedRow
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.gui.capturing import CAPTURED_ALREADY, NO_ADDRESS, Capturing
from claimtracker.gui.desk import Desk
from claimtracker.operations import list_evidence, undo
from claimtracker.operations.captured_content import text_of
from claimtracker.operations.import_claims import import_claims
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.settings import Settings
from tests.gui.faked_capture import FakedCapture, Keep, capturing, done, impatient, keep, web

__all__ = ["capturing", "done", "impatient", "keep", "web"]


def _rows(session: Session, ids: Sequence[int]) -> list[ShelvedRow]:
    session.rollback()
    rows = list_evidence.rows(session, ids)
    return [rows[key] for key in ids]


def test_what_is_linked_is_captured_and_told_of(
    capturing: Capturing, desk: Desk, keep: Keep, done: Callable[[], None], session: Session
) -> None:
    said: list[str] = []
    desk.changes.said.connect(said.append)
    ids = keep("https://example.org/a")
    desk.changes.kept.emit(ids)
    done()
    (row,) = _rows(session, ids)
    assert (row.method, row.title, row.publisher) == (CaptureMethod.FETCHED, "Signed", "Courier")
    assert row.sha256 and text_of(session, ids[0]) == "They signed."
    assert said == ["1 document captured"]


def test_two_are_captured_at_a_time_and_the_bar_says_how_many_are_to_go(
    qtbot: QtBot,
    capturing: Capturing,
    desk: Desk,
    keep: Keep,
    web: FakedCapture,
    done: Callable[[], None],
    session: Session,
) -> None:
    bar = capturing._bar
    web.hold()
    ids = keep(*(f"https://example.org/{number}" for number in range(5)))
    desk.changes.kept.emit(ids)
    qtbot.waitUntil(lambda: len(web.asked) == 2)
    assert bar.sentence == "Capturing https://example.org/0, 4 to go"
    qtbot.waitUntil(bar.isVisible)
    web.let_go()
    done()
    assert web.most_at_once == 2
    assert all(row.sha256 for row in _rows(session, ids))
    assert not bar.isVisible()


def test_nothing_is_fetched_where_the_settings_do_not_want_it(
    capturing: Capturing, desk: Desk, keep: Keep, web: FakedCapture, done: Callable[[], None]
) -> None:
    desk.use_settings(Settings(captures_pages=False))
    ids = keep("https://example.org/a")
    desk.changes.kept.emit(ids)
    done()
    assert web.asked == []
    capturing.capture_again(ids)  # a person asks for it by name
    done()
    assert web.asked == ["https://example.org/a"]


def test_the_network_is_used_as_it_is_handed_in(
    capturing: Capturing, desk: Desk, keep: Keep, web: FakedCapture, done: Callable[[], None]
) -> None:
    network = Network(allows_loopback=True)
    desk.open_network = lambda: network
    desk.changes.kept.emit(keep("http://127.0.0.1/a"))
    done()
    assert web.networks == [network]


def test_cancelling_keeps_the_links_and_nothing_of_the_pages(
    qtbot: QtBot,
    capturing: Capturing,
    desk: Desk,
    keep: Keep,
    web: FakedCapture,
    done: Callable[[], None],
    session: Session,
) -> None:
    web.hold()
    ids = keep(*(f"https://example.org/{number}" for number in range(4)))
    desk.changes.kept.emit(ids)
    qtbot.waitUntil(lambda: len(web.asked) == 2)
    capturing._bar.cancel_button.click()
    done()
    assert [(row.sha256, row.failure) for row in _rows(session, ids)] == [("", "")] * 4
    assert len(web.asked) == 2


def test_closing_ends_what_is_fetched_at_once_and_begins_nothing_more(
    qtbot: QtBot,
    capturing: Capturing,
    desk: Desk,
    keep: Keep,
    web: FakedCapture,
    session: Session,
) -> None:
    web.hold()
    ids = keep(*(f"https://example.org/{number}" for number in range(4)))
    desk.changes.kept.emit(ids)
    qtbot.waitUntil(lambda: len(web.asked) == 2)
    begun = time.monotonic()
    capturing.close()
    desk.background.close()
    assert time.monotonic() - begun < 5
    qtbot.waitUntil(lambda: capturing.is_idle)
    assert len(web.asked) == 2
    assert not any(row.sha256 for row in _rows(session, ids))


def test_a_failure_is_told_and_the_link_stays(
    capturing: Capturing,
    desk: Desk,
    keep: Keep,
    web: FakedCapture,
    done: Callable[[], None],
    session: Session,
) -> None:
    refused: list[str] = []
    desk.changes.refused.connect(refused.append)
    web.failures["https://example.org/b"] = "example.org asks for a subscription."
    ids = keep("https://example.org/a", "https://example.org/b")
    desk.changes.kept.emit(ids)
    done()
    assert _rows(session, ids)[1].failure == "example.org asks for a subscription."
    assert refused == [
        "1 of 2 documents was not captured. “https://example.org/b”: example.org asks for a "
        "subscription. Its address stays; G on the evidence tries again."
    ]


def test_what_failed_can_be_tried_again_and_what_is_captured_is_left_alone(
    capturing: Capturing,
    desk: Desk,
    keep: Keep,
    web: FakedCapture,
    done: Callable[[], None],
    session: Session,
) -> None:
    web.failures["https://example.org/a"] = "example.org cannot be reached."
    ids = keep("https://example.org/a")
    desk.changes.kept.emit(ids)
    done()
    web.failures.clear()
    capturing.capture_again(ids)
    done()
    (row,) = _rows(session, ids)
    assert row.sha256 and not row.failure
    refused: list[str] = []
    desk.changes.refused.connect(refused.append)
    capturing.capture_again(ids)
    done()
    assert refused == [CAPTURED_ALREADY]
    assert _rows(session, ids) == [row]


def test_what_was_undone_meanwhile_is_no_failure(
    qtbot: QtBot,
    capturing: Capturing,
    desk: Desk,
    keep: Keep,
    web: FakedCapture,
    done: Callable[[], None],
    session: Session,
) -> None:
    refused: list[str] = []
    desk.changes.refused.connect(refused.append)
    web.hold()
    ids = keep("https://example.org/a")
    desk.changes.kept.emit(ids)
    qtbot.waitUntil(lambda: bool(web.asked))
    undo.undo(session, by="Ada")
    web.let_go()
    done()
    assert refused == []
    assert not list_evidence.rows(session, ids)


def test_one_undo_takes_the_link_and_its_capture_back(
    capturing: Capturing, desk: Desk, keep: Keep, done: Callable[[], None], session: Session
) -> None:
    ids = keep("https://example.org/a")
    desk.changes.kept.emit(ids)
    done()
    session.rollback()
    undo.undo(session, by="Ada")
    assert not list_evidence.rows(session, ids)


def test_undo_takes_a_capture_back_that_was_asked_for_by_itself_and_leaves_the_link(
    capturing: Capturing,
    desk: Desk,
    keep: Keep,
    web: FakedCapture,
    done: Callable[[], None],
    session: Session,
) -> None:
    web.failures["https://example.org/a"] = "example.org cannot be reached."
    ids = keep("https://example.org/a")
    desk.changes.kept.emit(ids)
    done()
    (before,) = _rows(session, ids)
    web.failures.clear()
    session.rollback()
    capturing.capture_again(ids)
    done()
    (row,) = _rows(session, ids)
    assert row.sha256
    session.rollback()
    undo.undo(session, by="Ada")
    assert _rows(session, ids) == [before]


def test_the_text_of_a_file_is_read_from_the_store(
    capturing: Capturing, desk: Desk, done: Callable[[], None], session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "page.txt"
    file.write_text("They signed on Wednesday.")
    ids = keep_evidence(session, [(DocumentDraft(), file)], by="Ada")
    file.write_text("Another text by now.")
    desk.changes.kept.emit(ids)
    done()
    session.rollback()
    assert text_of(session, ids[0]).strip() == "They signed on Wednesday."


def test_a_file_without_text_is_evidence_all_the_same(
    capturing: Capturing, desk: Desk, done: Callable[[], None], session: Session, tmp_path: Path
) -> None:
    refused: list[str] = []
    desk.changes.refused.connect(refused.append)
    file = tmp_path / "packed.bin"
    file.write_bytes(b"\x7fELF\0\0")
    ids = keep_evidence(session, [(DocumentDraft(), file)], by="Ada")
    desk.changes.kept.emit(ids)
    done()
    (row,) = _rows(session, ids)
    assert (row.failure, row.text_sha256, refused) == ("", "", [])


@pytest.mark.parametrize("is_new", [True, False])
def test_a_snapshot_becomes_the_archive_link_and_nothing_else_changes(
    capturing: Capturing,
    desk: Desk,
    web: FakedCapture,
    done: Callable[[], None],
    session: Session,
    is_new: bool,
) -> None:
    desk.use_settings(Settings(wayback_address="http://localhost:1"))
    draft = DocumentDraft(url="https://example.org/a", title="Signed", place="page 4")
    ids = keep_evidence(session, [(draft, None)], by="Ada")
    capturing.ask_wayback(ids, is_new=is_new)
    done()
    (row,) = _rows(session, ids)
    assert row.archive_url == "https://web.archive.org/web/20250501120000/https://example.org/a"
    assert row.archived_at is not None
    assert (row.title, row.place) == ("Signed", "page 4")
    assert web.services == ["http://localhost:1"]


def test_what_has_no_page_of_its_own_is_not_asked_for(
    capturing: Capturing, desk: Desk, web: FakedCapture, done: Callable[[], None], session: Session
) -> None:
    refused: list[str] = []
    desk.changes.refused.connect(refused.append)
    copy = "https://web.archive.org/web/20250501120000/https://example.org/a"
    found = [(DocumentDraft(excerpt="Words."), None), (DocumentDraft(url=copy), None)]
    capturing.ask_wayback(keep_evidence(session, found, by="Ada"), is_new=True)
    done()
    assert (refused, web.services) == ([NO_ADDRESS], [])


def test_no_snapshot_is_said_in_one_sentence(
    capturing: Capturing, desk: Desk, keep: Keep, web: FakedCapture, done: Callable[[], None]
) -> None:
    refused: list[str] = []
    desk.changes.refused.connect(refused.append)
    web.failures["https://example.org/a"] = "The Wayback Machine has no snapshot of it."
    capturing.ask_wayback(keep("https://example.org/a"), is_new=False)
    done()
    assert refused == ["“https://example.org/a”: The Wayback Machine has no snapshot of it."]


def test_the_page_of_an_imported_document_is_captured_where_it_is_asked_for(
    capturing: Capturing,
    web: FakedCapture,
    done: Callable[[], None],
    session: Session,
    tmp_path: Path,
) -> None:
    table = tmp_path / "claims.csv"
    item = f"context; 2025-04-30; Deal; https://example.org/a; sha256:{'ab' * 32}"
    table.write_text(f"summary,evidence\nBuild,{item}\n")
    import_claims(session, table, by="Ada")
    capturing.capture_again([1])
    done()
    (row,) = _rows(session, [1])
    assert (row.method, row.title) == (CaptureMethod.FETCHED, "Deal")
    assert text_of(session, 1) == "They signed."
